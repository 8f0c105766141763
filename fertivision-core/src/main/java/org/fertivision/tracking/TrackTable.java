package org.fertivision.tracking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Places of tracked objects, frame by frame: the true ones, or those that a linker tells. A track has one place at most in a
 * frame and may leave frames out. Immutable.
 */
public final class TrackTable {
    private final List<String> names;
    private final Map<Integer, List<Place>> frames;
    private final int[] sizes;
    private final int places;

    private TrackTable(Builder from) {
        names = List.copyOf(from.names);
        frames = new TreeMap<>();
        from.frames.forEach((frame, places) -> frames.put(frame, List.copyOf(places)));
        sizes = new int[names.size()];
        int sum = 0;
        for (List<Place> frame : frames.values()) {
            frame.forEach(place -> sizes[place.track]++);
            sum += frame.size();
        }
        places = sum;
    }

    /**
     * Where one track is in a frame.
     *
     * @param track its index
     * @param x in whatever unit the table has
     * @param y likewise
     */
    record Place(int track, double x, double y) {}

    /** An empty table to be filled. */
    public static Builder builder() {
        return new Builder();
    }

    /** How many tracks there are. */
    public int tracks() {
        return names.size();
    }

    /** How many places all tracks have together. */
    public int places() {
        return places;
    }

    /** The places of each frame, frames in order. */
    Map<Integer, List<Place>> frames() {
        return frames;
    }

    /** How many places a track has. */
    int size(int track) {
        return sizes[track];
    }

    /** Fills a table place by place, in any order. Not thread-safe. */
    public static final class Builder {
        private final List<String> names = new ArrayList<>();
        private final Map<String, Integer> index = new HashMap<>();
        private final Map<Integer, List<Place>> frames = new HashMap<>();
        private final Map<Integer, Set<Integer>> seen = new HashMap<>();

        private Builder() {}

        /**
         * Adds one place.
         *
         * @param track name of the track, such as its number
         * @param frame number of the frame
         * @param x finite, all places in one unit
         * @param y likewise
         * @throws IllegalArgumentException if the track has a place in that frame already, or a coordinate is not finite
         */
        public Builder add(String track, int frame, double x, double y) {
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                throw new IllegalArgumentException(
                        "the place of track " + track + " in frame " + frame + " is not finite: " + x + ", " + y);
            }
            int number = index.computeIfAbsent(track, name -> {
                names.add(name);
                return names.size() - 1;
            });
            if (!seen.computeIfAbsent(frame, any -> new HashSet<>()).add(number)) {
                throw new IllegalArgumentException("track " + track + " has two places in frame " + frame);
            }
            frames.computeIfAbsent(frame, any -> new ArrayList<>()).add(new Place(number, x, y));
            return this;
        }

        /** The table. */
        public TrackTable build() {
            return new TrackTable(this);
        }
    }
}
