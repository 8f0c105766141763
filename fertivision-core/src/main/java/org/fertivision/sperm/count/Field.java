package org.fertivision.sperm.count;

import java.util.List;
import java.util.Optional;
import org.fertivision.image.Plane;
import org.fertivision.pixel.Blob;
import org.fertivision.pixel.Components;
import org.fertivision.pixel.Connectivity;
import org.fertivision.pixel.Flattened;
import org.fertivision.pixel.GrayUnder;
import org.fertivision.pixel.Histogram;
import org.fertivision.pixel.Otsu;
import org.fertivision.pixel.Polarity;
import org.fertivision.pixel.Threshold;
import org.fertivision.stats.Percentiles;

/**
 * A picture freed from its illumination, objects bright, with the level above which something is an object.
 *
 * <p>The level comes in two steps. Otsu's, held above the noise, finds heads; the median contrast of what is head-sized
 * then sets the final level at three quarters of what the dimmest cell must have: above the tails, which show a quarter of
 * a head's contrast at most, and below round cells, which are paler than heads.
 *
 * @param flat the flat picture
 * @param noise standard deviation of its background, gray levels
 * @param contrast median contrast of head-sized objects, gray levels; the level itself where there are none
 * @param level brighter is object, flat gray levels
 */
record Field(Flattened flat, double noise, double contrast, double level) {
    /** Half the side of the smoothing box: a third of a head's width, so that a head keeps its contrast. */
    private static final double BOX_RADIUS_UM = 0.45;

    private static final double LEVEL_SHARE = 0.75;
    private static final double BRIGHT_PERCENT = 90;
    private static final double MEDIAN_PERCENT = 50;

    static Field of(Plane gray, Optional<Polarity> polarity, Scale scale, Gates gates) {
        int boxRadius = (int) Math.round(BOX_RADIUS_UM / scale.side());
        Flattened flat = Flattened.of(gray, boxRadius, polarity);
        Histogram histogram = Histogram.of(flat.plane());
        double noise = flat.noise(histogram, gray.maximum());
        double background = flat.gray(histogram.smoothPercentile(MEDIAN_PERCENT));
        double floor = background + gates.noiseFactor() * noise;
        double first = Math.max(flat.gray(Otsu.threshold(histogram)), floor);
        double[] contrasts = contrasts(flat, first, scale, gates);
        if (contrasts.length == 0) {
            return new Field(flat, noise, first, first);
        }
        double contrast = Percentiles.median(contrasts) - background;
        double dimmest = background + LEVEL_SHARE * gates.dimFraction() * contrast;
        return new Field(flat, noise, contrast, Math.min(first, Math.max(floor, dimmest)));
    }

    private static double[] contrasts(Flattened flat, double level, Scale scale, Gates gates) {
        return objects(flat, level, scale.px2(gates.minHead())).stream()
                .filter(blob -> gates.isHeadSized(scale.um2(blob.area())))
                .mapToDouble(blob -> brightness(flat, blob))
                .toArray();
    }

    /** The objects of at least so many pixels, in the order of their first pixel. */
    List<Blob> objects(double leastPx) {
        return objects(flat, level, leastPx);
    }

    private static List<Blob> objects(Flattened flat, double level, double leastPx) {
        Threshold threshold = Threshold.brighterThan(flat.level(level));
        return Components.of(flat.plane(), threshold, Connectivity.EIGHT, (int) Math.max(2, leastPx));
    }

    /** The flat gray level of an object's bright pixels. */
    double brightness(Blob blob) {
        return brightness(flat, blob);
    }

    private static double brightness(Flattened flat, Blob blob) {
        return flat.gray(GrayUnder.of(blob, flat.plane()).percentile(BRIGHT_PERCENT));
    }

    /** Brighter than this flat gray level is object. */
    Threshold above(double gray) {
        return Threshold.brighterThan(flat.level(gray));
    }
}
