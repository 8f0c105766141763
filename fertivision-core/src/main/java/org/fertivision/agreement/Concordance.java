package org.fertivision.agreement;

import java.util.List;
import org.fertivision.finding.Interval;
import org.fertivision.stats.NormalDistribution;

/**
 * Lin's concordance correlation: 2 s_ab / (s_a² + s_b² + (ā − b̄)²), with variances over n. 1 where all pairs are equal. Its
 * interval comes from the inverse hyperbolic tangent, which is nearly normal.
 *
 * <p>Sources: L. I.-K. Lin 1989, doi:10.2307/2532051, with the variance as corrected 2000,
 * doi:10.1111/j.0006-341X.2000.00324.x.
 */
final class Concordance {
    private static final double UPPER = 0.975;

    private Concordance() {}

    /** The estimate for three pairs or more that are not all equal in value. */
    static Estimate of(List<Pair> pairs) {
        int n = pairs.size();
        double meanA = pairs.stream().mapToDouble(Pair::a).sum() / n;
        double meanB = pairs.stream().mapToDouble(Pair::b).sum() / n;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (Pair pair : pairs) {
            aa += (pair.a() - meanA) * (pair.a() - meanA) / n;
            bb += (pair.b() - meanB) * (pair.b() - meanB) / n;
            ab += (pair.a() - meanA) * (pair.b() - meanB) / n;
        }
        double shift = (meanA - meanB) * (meanA - meanB);
        double c = 2 * ab / (aa + bb + shift);
        if (c >= 1) {
            return new Estimate(1, new Interval(1, 1));
        }
        if (ab == 0) {
            return new Estimate(0, new Interval(-1, 1));
        }
        double r = ab / StrictMath.sqrt(aa * bb);
        double u2 = shift / StrictMath.sqrt(aa * bb);
        double rest = 1 - c * c;
        double variance = ((1 - r * r) * c * c / (rest * r * r)
                        + 2 * c * c * c * (1 - c) * u2 / (r * rest * rest)
                        - c * c * c * c * u2 * u2 / (2 * r * r * rest * rest))
                / (n - 2);
        double z = StrictMath.log((1 + c) / (1 - c)) / 2;
        double reach = NormalDistribution.quantile(UPPER) * StrictMath.sqrt(Math.max(0, variance));
        return new Estimate(c, new Interval(StrictMath.tanh(z - reach), StrictMath.tanh(z + reach)));
    }
}
