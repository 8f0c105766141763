package org.fertivision.pixel;

import java.util.Arrays;
import org.fertivision.image.Region;
import org.jspecify.annotations.Nullable;

/**
 * The local level of what is bright in a picture that also holds dark objects: a wide Gaussian mean over the pixels above
 * {@code mean - share x (mean - floor)}, found in rounds, where the floor is a low percentile of all. Immutable.
 */
public final class UpperLevel {
    private static final double LOW_PERCENT = 0.02;
    private static final double SCATTER_SHARE = 0.7;
    private static final double MAD_TO_SIGMA = 1.482602218505602;
    private static final int CELLS_PER_SIGMA = 8;

    private final Raster cells;
    private final double side;
    private final double floor;
    private final double scatter;

    private UpperLevel(Raster cells, double side, double floor, double scatter) {
        this.cells = cells;
        this.side = side;
        this.floor = floor;
        this.scatter = scatter;
    }

    /**
     * The level within a mask, which is not empty.
     *
     * @param sigma width of the Gaussian, pixels
     * @param share how far below the level a pixel may lie to count, 0 to 1
     * @param rounds how often the level is taken anew
     */
    public static UpperLevel of(Raster gray, Mask mask, double sigma, double share, int rounds) {
        double side = Math.max(1, sigma / CELLS_PER_SIGMA);
        double floor = low(gray, mask);
        UpperLevel level = new UpperLevel(means(gray, mask, side, null, share), side, floor, 0);
        for (int round = 0; round < rounds; round++) {
            level = new UpperLevel(means(gray, mask, side, level, share), side, floor, 0);
        }
        return new UpperLevel(level.cells, side, floor, level.scatterOf(gray, mask));
    }

    private static double low(Raster gray, Mask mask) {
        float[] samples = inside(gray, mask);
        return Median.select(samples, samples.length, (int) (LOW_PERCENT * (samples.length - 1)));
    }

    private static float[] inside(Raster gray, Mask mask) {
        float[] all = gray.samples();
        float[] samples = new float[all.length];
        boolean[] bits = mask.bits();
        int n = 0;
        for (int i = 0; i < all.length; i++) {
            if (bits[i]) {
                samples[n++] = all[i];
            }
        }
        return Arrays.copyOf(samples, n);
    }

    /** Sums over cells, blurred with their weights. */
    private static Raster means(Raster gray, Mask mask, double side, @Nullable UpperLevel before, double share) {
        int columns = (int) Math.ceil(gray.width() / side);
        int rows = (int) Math.ceil(gray.height() / side);
        float[] sums = new float[columns * rows];
        float[] weights = new float[columns * rows];
        float[] samples = gray.samples();
        boolean[] bits = mask.bits();
        int width = gray.width();
        double[] level = new double[width];
        Steps steps = new Steps(width, side, columns);
        for (int y = 0; y < gray.height(); y++) {
            if (before != null) {
                before.row(y, steps, level);
            }
            int start = columns * (int) (y / side);
            for (int x = 0, at = y * width; x < width; x++, at++) {
                double least = before == null ? -1 : level[x] - share * (level[x] - before.floor);
                if (bits[at] && samples[at] > least) {
                    int cell = start + (int) (x / side);
                    sums[cell] += samples[at];
                    weights[cell]++;
                }
            }
        }
        return ratio(columns, rows, sums, weights);
    }

    private static Raster ratio(int columns, int rows, float[] sums, float[] weights) {
        Region region = new Region(0, 0, columns, rows);
        float[] above =
                Smoothing.gaussian(new Raster(region, sums), CELLS_PER_SIGMA).samples();
        float[] below =
                Smoothing.gaussian(new Raster(region, weights), CELLS_PER_SIGMA).samples();
        double all = 0;
        double n = 0;
        for (int i = 0; i < sums.length; i++) {
            all += sums[i];
            n += weights[i];
        }
        float[] means = new float[sums.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = below[i] > 0.01 ? above[i] / below[i] : (float) (all / Math.max(1, n));
        }
        return new Raster(region, means);
    }

