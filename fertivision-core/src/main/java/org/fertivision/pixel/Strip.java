package org.fertivision.pixel;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.image.Plane;

/**
 * The mean gray levels of a picture across one direction, taken over a narrow strip. Along the direction runs u, across it
 * v: x = u cos - v sin, y = u sin + v cos.
 */
final class Strip {
    private static final int STRIPS = 32;
    private static final int LEAST_THICKNESS = 4;
    private static final int MOST_ROWS = 24;
    private static final int SHORTEST = 32;

    private final double middleV;
    private final double thickness;
    private final double start;
    private final float[] levels;
    private final double noise;

    private Strip(double middleV, double thickness, double start, float[] levels, double noise) {
        this.middleV = middleV;
        this.thickness = thickness;
        this.start = start;
        this.levels = levels;
        this.noise = noise;
    }

    /** Cuts a picture into strips along the given direction, in order of v; those with few levels are left out. */
    static List<Strip> cut(Plane plane, double angle) {
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        int width = plane.width();
        int height = plane.height();
        double leastU = Math.min(0, width * cos) + Math.min(0, height * sin);
        double mostU = Math.max(0, width * cos) + Math.max(0, height * sin);
        double leastV = Math.min(0, -width * sin) + Math.min(0, height * cos);
        double mostV = Math.max(0, -width * sin) + Math.max(0, height * cos);
        int thickness = Math.max(LEAST_THICKNESS, Math.min(width, height) / STRIPS);
        List<Strip> strips = new ArrayList<>();
        for (double v = leastV; v + thickness <= mostV; v += thickness) {
            Gathering gathering = new Gathering(plane, cos, sin, leastU, (int) Math.ceil(mostU - leastU));
            int step = Math.max(1, thickness / MOST_ROWS);
            int rows = 0;
            for (int i = 0; i < thickness; i += step) {
                gathering.row(v + i + 0.5, rows++ % 2);
            }
            gathering.strip(v + thickness / 2.0, thickness, rows, strips);
        }
        return strips;
    }

    /** The middle of the strip, pixels of v. */
    double middleV() {
        return middleV;
    }

    /** The strip's extent in v, pixels. */
    double thickness() {
        return thickness;
    }

    /** The u of the first level, pixels. */
    double start() {
        return start;
    }

    /** How many levels there are, one a pixel of u. */
    int length() {
        return levels.length;
    }

    /** A mean gray level. */
    float level(int k) {
        return levels[k];
    }

    /** The standard deviation of a level, from what even and odd rows of the strip say differently. */
    double noise() {
        return noise;
    }

    /** Sums of the rows of one strip, even and odd ones apart. */
    private static final class Gathering {
        private final Plane plane;
        private final double cos;
        private final double sin;
        private final double leastU;
        private final double[][] sums;
        private final int[][] counts;

        Gathering(Plane plane, double cos, double sin, double leastU, int length) {
            this.plane = plane;
            this.cos = cos;
            this.sin = sin;
            this.leastU = leastU;
            this.sums = new double[2][length];
            this.counts = new int[2][length];
        }

        void row(double v, int parity) {
            double[] sum = sums[parity];
            int[] count = counts[parity];
            for (int k = 0; k < sum.length; k++) {
                double u = leastU + k + 0.5;
                double x = u * cos - v * sin - 0.5;
                double y = u * sin + v * cos - 0.5;
                if (x >= 0 && y >= 0 && x <= plane.width() - 1 && y <= plane.height() - 1) {
                    sum[k] += between(x, y);
                    count[k]++;
                }
            }
        }

        private double between(double x, double y) {
            int left = (int) x;
            int top = (int) y;
            int right = Math.min(left + 1, plane.width() - 1);
            int bottom = Math.min(top + 1, plane.height() - 1);
            double dx = x - left;
            double dy = y - top;
            return (plane.at(left, top) * (1 - dx) + plane.at(right, top) * dx) * (1 - dy)
                    + (plane.at(left, bottom) * (1 - dx) + plane.at(right, bottom) * dx) * dy;
        }

        /** The longest stretch of which at least half of the rows know the level. */
        void strip(double middleV, double thickness, int rows, List<Strip> into) {
            int from = 0;
            int to = 0;
            int begin = 0;
            for (int k = 0; k <= sums[0].length; k++) {
                if (k == sums[0].length || isThin(k, rows)) {
                    if (k - begin > to - from) {
                        from = begin;
                        to = k;
                    }
                    begin = k + 1;
                }
            }
            if (to - from >= SHORTEST) {
                into.add(new Strip(middleV, thickness, leastU + from + 0.5, levels(from, to), noise(from, to)));
            }
        }

        private boolean isThin(int k, int rows) {
            return 2 * (counts[0][k] + counts[1][k]) < rows || counts[0][k] == 0 || counts[1][k] == 0;
        }

        private float[] levels(int from, int to) {
            float[] levels = new float[to - from];
            for (int k = from; k < to; k++) {
                levels[k - from] = (float) ((sums[0][k] + sums[1][k]) / (counts[0][k] + counts[1][k]));
            }
            return levels;
        }

        private double noise(int from, int to) {
            double squares = 0;
            for (int k = from; k < to; k++) {
                double difference = sums[0][k] / counts[0][k] - sums[1][k] / counts[1][k];
                squares += difference * difference;
            }
            return Math.sqrt(squares / (to - from)) / 2;
        }
    }
}
