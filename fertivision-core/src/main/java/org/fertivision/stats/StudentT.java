package org.fertivision.stats;

/**
 * Student's t distribution with real degrees of freedom, through the beta distribution: df/(df + t²) has it with shapes
 * df/2 and ½. Quantiles are accurate to about 1e-13 relative.
 *
 * <p>Source: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.6.4,
 * https://www.itl.nist.gov/div898/handbook/eda/section3/eda3664.htm.
 */
public final class StudentT {

    private StudentT() {}

    /** P(T &lt;= t), accurate in both tails. */
    public static double cdf(double t, double df) {
        Probability.positive("degrees of freedom", df);
        double odds = t * t / df;
        double x = 1 / (1 + odds);
        double y = 1 / (1 + 1 / odds);
        double outside = IncompleteBeta.lower(df / 2, 0.5, x, y);
        return t < 0 ? outside / 2 : 0.5 + IncompleteBeta.lower(0.5, df / 2, y, x) / 2;
    }

    /** The t with P(T &lt;= t) = p, for 0 &lt; p &lt; 1. */
    public static double quantile(double p, double df) {
        Probability.open(p);
        Probability.positive("degrees of freedom", df);
        if (p == 0.5) {
            return 0;
        }
        double outside = 2 * StrictMath.min(p, 1 - p);
        double logOdds = outside <= 0.5
                ? -Beta.logitQuantile(outside, df / 2, 0.5)
                : Beta.logitQuantile(2 * StrictMath.abs(p - 0.5), 0.5, df / 2);
        double t = StrictMath.sqrt(df) * StrictMath.exp(logOdds / 2);
        return p < 0.5 ? -t : t;
    }

    /** The t that a two-sided interval at this confidence reaches on either side: 2.776 for 0.95 and 4. */
    public static double twoSided(double confidence, double df) {
        return -quantile(Probability.tail(confidence), df);
    }
}
