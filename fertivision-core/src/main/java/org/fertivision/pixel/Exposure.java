package org.fertivision.pixel;

/**
 * How well a picture uses its gray levels.
 *
 * @param black share of the samples at level 0, 0 to 1
 * @param white share of the samples at the sensor's full scale, 0 to 1: the highest level that can be, and for a plane of
 *     16 bits also that of a sensor of 10, 12 or 14 bits if no sample lies above it
 * @param range share of the scale between the 0.1st and the 99.9th percentile, 0 to 1
 */
public record Exposure(double black, double white, double range) {
    private static final int[] SENSOR_BITS = {10, 12, 14};
    private static final double LOW_PERCENT = 0.1;
    private static final double HIGH_PERCENT = 99.9;

    /** Refuses shares outside 0 to 1. */
    public Exposure {
        if (!(black >= 0 && black <= 1) || !(white >= 0 && white <= 1) || !(range >= 0 && range <= 1)) {
            throw new IllegalArgumentException("not shares: " + black + ", " + white + ", " + range);
        }
    }

    /** The exposure of the picture behind a histogram. */
    public static Exposure of(Histogram histogram) {
        int full = fullScale(histogram);
        double span = histogram.percentile(HIGH_PERCENT) - histogram.percentile(LOW_PERCENT);
        return new Exposure(
                (double) histogram.count(0) / histogram.total(),
                (double) histogram.count(full) / histogram.total(),
                span / full);
    }

    /** Share of the samples that the sensor could not tell apart: black or white. */
    public double saturated() {
        return Math.min(1, black + white);
    }

    private static int fullScale(Histogram histogram) {
        int most = histogram.levels() - 1;
        if (most == 255) {
            return most;
        }
        for (int bits : SENSOR_BITS) {
            int full = (1 << bits) - 1;
            if (histogram.highest() <= full && histogram.highest() > full / 2) {
                return full;
            }
        }
        return most;
    }
}
