package org.fertivision.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a command says beside its result, on the error stream, and how much of it. */
final class Talk {
    @Option(
            names = {"-q", "--quiet"},
            description = "No progress and no remarks; errors are still told.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "More remarks: what was skipped, notices, times.")
    private boolean verbose;

    @Option(names = "--stacktrace", description = "Where in the program an error arose.")
    private boolean stackTrace;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    /** The talk of a command; one that never speaks where it has none. */
    static Talk of(CommandLine command) {
        return command.getCommandSpec().mixins().values().stream()
                .map(CommandSpec::userObject)
                .filter(Talk.class::isInstance)
                .map(Talk.class::cast)
                .findFirst()
                .orElseGet(Talk::new);
    }

    /** Tells a remark unless the caller wants quiet. */
    void say(String remark) {
        if (!quiet) {
            warn(remark);
        }
    }

    /** Tells what even a caller who wants quiet must know. */
    void warn(String remark) {
        PrintWriter err = err();
        err.print("fertivision: " + Plain.line(remark) + "\n");
        err.flush();
    }

    /** Tells a remark that only a caller who asked for more wants to read. */
    void detail(String remark) {
        if (verbose) {
            say(remark);
        }
    }

    /** Whether to show where in the program an error arose. */
    boolean wantsStackTrace(ExitCode code) {
        return stackTrace || (verbose && code == ExitCode.BUG);
    }

    /** Whether remarks and progress are wanted. */
    boolean isWanted() {
        return !quiet;
    }

    /** Where remarks go. */
    PrintWriter err() {
        return command.commandLine().getErr();
    }

    /** Where the result goes. */
    PrintWriter out() {
        return command.commandLine().getOut();
    }
}
