package org.fertivision.embryo;

import java.util.Arrays;
import java.util.List;

/**
 * Which sign a slope outwards has where the refractive index falls on the way outwards, and how much a direction can show:
 * alike all around in bright field, turning once in oblique light.
 */
final class LightSide {
    private final double x;
    private final double y;
    private final double even;
    private final boolean oblique;
    private final double size;

    private LightSide(double x, double y, double even) {
        this.x = x;
        this.y = y;
        this.even = even;
        this.oblique = even * even < (x * x + y * y) / 2;
        this.size = Math.sqrt(x * x + y * y);
    }

    /** What slopes at borders where the index falls outwards tell, one for each direction. */
    static LightSide of(double[] slopes) {
        double even = 0;
        double x = 0;
        double y = 0;
        for (int d = 0; d < slopes.length; d++) {
            even += slopes[d];
            x += 2 * slopes[d] * StrictMath.cos(2 * Math.PI * d / slopes.length);
            y += 2 * slopes[d] * StrictMath.sin(2 * Math.PI * d / slopes.length);
        }
        return new LightSide(x, y, even);
    }

    /** Oblique light along an axis, from either side. */
    static List<LightSide> along(double axisRad) {
        double cos = StrictMath.cos(axisRad);
        double sin = StrictMath.sin(axisRad);
        return List.of(new LightSide(cos, sin, 0), new LightSide(-cos, -sin, 0));
    }

    /** Bright field of either sign. */
    static List<LightSide> brightField() {
        return List.of(new LightSide(0, 0, 1), new LightSide(0, 0, -1));
    }

    /** Whether the light is oblique. */
    boolean isOblique() {
        return oblique;
    }

    /** In the direction of a unit vector, from -1 to 1. */
    double factor(double nx, double ny) {
        return oblique ? (x * nx + y * ny) / size : Math.signum(even);
    }

    /** For each direction from -1 to 1. */
    double[] factors(int directions) {
        double[] factors = new double[directions];
        if (!isOblique()) {
            Arrays.fill(factors, Math.signum(even));
            return factors;
        }
        for (int d = 0; d < directions; d++) {
            double angle = 2 * Math.PI * d / directions;
            factors[d] = (x * StrictMath.cos(angle) + y * StrictMath.sin(angle)) / size;
        }
        return factors;
    }
}
