package org.fertivision.finding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How many digits a document keeps, applied when a value is made so that memory and document never differ. */
final class Digits {
    private static final MathContext NINE = new MathContext(9, RoundingMode.HALF_EVEN);
    private static final double SMALLEST_QUICK = 1e-6;
    private static final double LARGEST_QUICK = 1e9;
    /** The smallest whole number of nine digits. */
    private static final double SMALLEST_OF_NINE = 1e8;

    private static final double DOUBT = 1e-4;
    private static final double HUNDREDTH = 100.0;
    /** From here on, pixels, neighboring doubles lie further apart than a hundredth. */
    private static final double COARSE = 0x1p46;

    private Digits() {}

    /** The nearest number of 9 significant digits; refuses what is not finite. */
    static double significant(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a reading is a finite number, not " + value);
        }
        if (value == 0) {
            return 0.0;
        }
        double size = Math.abs(value);
        double kept = size >= SMALLEST_QUICK && size < LARGEST_QUICK ? quick(size) : Double.NaN;
        return Double.isNaN(kept) ? exact(value) : Math.copySign(kept, value);
    }

    private static double exact(double value) {
        return new BigDecimal(value).round(NINE).doubleValue();
    }

    /** In doubles, where these leave no doubt on which side of a half the tenth digit lies; else not a number. */
    private static double quick(double size) {
        double power = 1;
        while (size * power < SMALLEST_OF_NINE) {
            power *= 10;
        }
        double scaled = size * power;
        double whole = Math.rint(scaled);
        // whole and power are exact, so that their quotient is the double nearest to the decimal
        return Math.abs(Math.abs(scaled - whole) - 0.5) > DOUBT ? whole / power : Double.NaN;
    }

    /** The nearest hundredth of a pixel; refuses what is not finite. */
    static double hundredth(double pixels) {
        if (!Double.isFinite(pixels)) {
            throw new IllegalArgumentException("a coordinate is a finite number, not " + pixels);
        }
        if (Math.abs(pixels) >= COARSE) {
            return pixels;
        }
        return Math.rint(pixels * HUNDREDTH) / HUNDREDTH + 0.0;
    }
}
