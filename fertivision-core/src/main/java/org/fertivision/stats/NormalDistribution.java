package org.fertivision.stats;

/**
 * The standard normal distribution, through chi-square with one degree of freedom: z² has it. Quantiles are accurate to
 * about 1e-13 relative.
 */
public final class NormalDistribution {

    private NormalDistribution() {}

    /** P(Z &lt;= z), accurate in both tails. */
    public static double cdf(double z) {
        double half = z * z / 2;
        return z < 0 ? IncompleteGamma.upper(0.5, half) / 2 : 0.5 + IncompleteGamma.lower(0.5, half) / 2;
    }

    /** The z with P(Z &lt;= z) = p, for 0 &lt; p &lt; 1. */
    public static double quantile(double p) {
        Probability.open(p);
        if (p == 0.5) {
            return 0;
        }
        double twoSided = 2 * StrictMath.min(p, 1 - p);
        double z = StrictMath.sqrt(ChiSquare.upperQuantile(twoSided, 1));
        return p < 0.5 ? -z : z;
    }
}
