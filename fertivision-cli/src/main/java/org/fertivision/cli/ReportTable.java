package org.fertivision.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fertivision.cli.TextTable.Align;
import org.fertivision.finding.Exclusion;
import org.fertivision.image.Calibration;
import org.fertivision.report.FieldFacts;
import org.fertivision.report.Report;

/** A report as people read it on a page of 96 columns. */
final class ReportTable {
    private static final int INDENT = 2;

    private final Report report;
    private final PrintWriter out;

    private ReportTable(Report report, PrintWriter out) {
        this.report = report;
        this.out = out;
    }

    static void print(Report report, PrintWriter out) {
        ReportTable table = new ReportTable(report, out);
        table.head();
        ReadingsTable readings = new ReadingsTable(report.findings().summary());
        table.section("", readings.measured());
        table.scores();
        table.leftOut();
        table.section("Not measured", readings.notMeasured());
        table.section("Notices", Notices.table(report));
        table.section("", new TextTable(Align.LEFT).row(report.analyzer().intendedUse()), 0);
    }

    private void head() {
        String name = report.specimen() == null ? "" : report.specimen() + ": ";
        String scales =
                report.inputs().stream().map(ReportTable::scale).distinct().collect(Collectors.joining("; "));
        out.print(Plain.line(name + Kind.word(report.analyzer()) + " "
                        + report.analyzer().version() + ", "
                        + Plain.count(report.inputs().size(), "field") + ", " + scales)
                + "\n");
    }

    private static String scale(FieldFacts field) {
        Calibration scale = field.calibration();
        if (scale == null) {
            return "pixels of unknown size";
        }
        String size =
                Plain.figure(scale.umPerPixelX()) + (scale.isSquare() ? "" : " x " + Plain.figure(scale.umPerPixelY()));
        return size + " um/px ("
                + switch (scale.origin()) {
                    case USER -> "as given";
                    case FILE -> "by the file";
                    case GRATICULE -> "by a ruler in the image";
                }
                + ")";
    }

    private void scores() {
        TextTable table = new TextTable(Align.LEFT, Align.LEFT);
        for (Report.ScorerResult result : report.scores()) {
            String who = Kind.word(result.scorer());
            result.score()
                    .fold(
                            scored -> {
                                table.row(who, scored.grade() + " (" + scored.system() + ")");
                                scored.components()
                                        .forEach(c -> table.row(
                                                "  " + c.code(), c.detail().isBlank() ? c.grade() : c.detail()));
                                return table;
                            },
                            not -> table.row(who, "not scored: " + not.reason()));
        }
        section("Scores", table);
    }

    private void leftOut() {
        Map<String, Integer> reasons = new TreeMap<>();
        report.findings().fields().stream()
                .flatMap(f -> f.items().stream())
                .flatMap(i -> i.whyExcluded().stream())
                .map(Exclusion::reason)
                .forEach(reason -> reasons.merge(reason, 1, Integer::sum));
        TextTable table = new TextTable(Align.RIGHT, Align.LEFT);
        reasons.forEach((reason, number) -> table.row(Integer.toString(number), reason));
        section("Objects seen but not counted", table);
    }

    private void section(String title, TextTable table) {
        section(title, table, INDENT);
    }

    private void section(String title, TextTable table, int indent) {
        if (!table.isEmpty()) {
            out.print("\n" + title + (title.isEmpty() ? "" : "\n"));
            table.print(out, indent);
        }
    }
}
