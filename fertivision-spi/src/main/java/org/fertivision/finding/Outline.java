package org.fertivision.finding;

import java.util.Arrays;
import java.util.List;
import org.fertivision.image.Point;

/**
 * A closed polygon around an object, in pixels of the upright image, kept to a hundredth of a pixel. The last corner
 * joins the first. Immutable; equal when all corners are.
 */
public final class Outline {
    private static final Outline NONE = new Outline(new double[0], new double[0]);

    private final double[] x;
    private final double[] y;

    private Outline(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /** The outline of something that has only a place. */
    public static Outline none() {
        return NONE;
    }

    /**
     * The polygon through the given corners.
     *
     * @throws IllegalArgumentException for fewer than 3 corners, unequal lengths or what is not finite
     */
    public static Outline of(double[] x, double[] y) {
        if (x.length != y.length || x.length < 3) {
            throw new IllegalArgumentException("an outline has 3 corners or more, x and y for each");
        }
        double[] keptX = new double[x.length];
        double[] keptY = new double[y.length];
        for (int i = 0; i < x.length; i++) {
            keptX[i] = Digits.hundredth(x[i]);
            keptY[i] = Digits.hundredth(y[i]);
        }
        return new Outline(keptX, keptY);
    }

    /** The polygon through the given corners. */
    public static Outline of(List<Point> corners) {
        return of(
                corners.stream().mapToDouble(Point::x).toArray(),
                corners.stream().mapToDouble(Point::y).toArray());
    }

    /** How many corners; 0 for {@link #none()}. */
    public int size() {
        return x.length;
    }

    /** Horizontal place of corner {@code i}, pixels. */
    public double x(int i) {
        return x[i];
    }

    /** Vertical place of corner {@code i}, pixels. */
    public double y(int i) {
        return y[i];
    }

    /** The corners in order. */
    public List<Point> corners() {
        Point[] points = new Point[x.length];
        Arrays.setAll(points, i -> new Point(x[i], y[i]));
        return List.of(points);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Outline outline && Arrays.equals(x, outline.x) && Arrays.equals(y, outline.y);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(x) + Arrays.hashCode(y);
    }

    @Override
    public String toString() {
        return "outline of " + x.length + " corners";
    }
}
