package org.fertivision.pixel;

import org.fertivision.image.Region;

/**
 * What a picture is more than its mean over a wide Gaussian around each pixel of a mask. The mean is that of square cells
 * of about half the Gaussian's width: as good as the Gaussian itself where nothing is finer than a cell, at a fraction
 * of its cost.
 */
final class WideMean {
    private static final double CELLS_PER_SIGMA = 2;
    /** Cells with less weight around them than this share of a full one know nothing. */
    private static final double LEAST_WEIGHT = 1e-3;

    private WideMean() {}

    /**
     * The picture without the mean around each pixel, 0 where it lies outside; where nothing of the mask is near, the mean
     * is that of the whole mask.
     *
     * @param mask whose pixels make the mean
     * @param within where the difference is taken
     */
    static Raster off(Raster gray, Mask mask, double sigma, Mask within) {
        int side = (int) Math.max(1, Math.round(sigma / CELLS_PER_SIGMA));
        Region cells = new Region(0, 0, cells(gray.width(), side), cells(gray.height(), side));
        float[] sums = new float[cells.width() * cells.height()];
        float[] weights = new float[sums.length];
        float[] samples = gray.samples();
        boolean[] bits = mask.bits();
        for (int y = 0; y < gray.height(); y++) {
            int cell = y / side * cells.width();
            int end = (y + 1) * gray.width();
            for (int from = end - gray.width(); from < end; from += side, cell++) {
                for (int at = from; at < Math.min(end, from + side); at++) {
                    if (bits[at]) {
                        sums[cell] += samples[at];
                        weights[cell]++;
                    }
                }
            }
        }
        return less(gray, within.bits(), means(cells, sums, weights, sigma / side, side * side), cells, side);
    }

    private static int cells(int pixels, int side) {
        return (pixels + side - 1) / side;
    }

    private static float[] means(Region cells, float[] sums, float[] weights, double sigma, int full) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += sums[i];
            weight += weights[i];
        }
        float whole = (float) (sum / Math.max(1, weight));
        float[] above = Smoothing.gaussian(new Raster(cells, sums), sigma).samples();
        float[] below = Smoothing.gaussian(new Raster(cells, weights), sigma).samples();
        float[] means = new float[sums.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = below[i] > LEAST_WEIGHT * full ? above[i] / below[i] : whole;
        }
        return means;
    }

    /** The mean at a pixel lies between those of the middles of four cells in proportion. */
    private static Raster less(Raster gray, boolean[] within, float[] means, Region cells, int side) {
        Region picture = gray.region();
        float[] samples = gray.samples();
        float[] out = new float[picture.width() * picture.height()];
        float[] line = new float[cells.width() + 1];
        int[] left = new int[picture.width()];
        float[] share = new float[picture.width()];
        for (int x = 0; x < left.length; x++) {
            float across = (float) between(x, side, cells.width());
            left[x] = (int) across;
            share[x] = across - left[x];
        }
        for (int y = 0, at = 0; y < picture.height(); y++) {
            double down = between(y, side, cells.height());
            int above = (int) down;
            int upper = above * cells.width();
            int lower = Math.min(above + 1, cells.height() - 1) * cells.width();
            float part = (float) (down - above);
            for (int i = 0; i < cells.width(); i++) {
                line[i] = means[upper + i] + part * (means[lower + i] - means[upper + i]);
            }
            line[cells.width()] = line[cells.width() - 1];
            for (int x = 0; x < picture.width(); x++, at++) {
                if (within[at]) {
                    float before = line[left[x]];
                    out[at] = samples[at] - (before + share[x] * (line[left[x] + 1] - before));
                }
            }
        }
        return new Raster(picture, out);
    }

    private static double between(int pixel, int side, int cells) {
        return Math.max(0, Math.min(cells - 1, (pixel + 0.5) / side - 0.5));
    }
}
