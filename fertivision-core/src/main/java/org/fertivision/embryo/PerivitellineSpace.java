package org.fertivision.embryo;

import java.util.Arrays;
import org.fertivision.image.Point;

/**
 * The space between the oolemma and the zona's inner border, unrolled: rows are directions, columns lie evenly from one
 * border to the other. What changes slowly on the way around (the borders, the light) is taken away, so that what is left
 * is what lies in the space here and there.
 */
final class PerivitellineSpace {
    /** Directions around, each less than 2 um wide. */
    static final int DIRECTIONS = 256;

    /** Places across. */
    static final int PLACES = 13;

    /** How far over both borders it reaches, micrometers: what touches them shows there, too. */
    private static final double BEYOND_UM = 1.5;

    /** Half of the arc over which slow changes are told, directions: 51 degrees, twice a large polar body. */
    private static final int SLOW = 36;

    private static final int BENDS = 2;
    private static final int ROUNDS = 4;
    private static final Compass AROUND = new Compass(DIRECTIONS);
    private static final double NORMAL_MEDIAN = 1.4826;
    private static final double LEAST_SCATTER = 1e-6;

    private final Point center;
    private final double[] from;
    private final double[] to;
    private final double umPerPixel;
    private final double[] distancesUm = new double[DIRECTIONS * PLACES];
    private final float[] rest;
    private final double scatter;

    private PerivitellineSpace(Point center, double[] from, double[] to, double umPerPixel, float[] values) {
        this.center = center;
        this.from = from;
        this.to = to;
        this.umPerPixel = umPerPixel;
        for (int at = 0; at < distancesUm.length; at++) {
            int d = at / PLACES;
            distancesUm[at] = umPerPixel * distance(from[d], to[d], at % PLACES, umPerPixel);
        }
        this.rest = withoutSlow(values);
        this.scatter = scatter(rest);
    }

    /** The space of an oocyte whose borders hold. */
    static PerivitellineSpace of(Sighting seen) {
        double um = seen.field().umPerPixel();
        Point center = seen.inner().center();
        double[] inner = Border.smooth(every(seen.inner().distances()), BENDS);
        double[] cell = Border.smooth(about(seen.cell(), center), BENDS);
        double[] to = new double[DIRECTIONS];
        float[] values = new float[DIRECTIONS * PLACES];
        for (int d = 0; d < DIRECTIONS; d++) {
            to[d] = Math.max(cell[d], inner[d]);
            for (int i = 0; i < PLACES; i++) {
                double r = distance(cell[d], to[d], i, um);
                values[d * PLACES + i] = (float)
                        seen.field().raster().valueAt(center.x() + r * AROUND.cos(d), center.y() + r * AROUND.sin(d));
            }
        }
        return new PerivitellineSpace(center, cell, to, um, values);
    }

    /** A border's distances from another place near its middle. */
    private static double[] about(Border border, Point center) {
        double dx = border.center().x() - center.x();
        double dy = border.center().y() - center.y();
        double[] own = border.distances();
        double[] about = new double[DIRECTIONS];
        for (int d = 0; d < DIRECTIONS; d++) {
            double r = border.radius();
            for (int round = 0; round < ROUNDS; round++) {
                double x = r * AROUND.cos(d) - dx;
                double y = r * AROUND.sin(d) - dy;
                int towards = (int) Math.round(StrictMath.atan2(y, x) / (2 * Math.PI) * own.length);
                r += own[Math.floorMod(towards, own.length)] - Math.sqrt(x * x + y * y);
            }
            about[d] = r;
        }
        return about;
    }

    private static double[] every(double[] distances) {
        double[] some = new double[DIRECTIONS];
        for (int d = 0; d < DIRECTIONS; d++) {
            some[d] = distances[d * distances.length / DIRECTIONS];
        }
        return some;
    }

    private static double distance(double from, double to, int i, double um) {
        double beyond = BEYOND_UM / um;
        return from - beyond + (to - from + 2 * beyond) * i / (PLACES - 1.0);
    }

    /** What is left when the median of its arc is taken from each value. */
    private static float[] withoutSlow(float[] values) {
        float[] rest = new float[values.length];
        float[] arc = new float[2 * SLOW + 1];
        for (int i = 0; i < PLACES; i++) {
            for (int k = -SLOW; k <= SLOW; k++) {
                arc[k + SLOW] = value(values, k, i);
            }
            Arrays.sort(arc);
            for (int d = 0; d < DIRECTIONS; d++) {
                rest[d * PLACES + i] = values[d * PLACES + i] - arc[SLOW];
                replace(arc, value(values, d - SLOW, i), value(values, d + SLOW + 1, i));
            }
        }
        return rest;
    }

    private static float value(float[] values, int direction, int place) {
        return values[Math.floorMod(direction, DIRECTIONS) * PLACES + place];
    }

    /** Puts a value in the place of another one; the values stay in order. */
    private static void replace(float[] ordered, float out, float in) {
        int from = Arrays.binarySearch(ordered, out);
        while (from > 0 && ordered[from - 1] > in) {
            ordered[from] = ordered[from - 1];
            from--;
        }
        while (from < ordered.length - 1 && ordered[from + 1] < in) {
            ordered[from] = ordered[from + 1];
            from++;
        }
        ordered[from] = in;
    }

    private static double scatter(float[] rest) {
        float[] sizes = new float[rest.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(rest[i]);
        }
        Arrays.sort(sizes);
        return Math.max(LEAST_SCATTER, NORMAL_MEDIAN * sizes[sizes.length / 2]);
    }

    /** What is left at a place, gray levels. */
    double at(int direction, int place) {
        return rest[Math.floorMod(direction, DIRECTIONS) * PLACES + place];
    }

    /** How far what is left scatters, gray levels. */
    double scatter() {
        return scatter;
    }

    /** How far a place lies from the middle, micrometers. */
    double um(int direction, int place) {
        return distancesUm[Math.floorMod(direction, DIRECTIONS) * PLACES + place];
    }

    /** How far the middle between both borders lies from the middle, micrometers. */
    double middleUm(int direction) {
        int d = Math.floorMod(direction, DIRECTIONS);
        return umPerPixel * (from[d] + to[d]) / 2;
    }

    /** How wide the space is in a direction, micrometers. */
    double widthUm(int direction) {
        int d = Math.floorMod(direction, DIRECTIONS);
        return umPerPixel * (to[d] - from[d]);
    }

    /** How wide it is where it is widest, micrometers. */
    double widestUm() {
        double widest = 0;
        for (int d = 0; d < DIRECTIONS; d++) {
            widest = Math.max(widest, widthUm(d));
        }
        return widest;
    }

    /**
     * A place in the raster.
     *
     * @param direction about which the place is told
     * @param along how far from that direction, across it, micrometers
     * @param out how far beyond the middle between both borders, micrometers
     */
    Point place(int direction, double along, double out) {
        double far = (middleUm(direction) + out) / umPerPixel;
        double aside = along / umPerPixel;
        return new Point(
                center.x() + far * AROUND.cos(direction) - aside * AROUND.sin(direction),
                center.y() + far * AROUND.sin(direction) + aside * AROUND.cos(direction));
    }

    /** How far two directions are from each other along the middle between both borders, micrometers. */
    double apartUm(int one, int other) {
        int turn = Math.floorMod(one - other, DIRECTIONS);
        return 2 * Math.PI * Math.min(turn, DIRECTIONS - turn) / DIRECTIONS * middleUm(one);
    }
}
