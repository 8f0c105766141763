package org.fertivision.pixel;

import org.fertivision.image.Plane;
import org.fertivision.image.Region;

/** The gray values around an object: the frame between two boxes, without pixels that belong to any object. */
public final class Surround {
    private static final double MAD_TO_SIGMA = 1.482602218505602;

    /** Every second row is enough: its neighbors are much like it. */
    private static final int ROW_STEP = 2;

    private final int[] values;
    private final int samples;
    private final double median;

    private Surround(int[] values, int samples) {
        this.values = values;
        this.samples = samples;
        this.median = samples == 0 ? 0 : median(values, samples);
    }

    /**
     * What lies around a blob.
     *
     * @param near pixels around the blob's box that are left out
     * @param far pixels around the blob's box that are looked at, more than {@code near}
     * @param objects pixels on the object's side are left out
     */
    public static Surround of(Blob blob, Plane plane, int near, int far, Threshold objects) {
        if (near < 0 || far <= near) {
            throw new IllegalArgumentException("a surround lies between 0 <= near < far, not " + near + ", " + far);
        }
        Region inner = blob.box().grown(near, plane.width(), plane.height());
        Region outer = blob.box().grown(far, plane.width(), plane.height());
        int[] values = new int[outer.width() * outer.height()];
        int[] row = new int[outer.width()];
        int level = objects.wholeLevel(plane.maximum());
        boolean bright = objects.polarity() == Polarity.BRIGHT;
        int count = 0;
        for (int y = outer.y(); y < outer.bottom(); y += ROW_STEP) {
            boolean besideBox = y >= inner.y() && y < inner.bottom();
            plane.row(y, outer.x(), outer.right(), row);
            int leftEnd = besideBox ? inner.x() - outer.x() : row.length;
            count = addFree(row, 0, leftEnd, level, bright, values, count);
            if (besideBox) {
                count = addFree(row, inner.right() - outer.x(), row.length, level, bright, values, count);
            }
        }
        return new Surround(values, count);
    }

    /** Appends the samples that are no object; returns how many there are now. */
    private static int addFree(int[] row, int from, int to, int level, boolean bright, int[] values, int before) {
        int count = before;
        for (int x = from; x < to; x++) {
            values[count] = row[x];
            count += (row[x] > level) == bright ? 0 : 1;
        }
        return count;
    }

    /** How many pixels were looked at, half of those that there are. */
    public int samples() {
        return samples;
    }

    /** The median of their gray values; 0 if there is none. */
    public double median() {
        return median;
    }

    /** 1.4826 times the median absolute deviation from the median, gray levels; 0 if there is no pixel. */
    public double sigma() {
        if (samples == 0) {
            return 0;
        }
        int[] deviations = new int[samples];
        for (int i = 0; i < samples; i++) {
            deviations[i] = (int) Math.round(2 * Math.abs(values[i] - median));
        }
        return MAD_TO_SIGMA * median(deviations, samples) / 2;
    }

    /** By counting: gray values around one object span few levels. */
    private static double median(int[] values, int count) {
        int lowest = values[0];
        int highest = values[0];
        for (int i = 1; i < count; i++) {
            lowest = Math.min(lowest, values[i]);
            highest = Math.max(highest, values[i]);
        }
        int[] counts = new int[highest - lowest + 1];
        for (int i = 0; i < count; i++) {
            counts[values[i] - lowest]++;
        }
        return (atRank(counts, (count - 1) / 2) + atRank(counts, count / 2)) / 2.0 + lowest;
    }

    private static int atRank(int[] counts, int rank) {
        int level = 0;
        for (int below = counts[0]; below <= rank; below += counts[level]) {
            level++;
        }
        return level;
    }
}
