package org.fertivision.pixel;

/**
 * Three closed paths of which each runs inside the one before, chosen together: first, second and third path gain by
 * pictures of their own, the gaps between them keep within limits, and changes from one direction to the next have a
 * price. Searching them together keeps one path from taking the place of another. Dynamic programming over two turns, of
 * which the middle one is kept; steps of at most one column.
 */
public final class NestedPaths {
    private static final int PATHS = 3;

    private final Reach reach;
    private final int directions;
    private final double[] prices;
    private final int size;
    private final byte[][][] back;
    private double[] sum;
    private double[] spare;

    private NestedPaths(Reach reach, int directions, double[] prices) {
        this.reach = reach;
        this.directions = directions;
        this.prices = prices;
        this.size = reach.firsts() * reach.gaps() * reach.innerGaps();
        this.back = new byte[2 * directions][PATHS][];
        this.sum = new double[size];
        this.spare = new double[size];
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
        NestedPaths search = new NestedPaths(reach, gains[0].length, prices.clone());
        for (int t = 0; t < 2 * search.directions; t++) {
            search.turn(gains, t);
        }
        return search.middleTurn();
    }

    private void turn(float[][][] gains, int t) {
        int across = reach.innerGaps();
        int down = reach.gaps() * across;
        back[t][0] = step(down, reach.firsts(), prices[0]);
        back[t][1] = step(across, reach.gaps(), prices[1]);
        back[t][2] = step(1, across, prices[2]);
        int d = t % directions;
        int at = 0;
        for (int first = reach.from; first < reach.to; first++) {
            for (int gap = reach.gapFrom; gap < reach.gapTo; gap++) {
                double outer = gains[0][d][first] + gains[1][d][first - gap];
                for (int inner = reach.innerFrom; inner < reach.innerTo; inner++, at++) {
                    sum[at] += outer + gains[2][d][first - gap - inner];
                }
            }
        }
    }

    /** Lets one of the three numbers change by one; answers with the change taken at each place. */
    private byte[] step(int pitch, int count, double price) {
        byte[] taken = new byte[size];
        for (int block = 0; block < size; block += pitch * count) {
            int end = block + pitch * count;
            int inner = Math.min(end, block + pitch);
            int last = Math.max(inner, end - pitch);
            for (int at = block; at < inner; at++) {
                double more = count == 1 ? Double.NEGATIVE_INFINITY : sum[at + pitch] - price;
                spare[at] = Math.max(sum[at], more);
                taken[at] = (byte) (more > sum[at] ? 1 : 0);
            }
            between(taken, inner, last, pitch, price);
            for (int at = last; at < end; at++) {
                double less = sum[at - pitch] - price;
                spare[at] = Math.max(sum[at], less);
                taken[at] = (byte) (less > sum[at] ? -1 : 0);
            }
        }
        double[] swap = sum;
        sum = spare;
        spare = swap;
        return taken;
    }

    /** The places that have a neighbor on both sides. */
    private void between(byte[] taken, int from, int to, int pitch, double price) {
        for (int at = from; at < to; at++) {
            double best = sum[at];
            double less = sum[at - pitch] - price;
            double more = sum[at + pitch] - price;
            int change = 0;
            if (less > best) {
                best = less;
                change = -1;
            }
            if (more > best) {
                best = more;
                change = 1;
            }
            spare[at] = best;
            taken[at] = (byte) change;
        }
    }

    private Found middleTurn() {
        int across = reach.innerGaps();
        int down = reach.gaps() * across;
        int at = 0;
        for (int i = 1; i < size; i++) {
            if (sum[i] > sum[at]) {
                at = i;
            }
        }
        double gain = sum[at] / (2 * directions);
        int[][] distances = new int[PATHS][directions];
        for (int t = 2 * directions - 1; t >= directions / 2; t--) {
            if (t < directions / 2 + directions) {
                int d = t % directions;
                distances[0][d] = reach.from + at / down;
                distances[1][d] = distances[0][d] - reach.gapFrom - at / across % reach.gaps();
                distances[2][d] = distances[1][d] - reach.innerFrom - at % across;
            }
            at += back[t][2][at];
            at += back[t][1][at] * across;
            at += back[t][0][at] * down;
        }
        return new Found(distances, gain);
    }
}
