package org.fertivision.sperm.motility;

import java.util.Arrays;

/**
 * One head followed from frame to frame: its places in pixels and a slow velocity by which its next place is predicted.
 * Grows while it is followed.
 */
final class Track {
    private static final int ROOM = 64;

    private int count;
    private int[] frames = new int[ROOM];
    private float[] xs = new float[ROOM];
    private float[] ys = new float[ROOM];
    private boolean[] merged = new boolean[ROOM];
    private double velocityX;
    private double velocityY;
    private int steps;
    private int coasting;
    private boolean ambiguous;

    Track() {}

    private Track(Track of) {
        count = of.count;
        frames = of.frames.clone();
        xs = of.xs.clone();
        ys = of.ys.clone();
        merged = of.merged.clone();
    }

    /** Adds the place of a later frame. */
    void add(int frame, double x, double y, boolean isMerged) {
        if (count == frames.length) {
            frames = Arrays.copyOf(frames, 2 * count);
            xs = Arrays.copyOf(xs, 2 * count);
            ys = Arrays.copyOf(ys, 2 * count);
            merged = Arrays.copyOf(merged, 2 * count);
        }
        frames[count] = frame;
        xs[count] = (float) x;
        ys[count] = (float) y;
        merged[count++] = isMerged;
    }

    /** Lets the velocity follow the last step, by a share that is larger while the track is young. */
    void follow(double share) {
        if (count < 2) {
            return;
        }
        steps++;
        double weight = Math.max(share, 1.0 / steps);
        int gap = frames[count - 1] - frames[count - 2];
        velocityX += weight * ((xs[count - 1] - xs[count - 2]) / (double) gap - velocityX);
        velocityY += weight * ((ys[count - 1] - ys[count - 2]) / (double) gap - velocityY);
    }

    double predictedX(int frame) {
        return xs[count - 1] + velocityX * (frame - frames[count - 1]);
    }

    double predictedY(int frame) {
        return ys[count - 1] + velocityY * (frame - frames[count - 1]);
    }

    /** Notes that it hides in a blob that another track took; returns for how many frames it has by now. */
    int coast() {
        return ++coasting;
    }

    void endCoasting() {
        coasting = 0;
    }

    boolean isCoasting() {
        return coasting > 0;
    }

    /** The first place at a frame or after it; the number of places where there is none. */
    int indexAtOrAfter(int frame) {
        int at = Arrays.binarySearch(frames, 0, count, frame);
        return at >= 0 ? at : -at - 1;
    }

    /** Exchanges all places after a frame. */
    static void exchangeTails(Track a, Track b, int frame) {
        Track oldA = new Track(a);
        int fromA = a.indexAtOrAfter(frame + 1);
        int fromB = b.indexAtOrAfter(frame + 1);
        a.count = fromA;
        for (int i = fromB; i < b.count; i++) {
            a.add(b.frames[i], b.xs[i], b.ys[i], b.merged[i]);
        }
        b.count = fromB;
        for (int i = fromA; i < oldA.count; i++) {
            b.add(oldA.frames[i], oldA.xs[i], oldA.ys[i], oldA.merged[i]);
        }
    }

    /** Goes on with another track, which begins after this one ends. */
    void append(Track later) {
        for (int i = 0; i < later.count; i++) {
            add(later.frames[i], later.xs[i], later.ys[i], later.merged[i]);
        }
        ambiguous |= later.ambiguous;
    }

    void markAmbiguous() {
        ambiguous = true;
    }

    /** Whether it may have been mistaken for another. */
    boolean isAmbiguous() {
        return ambiguous;
    }

    int size() {
        return count;
    }

    int frame(int i) {
        return frames[i];
    }

    double x(int i) {
        return xs[i];
    }

    double y(int i) {
        return ys[i];
    }

    /** Whether place {@code i} is that of a blob of several heads, or parted from one. */
    boolean isMerged(int i) {
        return merged[i];
    }

    int firstFrame() {
        return frames[0];
    }

    int lastFrame() {
        return frames[count - 1];
    }
}
