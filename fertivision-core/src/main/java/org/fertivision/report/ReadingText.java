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
    /** The words for a reading in a language. */
    public static ReadingText of(Reading reading, Language language) {
        String label = language.told(reading.measure().label());
        String unit = language.told(reading.measure().unit().symbol());
        return reading.fold(
                measured -> measured(label, unit, measured, language),
                given -> new ReadingText(
                        label, language.plain(given.value()), unit, "", "", language.say("given by {0}", given.by())),
                not -> new ReadingText(label, "", unit, "", "", language.told(not.reason())));
    }

    private static ReadingText measured(String label, String unit, Reading.Measured reading, Language language) {
        int decimals = Figures.decimals(reading);
        boolean isCount = reading.measure().unit() == Unit.ONE && reading.value() == Math.rint(reading.value());
        Optional<Interval> ci95 = reading.interval();
        return new ReadingText(
                label,
                language.fixed(reading.value(), isCount ? 0 : decimals),
                unit,
                ci95.map(ci -> language.say(
                                "{0} to {1}", language.fixed(ci.lo(), decimals), language.fixed(ci.hi(), decimals)))
                        .orElse(""),
                reading.n() == 0 ? "" : Integer.toString(reading.n()),
                language.told(reading.method()));
    }

    /** Value and unit, {@code 63.2 %}; empty where there is no value. */
    public String amount() {
        return value.isEmpty() ? "" : (value + " " + unit).strip();
    }
}
