package org.fertivision.finding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How many digits a document keeps, applied when a value is made so that memory and document never differ. */
final class Digits {
    private static final MathContext NINE = new MathContext(9, RoundingMode.HALF_EVEN);
    private static final double HUNDREDTH = 100.0;
    /** From here on, pixels, neighboring doubles lie further apart than a hundredth. */
    private static final double COARSE = 0x1p46;

    private Digits() {}

    /** The nearest number of 9 significant digits; refuses what is not finite. */
    static double significant(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a reading is a finite number, not " + value);
        }
        return value == 0 ? 0.0 : new BigDecimal(value).round(NINE).doubleValue();
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
