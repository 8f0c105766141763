package org.fertivision.sperm.vitality;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fertivision.image.Calibration;
import org.fertivision.pixel.Blob;
import org.fertivision.spi.Settings;

/**
 * How large a cell is in this picture, pixels: from the settings in micrometers where the size of a pixel is known, else
 * from the objects themselves, in the same proportions.
 *
 * @param minArea smallest cell, square pixels
 * @param maxArea largest cell, square pixels
 * @param pairDistance farthest distance of two halves of one cell, pixels
 * @param nearMargin width of a cell's halo, pixels
 * @param farMargin how far its surroundings reach, pixels
 */
record CellScale(double minArea, double maxArea, double pairDistance, int nearMargin, int farMargin) {
    private static final double NEAR_MARGIN_UM = 2.0;
    private static final double FAR_MARGIN_UM = 7.7;
    private static final double MOST_SMOOTHING_UM = 0.8;
    private static final double MOST_SMOOTHING_PX = 1.5;
    private static final double SMALLEST_SHARE = 0.35;
    private static final double LARGEST_SHARE = 3.5;
    private static final double PAIR_SHARE = 0.5;
    private static final double NEAR_SHARE = 0.33;
    private static final double FAR_SHARE = 1.3;

    /** The widest smoothing that leaves the narrowest sperm heads, about 3 um, most of their contrast: sigma in pixels. */
    static double mostSmoothing(Optional<Calibration> calibration) {
        return calibration
                .map(known -> MOST_SMOOTHING_UM / Math.sqrt(known.pixelAreaUm2()))
                .orElse(MOST_SMOOTHING_PX);
    }

    static CellScale calibrated(Calibration calibration, Settings settings) {
        double pixelArea = calibration.pixelAreaUm2();
        double side = Math.sqrt(pixelArea);
        return new CellScale(
                settings.get(StainSettings.MIN_AREA) / pixelArea,
                settings.get(StainSettings.MAX_AREA) / pixelArea,
                settings.get(StainSettings.PAIR_DISTANCE) / side,
                pixels(NEAR_MARGIN_UM / side),
                pixels(FAR_MARGIN_UM / side));
    }

    /** The scale of the objects seen: the typical one is where half of all object pixels lie in smaller objects. */
    static CellScale ofObjects(List<Blob> blobs) {
        double typical = weightedMedianArea(blobs);
        double diameter = Math.sqrt(4 * typical / Math.PI);
        return new CellScale(
                SMALLEST_SHARE * typical,
                LARGEST_SHARE * typical,
                PAIR_SHARE * diameter,
                pixels(NEAR_SHARE * diameter),
                pixels(FAR_SHARE * diameter));
    }

    private static double weightedMedianArea(List<Blob> blobs) {
        long total = blobs.stream().mapToLong(Blob::area).sum();
        long sum = 0;
        for (Blob blob :
                blobs.stream().sorted(Comparator.comparingInt(Blob::area)).toList()) {
            sum += blob.area();
            if (2 * sum >= total) {
                return blob.area();
            }
        }
        return 1;
    }

    private static int pixels(double length) {
        return Math.max(1, (int) Math.round(length));
    }
}
