package org.fertivision.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.fertivision.finding.Interval;
import org.fertivision.finding.Reading;

/** Numbers as people read them: few digits, no exponent, a point as decimal sign whatever the locale. */
final class Figures {
    /** A figure without an interval is shown with this many digits. */
    private static final int USUAL_DIGITS = 4;

    private static final int MOST_DECIMALS = 6;

    private Figures() {}

    /** A number with 4 significant digits; whole numbers keep all of theirs. */
    static String plain(double value) {
        BigDecimal exact = new BigDecimal(value);
        int whole = exact.precision() - exact.scale();
        return decimals(value, Math.max(0, USUAL_DIGITS - Math.max(whole, value == 0 ? 1 : whole)));
    }

    /** A number with at most the given number of decimals, zeros at the end left out. */
    static String decimals(double value, int most) {
        BigDecimal rounded = new BigDecimal(value).setScale(most, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** A number with exactly the given number of decimals. */
    static String fixed(double value, int decimals) {
        BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? rounded.abs().toPlainString() : rounded.toPlainString();
    }

    /**
     * How many decimals a reading deserves: one digit beyond the first of its interval's half width, since more would
     * promise what the interval denies.
     */
    static int decimals(Reading.Measured reading) {
        Optional<Interval> ci95 = reading.interval();
        double half = ci95.isPresent() ? (ci95.get().hi() - ci95.get().lo()) / 2 : 0;
        if (half > 0) {
            BigDecimal exact = new BigDecimal(half);
            int exponent = exact.precision() - exact.scale() - 1;
            return Math.min(MOST_DECIMALS, Math.max(0, 1 - exponent));
        }
        String shown = plain(reading.value());
        int point = shown.indexOf('.');
        return point < 0 ? 0 : shown.length() - point - 1;
    }
}
