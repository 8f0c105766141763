package org.fertivision.pixel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Three closed paths of which each runs inside the one before, chosen together: first, second and third path gain by
 * pictures of their own, the gaps between them keep within limits, and changes from one direction to the next have a
 * price. Searching them together keeps one path from taking the place of another. Dynamic programming over two turns,
 * of which the middle one is kept; steps of at most one column. Sums are kept in whole numbers, which processors compare
 * many at a time: the unit is so small that none of it is seen in the paths.
 */
public final class NestedPaths {
    private static final int PATHS = 3;
    private static final int[] CHANGES = {0, -1, 1};
    /** What a sum may reach, so that no price taken off it runs over. */
    private static final double MOST_SUM = 1 << 28;

    private final Reach reach;
    private final int directions;
    /** Units of a sum in a gain of 1. */
    private final double unit;

    private final int[] prices;
    /** How far apart in a sum two places are that differ by one in the first path, the outer and the inner gap. */
    private final int[] pitches;

    private final int[] counts;
    private final int size;
    /** Directions before and after the turn that is kept. */
    private final int lead;

    /** The best sum that ends at each place, direction after direction. */
    private final int[][] sums;

    private NestedPaths(Reach reach, float[][][] gains, double[] prices) {
        this.reach = reach;
        this.directions = gains[0].length;
        this.counts = new int[] {reach.firsts(), reach.gaps(), reach.innerGaps()};
        this.pitches = new int[] {1, counts[0], counts[0] * counts[1]};
        this.size = counts[0] * counts[1] * counts[2];
        this.lead = directions / 2;
        this.sums = new int[directions + 2 * lead][size];
        this.unit = MOST_SUM / (PATHS * Math.max(1, largest(gains)) * sums.length);
        this.prices = Arrays.stream(prices)
                .mapToInt(price -> (int) Math.round(Math.min(MOST_SUM, price * unit)))
                .toArray();
    }

    private static float largest(float[][][] gains) {
        float largest = 0;
        for (float[][] path : gains) {
            for (float[] direction : path) {
                for (float gain : direction) {
                    largest = Math.max(largest, Math.abs(gain));
                }
            }
        }
        return largest;
    }

    private List<Gains> inUnits(float[][][] gains) {
        return IntStream.range(0, directions)
                .mapToObj(d -> gains(inUnits(gains[0][d]), inUnits(gains[1][d]), inUnits(gains[2][d])))
                .toList();
    }

    private int[] inUnits(float[] gains) {
        int[] whole = new int[gains.length];
        for (int i = 0; i < gains.length; i++) {
            whole[i] = (int) Math.round(gains[i] * unit);
        }
        return whole;
    }

    /**
     * Where the paths may run, columns.
     *
     * @param from least distance of the first path
     * @param to end of the distances of the first path
     * @param gapFrom least gap between the first path and the second
     * @param gapTo end of the gaps between the first path and the second
     * @param innerFrom least gap between the second path and the third
     * @param innerTo end of the gaps between the second path and the third
     */
    public record Reach(int from, int to, int gapFrom, int gapTo, int innerFrom, int innerTo) {
        /** Refuses empty ranges and paths that could run below distance 0. */
        public Reach {
            if (from >= to || gapFrom >= gapTo || innerFrom >= innerTo || gapFrom < 0 || innerFrom < 0) {
                throw new IllegalArgumentException("the paths have room between them");
            }
            if (from - (gapTo - 1) - (innerTo - 1) < 0) {
                throw new IllegalArgumentException("the third path stays at 0 or above");
            }
        }

        private int firsts() {
            return to - from;
        }

        private int gaps() {
            return gapTo - gapFrom;
        }

        private int innerGaps() {
            return innerTo - innerFrom;
        }
    }

    /** The paths and what they gained. */
    public static final class Found {
        private final int[][] distances;
        private final double gain;

        private Found(int[][] distances, double gain) {
            this.distances = distances;
            this.gain = gain;
        }

        /** The columns of the first (0), second (1) or third path (2) in each direction. */
        public int[] distances(int path) {
            return distances[path].clone();
        }

        /** The mean gain of the three together in a direction, prices taken off. */
        public double gain() {
            return gain;
        }
    }

    /**
     * The best three paths.
     *
     * @param gains what a place gains on the first, second and third path: [path][direction][column]
     * @param prices of a step of the first path, and of a change of the outer and of the inner gap
     */
    public static Found through(float[][][] gains, Reach reach, double[] prices) {
        NestedPaths search = new NestedPaths(reach, gains, prices);
        List<Gains> ofDirection = search.inUnits(gains);
        int[] before = new int[search.size];
        int[] between = new int[search.size];
        for (int t = 0; t < search.sums.length; t++) {
            int d = Math.floorMod(t - search.lead, search.directions);
            int[] sum = search.sums[t];
            search.step(before, sum, 0);
            search.step(sum, between, 1);
            search.stepInside(between, sum, ofDirection.get(d));
            before = sum;
        }
        return search.middleTurn();
    }

