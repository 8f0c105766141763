package org.fertivision.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Reading;
import org.fertivision.image.Calibration;
import org.fertivision.image.Timing;
import org.fertivision.spi.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * One row for a specimen: what was found, then what the scorers said, then how it was found. Reports of one kind, version
 * and choice of scorers have the same columns, so their rows may stand under one another.
 */
final class SummaryTable {
    private static final String DIFFERS = "differs between fields";

    private final Report report;
    private final CsvTable row;

    private SummaryTable(Report report) {
        this.report = report;
        this.row = new CsvTable();
    }

    static CsvTable header(Report report) {
        CsvTable header = new CsvTable();
        List<String> names = new ArrayList<>(List.of("specimen", "kind", "algorithm", "version", "fields"));
        List<Measure> measures = report.analyzer().measures();
        Set<String> companions = companions(measures);
        for (Measure measure : measures) {
            String code = measure.code();
            names.add(code);
            if (!companions.contains(code)) {
                names.addAll(List.of(code + "Unit", code + "Lo", code + "Hi", code + "N", code + "Reason"));
            }
        }
        names.add("given");
        report.scores().forEach(result -> names.add("score." + result.scorer().id()));
        names.addAll(List.of("counted", "excluded", "unusableFields", "notices"));
        names.addAll(List.of("umPerPixelX", "umPerPixelY", "calibrationOrigin", "framesPerSecond", "timingOrigin"));
        report.settings().declared().forEach(parameter -> names.add("set." + parameter.name()));
        names.addAll(List.of("fieldSettings", "provider", "software", "resultSha256"));
        names.forEach(header::text);
        return header.endLine();
    }

    static CsvTable row(Report report) {
        SummaryTable table = new SummaryTable(report);
        table.identity();
        table.readings();
        table.scores();
        table.counts();
        table.scale();
        table.settings();
        table.row.text(report.provider()).text(report.software()).text(ReportJson.resultSha256(report));
        return table.row.endLine();
    }

    /** The codes of standard deviations and medians of other measures in the list: they have a value and no more. */
    private static Set<String> companions(List<Measure> measures) {
        Set<String> companions = new HashSet<>();
        for (Measure measure : measures) {
            companions.add(measure.deviation().code());
            companions.add(measure.median().code());
        }
        return companions;
    }

    private void identity() {
        row.text(report.specimen() == null ? "" : report.specimen())
                .text(report.kind())
                .text(report.analyzer().id().toString())
                .text(report.analyzer().version())
                .number(report.inputs().size());
    }

    private void readings() {
        List<Measure> measures = report.analyzer().measures();
        Set<String> companions = companions(measures);
        for (Measure measure : measures) {
            Reading reading = report.findings().summary().reading(measure);
            row.figure(reading.figure());
            if (!companions.contains(measure.code())) {
                row.text(reading.measure().unit().ucum());
                evidence(reading);
            }
        }
        row.text(extras(measures));
    }

    private void evidence(Reading reading) {
        if (reading instanceof Reading.Measured measured) {
            row.figure(measured.interval().map(ci95 -> ci95.lo()));
            row.figure(measured.interval().map(ci95 -> ci95.hi()));
            row.figure(measured.n() == 0 ? Optional.empty() : Optional.of((double) measured.n()));
            row.empty();
        } else {
            row.empty().empty().empty();
            row.text(reading.fold(m -> "", g -> "given by " + g.by(), n -> n.reason()));
        }
    }

    /** Values that persons gave and the analyzer does not answer for. */
    private String extras(List<Measure> measures) {
        Set<String> answered = measures.stream().map(Measure::code).collect(Collectors.toSet());
        return report.findings().summary().readings().stream()
                .filter(Reading.Given.class::isInstance)
                .map(Reading.Given.class::cast)
                .filter(given -> !answered.contains(given.code()))
                .map(given -> given.code() + "=" + EcmaNumber.text(given.value()) + " "
                        + given.measure().unit().ucum() + " by " + given.by())
                .collect(Collectors.joining("; "));
    }

    private void scores() {
        for (Report.ScorerResult result : report.scores()) {
            row.text(result.score().fold(scored -> scored.grade(), not -> "not scored: " + not.reason()));
        }
    }

    private void counts() {
        List<FieldOfView> fields = report.findings().fields();
        int seen = fields.stream().mapToInt(field -> field.items().size()).sum();
        int counted =
                Math.toIntExact(fields.stream().flatMap(FieldOfView::counted).count());
        int unusable = Math.toIntExact(
                fields.stream().filter(field -> !field.quality().usable()).count());
        row.number(counted).number(seen - counted).number(unusable);
        row.text(report.notices().stream().map(Notice::code).collect(Collectors.joining("; ")));
    }

    private void scale() {
        Optional<Calibration> calibration = report.calibration();
        row.figure(calibration.map(Calibration::umPerPixelX));
        row.figure(calibration.map(Calibration::umPerPixelY));
        row.text(calibration.map(c -> word(c.origin())).orElse(anyHas(FieldFacts::calibration) ? DIFFERS : ""));
        Optional<Timing> timing = report.timing();
        row.figure(timing.map(Timing::framesPerSecond));
        row.text(timing.map(t -> word(t.origin())).orElse(anyHas(FieldFacts::timing) ? DIFFERS : ""));
    }

    private void settings() {
        for (Parameter<?> parameter : report.settings().declared()) {
            row.text(report.settings().find(parameter).map(SettingText::of).orElse(""));
        }
        SortedMap<Integer, SortedMap<String, String>> own = report.settings().fieldTexts();
        row.text(own.entrySet().stream()
                .flatMap(field -> field.getValue().entrySet().stream()
                        .map(value -> value.getKey() + "@" + field.getKey() + "=" + value.getValue()))
                .collect(Collectors.joining("; ")));
    }

    private <T> boolean anyHas(Function<FieldFacts, @Nullable T> fact) {
        return report.inputs().stream().anyMatch(facts -> fact.apply(facts) != null);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
