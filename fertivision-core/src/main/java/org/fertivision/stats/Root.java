package org.fertivision.stats;

import java.util.function.DoubleUnaryOperator;

/**
 * The zero of an increasing function: the bracket grows from a start until it holds the zero, then Newton steps are
 * taken, and halved back into the bracket whenever they leave it or do not shrink it.
 */
final class Root {

    private static final int MAX_STEPS = 300;
    private static final double EPSILON = 4e-16;

    private Root() {}

    /**
     * The argument at which {@code value} is zero.
     *
     * @param value increasing; infinite values are allowed, NaN is not
     * @param slope its derivative, used only where finite and positive
     */
    static double of(DoubleUnaryOperator value, DoubleUnaryOperator slope, double start, double firstStep) {
        double[] bracket = bracket(value, start, firstStep);
        double lo = bracket[0];
        double hi = bracket[1];
        double u = start > lo && start < hi ? start : (lo + hi) / 2;
        double tolerance = EPSILON;
        for (int i = 0; i < MAX_STEPS; i++) {
            double v = value.applyAsDouble(u);
            if (v == 0) {
                return u;
            }
            if (v > 0) {
                hi = u;
            } else {
                lo = u;
            }
            double step = v / slope.applyAsDouble(u);
            double next = u - step;
            boolean newton = next > lo && next < hi;
            if (newton && StrictMath.abs(step) <= tolerance * (1 + StrictMath.abs(u))) {
                return next;
            }
            if (!newton) {
                next = lo + (hi - lo) / 2;
                if (next <= lo || next >= hi) {
                    return u;
                }
            }
            u = next;
        }
        return u;
    }

    private static double[] bracket(DoubleUnaryOperator value, double start, double firstStep) {
        double lo = start;
        double hi = start;
        double step = firstStep;
        if (value.applyAsDouble(start) > 0) {
            do {
                hi = lo;
                lo -= step;
                step *= 2;
            } while (value.applyAsDouble(lo) > 0);
        } else {
            do {
                lo = hi;
                hi += step;
                step *= 2;
            } while (value.applyAsDouble(hi) < 0);
        }
        return new double[] {lo, hi};
    }
}
