package org.fertivision.tracking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which true place and which told place lie within reach of each other, frame by frame. */
final class Nearby {
    private final TrackTable truth;
    private final TrackTable told;
    private final Map<Integer, List<Pair>> frames = new TreeMap<>();

    /**
     * A true and a told place within reach in one frame.
     *
     * @param truth index of the true track
     * @param told index of the told track
     * @param share their distance as a share of the reach, 0 to 1
     */
    record Pair(int truth, int told, double share) {}

    Nearby(TrackTable truth, TrackTable told, double reach) {
        this.truth = truth;
        this.told = told;
        Map<Integer, List<TrackTable.Place>> known = truth.frames();
        Map<Integer, List<TrackTable.Place>> said = told.frames();
        TreeSet<Integer> all = new TreeSet<>(known.keySet());
        all.addAll(said.keySet());
        for (int frame : all) {
            List<Pair> pairs = new ArrayList<>();
            for (TrackTable.Place one : known.getOrDefault(frame, List.of())) {
                for (TrackTable.Place other : said.getOrDefault(frame, List.of())) {
                    double share = StrictMath.hypot(one.x() - other.x(), one.y() - other.y()) / reach;
                    if (share <= 1) {
                        pairs.add(new Pair(one.track(), other.track(), share));
                    }
                }
            }
            frames.put(frame, pairs);
        }
    }

    TrackTable truth() {
        return truth;
    }

    TrackTable told() {
        return told;
    }

    /** The pairs of each frame in which there is any place, frames in order. */
    Collection<List<Pair>> frames() {
        return frames.values();
    }

    /** The pairs of one frame. */
    List<Pair> frame(int number) {
        return frames.getOrDefault(number, List.of());
    }

    /** A number for a pair of tracks, whatever the frame. */
    static long key(int truth, int told) {
        return (long) truth << 32 | told;
    }

    static long key(Pair pair) {
        return key(pair.truth, pair.told);
    }
}
