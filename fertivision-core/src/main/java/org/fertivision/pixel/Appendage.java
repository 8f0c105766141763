package org.fertivision.pixel;

import java.util.Arrays;
import org.fertivision.image.Point;

/**
 * Draws the outline in where something fainter hangs on an object, a tail on a head: there the surroundings are brighter
 * than elsewhere, and half-way between them and the plateau lies farther in.
 *
 * <p>Outside each point, at a distance where the edge itself has faded, the gray value is compared with the median all
 * around; where the excess is beyond noise and beyond a small share of the contrast, the point moves inwards by half the
 * excess over the edge's steepness.
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
            excess[i] = Math.min(outside[i] - usual, MOST_SHARE * contrast);
        }
        boolean[] hangs = arcs(excess, least);
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

    /** The points with a clear excess and their neighbors as far as there is any. */
    private static boolean[] arcs(double[] excess, double least) {
        int n = excess.length;
        boolean[] inside = new boolean[n];
        for (int i = 0; i < n; i++) {
            if (excess[i] >= least && !inside[i]) {
                for (int k = i; excess[Math.floorMod(k, n)] > 0 && k < i + n; k++) {
                    inside[Math.floorMod(k, n)] = true;
                }
                for (int k = i; excess[Math.floorMod(k, n)] > 0 && k > i - n; k--) {
                    inside[Math.floorMod(k, n)] = true;
                }
            }
        }
        return inside;
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
