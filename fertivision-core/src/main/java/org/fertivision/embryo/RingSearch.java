package org.fertivision.embryo;

import java.util.Arrays;
import java.util.List;
import org.fertivision.image.Point;
import org.fertivision.pixel.ClosedPath;
import org.fertivision.pixel.NestedPaths;
import org.fertivision.pixel.PolarImage;
import org.fertivision.pixel.Raster;
import org.jspecify.annotations.Nullable;

/** Finds the borders of zona and cell about a center, all three together first, then each for itself. */
final class RingSearch {
    private static final int PATHS = 3;
    private static final int DIRECTIONS = 256;
    private static final double COLUMN_UM = 0.5;
    /** Columns that the joint search takes together. */
    private static final int BIN = 3;

    /** Directions of a look for the center alone, and columns that it takes together. */
    private static final int VAGUE_DIRECTIONS = 128;

    private static final int VAGUE_BIN = 6;

    private static final int MOST_VAGUE_ROUNDS = 2;
    private static final double NEARLY_CENTERED_UM = 5;
    private static final int MOST_ROUNDS = 3;
    private static final double CENTERED_UM = 1;
    /** How far the borders may lie from those of the round before, in which the center was off by 1 um at most. */
    private static final double SLACK_UM = 8;

    private static final double BEYOND_UM = 12;
    private static final double MOST_GAIN = 8;
    /** Blurred borders have shores of the other sign beside them, up to half as strong and about so far away. */
    private static final double SIDE_LOBE = 0.35;

    private static final double LOBE_UM = 3;
    private static final double QUIET_SHARE = 0.7;
    private static final double QUIET_FROM_UM = 3;
    private static final double QUIET_TO_UM = 10;
    private static final double OUTER_PRICE = 0.4;
    private static final double ZONA_PRICE = 0.8;
    private static final double SPACE_PRICE = 0.4;
    private static final double STIFFNESS = 0.25;
    private static final double MOST_STRENGTH = 3;
    private static final double BAND_UM = 3.5;
    private static final double DROP_WEIGHT = 4;
    /** Columns over which a drop of roughness shows. */
    private static final int DROP_REACH = 14;

    private final Raster raster;
    private final double umPerPixel;
    private final RingLimits limits;
    private final @Nullable OutlineField rough;
    private final @Nullable LightSide light;

    /**
     * A search in a raster.
     *
     * @param umPerPixel size of one of its pixels, micrometers, told or supposed
     */
    RingSearch(Raster raster, double umPerPixel, RingLimits limits) {
        this(raster, umPerPixel, limits, null, null);
    }

    private RingSearch(
            Raster raster,
            double umPerPixel,
            RingLimits limits,
            @Nullable OutlineField rough,
            @Nullable LightSide light) {
        this.raster = raster;
        this.umPerPixel = umPerPixel;
        this.limits = limits;
        this.rough = rough;
        this.light = light;
    }

    /** A search for an innermost border from which roughness drops outwards, the light being known. */
    static RingSearch rough(OutlineField field, double umPerPixel, RingLimits limits, LightSide light) {
        return new RingSearch(field.raster(), umPerPixel, limits, field, light);
    }

    /** This search in a light that is known. */
    RingSearch lit(LightSide known) {
        return new RingSearch(raster, umPerPixel, limits, rough, known);
    }

    /** What the light may be by the picture about a center. */
    List<LightSide> lights(Point center) {
        int columns = (int) Math.ceil((limits.mostOuter() + BEYOND_UM) / COLUMN_UM);
        PolarImage polar = PolarImage.around(raster, center, DIRECTIONS, columns, COLUMN_UM / umPerPixel);
        return EdgeSignal.of(polar, COLUMN_UM, 1, LightSide.brightField().get(0))
                .lights(columns);
    }