    /** Lets the first path or the outer gap change by one. */
    private void step(int[] from, int[] to, int number) {
        int pitch = pitches[number];
        int block = pitch * counts[number];
        if (counts[number] == 1) {
            System.arraycopy(from, 0, to, 0, size);
            return;
        }
        int price = prices[number];
        for (int at = pitch; at < size - pitch; at++) {
            to[at] = Math.max(from[at], Math.max(from[at - pitch], from[at + pitch]) - price);
        }
        for (int start = 0; start < size; start += block) {
            for (int at = start; at < start + pitch; at++) {
                to[at] = Math.max(from[at], from[at + pitch] - price);
            }
            for (int at = start + block - pitch; at < start + block; at++) {
                to[at] = Math.max(from[at], from[at - pitch] - price);
            }
        }
    }

    /** Lets the inner gap change by one, and adds what the places gain. */
    private void stepInside(int[] from, int[] to, Gains gains) {
        int pitch = pitches[2];
        for (int inner = 0; inner < counts[2]; inner++) {
            int less = inner == 0 ? 0 : -pitch;
            int more = inner == counts[2] - 1 ? 0 : pitch;
            best(from, to, inner * pitch, less, more, gains, inner * counts[0]);
        }
    }

    private void best(int[] from, int[] to, int start, int less, int more, Gains gains, int shift) {
        int price = prices[2];
        int[] outer = gains.outer;
        int[] third = gains.third;
        for (int i = 0; i < outer.length; i++) {
            int at = start + i;
            int most = Math.max(from[at], Math.max(from[at + less], from[at + more]) - price);
            to[at] = most + outer[i] + third[shift + i];
        }
    }

    /**
     * What the places of one direction gain, laid out as the sums are: first and second path together for each outer gap
     * and first path, the third path for each sum of both gaps and first path.
     */
    private static final class Gains {
        private final int[] outer;
        private final int[] third;

        private Gains(int[] outer, int[] third) {
            this.outer = outer;
            this.third = third;
        }
    }

    private Gains gains(int[] first, int[] second, int[] third) {
        int[] outer = new int[counts[0] * counts[1]];
        int[] inside = new int[counts[0] * (counts[1] + counts[2] - 1)];
        for (int gap = 0; gap < counts[1]; gap++) {
            int from = reach.from - reach.gapFrom - gap;
            for (int i = 0; i < counts[0]; i++) {
                outer[gap * counts[0] + i] = first[reach.from + i] + second[from + i];
            }
        }
        for (int gaps = 0; gaps < counts[1] + counts[2] - 1; gaps++) {
            int from = reach.from - reach.gapFrom - reach.innerFrom - gaps;
            System.arraycopy(third, from, inside, gaps * counts[0], counts[0]);
        }
        return new Gains(outer, inside);
    }

    private Found middleTurn() {
        int[] last = sums[sums.length - 1];
        int at = 0;
        for (int i = 1; i < size; i++) {
            at = last[i] > last[at] ? i : at;
        }
        double gain = last[at] / unit / sums.length;
        int[][] distances = new int[PATHS][directions];
        for (int t = sums.length - 1; t >= lead; t--) {
            int d = t - lead;
            if (d < directions) {
                distances[0][d] = reach.from + at % counts[0];
                distances[1][d] = distances[0][d] - reach.gapFrom - at / pitches[1] % counts[1];
                distances[2][d] = distances[1][d] - reach.innerFrom - at / pitches[2];
            }
            at = t == 0 ? at : before(sums[t - 1], at);
        }
        return new Found(distances, gain);
    }

    /** From which place in the direction before a place was reached. */
    private int before(int[] sum, int at) {
        int best = at;
        int most = Integer.MIN_VALUE;
        for (int inner : CHANGES) {
            for (int gap : CHANGES) {
                for (int first : CHANGES) {
                    if (within(at, inner, 2) && within(at, gap, 1) && within(at, first, 0)) {
                        int from = at + inner * pitches[2] + gap * pitches[1] + first;
                        int price = (inner == 0 ? 0 : prices[2])
                                + (gap == 0 ? 0 : prices[1])
                                + (first == 0 ? 0 : prices[0]);
                        if (sum[from] - price > most) {
                            most = sum[from] - price;
                            best = from;
                        }
                    }
                }
            }
        }
        return best;
    }

    private boolean within(int at, int change, int number) {
        int value = at / pitches[number] % counts[number] + change;
        return value >= 0 && value < counts[number];
    }
}
