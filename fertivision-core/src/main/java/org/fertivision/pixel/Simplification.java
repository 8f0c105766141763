package org.fertivision.pixel;

import java.util.Arrays;

/**
 * Leaves out points of a closed contour that lie near the straight lines between those kept. Source: Douglas and Peucker
 * 1973, doi:10.3138/FM57-6770-U75U-7727.
 */
final class Simplification {
    private static final double COARSER = 1.5;
    private static final int FEWEST = 3;

    private final double[] x;
    private final double[] y;
    private final boolean[] kept;
    private final int[] stack;

    private Simplification(Contour contour) {
        this.x = contour.xs();
        this.y = contour.ys();
        this.kept = new boolean[x.length];
        this.stack = new int[2 * x.length + 4];
    }

    static Contour of(Contour contour, double tolerance, int mostPoints) {
        Simplification simple = new Simplification(contour);
        double allowed = tolerance;
        int left = simple.keep(allowed);
        while (left > mostPoints) {
            allowed = Math.max(allowed, 1e-3) * COARSER;
            left = simple.keep(allowed);
        }
        if (left < FEWEST) {
            left += simple.keepFarthest();
        }
        return simple.kept(left);
    }

    /** Splits at the first point and the one farthest from it, then each chain where it departs most. */
    private int keep(double tolerance) {
        Arrays.fill(kept, false);
        int n = x.length;
        int far = 0;
        double farthest = -1;
        for (int i = 1; i < n; i++) {
            double dx = x[i] - x[0];
            double dy = y[i] - y[0];
            if (dx * dx + dy * dy > farthest) {
                farthest = dx * dx + dy * dy;
                far = i;
            }
        }
        kept[0] = true;
        kept[far] = true;
        int depth = push(0, 0, far);
        depth = push(depth, far, n);
        while (depth > 0) {
            int to = stack[--depth];
            int from = stack[--depth];
            int split = farthest(from, to, tolerance);
            if (split >= 0) {
                kept[split] = true;
                depth = push(depth, from, split);
                depth = push(depth, split, to);
            }
        }
        int left = 0;
        for (boolean point : kept) {
            left += point ? 1 : 0;
        }
        return left;
    }

    /** Keeps one more point of the two chains: whichever lies farthest from the line between the two points kept. */
    private int keepFarthest() {
        int far = 1;
        while (far < x.length - 1 && !kept[far]) {
            far++;
        }
        int first = farthest(0, far, -1);
        int second = farthest(far, x.length, -1);
        boolean takeSecond = first < 0 || (second >= 0 && off(far, 0, second) > off(0, far, first));
        kept[takeSecond ? second : first] = true;
        return 1;
    }

    /** How far point {@code i} lies from the line through two others. */
    private double off(int from, int to, int i) {
        double dx = x[to] - x[from];
        double dy = y[to] - y[from];
        double px = x[i] - x[from];
        double py = y[i] - y[from];
        double length = Math.sqrt(dx * dx + dy * dy);
        return length == 0 ? Math.sqrt(px * px + py * py) : Math.abs(dx * py - dy * px) / length;
    }

    private int push(int depth, int from, int to) {
        stack[depth] = from;
        stack[depth + 1] = to;
        return depth + 2;
    }

    /** The point between two that lies farthest from their straight line, if beyond the tolerance; -1 if none does. */
    private int farthest(int from, int to, double tolerance) {
        int end = to % x.length;
        int split = -1;
        double farthest = tolerance;
        for (int i = from + 1; i < to; i++) {
            double off = off(from, end, i);
            if (off > farthest) {
                farthest = off;
                split = i;
            }
        }
        return split;
    }

    private Contour kept(int left) {
        double[] keptX = new double[left];
        double[] keptY = new double[left];
        int n = 0;
        for (int i = 0; i < x.length; i++) {
            if (kept[i]) {
                keptX[n] = x[i];
                keptY[n] = y[i];
                n++;
            }
        }
        return new Contour(keptX, keptY);
    }
}
