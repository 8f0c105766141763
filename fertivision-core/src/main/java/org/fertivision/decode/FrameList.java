package org.fertivision.decode;

import java.util.Arrays;

/** Where the frames of a video lie in its file, one after another. */
final class FrameList {
    private static final int BEGIN = 1024;

    private long[] places = new long[BEGIN];
    private int[] sizes = new int[BEGIN];
    private int count;

    /** Adds a frame; one of no bytes stands for a frame that was dropped. */
    void add(long place, long size) {
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
            sizes = Arrays.copyOf(sizes, 2 * count);
        }
        places[count] = place;
        sizes[count] = clamped(size);
        count++;
    }

    /** Says how large the last frame is after all. */
    void resizeLast(long size) {
        sizes[count - 1] = clamped(size);
    }

    int count() {
        return count;
    }

    long place(int frame) {
        return places[frame];
    }

    int size(int frame) {
        return sizes[frame];
    }

    private static int clamped(long size) {
        return (int) Math.min(Integer.MAX_VALUE, size);
    }
}
