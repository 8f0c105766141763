package org.fertivision.sperm.vitality;

import java.util.List;
import org.fertivision.image.Plane;
import org.fertivision.pixel.Blob;
import org.fertivision.pixel.Components;
import org.fertivision.pixel.Connectivity;
import org.fertivision.pixel.Histogram;
import org.fertivision.pixel.Otsu;
import org.fertivision.pixel.Threshold;

/**
 * One stain's channel with its own threshold: Otsu's, but never nearer to the background than so many standard
 * deviations, so that an empty channel shows no cells. The scatter is taken below the median, where no haze reaches.
 *
 * @param plane the channel
 * @param background median gray level
 * @param noise standard deviation of the background, at least 1 gray level
 * @param exposure share of the gray range that the channel uses, 0 to 1
 * @param threshold brighter pixels are objects
 * @param objects the objects, in the order of their first pixel
 */
record Channel(Plane plane, double background, double noise, double exposure, double threshold, List<Blob> objects) {
    private static final double ONE_SIGMA_BELOW_PERCENT = 15.87;
    private static final double MEDIAN_PERCENT = 50;
    private static final int SMALLEST_OBJECT_PX = 4;

    static Channel of(Plane plane, double noiseFactor) {
        Histogram histogram = Histogram.of(plane);
        double median = histogram.smoothPercentile(MEDIAN_PERCENT);
        double noise = Math.max(1, median - histogram.smoothPercentile(ONE_SIGMA_BELOW_PERCENT));
        double threshold = Math.max(Otsu.threshold(histogram), median + noiseFactor * noise);
        List<Blob> objects =
                Components.of(plane, Threshold.brighterThan(threshold), Connectivity.EIGHT, SMALLEST_OBJECT_PX);
        double exposure = (histogram.highest() - histogram.lowest()) / (double) plane.maximum();
        return new Channel(plane, median, noise, exposure, threshold, objects);
    }
}
