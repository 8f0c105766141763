package org.fertivision.pixel;

import java.util.Arrays;
import org.fertivision.image.Point;

/**
 * Draws the outline in where something fainter hangs on an object, a tail on a head: there the surroundings are brighter
 * than elsewhere, and half-way between them and the plateau lies farther in.
 *
 * <p>Outside each point, at a distance where the edge itself has faded, the gray value is compared with the median all
 * around. An appendage is where the excess, there and half as far again, is beyond noise and beyond a small share of the
 * contrast. From its brightest place to both sides the excess is then read along its own direction, which is that of the
 * mean normal, and each point moves inwards by that part of the excess that shines there, over the edge's steepness: half
 * of it on a straight edge, less on a round one, which the blur has drawn in from where the appendage begins. Where the
 * excess peaks above 0.6 of the contrast another object lies near, and nothing is moved.
 */
final class Appendage {
    /** Distance at which a blurred edge has faded to 0.6 % of its contrast, in sigmas of the blur. */
    private static final double FADED = 2.5;
    /** The second look, far enough for noise of its own. */
    private static final double FARTHER = 4;
    /** The scatter of the mean of both looks beside that of one. */
    private static final double MEAN_SCATTER = 0.75;

    private static final double LEAST_SHARE = 0.02;
    private static final double MOST_SHARE = 0.6;
    private static final double SIGMAS = 3;
    /** A point whose normal points farther away from the appendage, as a cosine, does not belong to its root. */
    private static final double ROOT = 0.7;

    private static final int TANGENT_REACH = 4;

    private final Contour line;
    private final Raster raster;
    private final double sign;
    private final double distance;
    private final double usual;
    private final double[] near;
    private final double[] excess;

    private Appendage(Contour line, Raster raster, double sign, double distance) {
        this.line = line;
        this.raster = raster;
        this.sign = sign;
        this.distance = distance;
        this.near = outside(distance);
        this.usual = median(near);
        this.excess = new double[near.length];
    }

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
        Appendage appendage = new Appendage(line, raster, sign, FADED * blur);
        double[] far = appendage.outside(FARTHER * blur);
        appendage.find(far, Math.max(LEAST_SHARE * contrast, SIGMAS * MEAN_SCATTER * scatter), MOST_SHARE * contrast);
        return appendage.moved(contrast, steepness, shining(blur, line.perimeter()));
    }

    /**
     * The part of the excess that shines at the drawn-in edge: a normal distribution's part below minus half the mean
     * curvature, 2 pi / perimeter, times the blur, to first order.
     */
    private static double shining(double blur, double perimeter) {
        return 0.5 - Math.PI * blur / perimeter / Math.sqrt(2 * Math.PI);
    }

    /** Reads the excess of every appendage. */
    private void find(double[] far, double least, double most) {
        int n = near.length;
        double usualFar = median(far);
        boolean[] seen = new boolean[n];
        for (int i = 0; i < n; i++) {
            double both = (near[i] - usual + far[i] - usualFar) / 2;
            if (both >= least && near[i] > usual && !seen[i]) {
                int from = reach(i, -1);
                int to = reach(i, 1);
                int tip = i;
                for (int k = from; k <= to; k++) {
                    seen[Math.floorMod(k, n)] = true;
                    tip = near[Math.floorMod(k, n)] > near[Math.floorMod(tip, n)] ? k : tip;
                }
                if (near[Math.floorMod(tip, n)] - usual <= most) {
                    read(tip, direction(from, to));
                }
            }
        }
    }

    /** Reads the excess from the tip to both sides, as long as there is any and the outline faces the appendage. */
    private void read(int tip, Point direction) {
        int n = near.length;
        double most = near[Math.floorMod(tip, n)] - usual;
        for (int step = -1; step <= 1; step += 2) {
            for (int k = tip; Math.abs(k - tip) < n / 2; k += step) {
                int at = Math.floorMod(k, n);
                Point normal = normal(at);
                double cosine = normal.x() * direction.x() + normal.y() * direction.y();
                if (cosine < ROOT) {
                    break;
                }
                double there = outside(at, direction, distance / cosine) - usual;
                if (there <= 0) {
                    break;
                }
                excess[at] = Math.min(there, most);
            }
        }
    }

    private Contour moved(double contrast, double steepness, double shining) {
        double[] x = new double[near.length];
        double[] y = new double[near.length];
        for (int i = 0; i < near.length; i++) {
            double inwards = shining * excess[i] / (steepness * (1 - excess[i] / contrast));
            Point normal = normal(i);
            x[i] = line.x(i) - inwards * normal.x();
            y[i] = line.y(i) - inwards * normal.y();
        }
        return new Contour(x, y);
    }

    /** The last place in a direction with any excess, at most half the way around. */
    private int reach(int start, int step) {
        int n = near.length;
        int place = start;
        while (Math.abs(place + step - start) < n / 2 && near[Math.floorMod(place + step, n)] > usual) {
            place += step;
        }
        return place;
    }

    /** The mean normal of some points, each by its excess. */
    private Point direction(int from, int to) {
        double sumX = 0;
        double sumY = 0;
        for (int k = from; k <= to; k++) {
            int at = Math.floorMod(k, near.length);
            Point normal = normal(at);
            sumX += (near[at] - usual) * normal.x();
            sumY += (near[at] - usual) * normal.y();
        }
        return unit(sumX, sumY);
    }

    private double[] outside(double away) {
        double[] values = new double[line.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = outside(i, normal(i), away);
        }
        return values;
    }

    private double outside(int at, Point direction, double away) {
        return sign * raster.valueAt(line.x(at) + away * direction.x(), line.y(at) + away * direction.y());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** The outward unit normal at a point, from the chord between its neighbors. */
    private Point normal(int i) {
        int n = line.size();
        int reach = Math.min(TANGENT_REACH, Math.max(1, n / 8));
        int before = Math.floorMod(i - reach, n);
        int after = (i + reach) % n;
        return unit(line.y(after) - line.y(before), line.x(before) - line.x(after));
    }

    private static Point unit(double x, double y) {
        double length = Math.sqrt(x * x + y * y);
        return length == 0 ? new Point(0, 0) : new Point(x / length, y / length);
    }
}
