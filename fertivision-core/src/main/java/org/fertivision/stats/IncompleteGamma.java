package org.fertivision.stats;

/**
 * The regularized incomplete gamma functions P(a, x) and Q(a, x) = 1 - P(a, x): series below x = a + 1, continued
 * fraction (modified Lentz) above, so that the smaller of the two keeps its relative accuracy.
 *
 * <p>Source: NIST Digital Library of Mathematical Functions, 8.7.1 and 8.9.2, https://dlmf.nist.gov/8.
 */
final class IncompleteGamma {

    private static final int MAX_TERMS = 1_000_000;
    private static final double TINY = 1e-300;
    private static final double EPSILON = 1e-16;

    private IncompleteGamma() {}

    static double lower(double a, double x) {
        if (x <= 0) {
            return 0;
        }
        return x < a + 1 ? series(a, x) : 1 - fraction(a, x);
    }

    static double upper(double a, double x) {
        if (x <= 0) {
            return 1;
        }
        return x < a + 1 ? 1 - series(a, x) : fraction(a, x);
    }

    /** dP/d(ln x) = x^a e^-x / Γ(a). */
    static double logSlope(double a, double x) {
        return a * Deviance.poisson(a, x);
    }

    private static double series(double a, double x) {
        double term = 1;
        double sum = 1;
        for (int i = 1; i < MAX_TERMS && term > EPSILON * sum; i++) {
            term *= x / (a + i);
            sum += term;
        }
        return Deviance.poisson(a, x) * sum;
    }

    private static double fraction(double a, double x) {
        double b = x + 1 - a;
        double c = 1 / TINY;
        double d = 1 / b;
        double h = d;
        for (int i = 1; i < MAX_TERMS; i++) {
            double an = -i * (i - a);
            b += 2;
            d = 1 / awayFromZero(an * d + b);
            c = awayFromZero(b + an / c);
            double step = d * c;
            h *= step;
            if (StrictMath.abs(step - 1) <= 2 * EPSILON) {
                break;
            }
        }
        return logSlope(a, x) * h;
    }

    private static double awayFromZero(double value) {
        return StrictMath.abs(value) < TINY ? TINY : value;
    }
}
