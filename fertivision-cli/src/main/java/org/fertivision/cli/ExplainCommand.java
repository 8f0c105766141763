package org.fertivision.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fertivision.FertiVision;
import org.fertivision.Plugins;
import org.fertivision.cli.TextTable.Align;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Unit;
import org.fertivision.finding.measures.Measures;
import org.fertivision.spi.Descriptor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says what a measure is. */
@Command(
        name = "explain",
        header = "Say what a measure is: definition, unit, source, and which kinds answer it.",
        description = {"", "Without a CODE, all codes are listed."},
        footer = {"", "Examples:", "  fertivision explain headArea", "  fertivision explain"})
final class ExplainCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(arity = "0..1", paramLabel = "CODE", description = "The code of a measure, as reports show it.")
    private @Nullable String code;

    @Mixin
    private final PluginOptions plugins = new PluginOptions();

    @Mixin
    private final Talk talk = new Talk();

    ExplainCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try (FertiVision engine = plugins.open(around)) {
            Map<String, Measure> known = measures(engine.plugins());
            if (code == null) {
                list(known, talk.out());
            } else {
                explain(code, known, engine.plugins(), talk.out());
            }
        }
        return ExitCode.DONE.number();
    }

    /** Every measure by its code: ours, and those that plug-ins bring. */
    private static Map<String, Measure> measures(Plugins plugins) {
        Map<String, Measure> known = new LinkedHashMap<>();
        Measures.all().forEach(m -> known.put(m.code(), m));
        plugins.analyzers().stream().flatMap(ExplainCommand::answers).forEach(m -> known.putIfAbsent(m.code(), m));
        return known;
    }

    private static Stream<Measure> answers(Descriptor analyzer) {
        return Stream.concat(analyzer.measures().stream(), analyzer.itemMeasures().stream());
    }

    private static void list(Map<String, Measure> known, PrintWriter out) {
        TextTable table = new TextTable(Align.LEFT, Align.LEFT, Align.LEFT);
        table.row("CODE", "UNIT", "WHAT");
        known.values().forEach(m -> table.row(m.code(), unit(m), m.definition()));
        table.print(out, 0);
    }

    private static void explain(String code, Map<String, Measure> known, Plugins plugins, PrintWriter out) {
        Measure measure = known.get(code);
        if (measure == null) {
            measure = Measures.of(code)
                    .orElseThrow(() -> new Failure(
                            ExitCode.REQUEST,
                            "there is no measure '" + code + "'." + Near.question(code, known.keySet())
                                    + " 'fertivision explain' lists all."));
        }
        List<String> inSummary = kinds(plugins, code, Descriptor::measures);
        List<String> ofItems = kinds(plugins, code, Descriptor::itemMeasures);
        out.print(Plain.line(measure.code() + ": " + measure.label()) + "\n");
        TextTable table = new TextTable(Align.LEFT, Align.LEFT)
                .row("definition", measure.definition())
                .row("unit", unit(measure) + (measure.unit() == Unit.ONE ? " (a pure number)" : " (UCUM)"))
                .row("source", measure.source())
                .row("in the summary of", inSummary.isEmpty() ? "no kind" : String.join(", ", inSummary))
                .row("of each object of", ofItems.isEmpty() ? "no kind" : String.join(", ", ofItems));
        table.print(out, 2);
    }

    private static List<String> kinds(Plugins plugins, String code, Function<Descriptor, List<Measure>> list) {
        return plugins.analyzers().stream()
                .filter(a -> list.apply(a).stream().anyMatch(m -> m.code().equals(code)))
                .map(Kind::word)
                .toList();
    }

    private static String unit(Measure measure) {
        return measure.unit().ucum();
    }
}
