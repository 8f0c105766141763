package org.fertivision.pixel;

import java.util.Arrays;
import org.fertivision.image.Plane;

/** The sorted gray values of a plane under a blob, for its percentiles. */
public final class GrayUnder {
    private final int[] sorted;

    private GrayUnder(int[] sorted) {
        this.sorted = sorted;
    }

    /** The gray values under a blob. */
    public static GrayUnder of(Blob blob, Plane plane) {
        int[] values = new int[blob.area()];
        int[] next = {0};
        int[] row = new int[blob.box().width()];
        blob.forEachRun((y, from, to) -> {
            plane.row(y, from, to, row);
            System.arraycopy(row, 0, values, next[0], to - from);
            next[0] += to - from;
        });
        Arrays.sort(values);
        return new GrayUnder(values);
    }

    /**
     * The percentile, straight between the two neighboring ranks.
     *
     * @param percent 0 to 100
     */
    public double percentile(double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException("a percentile is 0 to 100, not " + percent);
        }
        double rank = percent / 100 * (sorted.length - 1);
        int below = (int) rank;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }

    /** The middle value. */
    public double median() {
        return percentile(50);
    }
}
