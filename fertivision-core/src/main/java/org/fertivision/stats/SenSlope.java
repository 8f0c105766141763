package org.fertivision.stats;

import java.util.Arrays;

/**
 * The slope of a line through points of which some may be far off: the median of the slopes of all pairs (Theil), with
 * its 95 % interval (Sen).
 *
 * <p>Source: P. K. Sen 1968, J Am Stat Assoc 63, 1379, doi:10.1080/01621459.1968.10480934. Neighbors in time that err
 * alike make the true interval wider.
 *
 * @param slope value a unit of time
 * @param low lower bound of the interval
 * @param high upper bound
 * @param n points
 */
public record SenSlope(double slope, double low, double high, int n) {
    /** More points are thinned out evenly, since pairs are many. */
    private static final int MOST_POINTS = 1000;

    private static final double TWO_SIDED = 0.975;

    /**
     * Through points at rising times.
     *
     * @throws IllegalArgumentException for fewer than three points or equal times
     */
    public static SenSlope of(double[] times, double[] values) {
        int every = (times.length + MOST_POINTS - 1) / MOST_POINTS;
        int n = times.length == 0 ? 0 : (times.length + every - 1) / every;
        if (n < 3 || times.length != values.length) {
            throw new IllegalArgumentException("a slope needs three points with a time each, not " + n);
        }
        double[] slopes = new double[n * (n - 1) / 2];
        int at = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double apart = times[j * every] - times[i * every];
                if (!(apart > 0)) {
                    throw new IllegalArgumentException("the times of a line rise");
                }
                slopes[at++] = (values[j * every] - values[i * every]) / apart;
            }
        }
        Arrays.sort(slopes);
        double spread = NormalDistribution.quantile(TWO_SIDED) * Math.sqrt(n * (n - 1.0) * (2.0 * n + 5) / 18);
        int low = (int) Math.floor((slopes.length - spread) / 2);
        int high = (int) Math.ceil((slopes.length + spread) / 2);
        return new SenSlope(
                Percentiles.median(slopes),
                slopes[Math.max(0, low - 1)],
                slopes[Math.min(slopes.length - 1, high)],
                times.length);
    }
}
