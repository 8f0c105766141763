package org.fertivision.pixel;

import java.util.List;
import org.fertivision.image.Point;

/**
 * The smallest convex polygon around points: no repeated corners, none on a straight side. Immutable. Built by the
 * monotone chain, Andrew 1979, doi:10.1016/0020-0190(79)90072-3.
 */
public final class ConvexHull {
    private final double[] x;
    private final double[] y;

    private ConvexHull(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /**
     * The hull of one or more points; one or two corners if they coincide or lie on one line.
     *
     * @throws IllegalArgumentException if there is no point
     */
    public static ConvexHull of(List<Point> points) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("no points, no hull");
        }
        return of(
                points.stream().mapToDouble(Point::x).toArray(),
                points.stream().mapToDouble(Point::y).toArray());
    }

    /** The hull of one or more points given by their coordinates. */
    static ConvexHull of(double[] x, double[] y) {
        int[] order = leftToRight(x, y);
        int[] chain = new int[2 * x.length];
        int n = half(x, y, order, chain, 0, 0, 1);
        if (n > 1) {
            n = half(x, y, order, chain, n - 1, order.length - 1, -1) - 1;
        }
        double[] cornerX = new double[n];
        double[] cornerY = new double[n];
        for (int i = 0; i < n; i++) {
            cornerX[i] = x[chain[i]];
            cornerY[i] = y[chain[i]];
        }
        return new ConvexHull(cornerX, cornerY);
    }

    /** The places of the points from left to right, and of those above each other from top to bottom: by merging. */
    private static int[] leftToRight(double[] x, double[] y) {
        int[] from = new int[x.length];
        int[] to = new int[x.length];
        for (int i = 0; i < from.length; i++) {
            from[i] = i;
        }
        for (int size = 1; size < from.length; size *= 2) {
            for (int start = 0; start < from.length; start += 2 * size) {
                int middle = Math.min(from.length, start + size);
                int end = Math.min(from.length, start + 2 * size);
                int left = start;
                int right = middle;
                for (int at = start; at < end; at++) {
                    boolean takesLeft = left < middle && (right == end || !isBefore(x, y, from[right], from[left]));
                    to[at] = takesLeft ? from[left++] : from[right++];
                }
            }
            int[] merged = to;
            to = from;
            from = merged;
        }
        return from;
    }

    private static boolean isBefore(double[] x, double[] y, int a, int b) {
        return x[a] < x[b] || (x[a] == x[b] && y[a] < y[b]);
    }

    /** Appends one half of the hull to {@code chain} behind {@code base} corners; returns how many there are now. */
    private static int half(double[] x, double[] y, int[] order, int[] chain, int base, int first, int step) {
        int n = base;
        for (int i = first; i >= 0 && i < order.length; i += step) {
            int next = order[i];
            while ((n > base && x[chain[n - 1]] == x[next] && y[chain[n - 1]] == y[next])
                    || (n - base >= 2 && turn(x, y, chain[n - 2], chain[n - 1], next) <= 0)) {
                n--;
            }
            chain[n++] = next;
        }
        return n;
    }

    private static double turn(double[] x, double[] y, int a, int b, int c) {
        return (x[b] - x[a]) * (y[c] - y[a]) - (y[b] - y[a]) * (x[c] - x[a]);
    }

    /** Number of corners. */
    public int size() {
        return x.length;
    }

    /** The corners, in the direction from the x axis to the y axis, the leftmost first. */
    public List<Point> points() {
        Point[] points = new Point[x.length];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Point(x[i], y[i]);
        }
        return List.of(points);
    }

    /** The area, square pixels; 0 for fewer than three corners. */
    public double area() {
        return Polygon.area(x, y);
    }

    /** The length around, pixels. */
    public double perimeter() {
        return Polygon.perimeter(x, y);
    }

    /** The diameters of this hull. */
    public Feret feret() {
        return Calipers.around(x, y);
    }
}
