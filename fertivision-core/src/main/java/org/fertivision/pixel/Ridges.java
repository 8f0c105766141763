package org.fertivision.pixel;

import java.util.Arrays;

/** The local maxima of a row of levels, and by how much each stands out from its surroundings (prominence). */
final class Ridges {
    private final int[] tops;
    private final double[] places;
    private final double[] prominences;

    private Ridges(int[] tops, double[] places, double[] prominences) {
        this.tops = tops;
        this.places = places;
        this.prominences = prominences;
    }

    static Ridges of(float[] levels) {
        float[] lowLeft = lowestSinceHigher(levels);
        float[] reversed = new float[levels.length];
        for (int i = 0; i < levels.length; i++) {
            reversed[i] = levels[levels.length - 1 - i];
        }
        float[] lowRight = lowestSinceHigher(reversed);
        int[] tops = new int[levels.length];
        double[] places = new double[levels.length];
        double[] prominences = new double[levels.length];
        int n = 0;
        for (int i = 1; i + 1 < levels.length; i++) {
            if (levels[i] > levels[i - 1] && levels[i] >= levels[i + 1]) {
                tops[n] = i;
                double bend = levels[i - 1] - 2.0 * levels[i] + levels[i + 1];
                places[n] = i + 0.5 * (levels[i - 1] - levels[i + 1]) / bend;
                prominences[n++] = levels[i] - Math.max(lowLeft[i], lowRight[levels.length - 1 - i]);
            }
        }
        return new Ridges(Arrays.copyOf(tops, n), Arrays.copyOf(places, n), Arrays.copyOf(prominences, n));
    }

    /** For each place the lowest level on the way to the left until one that is higher, or to the end. */
    private static float[] lowestSinceHigher(float[] levels) {
        float[] lowest = new float[levels.length];
        int[] higher = new int[levels.length];
        int depth = 0;
        for (int i = 0; i < levels.length; i++) {
            float low = levels[i];
            while (depth > 0 && levels[higher[depth - 1]] <= levels[i]) {
                low = Math.min(low, lowest[higher[--depth]]);
            }
            lowest[i] = low;
            higher[depth++] = i;
        }
        return lowest;
    }

    int count() {
        return places.length;
    }

    /** The place of the highest level. */
    int top(int i) {
        return tops[i];
    }

    /** The top of the parabola through the highest level and its neighbors. */
    double place(int i) {
        return places[i];
    }

    double prominence(int i) {
        return prominences[i];
    }

    double highest() {
        return Arrays.stream(prominences).max().orElse(0);
    }

    /** Those that stand out by at least so much. */
    Ridges atLeast(double prominence) {
        int[] keptTops = new int[places.length];
        double[] kept = new double[places.length];
        double[] keptProminences = new double[places.length];
        int n = 0;
        for (int i = 0; i < places.length; i++) {
            if (prominences[i] >= prominence) {
                keptTops[n] = tops[i];
                kept[n] = places[i];
                keptProminences[n++] = prominences[i];
            }
        }
        return new Ridges(Arrays.copyOf(keptTops, n), Arrays.copyOf(kept, n), Arrays.copyOf(keptProminences, n));
    }

    /** The ridge closest to a place, or -1 where there is none. */
    int closest(double place) {
        int at = Arrays.binarySearch(places, place);
        int after = at >= 0 ? at : -at - 1;
        int before = after - 1;
        if (after >= places.length) {
            return before;
        }
        return before >= 0 && place - places[before] < places[after] - place ? before : after;
    }
}
