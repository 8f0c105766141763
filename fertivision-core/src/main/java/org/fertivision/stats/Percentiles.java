package org.fertivision.stats;

import java.util.Arrays;

/**
 * Median and percentiles of a sample, interpolated linearly: share q lies at rank 1 + (n - 1) q of the sorted values
 * ("type 7", the default of R and NumPy). Immutable.
 *
 * <p>Source: R. J. Hyndman and Y. Fan 1996, doi:10.1080/00031305.1996.10473566.
 */
public final class Percentiles {

    private final double[] sorted;

    private Percentiles(double[] sorted) {
        this.sorted = sorted;
    }

    /** The percentiles of at least one value, none NaN; the array is copied. */
    public static Percentiles of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("percentiles need at least one value");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        if (Double.isNaN(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException("percentiles of NaN are not defined");
        }
        return new Percentiles(sorted);
    }

    /** The median of at least one value. */
    public static double median(double[] values) {
        return of(values).median();
    }

    /** The value below which the share q (0 to 1) of the sample lies. */
    public double at(double q) {
        if (!(q >= 0 && q <= 1)) {
            throw new IllegalArgumentException("a share between 0 and 1 is needed, not " + q);
        }
        double rank = (sorted.length - 1) * q;
        int below = (int) rank;
        double part = rank - below;
        return part == 0 ? sorted[below] : sorted[below] + part * (sorted[below + 1] - sorted[below]);
    }

    /** The value half of the sample lies below. */
    public double median() {
        return at(0.5);
    }

    /** Number of values. */
    public int n() {
        return sorted.length;
    }
}
