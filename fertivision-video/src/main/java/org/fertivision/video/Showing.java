package org.fertivision.video;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** In which order the frames are shown, and when: they are decoded in the order in which they are built on each other. */
final class Showing {
    private final int[] place;
    private final long[] ticks;
    private final int held;

    private Showing(int[] place, long[] ticks, int held) {
        this.place = place;
        this.ticks = ticks;
        this.held = held;
    }

    static Showing of(SampleTable samples, Edit edit) {
        int[] order = IntStream.range(0, samples.count())
                .filter(frame -> edit.shows(samples.shown(frame)))
                .boxed()
                .sorted(Comparator.comparingLong(samples::shown))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] place = new int[samples.count()];
        Arrays.fill(place, -1);
        for (int i = 0; i < order.length; i++) {
            place[order[i]] = i;
        }
        long[] ticks = Arrays.stream(order).mapToLong(samples::shown).toArray();
        return new Showing(place, ticks, held(place));
    }

    /** The most frames that wait at once until their turn comes. */
    private static int held(int[] place) {
        boolean[] isDecoded = new boolean[place.length];
        int next = 0;
        int waiting = 0;
        int most = 0;
        for (int shown : place) {
            if (shown >= 0) {
                isDecoded[shown] = true;
                waiting++;
                most = Math.max(most, waiting);
                while (next < isDecoded.length && isDecoded[next]) {
                    next++;
                    waiting--;
                }
            }
        }
        return most;
    }

    /** How many frames are shown. */
    int count() {
        return ticks.length;
    }

    /** The place at which a frame is shown, or -1 where it is not. */
    int place(int frame) {
        return place[frame];
    }

    /** When the frame at a place is shown, in ticks of the track's clock. */
    long tick(int at) {
        return ticks[at];
    }

    /** The most decoded frames that wait at once until their turn comes. */
    int held() {
        return held;
    }
}
