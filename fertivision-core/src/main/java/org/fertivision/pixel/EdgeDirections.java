package org.fertivision.pixel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fertivision.image.Plane;

/**
 * The directions across the straight edges of a picture: the peaks of a histogram of gradient directions, weighted by
 * steepness, over what noise and round things spread evenly. Looked for in the picture as it is and in one averaged over
 * squares, so that neither fine lines nor faint ones are missed.
 */
final class EdgeDirections {
    private static final int BINS = 180;
    private static final int MOST = 4;
    private static final int APART = 8;
    /** A peak stands out by half of what is spread evenly. */
    private static final double OVER_EVEN = 1.5;

    private static final int COARSE_SIDE = 900;
    private static final int MOST_SAMPLES = 2_000_000;

    private EdgeDirections() {}

    /** Directions across edges, radians from the x axis towards y, 0 to pi, the strongest first. */
    static List<Double> of(Plane plane) {
        int longest = Math.max(plane.width(), plane.height());
        List<Double> found = new ArrayList<>(peaks(histogram(plane, 1)));
        int block = longest / COARSE_SIDE;
        if (block > 1) {
            for (double more : peaks(histogram(plane, block))) {
                if (found.stream().noneMatch(known -> apart(known, more) < Math.toRadians(APART))) {
                    found.add(more);
                }
            }
        }
        return found;
    }

    /** The angle between two directions, 0 to pi/2. */
    static double apart(double first, double second) {
        double difference = Math.abs(first - second) % Math.PI;
        return Math.min(difference, Math.PI - difference);
    }

    private static double[] histogram(Plane plane, int block) {
        int width = plane.width() / block;
        int height = plane.height() / block;
        double[] weight = new double[BINS];
        int step = Math.max(1, (int) ((long) width * height / MOST_SAMPLES));
        double[][] rows = new double[3][width];
        for (int y = 1; y + 1 < height; y += step) {
            for (int i = 0; i < 3; i++) {
                blockRow(plane, y - 1 + i, block, rows[i]);
            }
            for (int x = 1; x + 1 < width; x++) {
                add(rows, x, weight);
            }
        }
        return weight;
    }

    private static void add(double[][] rows, int x, double[] weight) {
        double right = rows[0][x + 1] + 2 * rows[1][x + 1] + rows[2][x + 1];
        double left = rows[0][x - 1] + 2 * rows[1][x - 1] + rows[2][x - 1];
        double above = rows[0][x - 1] + 2 * rows[0][x] + rows[0][x + 1];
        double below = rows[2][x - 1] + 2 * rows[2][x] + rows[2][x + 1];
        double gx = right - left;
        double gy = below - above;
        double steepness = Math.sqrt(gx * gx + gy * gy);
        if (steepness > 0) {
            double degrees = StrictMath.toDegrees(StrictMath.atan2(gy, gx)) + 360;
            weight[(int) degrees % BINS] += steepness;
        }
    }

    private static void blockRow(Plane plane, int blockY, int block, double[] into) {
        int[] row = new int[into.length * block];
        Arrays.fill(into, 0);
        for (int y = blockY * block; y < (blockY + 1) * block; y++) {
            plane.row(y, 0, row.length, row);
            for (int x = 0; x < row.length; x++) {
                into[x / block] += row[x];
            }
        }
        for (int x = 0; x < into.length; x++) {
            into[x] /= block * block;
        }
    }

    private static List<Double> peaks(double[] weight) {
        double[] smooth = new double[BINS];
        for (int i = 0; i < BINS; i++) {
            smooth[i] = weight[(i + BINS - 1) % BINS] + 2 * weight[i] + weight[(i + 1) % BINS];
        }
        double[] sorted = smooth.clone();
        Arrays.sort(sorted);
        double even = sorted[BINS / 2];
        List<Double> peaks = new ArrayList<>();
        while (peaks.size() < MOST) {
            int best = 0;
            for (int i = 1; i < BINS; i++) {
                best = smooth[i] > smooth[best] ? i : best;
            }
            if (smooth[best] <= OVER_EVEN * even) {
                return peaks;
            }
            peaks.add(Math.toRadians(middle(weight, best, even / 4)));
            for (int i = -APART; i <= APART; i++) {
                smooth[(best + i + BINS) % BINS] = 0;
            }
        }
        return peaks;
    }

    /** The weighted mean direction around a bin, degrees. */
    private static double middle(double[] weight, int best, double even) {
        double sum = 0;
        double moment = 0;
        for (int i = -3; i <= 3; i++) {
            double over = Math.max(0, weight[(best + i + BINS) % BINS] - even);
            sum += over;
            moment += over * i;
        }
        return best + 0.5 + (sum > 0 ? moment / sum : 0);
    }
}
