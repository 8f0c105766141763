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
 * <p>The level comes in two steps. Otsu's, held above the noise, finds heads. The contrast of what is shaped like a head
 * then sets the level at three quarters of what the dimmest cell must have: above the tails, which show a quarter of a
 * head's contrast at most, and below round cells, which are paler than heads.
 *
 * @param flat the flat picture
 * @param noise standard deviation of its background, gray levels
 * @param floor flat gray level that stands out from the noise
 * @param contrast of bright heads (75th percentile), gray levels; the level itself until heads are known
 * @param level brighter is object, flat gray levels
 */
record Field(Flattened flat, double noise, double floor, double contrast, double level) {
    /** Half the side of the smoothing box: a third of a head's width, so that a head keeps its contrast. */
    private static final double BOX_RADIUS_UM = 0.45;

    private static final double LEVEL_SHARE = 0.75;
    private static final double BRIGHT_HEADS = 0.75;
    private static final double BRIGHT_PERCENT = 90;
    private static final double MEDIAN_PERCENT = 50;

    /** A field in which no head is known yet. */
    static Field of(Plane gray, Optional<Polarity> polarity, Scale scale, Gates gates) {
        int boxRadius = (int) Math.round(BOX_RADIUS_UM / scale.side());
        Flattened flat = Flattened.of(gray, boxRadius, polarity);
        Histogram histogram = Histogram.of(flat.plane());
        double noise = flat.noise(histogram, gray.maximum());
        double floor = flat.gray(histogram.smoothPercentile(MEDIAN_PERCENT)) + gates.noiseFactor() * noise;
        double first = Math.max(flat.gray(Otsu.threshold(histogram)), floor);
        return new Field(flat, noise, floor, first, first);
    }

    /** This field with the level that what is shaped like a head in it asks for. */
    Field knowing(List<Thing> things, Gates gates) {
        double[] contrasts = things.stream()
                .filter(thing -> thing.isHeadShaped(gates))
                .mapToDouble(Thing::contrast)
                .toArray();
        if (contrasts.length == 0) {
            return this;
        }
        double bright = Percentiles.of(contrasts).at(BRIGHT_HEADS);
        double dimmest = LEVEL_SHARE * gates.dimFraction() * bright;
        return new Field(flat, noise, floor, bright, Math.max(floor, dimmest));
    }

    /** The objects of at least so many pixels, in the order of their first pixel. */
    List<Blob> objects(double leastPx) {
        return Components.of(flat.plane(), above(level), Connectivity.EIGHT, (int) Math.max(2, leastPx));
    }

    /** The flat gray level of an object's bright pixels. */
    double brightness(Blob blob) {
        return flat.gray(GrayUnder.of(blob, flat.plane()).percentile(BRIGHT_PERCENT));
    }

    /** Brighter than this flat gray level is object. */
    Threshold above(double gray) {
        return Threshold.brighterThan(flat.level(gray));
    }
}
