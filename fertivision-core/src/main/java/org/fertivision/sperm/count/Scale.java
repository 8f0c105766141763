package org.fertivision.sperm.count;

import org.fertivision.image.Calibration;

/**
 * Lengths and areas between pixels and micrometers.
 *
 * @param side side of a square as large as a pixel, micrometers
 */
record Scale(double side) {
    static Scale of(Calibration calibration) {
        return new Scale(Math.sqrt(calibration.pixelAreaUm2()));
    }

    /** Whole pixels for a length, at least 1. */
    int pixels(double um) {
        return Math.max(1, (int) Math.ceil(um / side));
    }

    /** Square micrometers for an area in pixels. */
    double um2(double px2) {
        return px2 * side * side;
    }

    /** Pixels for an area in square micrometers. */
    double px2(double um2) {
        return um2 / (side * side);
    }

    /** Micrometers for a length in pixels. */
    double um(double px) {
        return px * side;
    }
}
