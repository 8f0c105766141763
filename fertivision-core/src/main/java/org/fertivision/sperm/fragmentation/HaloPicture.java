package org.fertivision.sperm.fragmentation;

import java.util.Optional;
import org.fertivision.image.Plane;
import org.fertivision.pixel.Flattened;
import org.fertivision.pixel.Histogram;
import org.fertivision.pixel.Polarity;
import org.fertivision.pixel.Raster;
import org.fertivision.pixel.Smoothing;

/**
 * A field of the halo test, freed from the light behind it: cells bright, whatever their polarity.
 *
 * @param plane smoothed levels
 * @param turned the same, cells dark: for outlines from within
 * @param ground median level
 * @param noise standard deviation of the ground, levels
 * @param polarity how cells stand out in the picture as stored
 * @param scale levels for one gray level of the picture as stored
 */
record HaloPicture(Plane plane, Raster turned, double ground, double noise, Polarity polarity, double scale) {
    private static final int BITS = 16;
    private static final double MEDIAN = 50;

    /**
     * Makes a field ready.
     *
     * @param smoothing standard deviation of the Gaussian, pixels, above 0
     */
    static HaloPicture of(Plane gray, Optional<Polarity> known, double smoothing) {
        Flattened flat = Flattened.of(gray, 0, known);
        Plane plane = Smoothing.gaussian(Raster.of(flat.plane()), smoothing).toPlane(BITS);
        Histogram histogram = Histogram.of(plane);
        double noise = flat.noise(histogram, gray.maximum()) * flat.scale();
        return new HaloPicture(
                plane,
                Raster.of(plane).turnedOver(plane.maximum()),
                histogram.smoothPercentile(MEDIAN),
                noise,
                flat.polarity(),
                flat.scale());
    }

    /** A level of {@link #turned} for one of {@link #plane}. */
    double turned(double level) {
        return plane.maximum() - level;
    }
}
