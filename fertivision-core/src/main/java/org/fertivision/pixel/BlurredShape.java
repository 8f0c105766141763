package org.fertivision.pixel;

/**
 * A flat shape of height 1 under a Gaussian blur. Seen from a point inside, the part of the blur that lies beyond an edge
 * at distance r is exp(-r squared / 2 sigma squared), so that the point stands at 1 less the mean of that over all
 * directions.
 */
final class BlurredShape {
    private static final int DIRECTIONS = 8;
    /** Square of the sigmas beyond which a blur adds less than a ten-thousand-millionth. */
    private static final double FAR = 50;

    private BlurredShape() {}

    /**
     * The mean height on an ellipse inside a shape.
     *
     * @param ellipse of the shape
     * @param share of its axes, 0 to below 1
     * @param sigma of the blur, pixels, above 0
     */
    static double heightOn(Contour shape, Ellipse ellipse, double share, double sigma) {
        double cos = StrictMath.cos(ellipse.angle());
        double sin = StrictMath.sin(ellipse.angle());
        double sum = 0;
        for (int i = 0; i < DIRECTIONS; i++) {
            double turn = 2 * Math.PI * i / DIRECTIONS;
            double along = share * ellipse.majorAxis() / 2 * StrictMath.cos(turn);
            double across = share * ellipse.minorAxis() / 2 * StrictMath.sin(turn);
            sum += heightAt(
                    shape,
                    ellipse.center().x() + along * cos - across * sin,
                    ellipse.center().y() + along * sin + across * cos,
                    sigma);
        }
        return sum / DIRECTIONS;
    }

    /** The height at a point inside a shape. */
    static double heightAt(Contour shape, double x, double y, double sigma) {
        double lost = 0;
        double far = FAR * sigma * sigma;
        int n = shape.size();
        for (int i = 0; i < n; i++) {
            int next = i + 1 == n ? 0 : i + 1;
            double fromX = shape.x(i) - x;
            double fromY = shape.y(i) - y;
            double toX = shape.x(next) - x;
            double toY = shape.y(next) - y;
            double middleX = (fromX + toX) / 2;
            double middleY = (fromY + toY) / 2;
            double square = middleX * middleX + middleY * middleY;
            if (square < far) {
                double angle = StrictMath.atan2(fromX * toY - fromY * toX, fromX * toX + fromY * toY);
                lost += angle * StrictMath.exp(-square / (2 * sigma * sigma));
            }
        }
        return 1 - Math.abs(lost) / (2 * Math.PI);
    }
}
