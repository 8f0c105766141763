package org.fertivision.stats;

/**
 * The exponents of Poisson, gamma, binomial and beta densities without cancellation.
 *
 * <p>With {@code S(a) = ln Γ(a+1) - ½ ln(2πa) - a ln a + a} and {@code D(a, m) = a ln(a/m) + m - a} the term
 * {@code m^a e^-m / Γ(a+1)} is {@code exp(-S(a) - D(a, m)) / √(2πa)}, which keeps full relative accuracy for large
 * {@code a}.
 *
 * <p>Source: C. Loader, Fast and accurate computation of binomial probabilities, 2000 (the saddle-point form).
 */
final class Deviance {

    private static final double SERIES_FROM = 15;
    private static final double NEAR = 0.1;

    private Deviance() {}

    /** S(a), the error of Stirling's formula for ln Γ(a+1), for real a > 0. */
    static double stirlingError(double a) {
        double climbed = 0;
        double x = a;
        while (x < SERIES_FROM) {
            climbed += (x + 0.5) * StrictMath.log1p(1 / x) - 1;
            x++;
        }
        double r = 1 / (x * x);
        double series = 1.0 / 12
                - r * (1.0 / 360 - r * (1.0 / 1260 - r * (1.0 / 1680 - r * (1.0 / 1188 - r * 691.0 / 360360))));
        return climbed + series / x;
    }

    /** D(a, m) for a > 0 and m >= 0; infinite for m = 0. */
    static double of(double a, double m) {
        double difference = a - m;
        if (StrictMath.abs(difference) >= NEAR * (a + m)) {
            return m == 0 ? Double.POSITIVE_INFINITY : a * StrictMath.log(a / m) - difference;
        }
        double v = difference / (a + m);
        double sum = difference * v;
        double power = 2 * a * v;
        double square = v * v;
        for (int odd = 3; ; odd += 2) {
            power *= square;
            double next = sum + power / odd;
            if (next == sum) {
                return sum;
            }
            sum = next;
        }
    }

    /** m^a e^-m / Γ(a+1), the Poisson probability of a at mean m, continued to real a > 0. */
    static double poisson(double a, double m) {
        return StrictMath.exp(-stirlingError(a) - of(a, m)) / StrictMath.sqrt(2 * StrictMath.PI * a);
    }

    /** Γ(a+b+1)/(Γ(a+1)Γ(b+1)) x^a y^b, the binomial probability of a in a+b, continued to real a, b > 0; y = 1 - x. */
    static double binomial(double a, double b, double x, double y) {
        double n = a + b;
        double exponent = stirlingError(n) - stirlingError(a) - stirlingError(b) - of(a, n * x) - of(b, n * y);
        return StrictMath.exp(exponent) * StrictMath.sqrt(n / (2 * StrictMath.PI * a * b));
    }
}
