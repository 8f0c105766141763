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
    private static final int ROWS_PER_CELL = 2;
    /** Pixels of a column so many cells apart scatter each on its own. */
    private static final double APART = 1;
    /** So many differences know their median to a percent. */
    private static final int ENOUGH = 1 << 15;

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
        UpperLevel level = new UpperLevel(means(gray, mask, side, null, share, step(side)), side, floor, 0);
        for (int round = 0; round < rounds; round++) {
            level = new UpperLevel(
                    means(gray, mask, side, level, share, round == rounds - 1 ? 1 : step(side)), side, floor, 0);
        }
        return new UpperLevel(level.cells, side, floor, level.scatterOf(gray, mask));
    }

    private static double low(Raster gray, Mask mask) {
        float[] all = gray.samples();
        float[] samples = new float[all.length];
        boolean[] bits = mask.bits();
        int n = 0;
        for (int i = 0; i < all.length; i++) {
            if (bits[i]) {
                samples[n++] = all[i];
            }
        }
        return Median.ofSizes(samples, n, (int) (LOW_PERCENT * (n - 1)));
    }

    /** Sums over cells, of some rows of each where a cell has many, blurred with their weights. */
    private static Raster means(
            Raster gray, Mask mask, double side, @Nullable UpperLevel before, double share, int step) {
        int columns = (int) Math.ceil(gray.width() / side);
        int rows = (int) Math.ceil(gray.height() / side);
        float[] sums = new float[columns * rows];
        float[] weights = new float[columns * rows];
        float[] samples = gray.samples();
        boolean[] bits = mask.bits();
        int width = gray.width();
        Region extent = mask.extent().orElseThrow();
        Steps steps = new Steps(extent, side, columns);
        float[] least = new float[width];
        Arrays.fill(least, -1);
        float[] columnSums = new float[width];
        int[] columnCounts = new int[width];
        int apart = extent.height() < 2 * step ? 1 : step;
        int first = extent.y() / apart * apart;
        for (int y = first; y < extent.bottom(); y += apart) {
            if (before != null) {
                before.row(y, steps, 1 - share, share * before.floor, least);
            }
            int row = y * width;
            for (int x = extent.x(); x < extent.right(); x++) {
                @SuppressWarnings("ShortCircuitBoolean") // without a branch the loop is done many pixels at once
                boolean counts = bits[row + x] & samples[row + x] > least[x];
                columnSums[x] += counts ? samples[row + x] : 0;
                columnCounts[x] += counts ? 1 : 0;
            }
            int cell = (int) (y / side);
            if (y + apart >= extent.bottom() || (int) ((y + apart) / side) > cell) {
                addUp(steps, columnSums, columnCounts, cell * columns, sums, weights);
            }
        }
        return ratio(columns, rows, sums, weights);
    }

    /** Moves what was summed up by columns into the cells of a row of them. */
    private static void addUp(
            Steps steps, float[] columnSums, int[] columnCounts, int row, float[] sums, float[] weights) {
        for (int column = 0; column < steps.end.length; column++) {
            for (int x = steps.first[column]; x < steps.first[column + 1]; x++) {
                sums[row + column] += columnSums[x];
                weights[row + column] += columnCounts[x];
            }
        }
        Arrays.fill(columnSums, 0);
        Arrays.fill(columnCounts, 0);
    }

    /** So many rows on, the next one is asked in all rounds but the last: two in a cell are enough to choose pixels by. */
    private static int step(double side) {
        return (int) Math.max(1, side / ROWS_PER_CELL);
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

    /**
     * From the differences of bright pixels one cell apart in a column, in rows spread evenly over a large mask: what changes
     * slowly is no scatter.
     */
    private double scatterOf(Raster gray, Mask mask) {
        int width = gray.width();
        int apart = (int) Math.max(1, Math.round(APART * side));
        Region extent = mask.extent().orElseThrow();
        Steps steps = new Steps(extent, side, cells.width());
        int between = mask.rowsApart(ENOUGH);
        float[] off = new float[extent.width() * (extent.height() / between + 1)];
        float[] above = new float[width];
        float[] here = new float[width];
        int n = 0;
        for (int y = extent.y() + apart; y < extent.bottom(); y += between) {
            bright(gray, mask, y - apart, steps, above);
            bright(gray, mask, y, steps, here);
            for (int x = extent.x(); x < extent.right(); x++) {
                float difference = Math.abs(here[x] - above[x]);
                off[n] = difference;
                n += difference < Float.POSITIVE_INFINITY ? 1 : 0;
            }
        }
        return n == 0 ? 0 : MAD_TO_SIGMA * Median.ofSizes(off, n, n / 2) / Math.sqrt(2);
    }

    /** The samples of a row that are bright, no number where they are not. */
    private void bright(Raster gray, Mask mask, int y, Steps steps, float[] into) {
        float[] samples = gray.samples();
        boolean[] bits = mask.bits();
        float[] least = new float[into.length];
        row(y, steps, 1 - SCATTER_SHARE, SCATTER_SHARE * floor, least);
        int row = y * into.length;
        for (int x = steps.left; x < steps.right; x++) {
            @SuppressWarnings("ShortCircuitBoolean") // without a branch the loop is done many pixels at once
            boolean isBright = bits[row + x] & samples[row + x] > least[x];
            into[x] = isBright ? samples[row + x] : Float.NaN;
        }
    }

    /** The level at any place, pixels of the picture. */
    public double at(double x, double y) {
        return cells.valueAt(x / side, y / side);
    }

    /**
     * The level along a row times a factor and with a part added; between two columns of cells one step at a time, without
     * looking for them at each pixel.
     */
    private void row(int y, Steps steps, double factor, double added, float[] into) {
        float[] samples = cells.samples();
        double row = between(y, side, cells.height());
        int upper = cells.width() * (int) row;
        int lower = cells.width() * Math.min((int) row + 1, cells.height() - 1);
        double down = row - (int) row;
        int x = steps.left;
        for (int left = 0; left < cells.width(); left++) {
            int right = Math.min(left + 1, cells.width() - 1);
            double here = samples[upper + left] + down * (samples[lower + left] - samples[upper + left]);
            double next = samples[upper + right] + down * (samples[lower + right] - samples[upper + right]);
            float start = (float) (factor * here + added);
            float rise = (float) (factor * (next - here));
            for (int end = steps.end[left]; x < end; x++) {
                into[x] = start + rise * steps.across[x];
            }
        }
    }

    /** Where a pixel's center lies among the middles of the cells, kept between the first and the last. */
    private static double between(int pixel, double side, int cells) {
        return Math.max(0, Math.min(cells - 1, (pixel + 0.5) / side - 0.5));
    }

    /** Where the pixels of a stretch of a row lie between the columns of cells: the same in every row. */
    private static final class Steps {
        private final int left;
        private final int right;
        /** For each pixel how far it is from the middle of the cell to its left, in cells. */
        private final float[] across;
        /** For each column of cells the first pixel that has another one to its left. */
        private final int[] end;
        /** For each column of cells, and one more, the first pixel that lies in it or farther right. */
        private final int[] first;

        Steps(Region extent, double side, int columns) {
            this.left = extent.x();
            this.right = extent.right();
            this.across = new float[right];
            this.end = new int[columns];
            this.first = new int[columns + 1];
            Arrays.fill(first, right);
            for (int x = right - 1; x >= left; x--) {
                double place = between(x, side, columns);
                across[x] = (float) (place - (int) place);
                end[(int) place] = Math.max(end[(int) place], x + 1);
                first[(int) (x / side)] = x;
            }
            for (int column = 1; column < columns; column++) {
                end[column] = Math.max(end[column], end[column - 1]);
            }
            for (int column = columns - 1; column >= 0; column--) {
                first[column] = Math.min(first[column], first[column + 1]);
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
        int width = gray.width();
        Region extent = mask.extent().orElseThrow();
        float[] level = new float[width];
        Steps steps = new Steps(extent, side, cells.width());
        boolean[] within = mask.bits();
        float least = (float) (k * scatter);
        float part = (float) share;
        float lowest = (float) floor;
        for (int y = extent.y(); y < extent.bottom(); y++) {
            row(y, steps, 1, 0, level);
            int row = y * width;
            for (int x = extent.x(); x < extent.right(); x++) {
                float depth = Math.max(part * (level[x] - lowest), least);
                @SuppressWarnings("ShortCircuitBoolean") // without a branch the loop is done many pixels at once
                boolean isDark = within[row + x] & samples[row + x] < level[x] - depth;
                bits[row + x] = isDark;
            }
        }
        return new Mask(mask.box(), bits);
    }
}
