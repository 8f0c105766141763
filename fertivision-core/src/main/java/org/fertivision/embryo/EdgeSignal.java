package org.fertivision.embryo;

import java.util.Arrays;
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

    private final PolarImage strength;
    private final PolarImage sectors;
    private final double[] weights;
    private final boolean oblique;

    EdgeSignal(PolarImage strength, PolarImage sectors, double[] weights, boolean oblique) {
        this.strength = strength;
        this.sectors = sectors;
        this.weights = weights;
        this.oblique = oblique;
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

    /** Whether the light is oblique. */
    boolean oblique() {
        return oblique;
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
        double[] steepest = steepest(slope.sectors(SECTORS), first);
        double even = 0;
        double x = 0;
        double y = 0;
        for (int d = 0; d < SECTORS; d++) {
            even += steepest[d];
            x += 2 * steepest[d] * StrictMath.cos(2 * Math.PI * d / SECTORS);
            y += 2 * steepest[d] * StrictMath.sin(2 * Math.PI * d / SECTORS);
        }
        double[] factors = new double[polar.directions()];
        boolean oblique = even * even < (x * x + y * y) / 2;
        if (!oblique) {
            Arrays.fill(factors, Math.signum(even));
        } else {
            double size = Math.sqrt(x * x + y * y);
            for (int d = 0; d < factors.length; d++) {
                double angle = 2 * Math.PI * d / factors.length;
                factors[d] = (x * StrictMath.cos(angle) + y * StrictMath.sin(angle)) / size;
            }
        }
        return of(slope, factors, first, oblique);
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

    private static EdgeSignal of(PolarImage channel, double[] factors, int first, boolean oblique) {
        PolarImage signal = channel.times(factors);
        PolarImage sectors = signal.sectors(SECTORS);
        double[] weights = Arrays.stream(factors).map(Math::abs).toArray();
        return new EdgeSignal(inScatter(signal, first), inScatter(sectors, first), weights, oblique);
    }

    /** Divided by the scatter: 1.48 times the median of the absolute values inside the picture. */
    private static PolarImage inScatter(PolarImage signal, int first) {
        float[] sizes = new float[signal.directions() * signal.distances()];
        int n = 0;
        for (int d = 0; d < signal.directions(); d++) {
            for (int i = first; i < signal.inside(d); i++) {
                sizes[n++] = Math.abs(signal.at(d, i));
            }
        }
        Arrays.sort(sizes, 0, n);
        double scatter = n == 0 ? 0 : NORMAL_MEDIAN * sizes[n / 2];
        double[] factors = new double[signal.directions()];
        Arrays.fill(factors, scatter > 0 ? 1 / scatter : 0);
        return signal.times(factors);
    }
}
