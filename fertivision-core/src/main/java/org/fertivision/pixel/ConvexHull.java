package org.fertivision.pixel;

import java.util.Arrays;
import java.util.Comparator;
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
        Point[] sorted = points.toArray(Point[]::new);
        Arrays.sort(sorted, Comparator.comparingDouble(Point::x).thenComparingDouble(Point::y));
        Point[] chain = new Point[2 * sorted.length];
        int n = half(sorted, chain, 0, 0, 1);
        if (n > 1) {
            n = half(sorted, chain, n - 1, sorted.length - 1, -1) - 1;
        }
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = chain[i].x();
            y[i] = chain[i].y();
        }
        return new ConvexHull(x, y);
    }

    /** Appends one half of the hull to {@code chain} behind {@code base} corners; returns how many there are now. */
    private static int half(Point[] sorted, Point[] chain, int base, int first, int step) {
        int n = base;
        for (int i = first; i >= 0 && i < sorted.length; i += step) {
            Point next = sorted[i];
            while ((n > base && chain[n - 1].equals(next))
                    || (n - base >= 2 && turn(chain[n - 2], chain[n - 1], next) <= 0)) {
                n--;
            }
            chain[n++] = next;
        }
        return n;
    }

    private static double turn(Point a, Point b, Point c) {
        return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
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
