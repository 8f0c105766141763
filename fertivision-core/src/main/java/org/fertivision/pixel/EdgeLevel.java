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
        Moments moments = blob.moments();
        double xx = moments.varianceX() + PIXEL_VARIANCE;
        double yy = moments.varianceY() + PIXEL_VARIANCE;
        double xy = moments.covariance();
        double determinant = xx * yy - xy * xy;
        float[] ring = new float[gray.width() * gray.height()];
        float[] core = new float[blob.area()];
        int ringSize = 0;
        int coreSize = 0;
        int at = 0;
        float[] samples = gray.samples();
        double inverse = 1 / (4 * determinant);
        double left = gray.region().x() + 0.5 - moments.centroid().x();
        double top = gray.region().y() + 0.5 - moments.centroid().y();
        for (int row = 0; row < gray.height(); row++) {
            double dy = top + row;
            for (int column = 0; column < gray.width(); column++, at++) {
                double dx = left + column;
                double radius = (yy * dx * dx - 2 * xy * dx * dy + xx * dy * dy) * inverse;
                if (radius > RING_INNER * RING_INNER && radius < RING_OUTER * RING_OUTER && !taken[at]) {
                    ring[ringSize++] = samples[at];
                } else if (radius < CORE * CORE
                        && coreSize < core.length
                        && blob.contains(
                                gray.region().x() + column, gray.region().y() + row)) {
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

    /** The object's brightness over its surroundings, gray levels. */
    public double contrast() {
        return plateau - background;
    }
}
