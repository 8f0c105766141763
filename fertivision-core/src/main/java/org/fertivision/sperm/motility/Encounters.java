package org.fertivision.sperm.motility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When two tracks came so near to each other that they could have been taken for one another. */
final class Encounters {
    private final int patience;
    private final Map<Long, Encounter> open = new HashMap<>();
    private final List<Encounter> all = new ArrayList<>();

    /** Encounters that part for no more than some frames are one. */
    Encounters(int patience) {
        this.patience = patience;
    }

    /** Two tracks near to each other from one frame to another. */
    static final class Encounter {
        private int first;
        private int second;
        private final int from;
        private int to;
        private int closest;
        private double nearest = Double.POSITIVE_INFINITY;

        private Encounter(int first, int second, int from) {
            this.first = first;
            this.second = second;
            this.from = from;
        }

        int first() {
            return first;
        }

        int second() {
            return second;
        }

        int from() {
            return from;
        }

        int to() {
            return to;
        }

        boolean involves(int track) {
            return track == first || track == second;
        }

        /** From here on two tracks bear each other's number. */
        void exchange(int one, int other) {
            first = first == one ? other : first == other ? one : first;
            second = second == one ? other : second == other ? one : second;
        }

        /** The frame in which they were nearest. */
        int closest() {
            return closest;
        }
    }

    /** Notes that two tracks were near to each other in a frame. */
    void note(int frame, int one, int other, double square) {
        int first = Math.min(one, other);
        int second = Math.max(one, other);
        long key = (long) first << 32 | second;
        Encounter encounter = open.get(key);
        if (encounter == null || frame - encounter.to > patience) {
            encounter = new Encounter(first, second, frame);
            open.put(key, encounter);
            all.add(encounter);
        }
        encounter.to = frame;
        if (square < encounter.nearest) {
            encounter.nearest = square;
            encounter.closest = frame;
        }
    }

    /** All of them, in the order in which they came nearest. */
    List<Encounter> inOrder() {
        List<Encounter> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingInt(Encounter::closest)
                .thenComparingInt(Encounter::first)
                .thenComparingInt(Encounter::second));
        return sorted;
    }
}