    /**
     * The borders that fit best about a center.
     *
     * @param widening factor of the smoothing, 1 by default
     */
    Rings about(Point center, double widening) {
        Point at = center;
        Span span = limits();
        double offUm = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_VAGUE_ROUNDS && offUm > NEARLY_CENTERED_UM; round++) {
            double[] outer = vagueOuter(at, widening);
            Point off = Rings.middle(outer);
            offUm = off.distanceTo(new Point(0, 0)) * umPerPixel;
            at = new Point(at.x() + off.x(), at.y() + off.y());
            span = near(outer, off);
        }
        Rings rings = once(at, widening, span);
        for (int round = 1; round < MOST_ROUNDS; round++) {
            Point off = Rings.middle(rings.outer());
            Point better =
                    new Point(rings.center().x() + off.x(), rings.center().y() + off.y());
            if (better.distanceTo(rings.center()) * umPerPixel < CENTERED_UM) {
                break;
            }
            rings = once(better, widening, near(rings.outer(), off));
        }
        return rings;
    }

    /** Where the paths may run about a better center; where roughness has a say the first look is too vague to hold them. */
    private Span near(double[] outer, Point off) {
        if (rough != null) {
            return limits();
        }
        double slack = umPerPixel * off.distanceTo(new Point(0, 0)) + SLACK_UM;
        double least = umPerPixel * Arrays.stream(outer).min().orElse(0) - slack;
        double most = umPerPixel * Arrays.stream(outer).max().orElse(0) + slack;
        return new Span(Math.max(limits.leastOuter(), least), Math.min(limits.mostOuter(), most));
    }

    private Span limits() {
        return new Span(limits.leastOuter(), limits.mostOuter());
    }

    /**
     * Where the outer border may run.
     *
     * @param from least radius, micrometers
     * @param to largest radius, micrometers
     */
    private record Span(double from, double to) {}

    /** About where the outer border lies, pixels: good enough for a center. */
    private double[] vagueOuter(Point center, double widening) {
        EdgeSignal signal = signal(center, widening, VAGUE_DIRECTIONS);
        int[] bins = paths(center, signal, limits(), VAGUE_BIN).distances(0);
        double[] outer = new double[bins.length];
        for (int d = 0; d < outer.length; d++) {
            outer[d] = ((bins[d] + 0.5) * VAGUE_BIN - 0.5) * signal.strength().step();
        }
        return outer;
    }

    private Rings once(Point center, double widening, Span span) {
        EdgeSignal signal = signal(center, widening, DIRECTIONS);
        NestedPaths.Found paths = paths(center, signal, span, BIN);
        double[][] fine = new double[PATHS][];
        for (int path = 0; path < fine.length; path++) {
            fine[path] = refined(signal.strength(), paths.distances(path), path == 1 ? -1 : 1);
        }
        return new Rings(center, fine[0], fine[1], fine[2], paths.gain(), signal);
    }

    private EdgeSignal signal(Point center, double widening, int directions) {
        int columns = (int) Math.ceil((limits.mostOuter() + BEYOND_UM) / COLUMN_UM);
        PolarImage polar = PolarImage.around(raster, center, directions, columns, COLUMN_UM / umPerPixel);
        return light == null
                ? EdgeSignal.of(polar, COLUMN_UM, widening)
                : EdgeSignal.of(polar, COLUMN_UM, widening, light);
    }

    private NestedPaths.Found paths(Point center, EdgeSignal signal, Span span, int bin) {
        float[][][] gains = gains(signal.sectors(), bin, limits.mostSpace() > 0);
        if (rough != null) {
            PolarImage strength = signal.strength();
            favor(
                    gains[2],
                    bin,
                    rough.drop(center, strength.directions(), strength.distances(), strength.step(), DROP_REACH));
        }
        return NestedPaths.through(
                gains, reach(span, bin * COLUMN_UM), new double[] {OUTER_PRICE, ZONA_PRICE, SPACE_PRICE});
    }

    private NestedPaths.Reach reach(Span span, double bin) {
        return new NestedPaths.Reach(
                (int) (span.from() / bin),
                (int) Math.ceil(span.to() / bin),
                (int) (limits.leastZona() / bin),
                (int) Math.ceil(limits.mostZona() / bin),
                0,
                Math.max(1, (int) Math.ceil(limits.mostSpace() / bin)));
    }

    /** What the three borders gain by sector and bin: the strongest column of a bin counts. */
    private static float[][][] gains(PolarImage sectors, int width, boolean third) {
        PolarImage falling = sectors.contrasted(SIDE_LOBE, (int) (LOBE_UM / COLUMN_UM));
        int bins = sectors.distances() / width;
        float[][][] gains = new float[PATHS][sectors.directions()][bins];
        for (int d = 0; d < sectors.directions(); d++) {
            for (int bin = 0; bin < bins; bin++) {
                double highest = Double.NEGATIVE_INFINITY;
                double lowest = Double.POSITIVE_INFINITY;
                for (int i = bin * width; i < (bin + 1) * width; i++) {
                    highest = Math.max(highest, falling.at(d, i));
                    lowest = Math.min(lowest, falling.at(d, i));
                }
                float falls = gain(highest);
                gains[0][d][bin] = falls - (float) QUIET_SHARE * gain(unrest(sectors, d, (bin + 0.5) * width));
                gains[1][d][bin] = gain(-lowest);
                gains[2][d][bin] = third ? falls : 0;
            }
        }
        return gains;
    }

    /** Adds what a drop of roughness gains. */
    private static void favor(float[][] gains, int width, PolarImage drop) {
        PolarImage sectors = drop.sectors(gains.length);
        for (int d = 0; d < gains.length; d++) {
            for (int bin = 0; bin < gains[d].length; bin++) {
                gains[d][bin] += (float) DROP_WEIGHT * sectors.at(d, bin * width + width / 2);
            }
        }
    }

    /** What a strength gains: twice its root, so that one strong border does not outweigh two weak ones. */
    private static float gain(double strength) {
        return (float) Math.min(MOST_GAIN, Math.signum(strength) * 2 * Math.sqrt(Math.abs(strength)));
    }

    /** The mean strength just outside a place. */
    private static double unrest(PolarImage sectors, int d, double at) {
        int from = (int) (at + QUIET_FROM_UM / COLUMN_UM);
        int to = (int) (at + QUIET_TO_UM / COLUMN_UM);
        double sum = 0;
        int n = 0;
        for (int i = from; i < Math.min(to, sectors.inside(d)); i++) {
            sum += Math.abs(sectors.at(d, i));
            n++;
        }
        return n == 0 ? 0 : sum / n;
    }

    /** The path near a coarse one, direction by direction, pixels. */
    private static double[] refined(PolarImage strength, int[] bins, int sign) {
        int directions = strength.directions();
        double[] signs = new double[directions];
        Arrays.fill(signs, sign);
        PolarImage gain = strength.times(signs).limited((float) MOST_STRENGTH);
        int half = (int) Math.round(BAND_UM / COLUMN_UM);
        int[] from = new int[directions];
        int[] to = new int[directions];
        int each = directions / bins.length;
        for (int d = 0; d < directions; d++) {
            int before = d / each;
            double share = d % each / (double) each;
            double bin = (1 - share) * bins[before] + share * bins[(before + 1) % bins.length];
            int middle = (int) Math.round((bin + 0.5) * BIN - 0.5);
            from[d] = Math.max(0, Math.min(strength.distances() - 2 * half - 1, middle - half));
            to[d] = from[d] + 2 * half + 1;
        }
        double[] path = ClosedPath.through(gain, from, to, STIFFNESS);
        for (int d = 0; d < directions; d++) {
            path[d] *= strength.step();
        }
        return path;
    }
}
