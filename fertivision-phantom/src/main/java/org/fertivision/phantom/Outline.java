package org.fertivision.phantom;

import org.fertivision.image.Point;

/** A closed polygon in pixels, corners in order, never changed after it is made. */
final class Outline {
    private static final double DEVIATION_PX = 1e-3;
    private static final int FEWEST_CORNERS = 64;
    private static final int CAP_CORNERS = 256;
    private static final int BISECTIONS = 60;

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

    /**
     * The cap of an ellipse: what lies beyond a straight cut across its long axis, at the end to which the axis points.
     *
     * @param share of the ellipse's area, above 0, below 1
     */
    static Outline cap(Placed head, double share, double umPerPixel) {
        double low = 0;
        double high = Math.PI;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            boolean less = middle - StrictMath.sin(middle) * StrictMath.cos(middle) < Math.PI * share;
            low = less ? middle : low;
            high = less ? high : middle;
        }
        double a = head.shape().lengthUm() / 2 / umPerPixel;
        double b = head.shape().widthUm() / 2 / umPerPixel;
        double cos = StrictMath.cos(head.angleRad());
        double sin = StrictMath.sin(head.angleRad());
        double[] x = new double[CAP_CORNERS + 1];
        double[] y = new double[CAP_CORNERS + 1];
        for (int i = 0; i <= CAP_CORNERS; i++) {
            double turn = high * (2.0 * i / CAP_CORNERS - 1);
            double along = a * StrictMath.cos(turn);
            double across = b * StrictMath.sin(turn);
            x[i] = head.centerPx().x() + along * cos - across * sin;
            y[i] = head.centerPx().y() + along * sin + across * cos;
        }
        return new Outline(x, y);
    }

    int corners() {
        return x.length;
    }

    /** The area, square pixels. */
    double area() {
        double twice = 0;
        for (int i = 0, before = x.length - 1; i < x.length; before = i++) {
            twice += x[before] * y[i] - x[i] * y[before];
        }
        return Math.abs(twice) / 2;
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
