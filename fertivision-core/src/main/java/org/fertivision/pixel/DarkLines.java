package org.fertivision.pixel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fertivision.image.Region;

/**
 * Thin dark lines on uneven ground: where the second derivative across is large on any of several scales and the place
 * is darker than around it, both by several standard deviations of the noise. Otherwise plain ground is called a line: a
 * threshold taken from the response alone finds lines where there are none. A line reaches as far as it is half as deep
 * as its core, against the ground without lines. Immutable.
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
    /** A faint piece of a line passes this share of the limits (ADR 28). */
    private static final double FAINT = 0.5;
    /** Edges are looked for on a picture smoothed less than the one that lines are found in: it widens them less. */
    private static final double EDGE_SHARE = 0.5;

    /** A mask that covers a picture of more pixels is asked in some rows: the median is known to half a percent. */
    private static final int ENOUGH_DIFFERENCES = 1 << 16;
    /** Of fewer the median is known to no more than some percent: then every row is asked. */
    private static final int FEW_DIFFERENCES = 1000;

    /** Standard deviation of a second derivative of white noise at scale s, times s^2: this over s. */
    private static final double CURVATURE_NOISE = 0.244301255951;

    /** Copies the list. */
    public DarkLines {
        pieces = List.copyOf(pieces);
    }

    /**
     * The lines in the logarithm of a picture within a mask; nothing where no two neighbors in a row lie in the mask, since
     * without the noise no line is told from ground.
     *
     * @param logarithm natural logarithm of the gray levels
     * @param ground width of the Gaussian that makes the ground, pixels
     * @param scales half widths of lines, pixels
     * @param k standard deviations of the noise
     * @param floor least depth whatever the noise
     * @param smallest pixels of the smallest piece
     */
    public static Optional<DarkLines> of(
            Raster logarithm, Mask mask, double ground, double[] scales, double k, double floor, int smallest) {
        Raster level = WideMean.off(logarithm, mask, ground, mask);
        OptionalDouble scatter = noise(level, mask);
        if (scatter.isEmpty()) {
            return Optional.empty();
        }
        double noise = scatter.getAsDouble();
        double least = Math.max(floor, k * noise * Smoothing.noiseGain(scales[0]));
        Mask cores = cores(level, mask, scales, k * noise, least, smallest);
        if (cores.area() == 0) {
            return Optional.of(new DarkLines(cores, List.of(), noise, least, 0));
        }
        Mask around = DiscShaping.grown(cores, scales[scales.length - 1]);
        Raster depths =
                Smoothing.gaussian(WideMean.off(logarithm, mask.without(around), ground, mask), EDGE_SHARE * scales[0]);
        List<Blob> pieces =
                Components.of(outToHalf(cores, depths, around.and(mask), least), Connectivity.EIGHT).stream()
                        .filter(piece -> piece.area() >= smallest)
                        .toList();
        Mask lines = Mask.union(mask.box(), pieces);
        return Optional.of(new DarkLines(lines, pieces, noise, least, -median(depths.samples(), lines)));
    }

    /**
     * Where the picture is curved on some scale and darker than around it by half the limits, in pieces that hold enough
     * pixels that pass the whole ones: a line goes on where it is faint.
     */
    private static Mask cores(Raster level, Mask mask, double[] scales, double noise, double least, int smallest) {
        boolean[] clear = new boolean[level.samples().length];
        boolean[] faint = new boolean[clear.length];
        Raster smooth = Smoothing.gaussian(level, scales[0]);
        float[] depths = smooth.samples();
        int[] dark = darker(smooth, mask, FAINT * least);
        for (int i = 0; i < scales.length; i++) {
            if (i > 0) {
                double narrower = scales[i - 1];
                smooth = Smoothing.gaussian(smooth, Math.sqrt(scales[i] * scales[i] - narrower * narrower));
            }
            curved(smooth, dark, scales[i], noise * CURVATURE_NOISE / scales[i], clear, faint);
        }
        for (int at : dark) {
            clear[at] &= depths[at] < -least;
        }
        return Mask.union(
                mask.box(),
                Components.of(new Mask(mask.box(), faint), Connectivity.EIGHT).stream()
                        .filter(piece -> piece.area() >= smallest && count(piece, clear, mask.box()) >= smallest)
                        .toList());
    }

    /** The pixels of a mask that are so much darker than around them, those at the edge of the picture left out. */
    private static int[] darker(Raster smooth, Mask mask, double by) {
        float[] depths = smooth.samples();
        boolean[] bits = mask.bits();
        int[] dark = new int[depths.length];
        int n = 0;
        for (int y = 1; y < smooth.height() - 1; y++) {
            for (int at = y * smooth.width() + 1; at < (y + 1) * smooth.width() - 1; at++) {
                if (bits[at] && depths[at] < -by) {
                    dark[n++] = at;
                }
            }
        }
        return Arrays.copyOf(dark, n);
    }

    private static int count(Blob piece, boolean[] bits, Region box) {
        int[] n = {0};
        piece.forEachRun((y, from, to) -> {
            int row = start(box, y);
            for (int at = row + from; at < row + to; at++) {
                n[0] += bits[at] ? 1 : 0;
            }
        });
        return n[0];
    }

    /** Where the pixel of column 0 in a row of the image would stand among those of a box. */
    private static int start(Region box, int y) {
        return (y - box.y()) * box.width() - box.x();
    }

    /** Lines end where they are half as deep as their own cores, within reach of these. */
    private static Mask outToHalf(Mask cores, Raster depths, Mask around, double least) {
        float[] depth = depths.samples();
        boolean[] near = around.bits().clone();
        for (int i = 0; i < near.length; i++) {
            near[i] &= depth[i] < -least / 2;
        }
        boolean[] out = new boolean[near.length];
        for (Blob piece : Components.of(new Mask(around.box(), near), Connectivity.EIGHT)) {
            float half = deepWithin(piece, cores, depth) / 2;
            piece.forEachRun((y, from, to) -> {
                int row = start(around.box(), y);
                for (int at = row + from; at < row + to; at++) {
                    out[at] = depth[at] < half;
                }
            });
        }
        return new Mask(around.box(), out);
    }

    /** The depth that a quarter of a piece's cores pass: their middles, not their slopes. */
    private static float deepWithin(Blob piece, Mask cores, float[] depth) {
        float[] inside = new float[piece.area()];
        int[] n = {0};
        piece.forEachRun((y, from, to) -> {
            int row = start(cores.box(), y);
            for (int at = row + from; at < row + to; at++) {
                if (cores.bits()[at]) {
                    inside[n[0]++] = depth[at];
                }
            }
        });
        return n[0] == 0 ? Float.NEGATIVE_INFINITY : Median.select(inside, n[0], n[0] / 4);
    }

    /**
     * From the differences of neighbors in a row: in rows as far apart as the size of the picture allows, in all of them
     * where those meet little of the mask, nothing where there are no neighbors.
     */
    private static OptionalDouble noise(Raster level, Mask mask) {
        float[] some = differences(level, mask, Math.max(1, level.samples().length / ENOUGH_DIFFERENCES));
        float[] found = some.length < FEW_DIFFERENCES ? differences(level, mask, 1) : some;
        return found.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(MAD_TO_SIGMA * Median.select(found, found.length, found.length / 2) / Math.sqrt(2));
    }

    private static float[] differences(Raster level, Mask mask, int step) {
        float[] samples = level.samples();
        boolean[] bits = mask.bits();
        float[] differences = new float[samples.length / step + level.width()];
        int n = 0;
        for (int y = 0; y < level.height(); y += step) {
            for (int i = y * level.width() + 1; i < (y + 1) * level.width(); i++) {
                if (bits[i] && bits[i - 1]) {
                    differences[n++] = Math.abs(samples[i] - samples[i - 1]);
                }
            }
        }
        return Arrays.copyOf(differences, n);
    }

    /** Marks where the larger curvature, less half the smaller one, passes a limit or half of it. */
    private static void curved(
            Raster smooth, int[] places, double scale, double limit, boolean[] clear, boolean[] faint) {
        int width = smooth.width();
        float[] v = smooth.samples();
        double least = limit / (scale * scale);
        for (int at : places) {
            double xx = v[at - 1] - 2 * v[at] + v[at + 1];
            double yy = v[at - width] - 2 * v[at] + v[at + width];
            double xy = (v[at + width + 1] + v[at - width - 1] - v[at + width - 1] - v[at - width + 1]) / 4;
            double mean = (xx + yy) / 2;
            double root = Math.sqrt((xx - yy) * (xx - yy) / 4 + xy * xy);
            double ridge = mean + root - ACROSS_SHARE * Math.abs(mean - root);
            clear[at] |= ridge > least;
            faint[at] |= ridge > FAINT * least;
        }
    }

    private static double median(float[] values, Mask mask) {
        float[] inside = new float[mask.area()];
        int n = 0;
        for (int i = 0; i < values.length; i++) {
            if (mask.bits()[i]) {
                inside[n++] = values[i];
            }
        }
        return n == 0 ? 0 : Median.select(inside, n, n / 2);
    }
}
