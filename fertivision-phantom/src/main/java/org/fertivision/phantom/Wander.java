package org.fertivision.phantom;

/** Brownian motion of a dead cell, held every millisecond. Immutable. */
final class Wander {
    private static final double KNOTS_PER_S = 1000;

    private final double[] xUm;
    private final double[] yUm;

    private Wander(double[] xUm, double[] yUm) {
        this.xUm = xUm;
        this.yUm = yUm;
    }

    static Wander none() {
        return new Wander(new double[0], new double[0]);
    }

    /** Motion with the given diffusion coefficient, square micrometers a second, for some seconds. */
    static Wander brownian(double diffusionUm2PerS, double seconds, Chance chance) {
        int knots = (int) Math.ceil(seconds * KNOTS_PER_S) + 2;
        double[] x = new double[knots];
        double[] y = new double[knots];
        double step = Math.sqrt(2 * diffusionUm2PerS / KNOTS_PER_S);
        for (int i = 1; i < knots; i++) {
            x[i] = x[i - 1] + step * chance.normal();
            y[i] = y[i - 1] + step * chance.normal();
        }
        return new Wander(x, y);
    }

    double xUm(double timeS) {
        return at(xUm, timeS);
    }

    double yUm(double timeS) {
        return at(yUm, timeS);
    }

    private static double at(double[] knots, double timeS) {
        if (knots.length == 0) {
            return 0;
        }
        double at = Math.max(0, Math.min(timeS * KNOTS_PER_S, knots.length - 1.000001));
        int knot = (int) at;
        return knots[knot] + (at - knot) * (knots[knot + 1] - knots[knot]);
    }
}
