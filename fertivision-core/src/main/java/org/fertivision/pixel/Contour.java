package org.fertivision.pixel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.jspecify.annotations.Nullable;

/**
 * A closed line of sub-pixel points in image coordinates, ordered, no point repeated, running from the x axis towards the
 * y axis (clockwise as seen on a screen). Immutable and thread-safe.
 */
public final class Contour {
    private static final int MINIMUM_POINTS = 3;

    private final double[] x;
    private final double[] y;
    /** Made at the first call and the same whoever makes it. */
    private @Nullable ConvexHull hull;

    /** Takes the arrays over. */
    Contour(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /**
     * The line of equal gray value around a blob: where the gray values, taken bilinear between pixel centers, cross
     * {@code level}. Of all closed lines in the raster it is the outer one that encloses most of the blob's pixels.
     * Ambiguous cells are parted or joined by the value at their saddle, as the bilinear surface itself does. A line that
     * meets the edge of the raster is closed along the outer edges of its pixels.
     *
     * @param raster holds the blob and some background around it
     * @param threshold whose level the line follows
     * @return empty if no pixel of the blob lies on the object's side of the level
     */
    public static Optional<Contour> around(Blob blob, Raster raster, Threshold threshold) {
        return new IsoLine(raster, threshold).around(blob);
    }

    /** The line of equal gray value around a blob in a plane, seen {@code margin} pixels beyond the blob's box. */
    public static Optional<Contour> around(Blob blob, Plane plane, Threshold threshold, int margin) {
        Region patch = blob.box().grown(margin, plane.width(), plane.height());
        return around(blob, Raster.of(plane, patch), threshold);
    }

    /** The line around a blob's own pixels, half-way between their centers and those of the pixels beside. */
    public static Contour around(Blob blob) {
        return around(blob, 0.5);
    }

    /** The line around a blob's own pixels, at a level between 0 in the pixels beside and 1 in its own. */
    static Contour around(Blob blob, double level) {
        Mask mask = blob.mask(1);
        boolean[] bits = mask.bits();
        float[] samples = new float[bits.length];
        for (int i = 0; i < bits.length; i++) {
            samples[i] = bits[i] ? 1 : 0;
        }
        return around(blob, new Raster(mask.box(), samples), Threshold.brighterThan(level))
                .orElseThrow();
    }

    /**
     * A contour through given points, turned round if they go the other way.
     *
     * @throws IllegalArgumentException for fewer than three points
     */
    public static Contour of(List<Point> points) {
        int n = points.size();
        if (n < MINIMUM_POINTS) {
            throw new IllegalArgumentException("a contour has at least three points, not " + n);
        }
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = points.get(i).x();
            y[i] = points.get(i).y();
        }
        if (Polygon.signedArea(x, y) < 0) {
            reverse(x);
            reverse(y);
        }
        return new Contour(x, y);
    }

    private static void reverse(double[] values) {
        for (int i = 0, j = values.length - 1; i < j; i++, j--) {
            double kept = values[i];
            values[i] = values[j];
            values[j] = kept;
        }
    }

    /** Number of points. */
    public int size() {
        return x.length;
    }

    /** The column coordinate of point {@code i}, pixels. */
    public double x(int i) {
        return x[i];
    }

    /** The row coordinate of point {@code i}, pixels. */
    public double y(int i) {
        return y[i];
    }

    /** All points. */
    public List<Point> points() {
        Point[] points = new Point[x.length];
        Arrays.setAll(points, i -> new Point(x[i], y[i]));
        return List.of(points);
    }

    /** The area inside, square pixels (shoelace formula). */
    public double area() {
        return Polygon.area(x, y);
    }

    /** The length around, pixels. */
    public double perimeter() {
        return Polygon.perimeter(x, y);
    }

    /** The center of the area inside. */
    public Point centroid() {
        return Polygon.centroid(x, y);
    }

    /** Whether a place lies inside. */
    public boolean contains(double placeX, double placeY) {
        return Polygon.contains(x, y, placeX, placeY);
    }

    /** The largest and smallest diameter. */
    public Feret feret() {
        return hull().feret();
    }

    /** The convex hull. */
    public ConvexHull hull() {
        ConvexHull known = hull;
        if (known == null) {
            known = ConvexHull.of(x, y);
            hull = known;
        }
        return known;
    }

    /** Area over the area of the hull: 1 for convex shapes. */
    public double solidity() {
        double hull = hull().area();
        return hull == 0 ? 1 : Math.min(1, area() / hull);
    }

    /**
     * This contour with fewer points, for reports: points within {@code tolerance} of the lines between those kept are left
     * out, and where more than {@code mostPoints} would stay the tolerance grows until they do not.
     *
     * @param tolerance pixels, 0 or more; 0.05 is not seen
     * @param mostPoints 3 or more
     */
    public Contour simplified(double tolerance, int mostPoints) {
        if (!(tolerance >= 0) || mostPoints < MINIMUM_POINTS) {
            throw new IllegalArgumentException(
                    "not to be simplified to " + tolerance + " px, " + mostPoints + " points");
        }
        return Simplification.of(this, tolerance, mostPoints);
    }

    /** The smallest box of whole pixels around the contour. */
    public Region box() {
        double left = x[0];
        double right = x[0];
        double top = y[0];
        double bottom = y[0];
        for (int i = 1; i < x.length; i++) {
            left = Math.min(left, x[i]);
            right = Math.max(right, x[i]);
            top = Math.min(top, y[i]);
            bottom = Math.max(bottom, y[i]);
        }
        int x0 = (int) Math.floor(left);
        int y0 = (int) Math.floor(top);
        return new Region(x0, y0, Math.max(1, (int) Math.ceil(right) - x0), Math.max(1, (int) Math.ceil(bottom) - y0));
    }

    double[] xs() {
        return x;
    }

    double[] ys() {
        return y;
    }
}
