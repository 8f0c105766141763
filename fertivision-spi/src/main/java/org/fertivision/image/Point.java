package org.fertivision.image;

/**
 * A place in an image, in pixels from its top left corner; the first pixel's center is (0.5, 0.5).
 *
 * @param x to the right, pixels
 * @param y down, pixels
 */
public record Point(double x, double y) {
    /** Refuses what is not a finite number. */
    public Point {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("a point is finite, not (" + x + ", " + y + ")");
        }
    }

    /** The distance to another point, pixels. */
    public double distanceTo(Point other) {
        double dx = x - other.x;
        double dy = y - other.y;
        return Math.sqrt(dx * dx + dy * dy);
    }
}
