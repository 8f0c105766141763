package org.fertivision.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.fertivision.finding.Interval;

/** Texts and numbers as they are printed for people: in one line, with decimal points, in every locale. */
final class Plain {
    private static final int DIGITS = 4;
    private static final double WHOLE_FROM = 1000;

    private Plain() {}

    /** A text without anything that would break its line or steer the terminal. */
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> line.appendCodePoint(isHarmless(c) ? c : ' '));
        return line.toString();
    }

    /** A figure with four significant digits, all digits before the point; for people, not for documents. */
    static String figure(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : Double.toString(value);
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal rounded = Math.abs(value) >= WHOLE_FROM
                ? exact.setScale(0, RoundingMode.HALF_EVEN)
                : exact.round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** A difference with its sign, to the last place that is printed of a figure like {@code like}. */
    static String difference(double value, double like) {
        int whole = like == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(like)));
        return signed(value, Math.max(0, DIGITS - 1 - whole));
    }

    /** A share in percent with its sign, to a hundredth. */
    static String share(double share) {
        return signed(100 * share, 2) + " %";
    }

    private static String signed(double value, int places) {
        BigDecimal rounded = new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN);
        if (rounded.signum() == 0) {
            return "0";
        }
        return (rounded.signum() > 0 ? "+" : "") + rounded.toPlainString();
    }

    /** Both bounds of an interval. */
    static String interval(Interval bounds) {
        return figure(bounds.lo()) + " to " + figure(bounds.hi());
    }

    /** A number of things: {@code 1 field}, {@code 3 fields}. */
    static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
