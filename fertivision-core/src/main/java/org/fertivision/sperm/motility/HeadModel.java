package org.fertivision.sperm.motility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a single head looks like in this video, learnt from the first frames and followed from then on.
 */
final class HeadModel {
    /** Heads below this many standard deviations of the noise are not seen. */
    static final double LEAST_SNR = 4;

    private static final double FOLLOW = 0.05;
    private static final double ALIKE = 1.4;

    private double contrast;
    private double area;
    private double mass;
    private double longest;
    private double across;

    /**
     * A blob as the model learns from it.
     *
     * @param contrast levels of its brightest pixel over the surroundings
     * @param area pixels
     * @param mass sum of levels over the threshold
     * @param longest variance along its longest axis, square pixels
     * @param across variance across it
     */
    record Example(double contrast, double area, double mass, double longest, double across) {}

    /** Learns from blobs, most of whose area belongs to single heads. */
    void learn(List<Example> blobs) {
        double typical = weightedMedian(blobs);
        List<Example> single = new ArrayList<>();
        for (Example blob : blobs) {
            if (blob.area > 0.6 * typical && blob.area < 1.5 * typical) {
                single.add(blob);
            }
        }
        area = median(single.stream().mapToDouble(Example::area).toArray());
        contrast = median(single.stream().mapToDouble(Example::contrast).toArray());
        mass = median(single.stream().mapToDouble(Example::mass).toArray());
        longest = median(single.stream().mapToDouble(Example::longest).toArray());
        across = median(single.stream().mapToDouble(Example::across).toArray());
    }

    /** Follows one single head seen later, if it is much like those known: dirt that passes for a head must not be followed. */
    void follow(Example head) {
        if (!isLike(head.contrast, contrast) || !isLike(head.area, area)) {
            return;
        }
        contrast += step(contrast, head.contrast);
        area += step(area, head.area);
        mass += step(mass, head.mass);
        longest += step(longest, head.longest);
        across += step(across, head.across);
    }

    private static boolean isLike(double value, double known) {
        return value > known / ALIKE && value < known * ALIKE;
    }

    /** A small step towards a value, of a size that the value's own distance does not change: the median is followed. */
    private static double step(double from, double to) {
        double limit = FOLLOW * from / 20;
        return Math.max(-limit, Math.min(limit, to - from));
    }

    /** The area at which half of all area lies in smaller blobs. */
    private static double weightedMedian(List<Example> blobs) {
        double[] areas = blobs.stream().mapToDouble(Example::area).sorted().toArray();
        double half = 0;
        for (double one : areas) {
            half += one / 2;
        }
        double sum = 0;
        for (double one : areas) {
            sum += one;
            if (sum >= half) {
                return one;
            }
        }
        return 0;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values.length == 0 ? 0 : values[values.length / 2];
    }

    /** Whether it has learnt anything. */
    boolean isKnown() {
        return area > 0;
    }

    double contrast() {
        return contrast;
    }

    double area() {
        return area;
    }

    double mass() {
        return mass;
    }

    double longest() {
        return longest;
    }

    double across() {
        return across;
    }
}
