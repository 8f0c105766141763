package org.fertivision.pixel;

/**
 * Three closed paths of which each runs inside the one before, chosen together: first, second and third path gain by
 * pictures of their own, the gaps between them keep within limits, and changes from one direction to the next have a
 * price. Searching them together keeps one path from taking the place of another. Dynamic programming over two turns,
 * of which the middle one is kept; steps of at most one column.
 */
public final class NestedPaths {
    private static final int PATHS = 3;
    private static final int[] CHANGES = {0, -1, 1};

    private final Reach reach;
    private final int directions;
    private final float[] prices;
    /** How far apart in a sum two places are that differ by one in the first path, the outer and the inner gap. */
    private final int[] pitches;

    private final int[] counts;
    private final int size;
    /** Directions before and after the turn that is kept. */
    private final int lead;

    /** The best sum that ends at each place, direction after direction. */
    private final float[][] sums;

    private NestedPaths(Reach reach, int directions, double[] prices) {
        this.reach = reach;
        this.directions = directions;
        this.prices = new float[] {(float) prices[0], (float) prices[1], (float) prices[2]};
        this.counts = new int[] {reach.firsts(), reach.gaps(), reach.innerGaps()};
        this.pitches = new int[] {1, counts[0], counts[0] * counts[1]};
        this.size = counts[0] * counts[1] * counts[2];
        this.lead = directions / 2;
        this.sums = new float[directions + 2 * lead][size];
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
        NestedPaths search = new NestedPaths(reach, gains[0].length, prices);
        float[] before = new float[search.size];
        float[] between = new float[search.size];
        for (int t = 0; t < search.sums.length; t++) {
            float[] sum = search.sums[t];
            search.step(before, sum, 0);
            search.step(sum, between, 1);
            search.step(between, sum, 2);
            search.add(gains, Math.floorMod(t - search.lead, search.directions), sum);
            before = sum;
        }
        return search.middleTurn();
    }

    private void add(float[][][] gains, int d, float[] sum) {
        int row = 0;
        for (int inner = reach.innerFrom; inner < reach.innerTo; inner++) {
            for (int gap = reach.gapFrom; gap < reach.gapTo; gap++, row += counts[0]) {
                add(gains[0][d], reach.from, sum, row, counts[0]);
                add(gains[1][d], reach.from - gap, sum, row, counts[0]);
                add(gains[2][d], reach.from - gap - inner, sum, row, counts[0]);
            }
        }
    }

    private static void add(float[] gains, int from, float[] sum, int row, int count) {
        for (int i = 0; i < count; i++) {
            sum[row + i] += gains[from + i];
        }
    }

    /** Lets one of the three numbers change by one. */
    private void step(float[] from, float[] to, int number) {
        int pitch = pitches[number];
        int block = pitch * counts[number];
        if (counts[number] == 1) {
            System.arraycopy(from, 0, to, 0, size);
            return;
        }
        float price = prices[number];
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

    private Found middleTurn() {
        float[] last = sums[sums.length - 1];
        int at = 0;
        for (int i = 1; i < size; i++) {
            at = last[i] > last[at] ? i : at;
        }
        double gain = (double) last[at] / sums.length;
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
    private int before(float[] sum, int at) {
        int best = at;
        float most = Float.NEGATIVE_INFINITY;
        for (int inner : CHANGES) {
            for (int gap : CHANGES) {
                for (int first : CHANGES) {
                    if (within(at, inner, 2) && within(at, gap, 1) && within(at, first, 0)) {
                        int from = at + inner * pitches[2] + gap * pitches[1] + first;
                        float price = (inner == 0 ? 0 : prices[2])
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
