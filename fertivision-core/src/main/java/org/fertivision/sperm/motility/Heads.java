package org.fertivision.sperm.motility;

import java.util.Arrays;

/** The heads of one frame, in arrays that are filled anew for every frame. */
final class Heads {
    private static final int ROOM = 64;

    private int count;
    private double[] x = new double[ROOM];
    private double[] y = new double[ROOM];
    private double[] area = new double[ROOM];
    private double[] contrast = new double[ROOM];
    private boolean[] shared = new boolean[ROOM];
    private boolean[] cut = new boolean[ROOM];

    void clear() {
        count = 0;
    }

    /**
     * Adds one.
     *
     * @param isShared whether it was parted from a blob of several heads
     * @param isCut whether the edge of the picture cuts it
     */
    void add(double atX, double atY, double pixels, double levels, boolean isShared, boolean isCut) {
        if (count == x.length) {
            x = Arrays.copyOf(x, 2 * count);
            y = Arrays.copyOf(y, 2 * count);
            area = Arrays.copyOf(area, 2 * count);
            contrast = Arrays.copyOf(contrast, 2 * count);
            shared = Arrays.copyOf(shared, 2 * count);
            cut = Arrays.copyOf(cut, 2 * count);
        }
        x[count] = atX;
        y[count] = atY;
        area[count] = pixels;
        contrast[count] = levels;
        shared[count] = isShared;
        cut[count++] = isCut;
    }

    int count() {
        return count;
    }

    double x(int i) {
        return x[i];
    }

    double y(int i) {
        return y[i];
    }

    /** Pixels that it covers. */
    double area(int i) {
        return area[i];
    }

    /** Gray levels of its bright part over the surroundings. */
    double contrast(int i) {
        return contrast[i];
    }

    boolean isShared(int i) {
        return shared[i];
    }

    boolean isCut(int i) {
        return cut[i];
    }
}