    /** From the differences of bright pixels one cell apart in a column: what changes slowly is no scatter. */
    private double scatterOf(Raster gray, Mask mask) {
        int width = gray.width();
        int apart = (int) Math.max(1, Math.round(side));
        boolean[] bright = bright(gray, mask);
        float[] samples = gray.samples();
        float[] off = new float[samples.length];
        int n = 0;
        for (int at = apart * width; at < samples.length; at++) {
            int above = at - apart * width;
            if (bright[at] && bright[above]) {
                off[n++] = Math.abs(samples[at] - samples[above]);
            }
        }
        return n == 0 ? 0 : MAD_TO_SIGMA * Median.select(off, n, n / 2) / Math.sqrt(2);
    }

    private boolean[] bright(Raster gray, Mask mask) {
        float[] samples = gray.samples();
        boolean[] bright = new boolean[samples.length];
        double[] level = new double[gray.width()];
        Steps steps = new Steps(gray.width(), side, cells.width());
        for (int y = 0, at = 0; y < gray.height(); y++) {
            row(y, steps, level);
            for (int x = 0; x < gray.width(); x++, at++) {
                bright[at] = mask.bits()[at] && samples[at] - level[x] > -SCATTER_SHARE * (level[x] - floor);
            }
        }
        return bright;
    }

    /** The level at any place, pixels of the picture. */
    public double at(double x, double y) {
        return cells.valueAt(x / side, y / side);
    }

    /** The level along a row; between two columns of cells one step at a time, without looking for them at each pixel. */
    private void row(int y, Steps steps, double[] into) {
        float[] samples = cells.samples();
        double row = between(y, side, cells.height());
        int upper = cells.width() * (int) row;
        int lower = cells.width() * Math.min((int) row + 1, cells.height() - 1);
        double down = row - (int) row;
        int x = 0;
        for (int left = 0; left < cells.width(); left++) {
            int right = Math.min(left + 1, cells.width() - 1);
            double a = samples[upper + left];
            double b = samples[upper + right];
            double c = samples[lower + left];
            double d = samples[lower + right];
            for (; x < steps.end[left]; x++) {
                double across = steps.across[x];
                into[x] = (a * (1 - across) + b * across) * (1 - down) + (c * (1 - across) + d * across) * down;
            }
        }
    }

    /** Where a pixel's center lies among the middles of the cells, kept between the first and the last. */
    private static double between(int pixel, double side, int cells) {
        return Math.max(0, Math.min(cells - 1, (pixel + 0.5) / side - 0.5));
    }

    /** Where the pixels of a row lie between the columns of cells: the same in every row. */
    private static final class Steps {
        /** For each pixel how far it is from the middle of the cell to its left, in cells. */
        private final double[] across;
        /** For each column of cells the first pixel that has another one to its left. */
        private final int[] end;

        Steps(int width, double side, int columns) {
            this.across = new double[width];
            this.end = new int[columns];
            for (int x = 0; x < width; x++) {
                double place = between(x, side, columns);
                across[x] = place - (int) place;
                end[(int) place] = x + 1;
            }
            for (int column = 1; column < columns; column++) {
                end[column] = Math.max(end[column], end[column - 1]);
            }
        }
    }

    /** The level of the darkest: a low percentile of all pixels of the mask. */
    public double floor() {
        return floor;
    }

    /** Standard deviation of the bright pixels, from the median of their differences one cell apart. */
    public double scatter() {
        return scatter;
    }

    /**
     * The pixels of a mask that lie below the level by more than {@code share} of its height over the floor, and by more
     * than {@code k} standard deviations.
     */
    public Mask below(Raster gray, Mask mask, double share, double k) {
        float[] samples = gray.samples();
        boolean[] bits = new boolean[samples.length];
        double[] level = new double[gray.width()];
        Steps steps = new Steps(gray.width(), side, cells.width());
        boolean[] within = mask.bits();
        for (int y = 0, at = 0; y < gray.height(); y++) {
            row(y, steps, level);
            for (int x = 0; x < gray.width(); x++, at++) {
                double depth = Math.max(share * (level[x] - floor), k * scatter);
                bits[at] = within[at] && samples[at] < level[x] - depth;
            }
        }
        return new Mask(mask.box(), bits);
    }
}
