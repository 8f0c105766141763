package org.fertivision.pixel;

import org.fertivision.image.Plane;

/**
 * The empty background of a picture in gray levels: where it lies and how much it scatters.
 *
 * @param level median of all samples; right as long as objects cover less than half
 * @param standardDeviation of the samples up to the percentile asked for, about their own mean, at least 1 gray level
 * @param medianSigma 1.4826 times the median absolute deviation from {@link #level()}; 0 in a picture without noise
 */
public record NoiseFloor(double level, double standardDeviation, double medianSigma) {
    /** Median absolute deviation to standard deviation of a normal distribution. */
    private static final double MAD_TO_SIGMA = 1.482602218505602;

    private static final double DEFAULT_PERCENTILE = 90;
    /** One over six: the response of the kernel 1 -2 1, -2 4 -2, 1 -2 1 to white noise of sigma 1 is 6. */
    private static final double KERNEL_GAIN = 1.0 / 6.0;

    private static final int KERNEL_LEVELS = 8;
    /** So many rows, spread evenly, know the noise of a picture to 1 %. */
    private static final int ROWS = 128;

    /** Refuses anything that is not finite and a negative spread. */
    public NoiseFloor {
        if (!Double.isFinite(level) || !(standardDeviation >= 0) || !(medianSigma >= 0)) {
            throw new IllegalArgumentException(
                    "not a noise floor: " + level + ", " + standardDeviation + ", " + medianSigma);
        }
    }

    /** The noise floor from the samples up to the 90th percentile: bright objects on a dark field. */
    public static NoiseFloor of(Histogram histogram) {
        return upTo(DEFAULT_PERCENTILE, histogram);
    }

    /**
     * The noise floor whose spread is taken over the samples up to a percentile.
     *
     * @param percent 0 to 100
     */
    public static NoiseFloor upTo(double percent, Histogram histogram) {
        int limit = histogram.percentile(percent);
        double spread = histogram.spreadUpTo(limit, histogram.meanUpTo(limit));
        double median = histogram.percentile(50);
        double smoothMedian = histogram.smoothPercentile(50);
        return new NoiseFloor(median, Math.max(1, spread), MAD_TO_SIGMA * medianDeviation(histogram, smoothMedian));
    }

    /** The level that lies {@code k} standard deviations above the background. */
    public double above(double k) {
        return level + k * standardDeviation;
    }

    /**
     * The noise of single pixels, gray levels: from the median absolute response of a kernel that sees neither slopes nor
     * straight edges, on 128 rows spread evenly. Neighboring pixels must be independent: smoothing and JPEG make it too small.
     * Source: Immerkaer 1996, doi:10.1006/cviu.1996.0060, with the median in place of the mean.
     *
     * @return standard deviation, 0 for a plane of fewer than 3 rows or columns
     */
    public static double pixelSigma(Plane plane) {
        int width = plane.width();
        int height = plane.height();
        if (width < 3 || height < 3) {
            return 0;
        }
        int[] counts = new int[KERNEL_LEVELS * plane.maximum() + 1];
        int[] above = new int[width];
        int[] here = new int[width];
        int[] below = new int[width];
        for (int y = 1, step = Math.max(1, height / ROWS); y < height - 1; y += step) {
            plane.row(y - 1, above);
            plane.row(y, here);
            plane.row(y + 1, below);
            int before = above[0] - 2 * here[0] + below[0];
            int middle = above[1] - 2 * here[1] + below[1];
            for (int x = 2; x < width; x++) {
                int after = above[x] - 2 * here[x] + below[x];
                counts[Math.abs(before - 2 * middle + after)]++;
                before = middle;
                middle = after;
            }
        }
        return MAD_TO_SIGMA * KERNEL_GAIN * medianMagnitude(counts);
    }

    /** The median of magnitudes counted by whole value; each value k holds k - 0.5 to k + 0.5, the value 0 holds 0 to 0.5. */
    private static double medianMagnitude(int[] counts) {
        long total = 0;
        for (int count : counts) {
            total += count;
        }
        double half = total / 2.0;
        if (counts[0] >= half) {
            // so many exact zeros are not noise but a flat picture, unless the noise is far below one level
            return counts[0] == total ? 0 : 0.5 * half / counts[0];
        }
        double below = counts[0];
        int value = 1;
        while (below + counts[value] < half) {
            below += counts[value];
            value++;
        }
        return value - 0.5 + (half - below) / counts[value];
    }

    private static double medianDeviation(Histogram histogram, double center) {
        double low = 0;
        double high = Math.max(histogram.highest() + 0.5 - center, center - histogram.lowest() + 0.5);
        double half = histogram.total() / 2.0;
        if (histogram.lowest() == histogram.highest()) {
            return 0;
        }
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            if (smoothCount(histogram, center + middle) - smoothCount(histogram, center - middle) < half) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double smoothCount(Histogram histogram, double value) {
        int level = (int) Math.floor(value + 0.5);
        if (level < histogram.lowest()) {
            return 0;
        }
        if (level > histogram.highest()) {
            return histogram.total();
        }
        return histogram.countUpTo(level - 1) + histogram.count(level) * (value + 0.5 - level);
    }
}
