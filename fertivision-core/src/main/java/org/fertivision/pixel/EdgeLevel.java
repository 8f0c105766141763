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

    /**
     * The level for a blob.
     *
     * @param gray a raster that reaches beyond the ring
     * @param taken pixels of the raster, row by row, that belong to objects or lie next to other ones
     * @param share of the way from background to plateau, 0 to 1
     * @return empty if too little of the ring is free
     */
    public static Optional<EdgeLevel> of(Blob blob, Raster gray, boolean[] taken, double share) {
        EllipseRows ellipse = EllipseRows.of(blob);
        Gathered ring = ring(ellipse, gray, taken);
        Gathered core = core(blob, ellipse, gray, CORE);
        if (ring.size() < FEWEST_RING_PIXELS || core.size() == 0) {
            return Optional.empty();
        }
        double background = ring.median();
        double plateau = core.median();
        return Optional.of(new EdgeLevel(background, plateau, background + share * (plateau - background)));
    }

    private static Gathered ring(EllipseRows ellipse, Raster gray, boolean[] taken) {
        Gathered ring = new Gathered(gray, gray.samples().length);
        for (int y = gray.region().y(); y < gray.region().bottom(); y++) {
            int end = ellipse.end(y, RING_OUTER);
            ring.addFree(y, ellipse.first(y, RING_OUTER), Math.min(end, ellipse.first(y, RING_INNER)), taken);
            ring.addFree(y, ellipse.end(y, RING_INNER), end, taken);
        }
        return ring;
    }

    /** The blob's samples within so many radii of its ellipse. */
    private static Gathered core(Blob blob, EllipseRows ellipse, Raster gray, double radii) {
        Gathered core = new Gathered(gray, blob.area());
        blob.forEachRun((y, from, to) ->
                core.add(y, Math.max(from, ellipse.first(y, radii)), Math.min(to, ellipse.end(y, radii))));
        return core;
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
        Gathered inside = core(blob, EllipseRows.of(blob), gray, core);
        if (inside.size() == 0) {
            return this;
        }
        double height = BlurredShape.heightOn(shape, blob.ellipse(), core * MEDIAN_RADIUS, blur);
        double deep = background + (inside.median() - background) / Math.max(LEAST_HEIGHT, height);
        return new EdgeLevel(background, deep, background + share * (deep - background));
    }

    /** The object's brightness over its surroundings, gray levels. */
    public double contrast() {
        return plateau - background;
    }
}
