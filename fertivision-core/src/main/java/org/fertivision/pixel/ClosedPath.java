package org.fertivision.pixel;

/**
 * The best closed path around an unrolled picture: one distance for each direction, chosen so that what it gains on its
 * way, less a price for every bend, is the most. Found by dynamic programming over two turns, of which the middle one is
 * kept; between columns by a parabola. Source: Sun and Pallottino 2003, Pattern Recognition 36, 709.
 */
public final class ClosedPath {
    private static final int LARGEST_STEP = 2;

    private ClosedPath() {}

    /**
     * The path through a band.
     *
     * @param gain what a place gains
     * @param from first column of the band in each direction
     * @param to end of the band in each direction; all bands are equally wide
     * @param stiffness price of a step by one column, growing with its square
     * @return the distance in each direction, columns
     */
    public static double[] through(PolarImage gain, int[] from, int[] to, double stiffness) {
        int directions = gain.directions();
        int width = to[0] - from[0];
        int turns = 2 * directions;
        byte[] back = new byte[turns * width];
        double[] sum = new double[width];
        double[] next = new double[width];
        for (int t = 0; t < turns; t++) {
            int d = t % directions;
            int shift = from[d] - from[Math.floorMod(d - 1, directions)];
            for (int i = 0; i < width; i++) {
                int bestStep = 0;
                double best = Double.NEGATIVE_INFINITY;
                for (int step = -LARGEST_STEP; step <= LARGEST_STEP; step++) {
                    int before = i + shift - step;
                    if (before >= 0 && before < width) {
                        double value = sum[before] - stiffness * step * step;
                        if (value > best) {
                            best = value;
                            bestStep = step;
                        }
                    }
                }
                next[i] = (best == Double.NEGATIVE_INFINITY ? least(sum) - stiffness * width : best)
                        + gain.at(d, from[d] + i);
                back[t * width + i] = (byte) bestStep;
            }
            double[] swap = sum;
            sum = next;
            next = swap;
        }
        return middleTurn(gain, from, back, sum, width);
    }

    private static double[] middleTurn(PolarImage gain, int[] from, byte[] back, double[] sum, int width) {
        int directions = gain.directions();
        int at = 0;
        for (int i = 1; i < width; i++) {
            if (sum[i] > sum[at]) {
                at = i;
            }
        }
        double[] path = new double[directions];
        for (int t = 2 * directions - 1; t >= directions / 2; t--) {
            int d = t % directions;
            if (t < directions / 2 + directions) {
                path[d] = from[d] + at + parabola(gain, d, from[d] + at);
            }
            int shift = from[d] - from[Math.floorMod(d - 1, directions)];
            at = Math.max(0, Math.min(width - 1, at + shift - back[t * width + at]));
        }
        return path;
    }

    /** How far the top of a parabola through three neighbors lies from the middle one, -0.5 to 0.5. */
    private static double parabola(PolarImage gain, int d, int i) {
        if (i < 1 || i >= gain.distances() - 1) {
            return 0;
        }
        double before = gain.at(d, i - 1);
        double here = gain.at(d, i);
        double after = gain.at(d, i + 1);
        double bend = before - 2 * here + after;
        return bend >= 0 ? 0 : Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend)));
    }

    private static double least(double[] values) {
        double least = values[0];
        for (double value : values) {
            least = Math.min(least, value);
        }
        return least;
    }
}
