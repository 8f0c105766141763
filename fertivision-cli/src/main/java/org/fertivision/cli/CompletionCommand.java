package org.fertivision.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete words. */
@Command(
        name = "completion",
        header = "Print a script by which the shell completes commands, options and kinds.",
        description = {"", "One script serves bash and zsh. It knows the kinds that are built in."},
        footer = {
            "",
            "Examples:",
            "  fertivision completion bash > ~/.local/share/bash-completion/completions/fertivision",
            "  source <(fertivision completion zsh)"
        })
final class CompletionCommand implements Callable<Integer> {
    private static final List<String> SHELLS = List.of("bash", "zsh");

    @Parameters(paramLabel = "bash|zsh", description = "The shell.")
    private String shell = "";

    @Mixin
    private final Talk talk = new Talk();

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        if (!SHELLS.contains(shell)) {
            throw new Failure(ExitCode.USAGE, "there is no script for '" + shell + "', but for bash and zsh");
        }
        CommandSpec all = command.root();
        talk.out().print(AutoComplete.bash(all.name(), all.commandLine()));
        return ExitCode.DONE.number();
    }
}
