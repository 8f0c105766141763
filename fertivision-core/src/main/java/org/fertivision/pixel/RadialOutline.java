package org.fertivision.pixel;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import org.fertivision.image.Point;

/**
 * The outline of a dark blob where its surroundings reach a level, found on rays from its center: on each from where the
 * ray leaves the blob outwards. Rays that run into a neighbor, find no edge or stand out from those beside them are
 * filled from both sides. Immutable.
 */
public final class RadialOutline {
    /** How many rays. */
    public static final int RAYS = 64;

    private static final double STEP = 0.25;
    private static final double NEARLY_ALL = 0.8;
    /** A side that is brighter than the inside by less than this share of what the brightest side is has no edge. */
    private static final double LEAST_SIDE = 0.15;

    private static final int BESIDE = 4;
    private static final double OUTLIER = 3;
    private static final double MAD_TO_SIGMA = 1.482602218505602;
    private static final double LEAST_SCATTER = 0.25;
    private static final double MISSING = -1;

    private static final double[] COSINES = new double[RAYS];
    private static final double[] SINES = new double[RAYS];

    static {
        for (int ray = 0; ray < RAYS; ray++) {
            COSINES[ray] = StrictMath.cos(2 * Math.PI * ray / RAYS);
            SINES[ray] = StrictMath.sin(2 * Math.PI * ray / RAYS);
        }
    }

    private final Point center;
    private final double[] radii;
    /** How many rays met an edge. */
    private final int met;

    private RadialOutline(Point center, double[] radii, int met) {
        this.center = center;
        this.radii = radii;
        this.met = met;
    }

    /**
     * The outline around a blob, if more than half of the rays meet an edge.
     *
     * @param taken everything that is as dark as the blob, the blob included
     * @param level where the outline runs
     * @param reach how far beyond the blob an edge is looked for, pixels
     */
    public static Optional<RadialOutline> of(Blob blob, Raster gray, Mask taken, double level, double reach) {
        Rays rays = new Rays(blob.mask(), blob.centroid(), gray, taken, reach);
        return of(rays.center(), (cos, sin) -> rays.edge(level, rays.leaves(cos, sin), cos, sin));
    }

    /**
     * The outline around a blob whose surroundings differ from side to side, if more than half of the rays meet an edge and
     * so do nearly all that run into no neighbor. On each ray it runs at a share of the way from the inside to the
     * brightest place within reach. Where the surroundings are hardly brighter than the inside no ray meets an edge.
     *
     * @param taken everything that is as dark as the blob, the blob included
     * @param inside level within the blob
     * @param around level of the surroundings, place by place
     * @param rise a ray meets an edge where it rises by this share of the way from the inside to the surroundings there
     * @param share where the outline runs, 0 to 1
     * @param reach how far beyond the blob an edge is looked for, pixels
     */
    public static Optional<RadialOutline> rising(
            Blob blob,
            Raster gray,
            Mask taken,
            double inside,
            UpperLevel around,
            double rise,
            double share,
            double reach) {
        Rays rays = new Rays(blob.mask(), blob.centroid(), gray, taken, reach);
        Point center = rays.center();
        int[] free = {0};
        double least = LEAST_SIDE * (rays.brightest(around) - inside);
        return of(center, (cos, sin) -> {
                    double leaves = rays.leaves(cos, sin);
                    double peak = rays.peak(leaves, cos, sin);
                    if (peak == MISSING) {
                        return MISSING;
                    }
                    free[0]++;
                    double there = around.at(center.x() + leaves * cos, center.y() + leaves * sin);
                    return there - inside <= least || peak < inside + rise * (there - inside)
                            ? MISSING
                            : rays.edge(inside + share * (peak - inside), leaves, cos, sin);
                })
                .filter(outline -> outline.met >= NEARLY_ALL * free[0]);
    }

    private static Optional<RadialOutline> of(Point center, DoubleBinaryOperator edge) {
        double[] radii = new double[RAYS];
        int missed = 0;
        for (int ray = 0; ray < RAYS; ray++) {
            radii[ray] = edge.applyAsDouble(COSINES[ray], SINES[ray]);
            missed += radii[ray] == MISSING ? 1 : 0;
            if (2 * missed >= RAYS) {
                return Optional.empty();
            }
        }
        dropOutliers(radii);
        fillMissing(radii);
        return Optional.of(new RadialOutline(center, radii, RAYS - missed));
    }

    private static void dropOutliers(double[] radii) {
        double[] off = new double[RAYS];
        double[] beside = new double[2 * BESIDE];
        for (int ray = 0; ray < RAYS; ray++) {
            int n = 0;
            for (int i = 1; i <= BESIDE; i++) {
                n = add(beside, n, radii[(ray + i) % RAYS]);
                n = add(beside, n, radii[(ray + RAYS - i) % RAYS]);
            }
            off[ray] = radii[ray] == MISSING || n == 0 ? MISSING : Math.abs(radii[ray] - median(beside, n));
        }
        double[] known = Arrays.stream(off).filter(o -> o != MISSING).toArray();
        double limit = OUTLIER * Math.max(LEAST_SCATTER, MAD_TO_SIGMA * median(known, known.length));
        for (int ray = 0; ray < RAYS; ray++) {
            if (off[ray] > limit) {
                radii[ray] = MISSING;
            }
        }
    }

