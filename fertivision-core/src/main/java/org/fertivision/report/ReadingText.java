package org.fertivision.report;

import java.util.Optional;
import org.fertivision.finding.Interval;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Unit;

/**
 * A reading as people read it. The value has no more decimals than its interval warrants; whole numbers without an
 * interval keep all digits, others four.
 *
 * @param label what was read
 * @param value the figure without its unit; empty where there is none
 * @param unit the sign of the unit; empty for a pure number
 * @param interval the bounds of the 95 % interval, {@code 57.9 to 68.5}; empty where none applies
 * @param count the objects or draws behind it; empty where there are none
 * @param remark how it was measured, who gave it, or why it was not measured
 */
public record ReadingText(String label, String value, String unit, String interval, String count, String remark) {
    /** The words for a reading. */
    public static ReadingText of(Reading reading) {
        String label = reading.measure().label();
        Unit unit = reading.measure().unit();
        return reading.fold(
                measured -> measured(label, unit.symbol(), measured),
                given -> new ReadingText(
                        label, Figures.plain(given.value()), unit.symbol(), "", "", "given by " + given.by()),
                not -> new ReadingText(label, "", unit.symbol(), "", "", not.reason()));
    }

    private static ReadingText measured(String label, String unit, Reading.Measured reading) {
        int decimals = Figures.decimals(reading);
        boolean isCount = reading.measure().unit() == Unit.ONE && reading.value() == Math.rint(reading.value());
        Optional<Interval> ci95 = reading.interval();
        return new ReadingText(
                label,
                Figures.fixed(reading.value(), isCount ? 0 : decimals),
                unit,
                ci95.map(ci -> Figures.fixed(ci.lo(), decimals) + " to " + Figures.fixed(ci.hi(), decimals))
                        .orElse(""),
                reading.n() == 0 ? "" : Integer.toString(reading.n()),
                reading.method());
    }

    /** Value and unit, {@code 63.2 %}; empty where there is no value. */
    public String amount() {
        return value.isEmpty() ? "" : (value + " " + unit).strip();
    }
}
