package org.fertivision.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.fertivision.FertiVision;
import org.fertivision.Plugins;
import org.fertivision.cli.TextTable.Align;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists who can be asked, and who was not let in. */
@Command(
        name = "plugins",
        header = "List analyzers, scorers and readers, where each comes from, and plug-ins that were not taken.",
        description = {"", "A plug-in is a jar in the folder plugins/ beside lib/, or in the one that --plugins names."
        },
        footer = {"", "Example:", "  fertivision plugins --plugins ./my-plugins"})
final class PluginsCommand implements Callable<Integer> {
    private final Surroundings around;

    @Mixin
    private final PluginOptions plugins = new PluginOptions();

    @Mixin
    private final Talk talk = new Talk();

    PluginsCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try (FertiVision engine = plugins.open(around)) {
            Plugins present = engine.plugins();
            PrintWriter out = talk.out();
            TextTable table = new TextTable(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT);
            table.row("ROLE", "ID", "VERSION", "FROM", "WHAT");
            Stream.of(present.analyzers(), present.scorers(), present.readers())
                    .flatMap(List::stream)
                    .forEach(plugin -> table.row(
                            plugin.role().name().toLowerCase(Locale.ROOT),
                            plugin.id().toString(),
                            plugin.version(),
                            present.provider(plugin.id()).orElse("unknown"),
                            plugin.title()));
            table.print(out, 0);
            problems(present.problems(), out);
        }
        return ExitCode.DONE.number();
    }

    /** Prints those that were found but not taken. */
    static void problems(List<Plugins.Problem> problems, PrintWriter out) {
        TextTable table = new TextTable(Align.LEFT, Align.LEFT);
        problems.forEach(problem -> table.row(problem.plugin(), problem.reason()));
        if (!table.isEmpty()) {
            out.print("\nFound, but not taken:\n");
            table.print(out, 2);
        }
    }
}