    private static int add(double[] values, int n, double value) {
        if (value != MISSING) {
            values[n] = value;
            return n + 1;
        }
        return n;
    }

    private static double median(double[] values, int n) {
        double[] sorted = Arrays.copyOf(values, n);
        Arrays.sort(sorted);
        return n == 0 ? 0 : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    private static void fillMissing(double[] radii) {
        double[] known = radii.clone();
        for (int ray = 0; ray < RAYS; ray++) {
            if (known[ray] == MISSING) {
                int before = 1;
                while (before < RAYS && known[(ray + RAYS - before) % RAYS] == MISSING) {
                    before++;
                }
                int after = 1;
                while (after < RAYS && known[(ray + after) % RAYS] == MISSING) {
                    after++;
                }
                double left = known[(ray + RAYS - before) % RAYS];
                double right = known[(ray + after) % RAYS];
                radii[ray] = (left * after + right * before) / (before + after);
            }
        }
    }

    /** Where all rays begin, pixels. */
    public Point center() {
        return center;
    }

    /** The outline itself. */
    public Contour contour() {
        return grown(0);
    }

    /** The outline moved outwards along the rays; inwards where {@code by} is negative, but not beyond the center. */
    public Contour grown(double by) {
        double[] x = new double[RAYS];
        double[] y = new double[RAYS];
        for (int ray = 0; ray < RAYS; ray++) {
            double radius = Math.max(1e-3, radii[ray] + by);
            x[ray] = center.x() + radius * COSINES[ray];
            y[ray] = center.y() + radius * SINES[ray];
        }
        return new Contour(x, y);
    }

    /** The outline shrunk or grown about its center. */
    public Contour scaled(double share) {
        double[] x = new double[RAYS];
        double[] y = new double[RAYS];
        for (int ray = 0; ray < RAYS; ray++) {
            x[ray] = center.x() + share * radii[ray] * COSINES[ray];
            y[ray] = center.y() + share * radii[ray] * SINES[ray];
        }
        return new Contour(x, y);
    }

    /**
     * Rays from the center of a blob.
     *
     * @param blob its pixels
     * @param center where the rays begin, pixels
     * @param gray the picture
     * @param taken everything that is as dark as the blob, the blob included
     * @param reach how far beyond the blob anything is looked for, pixels
     */
    private record Rays(Mask blob, Point center, Raster gray, Mask taken, double reach) {
        /** The highest level where rays leave the blob. */
        double brightest(UpperLevel around) {
            double most = Double.NEGATIVE_INFINITY;
            for (int ray = 0; ray < RAYS; ray++) {
                double leaves = leaves(COSINES[ray], SINES[ray]);
                most = Math.max(most, around.at(center.x() + leaves * COSINES[ray], center.y() + leaves * SINES[ray]));
            }
            return most;
        }

        /** The brightest gray level beyond the blob; missing where a ray runs into a neighbor. */
        double peak(double leaves, double cos, double sin) {
            double peak = 0;
            for (double radius = leaves + STEP; radius <= leaves + reach; radius += STEP) {
                double x = center.x() + radius * cos;
                double y = center.y() + radius * sin;
                if (isNeighbor(x, y)) {
                    return MISSING;
                }
                peak = Math.max(peak, gray.valueAt(x, y));
            }
            return peak;
        }

        /** Where a level is reached first beyond the blob; missing where it is not, or a ray runs into a neighbor. */
        double edge(double level, double leaves, double cos, double sin) {
            double before = gray.valueAt(center.x() + leaves * cos, center.y() + leaves * sin);
            for (double radius = leaves + STEP; radius <= leaves + reach; radius += STEP) {
                double x = center.x() + radius * cos;
                double y = center.y() + radius * sin;
                if (isNeighbor(x, y)) {
                    return MISSING;
                }
                double value = gray.valueAt(x, y);
                if (value >= level) {
                    double part = value > before ? Math.max(0, (level - before) / (value - before)) : 1;
                    return radius - STEP * (1 - part);
                }
                before = value;
            }
            return MISSING;
        }

        private boolean isNeighbor(double x, double y) {
            int column = (int) Math.floor(x);
            int row = (int) Math.floor(y);
            return taken.contains(column, row) && !blob.contains(column, row);
        }

        /** Where a ray leaves the blob for the last time. */
        double leaves(double cos, double sin) {
            double way = Math.min(
                    way(center.x(), cos, blob.box().x(), blob.box().right()),
                    way(center.y(), sin, blob.box().y(), blob.box().bottom()));
            for (double radius = STEP * Math.ceil(way / STEP); radius > 0; radius -= STEP) {
                if (blob.contains(
                        (int) Math.floor(center.x() + radius * cos), (int) Math.floor(center.y() + radius * sin))) {
                    return radius;
                }
            }
            return 0;
        }

        /** How far it is to the end of a stretch, at this speed along it. */
        private static double way(double from, double speed, double low, double high) {
            double way = speed > 0 ? (high - from) / speed : (low - from) / speed;
            return speed == 0 ? Double.POSITIVE_INFINITY : Math.max(0, way);
        }
    }
}
