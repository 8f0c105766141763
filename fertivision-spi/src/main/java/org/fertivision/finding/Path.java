package org.fertivision.finding;

import java.util.Arrays;

/**
 * Where a moving object was, frame by frame, in pixels of the upright image, kept to a hundredth of a pixel. Frames
 * count from 0 and rise. Immutable.
 */
public final class Path {
    private static final double HUNDREDTH = 100.0;

    /** No image is as long; hundredths up to it fit an int. */
    private static final double FURTHEST = 1e7;

    private final int[] frames;
    private final int[] x;
    private final int[] y;

    /**
     * The places at the given frames.
     *
     * @throws IllegalArgumentException for unequal lengths, no place at all, frames that do not rise, or a place further
     *     than 10 million pixels away
     */
    public Path(int[] frames, double[] x, double[] y) {
        if (frames.length == 0 || frames.length != x.length || frames.length != y.length) {
            throw new IllegalArgumentException("a path has one place or more, x and y for each frame");
        }
        this.frames = frames.clone();
        this.x = new int[x.length];
        this.y = new int[y.length];
        for (int i = 0; i < frames.length; i++) {
            if (frames[i] < 0 || (i > 0 && frames[i] <= frames[i - 1])) {
                throw new IllegalArgumentException("the frames of a path rise from 0");
            }
            this.x[i] = hundredths(x[i]);
            this.y[i] = hundredths(y[i]);
        }
    }

    private static int hundredths(double pixels) {
        if (!(Math.abs(pixels) <= FURTHEST)) {
            throw new IllegalArgumentException("a place lies within 10 million pixels, not at " + pixels);
        }
        return (int) Math.rint(pixels * HUNDREDTH);
    }

    /** How many places. */
    public int size() {
        return frames.length;
    }

    /** The frame of place {@code i}, from 0. */
    public int frame(int i) {
        return frames[i];
    }

    /** Horizontal position of place {@code i}, pixels. */
    public double x(int i) {
        return x[i] / HUNDREDTH;
    }

    /** Vertical position of place {@code i}, pixels. */
    public double y(int i) {
        return y[i] / HUNDREDTH;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Path path
                && Arrays.equals(frames, path.frames)
                && Arrays.equals(x, path.x)
                && Arrays.equals(y, path.y);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(frames) + Arrays.hashCode(x)) + Arrays.hashCode(y);
    }

    @Override
    public String toString() {
        return "path of " + frames.length + " places";
    }
}
