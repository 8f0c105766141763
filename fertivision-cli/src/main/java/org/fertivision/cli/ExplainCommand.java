package org.fertivision.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
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
            List<Measure> known = measures(engine.plugins());
            if (code == null) {
                list(known, talk.out());
            } else {
                explain(code, known, engine.plugins(), talk.out());
            }
        }
        return ExitCode.DONE.number();
    }

    /** Every measure: ours, and those that plug-ins bring. */
    private static List<Measure> measures(Plugins plugins) {
        List<Measure> known = new ArrayList<>(Measures.all());
        plugins.analyzers().stream()
                .flatMap(ExplainCommand::answers)
                .filter(m -> known.stream().noneMatch(k -> k.code().equals(m.code()) && k.unit() == m.unit()))
                .filter(m -> Measures.of(m.code(), m.unit()).isEmpty())
                .forEach(known::add);
        return known;
    }

    private static Stream<Measure> answers(Descriptor analyzer) {
        return Stream.concat(analyzer.measures().stream(), analyzer.itemMeasures().stream());
    }

    private static void list(List<Measure> known, PrintWriter out) {
        TextTable table = new TextTable(Align.LEFT, Align.LEFT, Align.LEFT);
        table.row("CODE", "UNIT", "WHAT");
        known.forEach(m -> table.row(m.code(), unit(m), m.definition()));
        table.print(out, 0);
    }

    /** Explains every measure of a code: some words are measured in more than one unit. */
    private static void explain(String code, List<Measure> known, Plugins plugins, PrintWriter out) {
        List<Measure> meant = known.stream().filter(m -> m.code().equals(code)).toList();
        if (meant.isEmpty()) {
            explain(companion(code, known), plugins, out);
        }
        meant.forEach(measure -> explain(measure, plugins, out));
    }

    private static Measure companion(String code, List<Measure> known) {
        List<String> codes = known.stream().map(Measure::code).distinct().toList();
        return Measures.of(code)
                .orElseThrow(() -> new Failure(
                        ExitCode.REQUEST,
                        "there is no measure '" + code + "'." + Near.question(code, codes)
                                + " 'fertivision explain' lists all."));
    }

    private static void explain(Measure measure, Plugins plugins, PrintWriter out) {
        List<String> inSummary = kinds(plugins, measure, Descriptor::measures);
        List<String> ofItems = kinds(plugins, measure, Descriptor::itemMeasures);
        out.print(Plain.line(measure.code() + ": " + measure.label()) + "\n");
        TextTable table = new TextTable(Align.LEFT, Align.LEFT)
                .row("definition", measure.definition())
                .row("unit", unit(measure) + (measure.unit() == Unit.ONE ? " (a pure number)" : " (UCUM)"))
                .row("source", measure.source())
                .row("in the summary of", inSummary.isEmpty() ? "no kind" : String.join(", ", inSummary))
                .row("of each object of", ofItems.isEmpty() ? "no kind" : String.join(", ", ofItems));
        table.print(out, 2);
    }

    private static List<String> kinds(Plugins plugins, Measure measure, Function<Descriptor, List<Measure>> list) {
        return plugins.analyzers().stream()
                .filter(a -> list.apply(a).stream()
                        .anyMatch(m -> m.code().equals(measure.code()) && m.unit() == measure.unit()))
                .map(Kind::word)
                .toList();
    }

    private static String unit(Measure measure) {
        return measure.unit().ucum();
    }
}
