package org.fertivision.pixel;

import java.util.List;
import org.fertivision.image.Point;

/**
 * The largest and smallest distance of two parallel lines that hold a shape between them. Both are exact for the polygon
 * given, whatever its turn.
 *
 * @param length the largest distance between two of its points, pixels
 * @param width the smallest distance of two parallel tangents, pixels
 * @param lengthAngle direction of the length to the x axis, radians, above -pi/2 up to pi/2
 * @param widthAngle direction in which the width is measured, likewise
 */
public record Feret(double length, double width, double lengthAngle, double widthAngle) {
    /** Refuses negative diameters and a width above the length. */
    public Feret {
        if (!(width >= 0) || !(length >= width)) {
            throw new IllegalArgumentException("not the diameters of a shape: " + length + " x " + width);
        }
    }

    /**
     * The diameters of a polygon or any other set of points.
     *
     * @throws IllegalArgumentException if there is no point
     */
    public static Feret of(List<Point> points) {
        return ConvexHull.of(points).feret();
    }
}
