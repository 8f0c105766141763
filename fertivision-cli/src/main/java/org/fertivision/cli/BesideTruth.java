package org.fertivision.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.fertivision.cli.TextTable.Align;
import org.fertivision.finding.Reading;
import org.fertivision.phantom.TrueValue;
import org.fertivision.phantom.Truth;
import org.fertivision.report.Report;

/** What was measured of a drawn image beside what is known of it. */
final class BesideTruth {
    private final Report report;
    private final List<TrueValue> truth;

    BesideTruth(Report report, Truth truth) {
        this.report = report;
        this.truth = truth.summary();
    }

    /** Prints measure by measure: measured, true, the difference, and the difference as a share of the true value. */
    void print(PrintWriter out) {
        TextTable table =
                new TextTable(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.LEFT, Align.LEFT);
        table.row("", "measured", "true", "difference", "", "", "95 % interval");
        for (TrueValue value : truth) {
            reading(value).ifPresent(reading -> row(table, reading, value));
        }
        table.print(out, 2);
    }

    /** The largest difference as a share of the true value, over all that was measured; nothing where nothing was. */
    Optional<Double> largestShare() {
        return truth.stream()
                .filter(value -> value.value() != 0)
                .flatMap(value ->
                        reading(value)
                                .flatMap(Reading::figure)
                                .map(figure -> Math.abs(figure / value.value() - 1))
                                .stream())
                .max(Double::compare);
    }

    private Optional<Reading> reading(TrueValue value) {
        return report.findings().summary().readings().stream()
                .filter(r -> r.code().equals(value.code())
                        && r.measure().unit().ucum().equals(value.unit()))
                .findFirst();
    }

    private static void row(TextTable table, Reading reading, TrueValue value) {
        String known = Plain.figure(value.value());
        String unit = reading.measure().unit().symbol();
        reading.fold(
                measured -> table.row(
                        reading.code(),
                        Plain.figure(measured.value()),
                        known,
                        Plain.difference(measured.value() - value.value(), value.value()),
                        value.value() == 0 ? "" : Plain.share(measured.value() / value.value() - 1),
                        unit,
                        measured.interval().map(Plain::interval).orElse("")),
                given -> table,
                not -> table.row(reading.code(), "not measured", known, "", "", unit, not.reason()));
    }
}
