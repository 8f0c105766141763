package org.fertivision.pixel;

import java.util.Optional;
import org.fertivision.image.Plane;

/**
 * A picture freed from its illumination and smoothed by a box, objects bright whatever their polarity: for finding
 * objects, not for measuring them.
 *
 * @param plane the flat picture, 16 bits: gray level 0 of the flat picture is 32768
 * @param scale steps of the plane for one gray level of the picture
 * @param polarity whether the objects are brighter or darker than their surroundings
 * @param skewness of the flat picture before smoothing: positive where bright objects stand out
 */
public record Flattened(Plane plane, double scale, Polarity polarity, double skewness) {
    private static final int ZERO = FlatBox.ZERO;
    private static final int STEP = 4;
    private static final double LOWER_QUARTILE = 25;
    private static final double MEDIAN = 50;
    private static final double MAD_TO_SIGMA = 1.482602218505602;
    private static final double EIGHT_BIT_LEVELS = 255;

    /**
     * Flattens a picture.
     *
     * @param boxRadius pixels on each side of the middle one over which is averaged, 0 or more
     */
    public static Flattened of(Plane gray, int boxRadius) {
        return of(gray, boxRadius, Optional.empty());
    }

    /** Flattens a picture whose polarity is known; without it the skewness of the flat picture decides. */
    public static Flattened of(Plane gray, int boxRadius, Optional<Polarity> known) {
        Illumination light = Illumination.of(gray);
        double skewness = skewness(gray, light);
        Polarity polarity = known.orElse(skewness < 0 ? Polarity.DARK : Polarity.BRIGHT);
        double scale = ZERO / (gray.maximum() + 1.0) / 2;
        Plane flat = new FlatBox(gray, light, boxRadius, polarity.sign() * scale).smoothed();
        return new Flattened(flat, scale, polarity, skewness);
    }

    /** The flat gray level that a level of the plane stands for. */
    public double gray(double level) {
        return (level - ZERO) / scale;
    }

    /** The level of the plane that stands for a flat gray level. */
    public double level(double gray) {
        return ZERO + gray * scale;
    }

    /** The scatter of the surroundings, flat gray levels: from the pixels below the median, where no object reaches. */
    public double noise(Histogram histogram, int maximum) {
        double lower = gray(histogram.smoothPercentile(MEDIAN)) - gray(histogram.smoothPercentile(LOWER_QUARTILE));
        return Math.max(maximum / EIGHT_BIT_LEVELS, MAD_TO_SIGMA * lower);
    }

    private static double skewness(Plane gray, Illumination light) {
        int[] row = new int[gray.width()];
        float[] behind = new float[gray.width()];
        double sum = 0;
        double squares = 0;
        double cubes = 0;
        long n = 0;
        for (int y = 0; y < gray.height(); y += STEP) {
            gray.row(y, row);
            light.row(y, behind);
            for (int x = 0; x < row.length; x += STEP) {
                double value = row[x] - behind[x];
                sum += value;
                squares += value * value;
                cubes += value * value * value;
                n++;
            }
        }
        double mean = sum / n;
        double variance = squares / n - mean * mean;
        double third = cubes / n - 3 * mean * squares / n + 2 * mean * mean * mean;
        return variance <= 0 ? 0 : third / (variance * Math.sqrt(variance));
    }
}
