package org.fertivision.pixel;

import java.util.Arrays;
import java.util.List;

/**
 * Thin dark lines on uneven ground: where the second derivative across is large on any of several scales and the place
 * is darker than around it, both by several standard deviations of the noise. Otherwise plain ground is called a line: a
 * threshold taken from the response alone finds lines where there are none. Immutable.
 *
 * @param lines the pixels of lines, in pieces of a least size
 * @param pieces the same, piece by piece
 * @param noise standard deviation of the logarithm of single pixels
 * @param least the least depth of a line that is seen, as a difference of logarithms
 * @param depth median depth of the lines, 0 where there are none
 */
public record DarkLines(Mask lines, List<Blob> pieces, double noise, double least, double depth) {
    private static final double MAD_TO_SIGMA = 1.482602218505602;
    private static final double ACROSS_SHARE = 0.5;
    /** Standard deviation of a second derivative of white noise at scale s, times s^2: this over s. */
    private static final double CURVATURE_NOISE = 0.244301255951;

    /** Copies the list. */
    public DarkLines {
        pieces = List.copyOf(pieces);
    }

    /**
     * The lines in the logarithm of a picture within a mask.
     *
     * @param logarithm natural logarithm of the gray levels
     * @param ground width of the Gaussian that makes the ground, pixels
     * @param scales half widths of lines, pixels
     * @param k standard deviations of the noise
     * @param floor least depth whatever the noise
     * @param smallest pixels of the smallest piece
     */
    public static DarkLines of(
            Raster logarithm, Mask mask, double ground, double[] scales, double k, double floor, int smallest) {
        Raster around = Smoothing.gaussian(logarithm, mask, ground);
        Raster level = minus(logarithm, around, mask);
        double noise = noise(level, mask);
        Raster smooth = Smoothing.gaussian(level, scales[0]);
        double least = Math.max(floor, k * noise * Smoothing.noiseGain(scales[0]));
        boolean[] bits = new boolean[level.samples().length];
        for (double scale : scales) {
            curved(Smoothing.gaussian(level, scale), scale, k * noise * CURVATURE_NOISE / scale, bits);
        }
        float[] depths = smooth.samples();
        for (int i = 0; i < bits.length; i++) {
            bits[i] &= mask.bits()[i] && depths[i] < -least;
        }
        List<Blob> pieces = Components.of(new Mask(mask.box(), bits), Connectivity.EIGHT).stream()
                .filter(piece -> piece.area() >= smallest)
                .toList();
        Mask lines = Mask.union(mask.box(), pieces);
        return new DarkLines(lines, pieces, noise, least, -median(depths, lines));
    }

    private static Raster minus(Raster one, Raster other, Mask mask) {
        float[] difference = new float[one.samples().length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = mask.bits()[i] ? one.samples()[i] - other.samples()[i] : 0;
        }
        return new Raster(one.region(), difference);
    }

    /** From the differences of neighbors in a row. */
    private static double noise(Raster level, Mask mask) {
        float[] samples = level.samples();
        float[] differences = new float[samples.length];
        int n = 0;
        for (int i = 1; i < samples.length; i++) {
            if (i % level.width() != 0 && mask.bits()[i] && mask.bits()[i - 1]) {
                differences[n++] = Math.abs(samples[i] - samples[i - 1]);
            }
        }
        Arrays.sort(differences, 0, n);
        return n == 0 ? 0 : MAD_TO_SIGMA * differences[n / 2] / Math.sqrt(2);
    }

    /** Marks where the larger curvature, less half the smaller one, passes a limit. */
    private static void curved(Raster smooth, double scale, double limit, boolean[] bits) {
        int width = smooth.width();
        float[] v = smooth.samples();
        for (int y = 1; y < smooth.height() - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = y * width + x;
                double xx = v[at - 1] - 2 * v[at] + v[at + 1];
                double yy = v[at - width] - 2 * v[at] + v[at + width];
                double xy = (v[at + width + 1] + v[at - width - 1] - v[at + width - 1] - v[at - width + 1]) / 4;
                double mean = (xx + yy) / 2;
                double root = Math.sqrt((xx - yy) * (xx - yy) / 4 + xy * xy);
                double across = mean + root;
                double along = Math.abs(mean - root);
                bits[at] |= scale * scale * (across - ACROSS_SHARE * along) > limit;
            }
        }
    }

    private static double median(float[] values, Mask mask) {
        float[] inside = new float[values.length];
        int n = 0;
        for (int i = 0; i < values.length; i++) {
            if (mask.bits()[i]) {
                inside[n++] = values[i];
            }
        }
        Arrays.sort(inside, 0, n);
        return n == 0 ? 0 : inside[n / 2];
    }
}
