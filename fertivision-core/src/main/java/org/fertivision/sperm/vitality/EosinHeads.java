package org.fertivision.sperm.vitality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fertivision.finding.Exclusion;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;
import org.fertivision.pixel.Blob;
import org.fertivision.pixel.Components;
import org.fertivision.pixel.Connectivity;
import org.fertivision.pixel.DistanceParts;
import org.fertivision.pixel.Flattened;
import org.fertivision.pixel.GrayUnder;
import org.fertivision.pixel.Histogram;
import org.fertivision.pixel.Otsu;
import org.fertivision.pixel.Polarity;
import org.fertivision.pixel.Surround;
import org.fertivision.pixel.Threshold;
import org.fertivision.spi.Work;
import org.jspecify.annotations.Nullable;

/**
 * Finds heads on the dark ground of nigrosin by red light, which eosin lets pass, and asks green light, which it takes, how
 * much eosin each holds. Sizes are shares of the field's typical head.
 *
 * @param all the heads, and what is none with the reason
 * @param threshold how far above the ground red is a head's, gray levels
 * @param noise standard deviation of the ground, gray levels
 */
record EosinHeads(List<EosinHead> all, double threshold, double noise) {
    static final String UNCLEAR = "color-between";

    private static final double NOISE_FACTOR = 5;
    private static final int BOX_RADIUS = 1;
    private static final int FEWEST_PIXELS = 12;
    private static final double MEDIAN = 50;
    /** Human heads have about 12 um2; nothing smaller than this is one. */
    private static final double LEAST_UM2 = 4;

    private static final double LEAST_SHARE = 0.4;
    private static final double MOST_SHARE = 2;
    private static final double PINCH = 0.25;
    private static final double SMALLEST_PART = 0.5;
    private static final double MOST_ASPECT = 3.5;
    private static final double NEAR = 1;
    private static final double FAR = 4;

    /** Less eosin is a white head, more than {@link #LEAST_DEAD} a pink one; chosen on drawn pictures, see ADR 41. */
    static final double MOST_LIVE = 0.05;

    static final double LEAST_DEAD = 0.2;

    /**
     * The heads of a field.
     *
     * @param pixelAreaUm2 the area of a pixel, where it is known
     */
    static EosinHeads of(Frame frame, Optional<Double> pixelAreaUm2, Work work) {
        Flattened flat = Flattened.of(frame.red(), BOX_RADIUS, Optional.of(Polarity.BRIGHT));
        Histogram histogram = Histogram.of(flat.plane());
        double noise = flat.noise(histogram, frame.red().maximum());
        double ground = flat.gray(histogram.smoothPercentile(MEDIAN));
        double level = Math.max(flat.gray(Otsu.threshold(histogram)), ground + NOISE_FACTOR * noise);
        int smallest = Math.max(FEWEST_PIXELS, (int)
                Math.ceil(pixelAreaUm2.map(pixel -> LEAST_UM2 / pixel).orElse(0.0)));
        List<Blob> blobs =
                Components.of(flat.plane(), Threshold.brighterThan(flat.level(level)), Connectivity.EIGHT, smallest)
                        .stream()
                        .map(Blob::filled)
                        .toList();
        if (blobs.isEmpty()) {
            return new EosinHeads(List.of(), level, noise);
        }
        double radius = Math.sqrt(typicalArea(blobs) / Math.PI);
        List<EosinHead> heads = new ArrayList<>();
        for (Blob blob : blobs) {
            work.checkpoint();
            for (Blob part : DistanceParts.of(blob, PINCH, SMALLEST_PART * radius)) {
                heads.add(head(part, frame, radius));
            }
        }
        return new EosinHeads(List.copyOf(heads), level, noise);
    }

    private static EosinHead head(Blob blob, Frame frame, double radius) {
        double red = over(blob, frame.red(), radius);
        double green = over(blob, frame.green(), radius);
        double edge = GrayUnder.of(blob, frame.red()).median() - red / 2;
        EosinHead head = new EosinHead(blob, red, green, edge, null);
        return new EosinHead(blob, red, green, edge, why(head, Math.PI * radius * radius));
    }

    private static double over(Blob blob, Plane channel, double radius) {
        int near = (int) Math.ceil(NEAR * radius);
        int far = (int) Math.ceil(FAR * radius) + 2;
        double median = GrayUnder.of(blob, channel).median();
        Surround ground = Surround.of(blob, channel, near, far, Threshold.brighterThan(channel.maximum()));
        return ground.samples() == 0 ? median : median - ground.median();
    }

    private static @Nullable Exclusion why(EosinHead head, double typical) {
        double share = head.blob().area() / typical;
        if (share < LEAST_SHARE) {
            return because(StainedObject.TOO_SMALL, "area %.2f of the typical head's, below %.2f", share, LEAST_SHARE);
        }
        if (share > MOST_SHARE) {
            return because(StainedObject.TOO_LARGE, "area %.2f of the typical head's, above %.2f", share, MOST_SHARE);
        }
        double aspect = head.blob().ellipse().aspect();
        if (aspect > MOST_ASPECT) {
            return because(StainedObject.THREAD, "length over width %.1f above %.1f", aspect, MOST_ASPECT);
        }
        double eosin = head.eosin();
        return eosin > MOST_LIVE && eosin < LEAST_DEAD
                ? because(
                        UNCLEAR,
                        "eosin takes %.2f of the green light, between %.2f (live) and %.2f (dead)",
                        eosin,
                        MOST_LIVE,
                        LEAST_DEAD)
                : null;
    }

    private static Exclusion because(String reason, String detail, Object... figures) {
        return new Exclusion(reason, String.format(Locale.ROOT, detail, figures));
    }

    private static double typicalArea(List<Blob> blobs) {
        long half = blobs.stream().mapToLong(Blob::area).sum() / 2;
        long sum = 0;
        for (int area : blobs.stream().mapToInt(Blob::area).sorted().toArray()) {
            sum += area;
            if (sum >= half) {
                return area;
            }
        }
        throw new IllegalStateException("no half of nothing");
    }
}
