package org.fertivision.stats;

/**
 * The beta distribution on [0, 1] with real shapes a, b &gt; 0. Quantiles are accurate to about 1e-13 relative, from
 * either end.
 *
 * <p>Source: NIST Digital Library of Mathematical Functions, 8.17, https://dlmf.nist.gov/8.17.
 */
public final class Beta {

    private Beta() {}

    /** P(X &lt;= x). */
    public static double cdf(double x, double a, double b) {
        Probability.positive("first shape", a);
        Probability.positive("second shape", b);
        return IncompleteBeta.lower(a, b, x, 1 - x);
    }

    /** The x with P(X &lt;= x) = p, for 0 &lt; p &lt; 1. */
    public static double quantile(double p, double a, double b) {
        return Logit.inverse(logitQuantile(p, a, b));
    }

    /** ln(x / (1 - x)) of the quantile x, which tells x near 1 as exactly as x near 0. */
    static double logitQuantile(double p, double a, double b) {
        Probability.open(p);
        Probability.positive("first shape", a);
        Probability.positive("second shape", b);
        return p <= 0.5 ? lowerRoot(p, a, b) : -lowerRoot(1 - p, b, a);
    }

    private static double lowerRoot(double p, double a, double b) {
        double target = StrictMath.log(p);
        return Root.of(
                u -> StrictMath.log(lower(a, b, u)) - target,
                u -> IncompleteBeta.logitSlope(a, b, Logit.inverse(u), Logit.inverse(-u)) / lower(a, b, u),
                StrictMath.log(a / b),
                StrictMath.sqrt(1 / a + 1 / b));
    }

    private static double lower(double a, double b, double u) {
        return IncompleteBeta.lower(a, b, Logit.inverse(u), Logit.inverse(-u));
    }
}
