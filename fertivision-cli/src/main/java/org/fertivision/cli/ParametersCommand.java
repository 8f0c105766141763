package org.fertivision.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.fertivision.FertiVision;
import org.fertivision.Plugins;
import org.fertivision.cli.TextTable.Align;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Parameter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists what can be set for a kind and for those who score it. */
@Command(
        name = "parameters",
        header = "List what can be set with --set for a kind, and for those who score it.",
        description = {
            "",
            "A parameter of the look changes what is seen in the pixels; one of the summary only what is computed from"
                    + " that. 'Each field' means that --set NAME@FIELD=VALUE may differ between the fields."
        },
        footer = {"", "Example:", "  fertivision parameters sperm-count"})
final class ParametersCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "KIND", description = "A kind that 'fertivision kinds' lists.")
    private String kind = "";

    @Mixin
    private final PluginOptions plugins = new PluginOptions();

    @Mixin
    private final Talk talk = new Talk();

    ParametersCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try (FertiVision engine = plugins.open(around)) {
            Descriptor analyzer = Kind.named(kind, engine.plugins());
            PrintWriter out = talk.out();
            print(analyzer, out);
            for (Descriptor scorer : scorers(analyzer, engine.plugins())) {
                out.print("\n");
                print(scorer, out);
            }
        }
        return ExitCode.DONE.number();
    }

    /** Those who score what the analyzer finds. */
    static List<Descriptor> scorers(Descriptor analyzer, Plugins plugins) {
        return plugins.scorers().stream()
                .filter(s -> s.kinds().contains(analyzer.id().toString()))
                .toList();
    }

    /** A parameter's default, range, place of use and the like, in words. */
    static String rules(Parameter<?> parameter) {
        return type(parameter) + ", " + parameter.range() + "; default " + standard(parameter) + "; " + use(parameter);
    }

    /** What values a parameter takes. */
    static String type(Parameter<?> parameter) {
        return parameter.type().name().toLowerCase(Locale.ROOT);
    }

    /** Where a parameter matters. */
    static String use(Parameter<?> parameter) {
        String use = parameter.use() == Parameter.Use.LOOK ? "look" : "summary";
        return parameter.perField() ? use + ", each field" : use;
    }

    /** A parameter's default, or what stands in its place. */
    static <T> String standard(Parameter<T> parameter) {
        return parameter.defaultValue().map(parameter::print).orElse(parameter.required() ? "required" : "none");
    }

    private static void print(Descriptor plugin, PrintWriter out) {
        out.print(Plain.line(Kind.word(plugin) + " " + plugin.version() + ": " + plugin.title()) + "\n");
        TextTable table = new TextTable(Align.LEFT, Align.LEFT);
        for (Parameter<?> parameter : plugin.parameters()) {
            table.row(parameter.name(), rules(parameter)).row("", parameter.meaning());
        }
        if (table.isEmpty()) {
            table.row("nothing can be set", "");
        }
        table.print(out, 2);
    }
}
