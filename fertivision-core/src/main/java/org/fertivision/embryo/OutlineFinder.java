package org.fertivision.embryo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.pixel.Binning;
import org.fertivision.pixel.ClosedPath;
import org.fertivision.pixel.DiscContrast;
import org.fertivision.pixel.PolarImage;
import org.fertivision.pixel.Raster;
import org.fertivision.pixel.Roughness;
import org.fertivision.spi.Work;

/**
 * Finds the outline of a blastocyst: the disc that is rough inside and smooth outside tells where it is, which the bright
 * rim of a well is not; then the closed path that has a steep edge and from which roughness drops outwards.
 */
final class OutlineFinder {
    private static final int LEAST_SIDE_PX = 48;
    private static final double FINE_UM = 0.8;
    /** Without a scale: pixels along the shorter side that are looked at. */
    private static final int FINE_SIDE = 320;

    private static final int ROUGH_SIDE = 80;
    private static final double LEAST_SHARE = 0.16;
    private static final double MOST_SHARE = 0.5;
    static final int DIRECTIONS = 256;
    private static final double REACH_SHARE = 0.25;
    private static final double MOST_STRENGTH = 3;
    private static final double DROP_WEIGHT = 4;
    private static final int DROP_REACH = 14;
    private static final double STIFFNESS = 0.6;
    private static final double FINE_STIFFNESS = 0.25;
    private static final int BAND = 5;
    private static final int NEAR = 2;
    private static final int MOST_ROUNDS = 3;
    private static final double CENTERED = 1;

    private final double leastUm;
    private final double mostUm;

    /** A finder of outlines with radii in a range, micrometers. */
    OutlineFinder(double leastUm, double mostUm) {
        this.leastUm = leastUm;
        this.mostUm = mostUm;
    }

    /** What there is; nothing in a field too small or without anything rough. */
    Optional<OutlineField> find(Plane gray, OptionalDouble umPerPixel, Work work) {
        int side = Math.min(gray.width(), gray.height());
        if (side < LEAST_SIDE_PX) {
            return Optional.empty();
        }
        int factor = Math.max(
                1, (int) (umPerPixel.isPresent() ? FINE_UM / umPerPixel.getAsDouble() : side / (double) FINE_SIDE));
        Raster raster = Binning.of(gray, factor);
        int rough = Math.max(1, Math.min(raster.width(), raster.height()) / ROUGH_SIDE);
        Raster roughness = Roughness.of(raster, rough);
        work.checkpoint();
        int unit = 2 * rough;
        Raster map = Binning.of(roughness, 2);
        double least = LEAST_SHARE * Math.min(map.width(), map.height());
        double most = MOST_SHARE * Math.min(map.width(), map.height());
        if (umPerPixel.isPresent()) {
            double um = umPerPixel.getAsDouble() * factor * unit;
            least = leastUm / um;
            most = mostUm / um;
        }
        List<DiscContrast.Disc> discs = DiscContrast.of(map, Math.max(2, least), most, 2).stream()
                .map(disc -> new DiscContrast.Disc(
                        new Point(disc.center().x() * unit, disc.center().y() * unit),
                        disc.radius() * unit,
                        disc.contrast()))
                .toList();
        return discs.isEmpty()
                ? Optional.empty()
                : Optional.of(new OutlineField(raster, roughness, rough, factor, discs));
    }

    /**
     * The outline near a disc.
     *
     * @param widening factor of the smoothing, 1 by default
     */
    static Outlined about(OutlineField field, Point first, double radius, double widening) {
        Point center = first;
        double size = radius;
        for (int round = 1; ; round++) {
            Outlined outline = once(field, center, size, widening);
            Point off = Rings.middle(outline.distances());
            if (round == MOST_ROUNDS || off.distanceTo(new Point(0, 0)) < CENTERED) {
                return outline;
            }
            center = new Point(center.x() + off.x(), center.y() + off.y());
            size = Rings.radius(outline.distances());
        }
    }

    private static Outlined once(OutlineField field, Point center, double radius, double widening) {
        int columns = (int) Math.ceil(radius * (1 + 2 * REACH_SHARE)) + 2 * DROP_REACH;
        PolarImage polar = PolarImage.around(field.raster(), center, DIRECTIONS, columns, 1);
        PolarImage drop = field.drop(center, DIRECTIONS, columns, 1, DROP_REACH);
        EdgeSignal blind = EdgeSignal.of(polar, 1, widening, LightSide.of(constant(1)));
        PolarImage gain =
                blind.strength().absolute().limited((float) MOST_STRENGTH).plus(drop.times(constant(DROP_WEIGHT)));
        int from = (int) Math.max(4, radius * (1 - REACH_SHARE));
        int to = (int) Math.ceil(radius * (1 + REACH_SHARE)) + 1;
        double[] coarse = ClosedPath.through(gain, bounds(from), bounds(to), STIFFNESS);
        LightSide light = blind.light(coarse, NEAR);
        EdgeSignal signal = EdgeSignal.of(polar, 1, widening, light);
        int[] near = new int[DIRECTIONS];
        int[] far = new int[DIRECTIONS];
        for (int d = 0; d < DIRECTIONS; d++) {
            near[d] = Math.max(1, Math.min(columns - 2 * BAND - 2, (int) Math.round(coarse[d]) - BAND));
            far[d] = near[d] + 2 * BAND + 1;
        }
        double[] fine = ClosedPath.through(signal.strength().limited((float) MOST_STRENGTH), near, far, FINE_STIFFNESS);
        return new Outlined(center, fine, signal, light, mean(drop, fine));
    }

    private static double mean(PolarImage picture, double[] path) {
        double sum = 0;
        for (int d = 0; d < path.length; d++) {
            sum += picture.at(d, Math.min(picture.distances() - 1, (int) Math.round(path[d])));
        }
        return sum / path.length;
    }

    private static double[] constant(double value) {
        double[] all = new double[DIRECTIONS];
        Arrays.fill(all, value);
        return all;
    }

    private static int[] bounds(int value) {
        int[] all = new int[DIRECTIONS];
        Arrays.fill(all, value);
        return all;
    }
}
