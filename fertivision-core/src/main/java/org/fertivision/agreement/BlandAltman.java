package org.fertivision.agreement;

import java.util.List;
import org.fertivision.stats.Running;
import org.fertivision.stats.StudentT;

/**
 * The differences between two readers or methods, first less second. The limits of agreement, bias ± 1.96 SD, hold 95 % of
 * the differences where these are normal and do not depend on the size of what is read; the slope tells whether they do.
 *
 * <p>Sources: J. M. Bland, D. G. Altman 1986, doi:10.1016/S0140-6736(86)90837-8; the standard error of the limits, SD
 * √(1/n + 1.96²/(2(n − 1))), and the regression of differences on means: the same 1999, doi:10.1177/096228029900800204,
 * sections 2 and 3.2.
 *
 * @param bias mean of the differences
 * @param sd their standard deviation
 * @param lower lower limit of agreement
 * @param upper upper limit of agreement
 * @param slope change of the difference for each unit of the mean of both; 0 in its interval means that no proportional bias
 *     was shown
 */
public record BlandAltman(Estimate bias, double sd, Estimate lower, Estimate upper, Estimate slope) {
    private static final double NORMAL_95 = 1.959963984540054;
    private static final double CONFIDENCE = 0.95;

    /** The comparison of three pairs or more. */
    static BlandAltman of(List<Pair> pairs) {
        Running differences = new Running();
        pairs.forEach(pair -> differences.add(pair.difference()));
        int n = pairs.size();
        double bias = differences.mean();
        double sd = differences.standardDeviation();
        double t = StudentT.twoSided(CONFIDENCE, n - 1);
        double reach = t * sd * StrictMath.sqrt(1.0 / n + NORMAL_95 * NORMAL_95 / (2 * (n - 1.0)));
        return new BlandAltman(
                Estimate.around(bias, t * sd / StrictMath.sqrt(n)),
                sd,
                Estimate.around(bias - NORMAL_95 * sd, reach),
                Estimate.around(bias + NORMAL_95 * sd, reach),
                slope(pairs, bias));
    }

    /** Least squares of the differences on the means. */
    private static Estimate slope(List<Pair> pairs, double bias) {
        Running means = new Running();
        pairs.forEach(pair -> means.add(pair.mean()));
        double spread = means.variance() * (means.n() - 1);
        if (spread == 0) {
            return Estimate.around(0, 0);
        }
        double common = 0;
        for (Pair pair : pairs) {
            common += (pair.mean() - means.mean()) * (pair.difference() - bias);
        }
        double slope = common / spread;
        double left = 0;
        for (Pair pair : pairs) {
            double off = pair.difference() - bias - slope * (pair.mean() - means.mean());
            left += off * off;
        }
        double df = pairs.size() - 2.0;
        return Estimate.around(slope, StudentT.twoSided(CONFIDENCE, df) * StrictMath.sqrt(left / df / spread));
    }
}
