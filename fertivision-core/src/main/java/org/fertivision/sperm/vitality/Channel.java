package org.fertivision.sperm.vitality;

import java.util.List;
import org.fertivision.image.Plane;
import org.fertivision.pixel.Blob;
import org.fertivision.pixel.Components;
import org.fertivision.pixel.Connectivity;
import org.fertivision.pixel.GrayRange;
import org.fertivision.pixel.Histogram;
import org.fertivision.pixel.NoiseFloor;
import org.fertivision.pixel.Otsu;
import org.fertivision.pixel.Raster;
import org.fertivision.pixel.Smoothing;
import org.fertivision.pixel.Threshold;
import org.fertivision.sperm.Exposure;

/**
 * One stain's channel with its own threshold: Otsu's, but never nearer to the background than so many standard
 * deviations, so that an empty channel shows no cells. The scatter is taken below the median, where no haze reaches. A
 * channel whose single pixels scatter by more than one gray level is smoothed before cells are looked for.
 *
 * @param picture the channel as stored
 * @param plane the channel in which cells are looked for
 * @param background median gray level
 * @param noise standard deviation of the background, at least 1 gray level
 * @param exposure share of the gray range that the channel uses, 0 to 1
 * @param threshold brighter pixels are objects
 * @param objects the objects, in the order of their first pixel
 */
record Channel(
        Plane picture,
        Plane plane,
        double background,
        double noise,
        double exposure,
        double threshold,
        List<Blob> objects) {
    private static final double ONE_SIGMA_BELOW_PERCENT = 15.87;
    private static final double MEDIAN_PERCENT = 50;
    private static final int SMALLEST_OBJECT_PX = 4;
    /** The scatter that is left alone, gray levels: 8-bit pictures of fluorescence as cameras store them have less. */
    private static final double CALM = 1;

    /**
     * The channel behind a plane.
     *
     * @param mostSmoothingPx the widest smoothing that leaves cells their contrast: sigma in pixels
     */
    static Channel of(Plane picture, double noiseFactor, double mostSmoothingPx) {
        Plane plane = calmed(picture, mostSmoothingPx);
        Histogram histogram = Histogram.of(plane);
        double median = histogram.smoothPercentile(MEDIAN_PERCENT);
        double noise = Math.max(1, median - histogram.smoothPercentile(ONE_SIGMA_BELOW_PERCENT));
        double threshold = Math.max(Otsu.threshold(histogram), median + noiseFactor * noise);
        double exposure = Exposure.of(plane == picture ? histogram.range() : GrayRange.of(picture));
        List<Blob> objects =
                Components.of(plane, Threshold.brighterThan(threshold), Connectivity.EIGHT, SMALLEST_OBJECT_PX);
        return new Channel(picture, plane, median, noise, exposure, threshold, objects);
    }

    /** Smoothed just so much that one gray level of scatter is left, where that is allowed. */
    private static Plane calmed(Plane picture, double mostSmoothingPx) {
        double scatter = NoiseFloor.pixelSigma(picture);
        if (scatter <= CALM) {
            return picture;
        }
        double wanted = scatter / CALM / (2 * Math.sqrt(Math.PI));
        Raster smooth = Smoothing.gaussian(Raster.of(picture), Math.min(mostSmoothingPx, wanted));
        return smooth.toPlane(picture.bits());
    }
}
