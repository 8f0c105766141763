package org.fertivision.embryo;

import org.fertivision.pixel.PolarImage;

/**
 * The signal's mean course across a border, the border straightened: where its peak lies, how high and how wide it is.
 *
 * @param peak how far the peak lies outside the path, columns
 * @param height of the peak, units of the scatter
 * @param width full width at half height, columns
 */
record EdgeCourse(double peak, double height, double width) {
    private static final int NEAR = 3;
    private static final int BENDS = 6;

    /**
     * Where the signal of a ball's border peaks, in widths of the peak, outwards: of the root of the depth inside,
     * blurred by a Gaussian, oblique light shows the first derivative and bright field the second, and the signal is the
     * next one of each.
     */
    static final double OBLIQUE_SHIFT = 0.295;

    static final double BRIGHT_FIELD_SHIFT = -0.325;

    /**
     * Across a path, its fine bends left out, so that it does not run after the noise.
     *
     * @param distances the path, pixels of the raster
     * @param sign 1 where the index falls outwards, -1 where it rises
     */
    static EdgeCourse across(EdgeSignal signal, double[] distances, int sign) {
        PolarImage strength = signal.strength();
        double[] path = Border.smooth(distances, BENDS);
        int reach = strength.distances() / 4;
        double[] course = new double[2 * reach + 1];
        double weights = 0;
        for (int d = 0; d < distances.length; d++) {
            double at = path[d] / strength.step();
            weights += signal.weights()[d];
            for (int i = 0; i < course.length; i++) {
                double column = at + i - reach;
                int left = (int) Math.floor(column);
                if (left >= 0 && left < strength.distances() - 1) {
                    double share = column - left;
                    course[i] += sign * ((1 - share) * strength.at(d, left) + share * strength.at(d, left + 1));
                }
            }
        }
        int top = reach;
        for (int i = reach - NEAR; i <= reach + NEAR; i++) {
            top = course[i] > course[top] ? i : top;
        }
        return of(course, top, weights, reach);
    }

    private static EdgeCourse of(double[] course, int top, double weights, int reach) {
        double height = course[top];
        if (height <= 0) {
            return new EdgeCourse(0, 0, course.length);
        }
        int from = top;
        while (from > 0 && course[from] > height / 2) {
            from--;
        }
        int to = top;
        while (to < course.length - 1 && course[to] > height / 2) {
            to++;
        }
        double left = from + crossing(course[from], course[from + 1], height / 2);
        double right = to - crossing(course[to], course[to - 1], height / 2);
        return new EdgeCourse(top - reach, height / weights, right - left);
    }

    /** How far outside the border itself the signal peaks, columns. */
    double shift(boolean oblique) {
        return (oblique ? OBLIQUE_SHIFT : BRIGHT_FIELD_SHIFT) * width;
    }

    /** Where between two neighbors a level is passed, as a share of their distance. */
    private static double crossing(double below, double above, double level) {
        return above > below ? Math.max(0, Math.min(1, (level - below) / (above - below))) : 0;
    }
}
