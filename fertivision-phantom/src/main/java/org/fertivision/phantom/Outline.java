package org.fertivision.phantom;

import org.fertivision.image.Point;

/** A closed polygon in pixels, corners in order, never changed after it is made. */
final class Outline {
    private static final double DEVIATION_PX = 1e-3;
    private static final int FEWEST_CORNERS = 64;

    private final double[] x;
    private final double[] y;

    /** Takes over both arrays. */
    Outline(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /**
     * The outline of an ellipse: a polygon of exactly its area that leaves the true curve by no more than 0.002 pixels.
     */
    static Outline of(Ellipse shape, Point centerPx, double angleRad, double umPerPixel) {
        double a = shape.lengthUm() / 2 / umPerPixel;
        double b = shape.widthUm() / 2 / umPerPixel;
        int corners = Math.max(FEWEST_CORNERS, (int) Math.ceil(Math.PI * Math.sqrt(a / (2 * DEVIATION_PX))));
        double step = 2 * Math.PI / corners;
        double sameArea = Math.sqrt(step / StrictMath.sin(step));
        double cos = StrictMath.cos(angleRad) * sameArea;
        double sin = StrictMath.sin(angleRad) * sameArea;
        double[] x = new double[corners];
        double[] y = new double[corners];
        for (int i = 0; i < corners; i++) {
            double along = a * StrictMath.cos(i * step);
            double across = b * StrictMath.sin(i * step);
            x[i] = centerPx.x() + along * cos - across * sin;
            y[i] = centerPx.y() + along * sin + across * cos;
        }
        return new Outline(x, y);
    }

    int corners() {
        return x.length;
    }

    double x(int corner) {
        return x[corner];
    }

    double y(int corner) {
        return y[corner];
    }

    double leftmost() {
        return least(x);
    }

    double topmost() {
        return least(y);
    }

    double rightmost() {
        return most(x);
    }

    double lowest() {
        return most(y);
    }

    private static double least(double[] values) {
        double least = values[0];
        for (double value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    private static double most(double[] values) {
        double most = values[0];
        for (double value : values) {
            most = Math.max(most, value);
        }
        return most;
    }
}
