package org.fertivision.pixel;

import java.util.Optional;
import org.fertivision.image.Point;

/**
 * The ellipse that has the same second moments as a shape.
 *
 * @param center its center
 * @param majorAxis the whole long axis, pixels
 * @param minorAxis the whole short axis, pixels
 * @param angle of the long axis to the x axis, radians, above -pi/2 up to pi/2, positive from x (right) towards y (down)
 */
public record Ellipse(Point center, double majorAxis, double minorAxis, double angle) {
    /** The second moment of a pixel's own square about its center, square pixels. */
    private static final double PIXEL = 1.0 / 12.0;

    /** Refuses axes that are not positive or in the wrong order. */
    public Ellipse {
        if (!(minorAxis > 0) || !(majorAxis >= minorAxis) || !Double.isFinite(angle)) {
            throw new IllegalArgumentException("not an ellipse: " + majorAxis + " x " + minorAxis + ", " + angle);
        }
    }

    /**
     * The ellipse of a set of pixels: axis = 4 times the root of (eigenvalue of the covariance + 1/12), where 1/12 counts
     * that a pixel is a square and no point.
     */
    public static Ellipse of(Moments moments) {
        double mean = (moments.varianceX() + moments.varianceY()) / 2;
        double half = (moments.varianceX() - moments.varianceY()) / 2;
        double root = Math.sqrt(half * half + moments.covariance() * moments.covariance());
        double major = 4 * Math.sqrt(mean + root + PIXEL);
        double minor = 4 * Math.sqrt(Math.max(0, mean - root) + PIXEL);
        return new Ellipse(moments.centroid(), major, Math.min(minor, major), angle(moments.covariance(), half));
    }

    /** The ellipse of the area inside a contour; a contour without an area has none. */
    public static Optional<Ellipse> of(Contour contour) {
        double[] xx = Polygon.secondMoments(contour.xs(), contour.ys(), contour.centroid());
        double mean = (xx[0] + xx[2]) / 2;
        double half = (xx[0] - xx[2]) / 2;
        double root = Math.sqrt(half * half + xx[1] * xx[1]);
        if (!(mean - root > 0)) {
            return Optional.empty();
        }
        return Optional.of(new Ellipse(
                contour.centroid(), 4 * Math.sqrt(mean + root), 4 * Math.sqrt(mean - root), angle(xx[1], half)));
    }

    private static double angle(double covariance, double half) {
        if (covariance == 0) {
            return half >= 0 ? 0 : Math.PI / 2;
        }
        return StrictMath.atan2(covariance, half) / 2;
    }

    /** The area of the ellipse, square pixels. */
    public double area() {
        return Math.PI / 4 * majorAxis * minorAxis;
    }

    /** Long over short axis, 1 or more. */
    public double aspect() {
        return majorAxis / minorAxis;
    }
}
