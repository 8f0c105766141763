package org.fertivision.stats;

/**
 * Fisher's F distribution with real degrees of freedom, through the beta distribution: d1 F/(d1 F + d2) has it with shapes
 * d1/2 and d2/2.
 *
 * <p>Source: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.6.5,
 * https://www.itl.nist.gov/div898/handbook/eda/section3/eda3665.htm.
 */
public final class FisherF {

    private FisherF() {}

    /** P(F &lt;= f). */
    public static double cdf(double f, double df1, double df2) {
        Probability.positive("degrees of freedom above", df1);
        Probability.positive("degrees of freedom below", df2);
        if (f <= 0) {
            return 0;
        }
        double odds = df1 * f / df2;
        return IncompleteBeta.lower(df1 / 2, df2 / 2, 1 / (1 + 1 / odds), 1 / (1 + odds));
    }

    /** The f with P(F &lt;= f) = p, for 0 &lt; p &lt; 1. */
    public static double quantile(double p, double df1, double df2) {
        Probability.positive("degrees of freedom above", df1);
        Probability.positive("degrees of freedom below", df2);
        return df2 / df1 * StrictMath.exp(Beta.logitQuantile(p, df1 / 2, df2 / 2));
    }
}
