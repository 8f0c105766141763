package org.fertivision.embryo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The shifts of EdgeCourse, computed again from the root of the depth and a Gaussian. */
class EdgeCourseTest {
    private static final double STEP = 0.01;
    private static final int HALF = 900;

    @Test
    void obliqueLightPeaksOutsideAndBrightFieldInside() {
        double[] path = blurredRoot();
        double[] oblique = derivative(derivative(path));
        double[] brightField = derivative(oblique);
        for (int i = 0; i < brightField.length; i++) {
            brightField[i] = -brightField[i];
        }

        assertThat(shiftInWidths(oblique)).isCloseTo(EdgeCourse.OBLIQUE_SHIFT, within(0.005));
        assertThat(shiftInWidths(brightField)).isCloseTo(EdgeCourse.BRIGHT_FIELD_SHIFT, within(0.005));
    }

    /** The root of the depth inside, blurred by a Gaussian of sigma 1; the border is in the middle, inside to the right. */
    private static double[] blurredRoot() {
        double[] path = new double[2 * HALF + 1];
        for (int i = 0; i < path.length; i++) {
            double x = (i - HALF) * STEP;
            double sum = 0;
            for (double t = -6 + STEP / 2; t < 6; t += STEP) {
                sum += x - t > 0 ? Math.sqrt(x - t) * Math.exp(-t * t / 2) : 0;
            }
            path[i] = sum;
        }
        return path;
    }

    private static double[] derivative(double[] values) {
        double[] slope = new double[values.length];
        for (int i = 20; i < values.length - 20; i++) {
            slope[i] = (values[i + 20] - values[i - 20]) / (40 * STEP);
        }
        return slope;
    }

    /** How far outside (to the left) the highest value lies, in full widths at half height. */
    private static double shiftInWidths(double[] signal) {
        int top = HALF - 200;
        for (int i = HALF - 200; i < HALF + 200; i++) {
            top = signal[i] > signal[top] ? i : top;
        }
        int from = top;
        while (signal[from] > signal[top] / 2) {
            from--;
        }
        int to = top;
        while (signal[to] > signal[top] / 2) {
            to++;
        }
        return (HALF - top) / (double) (to - from);
    }
}
