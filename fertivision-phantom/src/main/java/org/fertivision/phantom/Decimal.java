package org.fertivision.phantom;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as text, the same on every Java version: 12 significant digits, no exponent. */
final class Decimal {
    private static final MathContext DIGITS = new MathContext(12);

    private Decimal() {}

    static String of(double value) {
        return plain(new BigDecimal(value).round(DIGITS));
    }

    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
