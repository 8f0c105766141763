package org.fertivision.pixel;

import java.util.Optional;

/**
 * The gray level at which an object's edge lies: a share of the way from its surroundings to its plateau. The
 * surroundings are read in a ring between two and three times the object's own ellipse, beyond its halo and away from
 * other objects; the plateau inside four fifths of the ellipse.
 *
 * @param background median of the ring, gray levels
 * @param plateau median of the inside, gray levels
 * @param level the edge's gray level
 */
public record EdgeLevel(double background, double plateau, double level) {
    private static final double RING_INNER = 2.0;
    private static final double RING_OUTER = 3.0;
    private static final double CORE = 0.8;
    /** So many sigmas of the blur inside, an edge has risen to 98 %. */
    private static final double CLEAR_BLURS = 2;

    private static final double LEAST_CORE = 0.3;
    /** Half of an ellipse's pixels lie within this share of its radii. */
    private static final double MEDIAN_RADIUS = Math.sqrt(0.5);
    /** What is blurred more has no plateau to speak of. */
    private static final double LEAST_HEIGHT = 0.5;

    private static final int FEWEST_RING_PIXELS = 50;
    private static final double PIXEL_VARIANCE = 1.0 / 12;

    /**
     * The level for a blob.
     *
     * @param gray a raster that reaches beyond the ring
     * @param taken pixels of the raster, row by row, that belong to objects or lie next to other ones
     * @param share of the way from background to plateau, 0 to 1
     * @return empty if too little of the ring is free
     */
    public static Optional<EdgeLevel> of(Blob blob, Raster gray, boolean[] taken, double share) {
        Inside ellipse = Inside.of(blob);
        float[] ring = new float[gray.width() * gray.height()];
        float[] core = new float[blob.area()];
        int ringSize = 0;
        int coreSize = 0;
        int at = 0;
        float[] samples = gray.samples();
        for (int y = gray.region().y(); y < gray.region().bottom(); y++) {
            for (int x = gray.region().x(); x < gray.region().right(); x++, at++) {
                double radius = ellipse.squaredRadius(x, y);
                if (radius > RING_INNER * RING_INNER && radius < RING_OUTER * RING_OUTER && !taken[at]) {
                    ring[ringSize++] = samples[at];
                } else if (radius < CORE * CORE && coreSize < core.length && blob.contains(x, y)) {
                    core[coreSize++] = samples[at];
                }
            }
        }
        if (ringSize < FEWEST_RING_PIXELS || coreSize == 0) {
            return Optional.empty();
        }
        double background = Median.of(ring, ringSize);
        double plateau = Median.of(core, coreSize);
        return Optional.of(new EdgeLevel(background, plateau, background + share * (plateau - background)));
    }

    /**
     * This edge with the plateau read anew where the blur of the edge does not reach: at least two sigmas of it inside, as
     * far as the object is wide enough, and raised by what the blur still takes off there.
     *
     * @param shape the outline of the object as known so far
     * @param blur sigma of the edge, pixels
     */
    EdgeLevel deeper(Blob blob, Raster gray, Contour shape, double blur) {
        double share = (level - background) / contrast();
        double core =
                Math.max(LEAST_CORE, 1 - CLEAR_BLURS * blur / (blob.ellipse().minorAxis() / 2));
        if (core >= CORE) {
            return this;
        }
        float[] inside = new float[blob.area()];
        int n = 0;
        Inside ellipse = Inside.of(blob);
        for (int y = gray.region().y(); y < gray.region().bottom(); y++) {
            for (int x = gray.region().x(); x < gray.region().right(); x++) {
                if (n < inside.length && ellipse.squaredRadius(x, y) < core * core && blob.contains(x, y)) {
                    inside[n++] = gray.samples()[
                            (y - gray.region().y()) * gray.width()
                                    + x
                                    - gray.region().x()];
                }
            }
        }
        if (n == 0) {
            return this;
        }
        double height = BlurredShape.heightOn(shape, blob.ellipse(), core * MEDIAN_RADIUS, blur);
        double deep = background + (Median.of(inside, n) - background) / Math.max(LEAST_HEIGHT, height);
        return new EdgeLevel(background, deep, background + share * (deep - background));
    }

    /** The object's brightness over its surroundings, gray levels. */
    public double contrast() {
        return plateau - background;
    }

    /** The ellipse of a blob's moments. */
    private record Inside(double centerX, double centerY, double xx, double xy, double yy) {
        static Inside of(Blob blob) {
            Moments moments = blob.moments();
            double xx = moments.varianceX() + PIXEL_VARIANCE;
            double yy = moments.varianceY() + PIXEL_VARIANCE;
            double xy = moments.covariance();
            double fourfold = 4 * (xx * yy - xy * xy);
            return new Inside(
                    moments.centroid().x(), moments.centroid().y(), xx / fourfold, xy / fourfold, yy / fourfold);
        }

        /** The square of a pixel's distance from the center, in radii of the ellipse there. */
        double squaredRadius(int column, int row) {
            double dx = column + 0.5 - centerX;
            double dy = row + 0.5 - centerY;
            return yy * dx * dx - 2 * xy * dx * dy + xx * dy * dy;
        }
    }
}
