package org.fertivision.pixel;

import org.fertivision.image.Point;

/** Area, length and center of a closed polygon. */
final class Polygon {
    private Polygon() {}

    /** The area with its sign: positive if the corners go from the x axis towards the y axis. */
    static double signedArea(double[] x, double[] y) {
        int last = x.length - 1;
        double twice = 0;
        for (int i = 0, before = last; i <= last; before = i++) {
            twice += (x[before] - x[0]) * (y[i] - y[0]) - (x[i] - x[0]) * (y[before] - y[0]);
        }
        return twice / 2;
    }

    static double area(double[] x, double[] y) {
        return Math.abs(signedArea(x, y));
    }

    static double perimeter(double[] x, double[] y) {
        double length = 0;
        for (int i = 0, before = x.length - 1; i < x.length; before = i++) {
            double dx = x[i] - x[before];
            double dy = y[i] - y[before];
            length += Math.sqrt(dx * dx + dy * dy);
        }
        return length;
    }

    /** The center of the area; the mean corner if there is no area. */
    static Point centroid(double[] x, double[] y) {
        double twice = 0;
        double sumX = 0;
        double sumY = 0;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0, before = x.length - 1; i < x.length; before = i++) {
            double ax = x[before] - x[0];
            double ay = y[before] - y[0];
            double bx = x[i] - x[0];
            double by = y[i] - y[0];
            double cross = ax * by - bx * ay;
            twice += cross;
            sumX += cross * (ax + bx);
            sumY += cross * (ay + by);
            meanX += bx / x.length;
            meanY += by / x.length;
        }
        if (Math.abs(twice) < 1e-12) {
            return new Point(x[0] + meanX, y[0] + meanY);
        }
        return new Point(x[0] + sumX / (3 * twice), y[0] + sumY / (3 * twice));
    }

    /** The second moments xx, xy, yy of the area about its center, each over the area; 0 if there is no area. */
    static double[] secondMoments(double[] x, double[] y, Point center) {
        double twice = 0;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0, before = x.length - 1; i < x.length; before = i++) {
            double ax = x[before] - center.x();
            double ay = y[before] - center.y();
            double bx = x[i] - center.x();
            double by = y[i] - center.y();
            double cross = ax * by - bx * ay;
            twice += cross;
            xx += cross * (ax * ax + ax * bx + bx * bx);
            xy += cross * (2 * ax * ay + 2 * bx * by + ax * by + bx * ay);
            yy += cross * (ay * ay + ay * by + by * by);
        }
        if (Math.abs(twice) < 1e-12) {
            return new double[3];
        }
        return new double[] {xx / (6 * twice), xy / (12 * twice), yy / (6 * twice)};
    }

    /** Whether a place lies inside, by the even-odd rule. */
    static boolean contains(double[] x, double[] y, double px, double py) {
        boolean inside = false;
        for (int i = 0, before = x.length - 1; i < x.length; before = i++) {
            if ((y[i] > py) != (y[before] > py) && px < (x[before] - x[i]) * (py - y[i]) / (y[before] - y[i]) + x[i]) {
                inside = !inside;
            }
        }
        return inside;
    }
}
