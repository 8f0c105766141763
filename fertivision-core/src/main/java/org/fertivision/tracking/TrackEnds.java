package org.fertivision.tracking;

import java.util.ArrayList;
import java.util.List;

/**
 * Whose start and whose end the told tracks are: a place belongs to the nearest true place within reach, an end to the true
 * track that most of its five places belong to.
 *
 * @param judged told tracks of ten places or more
 * @param wrong those whose start and end belong to different true tracks
 */
record TrackEnds(int judged, int wrong) {
    private static final int SHORTEST = 10;
    private static final int END = 5;
    private static final int NONE = -1;

    static TrackEnds of(Nearby nearby) {
        List<List<Integer>> owners = owners(nearby);
        int judged = 0;
        int wrong = 0;
        for (List<Integer> track : owners) {
            if (track.size() >= SHORTEST) {
                int first = commonest(track.subList(0, END));
                int last = commonest(track.subList(track.size() - END, track.size()));
                judged++;
                wrong += first != NONE && last != NONE && first != last ? 1 : 0;
            }
        }
        return new TrackEnds(judged, wrong);
    }

    /** For each told track the true track, or none, that each of its places belongs to. */
    private static List<List<Integer>> owners(Nearby nearby) {
        List<List<Integer>> owners = new ArrayList<>();
        for (int track = 0; track < nearby.told().tracks(); track++) {
            owners.add(new ArrayList<>());
        }
        nearby.told().frames().forEach((frame, places) -> {
            for (TrackTable.Place place : places) {
                owners.get(place.track()).add(nearest(nearby.frame(frame), place.track()));
            }
        });
        return owners;
    }

    private static int nearest(List<Nearby.Pair> pairs, int told) {
        int owner = NONE;
        double least = Double.POSITIVE_INFINITY;
        for (Nearby.Pair pair : pairs) {
            if (pair.told() == told && pair.share() < least) {
                least = pair.share();
                owner = pair.truth();
            }
        }
        return owner;
    }

    private static int commonest(List<Integer> owners) {
        int best = NONE;
        long most = 0;
        for (int owner : owners) {
            long times = owners.stream().filter(other -> other == owner).count();
            if (owner != NONE && times > most) {
                most = times;
                best = owner;
            }
        }
        return best;
    }
}
