package org.fertivision.report;

import java.util.Arrays;

/**
 * How values are spread: counts in equal bins whose borders are round numbers, and the figures that stand for the whole.
 * The width of a bin follows Freedman and Diaconis (1981, doi:10.1007/BF01025868), within about 8 to 40 bins.
 */
final class Histogram {
    private static final int FEWEST_BINS = 8;
    private static final int MOST_BINS = 40;

    private final double[] sorted;
    private final Axis axis;
    private final int[] counts;

    private Histogram(double[] sorted, Axis axis, int[] counts) {
        this.sorted = sorted;
        this.axis = axis;
        this.counts = counts;
    }

    /** The histogram of one value or more. */
    static Histogram of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double range = sorted[sorted.length - 1] - sorted[0];
        double spread = quantile(sorted, 0.75) - quantile(sorted, 0.25);
        double wanted = 2 * spread / StrictMath.cbrt(sorted.length);
        double fitting = wanted > 0 ? range / wanted : FEWEST_BINS;
        int bins = fitting > FEWEST_BINS ? (int) Math.min(MOST_BINS, fitting) : FEWEST_BINS;
        Axis axis = Axis.inSteps(sorted[0], sorted[sorted.length - 1], bins);
        int[] counts = new int[(int) Math.round((axis.to() - axis.from()) / axis.step())];
        for (double value : sorted) {
            counts[bin(axis, counts.length, value)]++;
        }
        return new Histogram(sorted, axis, counts);
    }

    private static int bin(Axis axis, int bins, double value) {
        int bin = (int) Math.floor((value - axis.from()) / axis.step());
        return Math.min(bins - 1, Math.max(0, bin));
    }

    /** The bin in which a value lies. */
    int bin(double value) {
        return bin(axis, counts.length, value);
    }

    /** The bins: each step is one. */
    Axis axis() {
        return axis;
    }

    int bins() {
        return counts.length;
    }

    int count(int bin) {
        return counts[bin];
    }

    int highest() {
        return Arrays.stream(counts).max().orElse(0);
    }

    int n() {
        return sorted.length;
    }

    double mean() {
        return Arrays.stream(sorted).map(value -> value / sorted.length).sum();
    }

    double median() {
        return quantile(sorted, 0.5);
    }

    double lowest() {
        return sorted[0];
    }

    double largest() {
        return sorted[sorted.length - 1];
    }

    /** By linear interpolation between the order statistics (type 7 of Hyndman and Fan). */
    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
