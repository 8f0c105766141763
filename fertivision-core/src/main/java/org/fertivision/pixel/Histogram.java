package org.fertivision.pixel;

import org.fertivision.image.Plane;
import org.fertivision.image.Region;

/**
 * How often each gray level occurs: 256 bins for a plane of 8 bits, 65,536 for one of 16 bits, so that no depth is lost.
 * Immutable and thread-safe.
 */
public final class Histogram {

    private final int[] counts;
    private final long total;
    private final int lowest;
    private final int highest;
    private final long sum;

    private Histogram(int[] counts) {
        this.counts = counts;
        long n = 0;
        long weighted = 0;
        int low = -1;
        int high = 0;
        for (int level = 0; level < counts.length; level++) {
            int count = counts[level];
            if (count != 0) {
                low = low < 0 ? level : low;
                high = level;
                n += count;
                weighted += (long) count * level;
            }
        }
        this.total = n;
        this.sum = weighted;
        this.lowest = Math.max(0, low);
        this.highest = high;
    }

    /** The gray levels of a whole plane. */
    public static Histogram of(Plane plane) {
        return new Histogram(LevelCounts.of(plane));
    }

    /**
     * The gray levels inside a region of a plane.
     *
     * @throws IllegalArgumentException if the region leaves the plane
     */
    public static Histogram of(Plane plane, Region region) {
        if (region.x() < 0 || region.y() < 0 || region.right() > plane.width() || region.bottom() > plane.height()) {
            throw new IllegalArgumentException(region + " leaves a plane of " + plane.width() + " x " + plane.height());
        }
        int[] counts = new int[plane.maximum() + 1];
        for (int y = region.y(); y < region.bottom(); y++) {
            for (int x = region.x(); x < region.right(); x++) {
                counts[plane.at(x, y)]++;
            }
        }
        return new Histogram(counts);
    }

    /**
     * A histogram from ready counts, one a gray level from 0 on; the array is copied.
     *
     * @throws IllegalArgumentException if a count is negative or all are zero
     */
    public static Histogram ofCounts(int... counts) {
        for (int count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("a count is not negative: " + count);
            }
        }
        Histogram histogram = new Histogram(counts.clone());
        if (histogram.total == 0) {
            throw new IllegalArgumentException("a histogram counts at least one sample");
        }
        return histogram;
    }

    /** How many gray levels are told apart. */
    public int levels() {
        return counts.length;
    }

    /** How many samples have this gray level. */
    public int count(int level) {
        return counts[level];
    }

    /** How many samples there are. */
    public long total() {
        return total;
    }

    /** The lowest gray level that occurs. */
    public int lowest() {
        return lowest;
    }

    /** The highest gray level that occurs. */
    public int highest() {
        return highest;
    }

    /** The gray levels that occur, of those that could. */
    public GrayRange range() {
        return new GrayRange(lowest, highest, counts.length - 1);
    }

    /** The mean gray level. */
    public double mean() {
        return (double) sum / total;
    }

    /** The standard deviation of the gray levels, dividing by their number. */
    public double standardDeviation() {
        return spreadUpTo(highest, mean());
    }

    /**
     * The gray level that {@code percent} of the samples do not exceed: the lowest level whose cumulative count reaches
     * percent / 100 of the samples.
     *
     * @param percent 0 to 100
     */
    public int percentile(double percent) {
        checkPercent(percent);
        double wanted = Math.max(1.0, percent / 100.0 * total);
        long below = 0;
        for (int level = lowest; level < highest; level++) {
            below += counts[level];
            if (below >= wanted) {
                return level;
            }
        }
        return highest;
    }

    /**
     * The percentile with a fraction: each level is taken as spread evenly over level - 0.5 to level + 0.5, which undoes
     * the steps of the digitizer.
     *
     * @param percent 0 to 100
     */
    public double smoothPercentile(double percent) {
        checkPercent(percent);
        double wanted = percent / 100.0 * total;
        long below = 0;
        for (int level = lowest; level <= highest; level++) {
            int here = counts[level];
            if (here > 0 && below + here >= wanted) {
                return level - 0.5 + (wanted - below) / here;
            }
            below += here;
        }
        return highest + 0.5;
    }

    /** How many samples lie at or below this gray level. */
    public long countUpTo(int level) {
        long n = 0;
        for (int i = lowest; i <= Math.min(level, highest); i++) {
            n += counts[i];
        }
        return n;
    }

    /** The mean of the samples at or below this gray level, which must exist. */
    double meanUpTo(int level) {
        long n = 0;
        long weighted = 0;
        for (int i = lowest; i <= level; i++) {
            n += counts[i];
            weighted += (long) counts[i] * i;
        }
        return (double) weighted / n;
    }

    /** The root mean square distance from {@code center} of the samples at or below this gray level, which must exist. */
    double spreadUpTo(int level, double center) {
        long n = 0;
        double squares = 0;
        for (int i = lowest; i <= level; i++) {
            n += counts[i];
            squares += counts[i] * (i - center) * (i - center);
        }
        return Math.sqrt(squares / n);
    }

    private static void checkPercent(double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException("a percentile is 0 to 100, not " + percent);
        }
    }
}
