package org.fertivision.pixel;

import java.util.Arrays;
import java.util.Optional;

/**
 * The narrowest straight cut through a contour: of all cuts between two of its points that leave enough on both sides, the
 * one whose squared length is smallest beside the smaller side's area. Where two convex shapes touch, it joins the two
 * notches between them.
 *
 * @param first one side, closed by the cut
 * @param second the other side
 * @param length of the cut, pixels
 */
public record Neck(Contour first, Contour second, double length) {
    /**
     * The narrowest cut through a contour.
     *
     * @param leastArea smallest area of a side, square pixels, above 0
     * @return empty if no cut leaves that much on both sides
     */
    public static Optional<Neck> of(Contour contour, double leastArea) {
        if (!(leastArea > 0)) {
            throw new IllegalArgumentException("a side has an area above 0, not " + leastArea);
        }
        double[] x = contour.xs();
        double[] y = contour.ys();
        double[] swept = swept(x, y);
        int n = x.length;
        double best = Double.POSITIVE_INFINITY;
        int from = -1;
        int to = -1;
        for (int i = 0; i < n; i++) {
            for (int j = i + 2; j < n; j++) {
                double side = (swept[j] - swept[i] + x[j] * y[i] - x[i] * y[j]) / 2;
                double smaller = Math.min(side, swept[n] / 2 - side);
                double dx = x[j] - x[i];
                double dy = y[j] - y[i];
                double squared = dx * dx + dy * dy;
                if (smaller >= leastArea && squared < best * smaller) {
                    best = squared / smaller;
                    from = i;
                    to = j;
                }
            }
        }
        return from < 0 ? Optional.empty() : Optional.of(cut(x, y, from, to));
    }

    /** How narrow the cut is: its squared length over the smaller side's area; 8/pi times width over length for an ellipse. */
    public double narrowness() {
        return length * length / Math.min(first.area(), second.area());
    }

    /** Twice the area swept from the origin up to each point; at the end that of the whole. */
    private static double[] swept(double[] x, double[] y) {
        int n = x.length;
        double[] swept = new double[n + 1];
        for (int i = 0; i < n; i++) {
            int next = i + 1 == n ? 0 : i + 1;
            swept[i + 1] = swept[i] + x[i] * y[next] - x[next] * y[i];
        }
        return swept;
    }

    private static Neck cut(double[] x, double[] y, int from, int to) {
        double dx = x[to] - x[from];
        double dy = y[to] - y[from];
        double length = Math.sqrt(dx * dx + dy * dy);
        Contour inner = new Contour(Arrays.copyOfRange(x, from, to + 1), Arrays.copyOfRange(y, from, to + 1));
        return new Neck(inner, new Contour(outer(x, from, to), outer(y, from, to)), length);
    }

    private static double[] outer(double[] values, int from, int to) {
        double[] side = new double[values.length - to + from + 1];
        System.arraycopy(values, to, side, 0, values.length - to);
        System.arraycopy(values, 0, side, values.length - to, from + 1);
        return side;
    }
}
