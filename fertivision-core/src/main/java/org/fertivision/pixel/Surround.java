package org.fertivision.pixel;

import java.util.Arrays;
import org.fertivision.image.Plane;
import org.fertivision.image.Region;

/**
 * The gray values around an object: the frame between two boxes, without pixels that belong to any object.
 *
 * @param samples how many pixels
 * @param median of their gray values; 0 if there is none
 * @param sigma 1.4826 times the median absolute deviation from it, gray levels
 */
public record Surround(int samples, double median, double sigma) {
    private static final double MAD_TO_SIGMA = 1.482602218505602;

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
        for (int y = outer.y(); y < outer.bottom(); y++) {
            boolean besideBox = y >= inner.y() && y < inner.bottom();
            plane.row(y, outer.x(), outer.right(), row);
            int leftEnd = besideBox ? inner.x() - outer.x() : row.length;
            count = addFree(row, 0, leftEnd, level, bright, values, count);
            if (besideBox) {
                count = addFree(row, inner.right() - outer.x(), row.length, level, bright, values, count);
            }
        }
        return of(values, count);
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

    private static Surround of(int[] values, int count) {
        if (count == 0) {
            return new Surround(0, 0, 0);
        }
        double median = median(values, count);
        int[] deviations = new int[count];
        for (int i = 0; i < count; i++) {
            deviations[i] = (int) Math.round(2 * Math.abs(values[i] - median));
        }
        return new Surround(count, median, MAD_TO_SIGMA * median(deviations, count) / 2);
    }

    /** By counting: gray values around one object span few levels. */
    private static double median(int[] values, int count) {
        int lowest = Integer.MAX_VALUE;
        int highest = 0;
        for (int i = 0; i < count; i++) {
            lowest = Math.min(lowest, values[i]);
            highest = Math.max(highest, values[i]);
        }
        int[] counts = new int[highest - lowest + 1];
        for (int i = 0; i < count; i++) {
            counts[values[i] - lowest]++;
        }
        int lowerRank = (count - 1) / 2;
        int upperRank = count / 2;
        return (atRank(counts, lowerRank) + atRank(counts, upperRank)) / 2.0 + lowest;
    }

    private static int atRank(int[] counts, int rank) {
        int below = 0;
        for (int level = 0; level < counts.length; level++) {
            below += counts[level];
            if (below > rank) {
                return level;
            }
        }
        throw new IllegalStateException(
                "rank " + rank + " of " + Arrays.stream(counts).sum());
    }
}
