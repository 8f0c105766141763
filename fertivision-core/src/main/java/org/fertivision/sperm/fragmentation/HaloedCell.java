package org.fertivision.sperm.fragmentation;

import java.util.Optional;
import org.fertivision.pixel.Contour;
import org.jspecify.annotations.Nullable;

/**
 * A cell of the halo test as measured, pixels.
 *
 * @param core its core
 * @param contour the border of the core, half-way between its plateau and that of its halo
 * @param border the border of its halo, half-way between the halo and the ground, or null where other cells hide it
 * @param edgeWidth how far apart the lines at a quarter and three quarters of the core's contrast over its halo lie
 */
record HaloedCell(Core core, Contour contour, @Nullable Contour border, double edgeWidth) {
    /** Smallest diameter of the core. */
    double coreWidth() {
        return contour.feret().width();
    }

    Optional<Contour> halo() {
        return Optional.ofNullable(border);
    }

    /** What areas say of the width of the halo: sqrt(area within its border / pi) - sqrt(area of the core / pi). */
    Optional<Double> haloWidth() {
        return halo().map(seen -> Math.max(0, radius(seen) - radius(contour)));
    }

    /** Width of the halo over that of the core. */
    Optional<Double> ratio() {
        return haloWidth().map(width -> width / coreWidth());
    }

    private static double radius(Contour around) {
        return Math.sqrt(around.area() / Math.PI);
    }
}
