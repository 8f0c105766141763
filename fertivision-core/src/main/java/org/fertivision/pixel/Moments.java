package org.fertivision.pixel;

import org.fertivision.image.Point;

/**
 * Area, center and spread of a set of pixels.
 *
 * @param area number of pixels
 * @param centroid mean of the pixel centers
 * @param varianceX mean square distance of the pixel centers from the centroid along x, square pixels
 * @param varianceY the same along y
 * @param covariance mean product of both distances
 */
public record Moments(long area, Point centroid, double varianceX, double varianceY, double covariance) {
    /** Refuses an empty set and what no set of pixels can have. */
    public Moments {
        if (area < 1 || !(varianceX >= 0) || !(varianceY >= 0) || !Double.isFinite(covariance)) {
            throw new IllegalArgumentException(
                    "not the moments of pixels: " + area + ", " + varianceX + ", " + varianceY);
        }
    }

    /** Adds runs of pixels in whole numbers, counted from a pixel near them. */
    static final class Sum {
        private final int originX;
        private final int originY;
        private long n;
        private long x;
        private long y;
        private long xx;
        private long xy;
        private long yy;

        Sum(int originX, int originY) {
            this.originX = originX;
            this.originY = originY;
        }

        void addRun(int row, int from, int to) {
            long a = (long) from - originX;
            long b = (long) to - originX;
            long dy = (long) row - originY;
            long length = b - a;
            long sumX = (a + b - 1) * length / 2;
            n += length;
            x += sumX;
            y += dy * length;
            xx += squaresBelow(b) - squaresBelow(a);
            xy += dy * sumX;
            yy += dy * dy * length;
        }

        Moments toMoments() {
            double meanX = (double) x / n;
            double meanY = (double) y / n;
            double varianceX = Math.max(0, (double) xx / n - meanX * meanX);
            double varianceY = Math.max(0, (double) yy / n - meanY * meanY);
            double covariance = (double) xy / n - meanX * meanY;
            Point center = new Point(originX + meanX + 0.5, originY + meanY + 0.5);
            return new Moments(n, center, varianceX, varianceY, covariance);
        }

        /** The sum of the squares of 0 to m - 1, continued to negative m. */
        private static long squaresBelow(long m) {
            return (m - 1) * m * (2 * m - 1) / 6;
        }
    }
}
