package org.fertivision.sperm.morphology;

import java.util.List;
import java.util.Optional;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;
import org.fertivision.pixel.Blob;
import org.fertivision.pixel.Components;
import org.fertivision.pixel.Connectivity;
import org.fertivision.pixel.Flattened;
import org.fertivision.pixel.GrayMean;
import org.fertivision.pixel.GrayRange;
import org.fertivision.pixel.Histogram;
import org.fertivision.pixel.Otsu;
import org.fertivision.pixel.Threshold;
import org.fertivision.sperm.Exposure;
import org.fertivision.spi.Settings;

/**
 * A field in which heads have been spotted but not yet outlined.
 *
 * @param gray the mean of the channels, as stored
 * @param flat freed from illumination, heads bright
 * @param background median of the flat picture, flat gray levels
 * @param noise standard deviation of the smoothed background, gray levels
 * @param seedLevel flat gray level above which a pixel belongs to a seed
 * @param seeds where heads may be, holes filled, in the order of their first pixel
 * @param exposure share of the gray range that the picture uses, 0 to 1
 */
record Scene(
        Plane gray,
        Flattened flat,
        double background,
        double noise,
        double seedLevel,
        List<Blob> seeds,
        double exposure) {
    private static final double BOX_RADIUS_UM = 0.125;
    private static final int SMALLEST_SEED_PX = 40;
    private static final int FEWEST_PIXELS = 10;
    private static final double MEDIAN_PERCENT = 50;

    static Scene of(Frame frame, Optional<Calibration> calibration, Settings settings) {
        Plane gray = GrayMean.of(frame);
        int boxRadius = calibration
                .map(known -> (int) Math.max(1, Math.round(BOX_RADIUS_UM / Math.sqrt(known.pixelAreaUm2()))))
                .orElse(1);
        Flattened flat = Flattened.of(gray, boxRadius, HeadSettings.polarity(settings));
        Histogram histogram = Histogram.of(flat.plane());
        double background = flat.gray(histogram.smoothPercentile(MEDIAN_PERCENT));
        double noise = flat.noise(histogram, gray.maximum());
        double seedLevel = Math.max(
                flat.gray(Otsu.threshold(histogram)), background + settings.get(HeadSettings.NOISE_FACTOR) * noise);
        int smallest = calibration
                .map(known -> (int) Math.ceil(settings.get(HeadSettings.MIN_AREA) / known.pixelAreaUm2()))
                .orElse(SMALLEST_SEED_PX);
        List<Blob> seeds = Components.of(
                flat.plane(),
                Threshold.brighterThan(flat.level(seedLevel)),
                Connectivity.EIGHT,
                Math.max(FEWEST_PIXELS, smallest));
        return new Scene(
                gray,
                flat,
                background,
                noise,
                seedLevel,
                seeds.stream().map(Blob::filled).toList(),
                Exposure.of(GrayRange.of(gray)));
    }

    /** Which pixels of the flat picture belong to any seed. */
    Threshold aboveSeedLevel() {
        return Threshold.brighterThan(flat.level(seedLevel));
    }
}
