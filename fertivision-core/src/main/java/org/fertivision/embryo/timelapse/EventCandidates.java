package org.fertivision.embryo.timelapse;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.fertivision.stats.Percentiles;

/** Frames in which something may have happened: peaks of motion energy far above the frames around them. */
final class EventCandidates {
    /** With fewer frames nobody knows what is usual. */
    static final int FEWEST = 10;

    /** Frames on both sides that tell what is usual; more of them would mix embryos of few and of many cells. */
    private static final int AROUND = 8;

    /** Frames on both sides within which a peak falls off again. */
    private static final int BESIDE = 3;

    private static final double DEVIATIONS = 4;
    private static final double NORMAL_MEDIAN = 1.4826;
    /** A peak that is lower than this over what is usual is not told from noise. */
    private static final double LEAST_HEIGHT = 1.35;

    private EventCandidates() {}

    /**
     * The heights of the candidates, times what is usual around them: the highest first, none beside another, so that each
     * frame that stands out is at most one frame away from a candidate.
     */
    static Curve of(Curve energy) {
        double[] heights = new double[energy.size()];
        if (energy.size() >= FEWEST) {
            Arrays.setAll(heights, i -> height(energy, i));
        }
        boolean[] taken = new boolean[heights.length];
        IntStream.range(0, heights.length)
                .filter(i -> heights[i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -energy.value(i)))
                .forEach(i -> taken[i] = !isBeside(energy, taken, i));
        Curve.Growing candidates = new Curve.Growing();
        for (int i = 0; i < heights.length; i++) {
            if (taken[i]) {
                candidates.add(energy.frame(i), heights[i]);
            }
        }
        return candidates.curve(3600 * energy.hoursPerFrame());
    }

    private static boolean isBeside(Curve energy, boolean[] taken, int i) {
        return (i > 0 && taken[i - 1] && energy.frame(i) - energy.frame(i - 1) == 1)
                || (i + 1 < taken.length && taken[i + 1] && energy.frame(i + 1) - energy.frame(i) == 1);
    }

    /** The height of a frame that stands out, else 0. */
    private static double height(Curve energy, int i) {
        int from = Math.max(0, Math.min(i - AROUND, energy.size() - 2 * AROUND - 1));
        int to = Math.min(energy.size(), Math.max(i + AROUND + 1, 2 * AROUND + 1));
        double[] around = new double[to - from];
        Arrays.setAll(around, k -> energy.value(from + k));
        double usual = Percentiles.median(around);
        double value = energy.value(i);
        boolean standsOut = usual > 0
                && value > usual + DEVIATIONS * scatter(around)
                && value > LEAST_HEIGHT * Math.max(usual, saddle(energy, i));
        return standsOut ? value / usual : 0;
    }

    /** The scatter from one frame to the next, which a change of level leaves alone. */
    private static double scatter(double[] values) {
        double[] steps = new double[values.length - 1];
        Arrays.setAll(steps, k -> Math.abs(values[k + 1] - values[k]));
        return NORMAL_MEDIAN * Percentiles.median(steps) / Math.sqrt(2);
    }

    /** The higher one of the lowest points on both sides: a plateau has no peak. */
    private static double saddle(Curve energy, int i) {
        return Math.max(lowest(energy, i, -1), lowest(energy, i, 1));
    }

    private static double lowest(Curve energy, int i, int side) {
        double lowest = energy.value(i);
        for (int k = i + side;
                k >= 0 && k < energy.size() && Math.abs(energy.frame(k) - energy.frame(i)) <= BESIDE;
                k += side) {
            lowest = Math.min(lowest, energy.value(k));
        }
        return lowest < energy.value(i) ? lowest : 0;
    }
}
