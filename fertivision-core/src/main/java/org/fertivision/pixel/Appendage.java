package org.fertivision.pixel;

import java.util.Arrays;
import org.fertivision.image.Point;

/**
 * Draws the outline in where something fainter hangs on an object, a tail on a head: there the surroundings are brighter
 * than elsewhere, and half-way between them and the plateau lies farther in.
 *
 * <p>Outside each point, at a distance where the edge itself has faded, the gray value is compared with the median all
 * around; where the excess is beyond noise and beyond a small share of the contrast, the point moves inwards by half the
 * excess over the edge's steepness. Where it peaks above a third of the contrast another object lies near, and nothing
 * is moved.
 */
final class Appendage {
    /** Distance at which a blurred edge has faded to 0.6 % of its contrast, in sigmas of the blur. */
    private static final double FADED = 2.5;

    private static final double LEAST_SHARE = 0.04;
    private static final double MOST_SHARE = 0.35;
    private static final double SIGMAS = 4;
    private static final int TANGENT_REACH = 4;

    private Appendage() {}

    /**
     * The outline without the swellings where appendages leave.
     *
     * @param contrast absolute, gray levels
     * @param sign +1 for bright objects, -1 for dark ones
     * @param blur sigma of the edge in {@code raster}, pixels
     * @param steepness of the edge, gray levels per pixel, positive
     * @param scatter of the surroundings in {@code raster}, gray levels
     */
    static Contour drawnIn(
            Contour line, Raster raster, double contrast, double sign, double blur, double steepness, double scatter) {
        int n = line.size();
        double[] outside = new double[n];
        for (int i = 0; i < n; i++) {
            Point normal = normal(line, i);
            double distance = FADED * blur;
            outside[i] = sign * raster.valueAt(line.x(i) + distance * normal.x(), line.y(i) + distance * normal.y());
        }
        double[] sorted = outside.clone();
        Arrays.sort(sorted);
        double usual = sorted[n / 2];
        double least = Math.max(LEAST_SHARE * contrast, SIGMAS * scatter);
        double[] excess = new double[n];
        for (int i = 0; i < n; i++) {
            excess[i] = outside[i] - usual;
        }
        boolean[] hangs = arcs(excess, least, MOST_SHARE * contrast);
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double inwards = hangs[i] ? excess[i] / 2 / (steepness * (1 - excess[i] / contrast)) : 0;
            Point normal = normal(line, i);
            x[i] = line.x(i) - inwards * normal.x();
            y[i] = line.y(i) - inwards * normal.y();
        }
        return new Contour(x, y);
    }

    /** The points with a clear excess and their neighbors as far as there is any; not where it peaks like an object. */
    private static boolean[] arcs(double[] excess, double least, double most) {
        int n = excess.length;
        boolean[] hangs = new boolean[n];
        boolean[] seen = new boolean[n];
        for (int i = 0; i < n; i++) {
            if (excess[i] >= least && !seen[i]) {
                int from = reach(excess, i, -1);
                int to = reach(excess, i, 1);
                double peak = 0;
                for (int k = from; k <= to; k++) {
                    seen[Math.floorMod(k, n)] = true;
                    peak = Math.max(peak, excess[Math.floorMod(k, n)]);
                }
                for (int k = from; k <= to && peak <= most; k++) {
                    hangs[Math.floorMod(k, n)] = true;
                }
            }
        }
        return hangs;
    }

    /** The last place in a direction with any excess, at most half the way around. */
    private static int reach(double[] excess, int start, int step) {
        int n = excess.length;
        int place = start;
        while (Math.abs(place + step - start) < n / 2 && excess[Math.floorMod(place + step, n)] > 0) {
            place += step;
        }
        return place;
    }

    /** The outward unit normal at a point, from the chord between its neighbors. */
    private static Point normal(Contour line, int i) {
        int n = line.size();
        int reach = Math.min(TANGENT_REACH, Math.max(1, n / 8));
        int before = Math.floorMod(i - reach, n);
        int after = (i + reach) % n;
        double dx = line.x(after) - line.x(before);
        double dy = line.y(after) - line.y(before);
        double length = Math.sqrt(dx * dx + dy * dy);
        return length == 0 ? new Point(0, 0) : new Point(dy / length, -dx / length);
    }
}
