package org.fertivision.pixel;

import org.fertivision.image.Plane;
import org.fertivision.image.Region;

/** The gray values around an object: the frame between two boxes, without pixels that belong to any object. */
public final class Surround {
    private static final double MAD_TO_SIGMA = 1.482602218505602;

    private final float[] values;
    private final int samples;
    private final double median;

    private Surround(float[] values, int samples) {
        this.values = values;
        this.samples = samples;
        this.median = samples == 0 ? 0 : Median.of(values, samples);
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
        float[] values = new float[outer.width() * outer.height()];
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
        return new Surround(values, count);
    }

    /** Appends the samples that are no object; returns how many there are now. */
    private static int addFree(int[] row, int from, int to, int level, boolean bright, float[] values, int before) {
        int count = before;
        for (int x = from; x < to; x++) {
            values[count] = row[x];
            count += (row[x] > level) == bright ? 0 : 1;
        }
        return count;
    }

    /** How many pixels. */
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
        float[] deviations = new float[samples];
        for (int i = 0; i < samples; i++) {
            deviations[i] = (float) Math.abs(values[i] - median);
        }
        return MAD_TO_SIGMA * Median.of(deviations, samples);
    }
}
