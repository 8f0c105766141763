package org.fertivision.phantom;

import org.fertivision.image.Point;

/**
 * An ellipse with its place.
 *
 * @param centerPx center, pixels
 * @param angleRad direction of the long axis, radians from the x axis towards y (down), 0 to 2 pi
 * @param shape its size
 */
record Placed(Point centerPx, double angleRad, Ellipse shape) {
    /** Half the width of its upright box, pixels. */
    double halfBoxX(double umPerPixel) {
        return shape.supportUm(angleRad) / umPerPixel;
    }

    /** Half the height of its upright box, pixels. */
    double halfBoxY(double umPerPixel) {
        return shape.supportUm(Math.PI / 2 - angleRad) / umPerPixel;
    }

    /**
     * How far apart two ellipses' centers lie when they touch without a gap, micrometers, the second one lying in the
     * given direction from the first: the least of (h1(n) + h2(n)) / (n . direction) over all directions n.
     */
    static double touchingDistanceUm(
            Ellipse first, double firstAngle, Ellipse second, double secondAngle, double direction) {
        double low = direction - Math.PI / 2 + 1e-6;
        double high = direction + Math.PI / 2 - 1e-6;
        int steps = 180;
        for (int round = 0; round < 5; round++) {
            double step = (high - low) / steps;
            double best = low;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i <= steps; i++) {
                double n = low + i * step;
                double distance = separationUm(first, n - firstAngle, second, n - secondAngle, n - direction);
                if (distance < least) {
                    least = distance;
                    best = n;
                }
            }
            low = Math.max(low, best - step);
            high = Math.min(high, best + step);
        }
        double n = (low + high) / 2;
        return separationUm(first, n - firstAngle, second, n - secondAngle, n - direction);
    }

    private static double separationUm(Ellipse first, double toFirst, Ellipse second, double toSecond, double turn) {
        return (first.supportUm(toFirst) + second.supportUm(toSecond)) / StrictMath.cos(turn);
    }
}
