package org.fertivision.stats;

/**
 * The chi-square distribution with real degrees of freedom. Quantiles are accurate to about 1e-13 relative.
 *
 * <p>Source: NIST Digital Library of Mathematical Functions, 8.17 and 8.2, https://dlmf.nist.gov/8.2.
 */
public final class ChiSquare {

    private ChiSquare() {}

    /** P(X &lt;= x). */
    public static double cdf(double x, double df) {
        return IncompleteGamma.lower(Probability.positive("degrees of freedom", df) / 2, x / 2);
    }

    /** P(X &gt; x), accurate far out where the cdf is 1. */
    public static double upperTail(double x, double df) {
        return IncompleteGamma.upper(Probability.positive("degrees of freedom", df) / 2, x / 2);
    }

    /** The x with P(X &lt;= x) = p, for 0 &lt; p &lt; 1. */
    public static double quantile(double p, double df) {
        Probability.open(p);
        return p <= 0.5 ? lowerRoot(p, df) : upperRoot(1 - p, df);
    }

    /** The x with P(X &gt; x) = q, for 0 &lt; q &lt; 1; accurate for the smallest q. */
    public static double upperQuantile(double q, double df) {
        Probability.open(q);
        return q <= 0.5 ? upperRoot(q, df) : lowerRoot(1 - q, df);
    }

    private static double lowerRoot(double p, double df) {
        double a = Probability.positive("degrees of freedom", df) / 2;
        double target = StrictMath.log(p);
        double u = Root.of(
                v -> StrictMath.log(IncompleteGamma.lower(a, StrictMath.exp(v))) - target,
                v -> IncompleteGamma.logSlope(a, StrictMath.exp(v)) / IncompleteGamma.lower(a, StrictMath.exp(v)),
                StrictMath.log(a),
                1 / StrictMath.sqrt(a));
        return 2 * StrictMath.exp(u);
    }

    private static double upperRoot(double q, double df) {
        double a = Probability.positive("degrees of freedom", df) / 2;
        double target = StrictMath.log(q);
        double u = Root.of(
                v -> target - StrictMath.log(IncompleteGamma.upper(a, StrictMath.exp(v))),
                v -> IncompleteGamma.logSlope(a, StrictMath.exp(v)) / IncompleteGamma.upper(a, StrictMath.exp(v)),
                StrictMath.log(a),
                1 / StrictMath.sqrt(a));
        return 2 * StrictMath.exp(u);
    }
}
