package org.fertivision.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.fertivision.cli.TextTable.Align;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Reading.Measured;
import org.fertivision.finding.Unit;
import org.fertivision.phantom.TrueValue;
import org.fertivision.report.Report;

/** What was measured of a drawn image beside what is known of it. */
final class BesideTruth {
    private final Report report;
    private final List<TrueValue> truth;

    BesideTruth(Report report, List<TrueValue> truth) {
        this.report = report;
        this.truth = truth;
    }

    /** Prints measure by measure: measured, true, the difference, and the difference as a share of the true value. */
    void print(PrintWriter out) {
        TextTable table =
                new TextTable(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.LEFT, Align.LEFT);
        table.row("", "measured", "true", "difference", "of true", "unit", "95 % interval");
        for (TrueValue value : truth) {
            reading(value).ifPresent(reading -> row(table, reading, value));
        }
        table.print(out, 2);
    }

    /**
     * Whether everything that was measured is right: off by no more than the given share of the true value, a percentage by
     * no more than so many points if these are more, or with the true value in its interval; false where nothing was measured.
     */
    boolean isRight(double share, double points) {
        List<Measured> measured = truth.stream()
                .flatMap(value -> reading(value).stream())
                .filter(Measured.class::isInstance)
                .map(Measured.class::cast)
                .toList();
        return !measured.isEmpty() && measured.stream().allMatch(m -> isRight(m, share, points));
    }

    private boolean isRight(Measured measured, double share, double points) {
        double least = measured.measure().unit() == Unit.PERCENT ? points : 0;
        return truth.stream()
                .filter(value -> value.code().equals(measured.code()))
                .allMatch(value ->
                        Math.abs(measured.value() - value.value()) <= Math.max(least, share * Math.abs(value.value()))
                                || measured.interval()
                                        .map(i -> i.contains(value.value()))
                                        .orElse(false));
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
