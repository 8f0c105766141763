package org.fertivision.embryo;

import org.fertivision.image.Region;
import org.fertivision.pixel.Raster;
import org.fertivision.pixel.Smoothing;

/**
 * How an ellipsoid of higher refractive index than its surroundings looks: in oblique light by the slope of its optical
 * path along the light, in bright field by its curvature.
 */
final class BodyLook {
    private static final double GRID_UM = 0.5;
    private static final double BLUR_UM = 0.8;

    /** Room about the body, micrometers. */
    private static final double ROOM_UM = 5;

    /** Grid steps over which the path's bend is told. */
    private static final int STEPS = 2;

    private final Raster along;
    private final Raster out;
    private final Raster bend;
    private final double reachUm;

    private BodyLook(Raster path, double reachUm) {
        int side = path.width();
        float[] slopesAlong = new float[side * side];
        float[] slopesOut = new float[side * side];
        float[] bends = new float[side * side];
        for (int y = STEPS; y < side - STEPS; y++) {
            for (int x = STEPS; x < side - STEPS; x++) {
                int at = y * side + x;
                float left = path.at(x - STEPS, y);
                float right = path.at(x + STEPS, y);
                float near = path.at(x, y - STEPS);
                float far = path.at(x, y + STEPS);
                slopesAlong[at] = path.at(x + 1, y) - path.at(x - 1, y);
                slopesOut[at] = path.at(x, y + 1) - path.at(x, y - 1);
                bends[at] = left + right + near + far - 4 * path.at(x, y);
            }
        }
        this.along = Raster.of(path.region(), slopesAlong);
        this.out = Raster.of(path.region(), slopesOut);
        this.bend = Raster.of(path.region(), bends);
        this.reachUm = reachUm;
    }

    /**
     * An ellipsoid as deep as it is thick.
     *
     * @param halfUm half of its length, micrometers
     * @param halfThickUm half of its thickness, micrometers
     */
    static BodyLook of(double halfUm, double halfThickUm) {
        int half = (int) Math.ceil((halfUm + ROOM_UM) / GRID_UM);
        int side = 2 * half + 1;
        float[] path = new float[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double along = (x - half) * GRID_UM / halfUm;
                double out = (y - half) * GRID_UM / halfThickUm;
                path[y * side + x] = (float) (halfThickUm * Math.sqrt(Math.max(0, 1 - along * along - out * out)));
            }
        }
        Raster sharp = Raster.of(new Region(0, 0, side, side), path);
        return new BodyLook(Smoothing.gaussian(sharp, BLUR_UM / GRID_UM), half * GRID_UM);
    }

    /**
     * What it adds to the gray value at a place, in a unit of its own.
     *
     * @param light the light of the picture
     * @param direction where the body lies, as seen from the middle of the cell
     * @param alongUm how far from the body's middle along its length, micrometers
     * @param outUm how far from it outwards, micrometers
     */
    double at(LightSide light, Heading direction, double alongUm, double outUm) {
        double x = (alongUm + reachUm) / GRID_UM + 0.5;
        double y = (outUm + reachUm) / GRID_UM + 0.5;
        return light.isOblique()
                ? direction.across() * along.valueAt(x, y) + direction.outward() * out.valueAt(x, y)
                : light.factor(1, 0) * bend.valueAt(x, y);
    }

    /**
     * How oblique light meets a direction.
     *
     * @param outward its part along the direction
     * @param across its part across, towards where angles grow
     */
    record Heading(double outward, double across) {
        static Heading of(LightSide light, double cos, double sin) {
            double x = light.isOblique() ? light.factor(1, 0) : 0;
            double y = light.isOblique() ? light.factor(0, 1) : 0;
            return new Heading(x * cos + y * sin, y * cos - x * sin);
        }
    }
}
