package org.fertivision.embryo;

import java.util.Arrays;
import java.util.List;
import org.fertivision.pixel.PolarImage;

/**
 * An unrolled picture turned into a signal that is positive where the refractive index falls on the way outwards, as at
 * the outer border of a zona and at the oolemma, and negative where it rises, as at the inner border of a zona. In bright
 * field that is the slope of the gray values, in oblique light that slope with the sign that the light gives it.
 */
final class EdgeSignal {
    /** Sectors around, each of 11 degrees. */
    static final int SECTORS = 32;

    private static final double FINE_UM = 0.6;
    private static final double NORMAL_MEDIAN = 1.4826;
    private static final double CORE_UM = 20;
    /** Half of the share that pure oblique light has. */
    private static final double OBLIQUE_SHARE = 0.25;

    private final PolarImage slope;
    private final PolarImage strength;
    private final PolarImage sectors;
    private final double[] weights;
    private final LightSide light;

    private EdgeSignal(PolarImage slope, PolarImage strength, PolarImage sectors, double[] weights, LightSide light) {
        this.slope = slope;
        this.strength = strength;
        this.sectors = sectors;
        this.weights = weights;
        this.light = light;
    }

    /** The signal in units of its own scatter, each direction for itself. */
    PolarImage strength() {
        return strength;
    }

    /** The same over groups of directions. */
    PolarImage sectors() {
        return sectors;
    }

    /** How much each direction can show: 1 in bright field, |cosine to the light| in oblique light. */
    double[] weights() {
        return weights;
    }

    /** From where the light is taken to come. */
    LightSide light() {
        return light;
    }

    /** Whether the light is oblique. */
    boolean oblique() {
        return light.isOblique();
    }

    /**
     * The signal of a picture whose contrast the picture itself tells. The steepest slopes are those of borders where the
     * index falls outwards, an oolemma above all: where their sign is the same all around it is bright field, where it
     * turns once with the direction oblique light.
     *
     * @param polar unrolled gray values
     * @param umPerColumn distance of two columns, micrometers
     * @param widening factor of the smoothing
     */
    static EdgeSignal of(PolarImage polar, double umPerColumn, double widening) {
        PolarImage slope = polar.smoothed(widening * FINE_UM / umPerColumn).slope();
        int first = (int) (CORE_UM / umPerColumn);
        return of(slope, LightSide.of(steepest(slope.sectors(SECTORS), first)), first);
    }

    /**
     * What the light may be by the slopes nearer than some columns: borders seen in oblique light show most across it, by
     * the square of the cosine, so their energy tells its axis, not its side; in bright field they show alike.
     */
    List<LightSide> lights(int columns) {
        PolarImage even = slope.sectors(SECTORS);
        double cos = 0;
        double sin = 0;
        double sum = 0;
        for (int d = 0; d < SECTORS; d++) {
            double energy = 0;
            for (int i = 0; i < Math.min(columns, even.inside(d)); i++) {
                energy += even.at(d, i) * even.at(d, i);
            }
            cos += energy * StrictMath.cos(4 * Math.PI * d / SECTORS);
            sin += energy * StrictMath.sin(4 * Math.PI * d / SECTORS);
            sum += energy;
        }
        return Math.sqrt(cos * cos + sin * sin) > OBLIQUE_SHARE * sum
                ? LightSide.along(StrictMath.atan2(sin, cos) / 2)
                : LightSide.brightField();
    }

    /** The signal of a picture whose contrast is known. */
    static EdgeSignal of(PolarImage polar, double umPerColumn, double widening, LightSide light) {
        PolarImage slope = polar.smoothed(widening * FINE_UM / umPerColumn).slope();
        return of(slope, light, (int) (CORE_UM / umPerColumn));
    }

    /** The signal of a small thing in a light that is known: its scatter is that of all columns. */
    static EdgeSignal small(PolarImage polar, double umPerColumn, double widening, LightSide light) {
        return of(polar.smoothed(widening * FINE_UM / umPerColumn).slope(), light, 0);
    }

    /**
     * What the steepest slopes near a closed path tell of the light, across which the index falls outwards.
     *
     * @param path the distance in each direction, pixels of the raster
     * @param near columns on both sides that are looked at
     */
    LightSide light(double[] path, int near) {
        double[] steepest = new double[path.length];
        for (int d = 0; d < path.length; d++) {
            int at = (int) Math.round(path[d] / slope.step());
            for (int i = Math.max(0, at - near); i <= Math.min(slope.distances() - 1, at + near); i++) {
                steepest[d] = Math.abs(slope.at(d, i)) > Math.abs(steepest[d]) ? slope.at(d, i) : steepest[d];
            }
        }
        return LightSide.of(steepest);
    }

    /** For each sector the root of the sum of cubed slopes, which the steepest ones rule. */
    private static double[] steepest(PolarImage slope, int first) {
        double[] roots = new double[slope.directions()];
        for (int d = 0; d < roots.length; d++) {
            double cubes = 0;
            for (int i = first; i < slope.inside(d); i++) {
                double value = slope.at(d, i);
                cubes += value * value * value;
            }
            roots[d] = StrictMath.cbrt(cubes);
        }
        return roots;
    }

    private static EdgeSignal of(PolarImage channel, LightSide light, int first) {
        double[] factors = light.factors(channel.directions());
        PolarImage signal = channel.times(factors);
        PolarImage sectors = signal.sectors(SECTORS);
        double[] weights = Arrays.stream(factors).map(Math::abs).toArray();
        return new EdgeSignal(channel, inScatter(signal, first), inScatter(sectors, first), weights, light);
    }

    /** Divided by the scatter: 1.48 times the median of the absolute values inside the picture. */
    private static PolarImage inScatter(PolarImage signal, int first) {
        double scatter = NORMAL_MEDIAN * signal.middleSize(first);
        double[] factors = new double[signal.directions()];
        Arrays.fill(factors, scatter > 0 ? 1 / scatter : 0);
        return signal.times(factors);
    }
}
