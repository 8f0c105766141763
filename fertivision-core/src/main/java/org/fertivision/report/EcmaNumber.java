package org.fertivision.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The shortest decimal that stands for a double and no other, written as ECMAScript writes it (ECMA-262,
 * Number::toString). {@link Double#toString} is of no use here: it prints some numbers longer before Java 19.
 */
final class EcmaNumber {
    private static final double LARGEST_PLAIN_INTEGER = 1e15;

    /** Smaller numbers are written with an exponent. */
    private static final double SMALLEST_PLAIN = 1e-6;

    /** As many digits as every normal double keeps apart from its neighbors. */
    private static final int SAFE_DIGITS = 15;

    private static final int MOST_DIGITS = 17;

    private EcmaNumber() {}

    /** The text of {@code value}; refuses what is not finite. */
    static String text(double value) {
        StringBuilder out = new StringBuilder();
        append(out, value);
        return out.toString();
    }

    /** Writes the text of {@code value} behind what is there; refuses what is not finite. */
    static void append(StringBuilder out, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a document has finite numbers only, not " + value);
        }
        double size = Math.abs(value);
        if (size < LARGEST_PLAIN_INTEGER && value == Math.rint(value)) {
            out.append((long) value);
            return;
        }
        if (value < 0) {
            out.append('-');
        }
        if (size < SMALLEST_PLAIN || !appendPlain(out, size)) {
            out.append(layOut(shortest(size)));
        }
    }

    /** Writes a decimal of up to 15 digits if it reads back as {@code size}. */
    private static boolean appendPlain(StringBuilder out, double size) {
        long power = 1;
        for (int decimals = 1; decimals <= SAFE_DIGITS; decimals++) {
            power *= 10;
            double whole = Math.rint(size * power);
            if (whole >= LARGEST_PLAIN_INTEGER) {
                return false;
            }
            // both are exact, so the quotient is the double that this decimal reads back as
            if (whole / power == size) {
                appendWithPoint(out, (long) whole, power);
                return true;
            }
        }
        return false;
    }

    private static void appendWithPoint(StringBuilder out, long digits, long power) {
        long fraction = digits % power;
        out.append(digits / power).append('.');
        for (long place = power / 10; fraction < place; place /= 10) {
            out.append('0');
        }
        out.append(fraction);
    }

    /** The decimal of fewest digits that reads back as {@code size}, and of those the one nearest to it. */
    private static BigDecimal shortest(double size) {
        BigDecimal exact = new BigDecimal(size);
        if (size >= Double.MIN_NORMAL) {
            BigDecimal safe = exact.round(new MathContext(SAFE_DIGITS, RoundingMode.HALF_EVEN));
            if (safe.doubleValue() == size) {
                return safe.stripTrailingZeros();
            }
        }
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            BigDecimal below = exact.round(new MathContext(digits, RoundingMode.DOWN));
            BigDecimal above = exact.round(new MathContext(digits, RoundingMode.UP));
            boolean belowFits = below.doubleValue() == size;
            boolean aboveFits = above.doubleValue() == size;
            if (belowFits && aboveFits) {
                return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            }
            if (belowFits || aboveFits) {
                return belowFits ? below : above;
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN));
    }

    private static String layOut(BigDecimal decimal) {
        BigDecimal bare = decimal.stripTrailingZeros();
        BigInteger unscaled = bare.unscaledValue();
        String digits = unscaled.toString();
        int point = digits.length() - bare.scale();
        if (digits.length() <= point && point <= 21) {
            return digits + "0".repeat(point - digits.length());
        }
        if (0 < point && point <= 21) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (-6 < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + (point > 0 ? "e+" : "e-") + Math.abs(point - 1);
    }
}
