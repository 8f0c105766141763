package org.fertivision.stats;

/**
 * Standard deviation estimated from the median of absolute deviations (MAD), unmoved by up to half the values being
 * outliers: 1.4826 MAD, which is the standard deviation for normal values.
 *
 * <p>Source: F. R. Hampel 1974, doi:10.1080/01621459.1974.10482962.
 */
public final class RobustScale {

    /** 1 / Φ⁻¹(¾). */
    private static final double NORMAL = 1.482602218505602;

    private RobustScale() {}

    /** 1.4826 times the median of |x - median|, for at least one value, none NaN. */
    public static double of(double[] values) {
        return about(Percentiles.median(values), values);
    }

    /** 1.4826 times the median of |x - center|, for at least one value, none NaN. */
    public static double about(double center, double[] values) {
        double[] deviations = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            deviations[i] = StrictMath.abs(values[i] - center);
        }
        return NORMAL * Percentiles.median(deviations);
    }
}
