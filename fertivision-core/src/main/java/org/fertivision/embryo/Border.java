package org.fertivision.embryo;

import java.util.Arrays;
import org.fertivision.image.Point;
import org.fertivision.pixel.PolarImage;

/**
 * One closed border and how sure it is.
 */
final class Border {
    private static final double STANDS_OUT = 1.5;
    private static final double SHOWS = 0.35;
    private static final int NEAR = 1;
    private static final int OVAL = 2;
    private static final double FAR = 3;
    private static final double NORMAL_MEDIAN = 1.4826;

    private final Point center;
    private final double[] distances;
    private final double support;
    private final double departure;
    private final double outside;
    private final double height;
    private final double width;

    Border(
            Point center,
            double[] distances,
            double support,
            double departure,
            double outside,
            double height,
            double width) {
        this.center = center;
        this.distances = distances;
        this.support = support;
        this.departure = departure;
        this.outside = outside;
        this.height = height;
        this.width = width;
    }

    /** What the distances are from, pixels of the raster. */
    Point center() {
        return center;
    }

    /** In even directions, pixels of the raster. */
    double[] distances() {
        return distances;
    }

    /** Share of the directions that can show it in which it stands out, 0 to 1. */
    double support() {
        return support;
    }

    /** Root mean square distance from the oval nearest to it, a share of its radius. */
    double departure() {
        return departure;
    }

    /** Share of the directions in which it lies beyond the image. */
    double outside() {
        return outside;
    }

    /** How high it stands out, units of the scatter. */
    double height() {
        return height;
    }

    /** Full width of its edge at half height, pixels of the raster. */
    double width() {
        return width;
    }

    /**
     * Judges a border, and puts it where the index changes: the signal peaks beside that place, by a share of its width.
     *
     * @param sign 1 where the index falls outwards, -1 where it rises
     */
    static Border of(Point center, double[] found, int sign, EdgeSignal signal) {
        EdgeCourse course = EdgeCourse.across(signal, found, sign);
        double step = signal.strength().step();
        double shift = course.shift(signal.oblique()) * step;
        double[] distances = Arrays.stream(found).map(r -> r - shift).toArray();
        return new Border(
                center,
                distances,
                support(found, sign, signal),
                departure(distances),
                beyond(found, signal),
                course.height(),
                course.width() * step);
    }

    private static double beyond(double[] distances, EdgeSignal signal) {
        PolarImage strength = signal.strength();
        int beyond = 0;
        for (int d = 0; d < distances.length; d++) {
            if (distances[d] / strength.step() > strength.inside(d) - 2) {
                beyond++;
            }
        }
        return (double) beyond / distances.length;
    }

    private static double support(double[] distances, int sign, EdgeSignal signal) {
        PolarImage sectors = signal.sectors();
        int each = distances.length / sectors.directions();
        int shows = 0;
        int stands = 0;
        for (int s = 0; s < sectors.directions(); s++) {
            if (signal.weights()[s * each] >= SHOWS) {
                shows++;
                int at = (int) Math.round(distances[s * each] / sectors.step());
                double highest = 0;
                for (int i = Math.max(0, at - NEAR); i <= Math.min(sectors.distances() - 1, at + NEAR); i++) {
                    highest = Math.max(highest, sign * sectors.at(s, i));
                }
                stands += highest > STANDS_OUT ? 1 : 0;
            }
        }
        return shows == 0 ? 0 : (double) stands / shows;
    }

    /** The radius of a disc of the same area, pixels of the raster. */
    double radius() {
        return Rings.radius(distances);
    }

    /** The area within, square pixels of the raster. */
    double area() {
        return Rings.area(distances);
    }

    /** The distances with harmonics above the given one left out. */
    static double[] smooth(double[] distances, int highest) {
        int n = distances.length;
        Compass around = new Compass(n);
        double[] smooth = new double[n];
        for (int h = 0; h <= highest; h++) {
            double a = 0;
            double b = 0;
            for (int d = 0; d < n; d++) {
                a += distances[d] * around.cos(h * d % n);
                b += distances[d] * around.sin(h * d % n);
            }
            double share = (h == 0 ? 1.0 : 2.0) / n;
            for (int d = 0; d < n; d++) {
                smooth[d] += share * (a * around.cos(h * d % n) + b * around.sin(h * d % n));
            }
        }
        return smooth;
    }

    /** How far the distances lie from an oval's, the farthest ones left out, as a share of the radius. */
    private static double departure(double[] distances) {
        double[] oval = smooth(distances, OVAL);
        double[] miss = new double[distances.length];
        for (int d = 0; d < miss.length; d++) {
            miss[d] = Math.abs(distances[d] - oval[d]);
        }
        Arrays.sort(miss);
        double limit = FAR * NORMAL_MEDIAN * miss[miss.length / 2];
        double squares = 0;
        int n = 0;
        for (double m : miss) {
            if (m <= limit) {
                squares += m * m;
                n++;
            }
        }
        return n == 0 ? 0 : Math.sqrt(squares / n) / Rings.radius(distances);
    }
}
