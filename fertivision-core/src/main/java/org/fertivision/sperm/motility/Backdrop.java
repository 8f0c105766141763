package org.fertivision.sperm.motility;

import java.util.Arrays;

/**
 * The light between the heads: medians on a coarse grid, which follow slowly, above the level of the whole frame, which
 * follows at once. An eighth of the grid is looked at in each frame, every fourth pixel of every fourth row.
 */
final class Backdrop {
    /** Pixels of a row for which {@link #along} tells one level. */
    static final int BLOCK = 8;

    private static final int CELL = 32;
    private static final int STRIDE = 4;
    private static final int TURNS = 8;
    private static final double FOLLOW = 0.5;
    private static final double FOLLOW_NOISE = 0.15;
    private static final double NORMAL = 1.4826;
    private static final int SPARSE_X = 13;
    private static final int SPARSE_Y = 7;

    /** Rounding to whole levels alone scatters by this much. */
    private static final double ROUNDING = 0.29;

    private final Levels levels;
    private final int columns;
    private final int rows;
    private final double[] offset;
    private final double[] smooth;
    private final double[] blended;
    private final int[] columnOf;
    private final double[] beyond;
    private final int[] histogram = new int[256];
    private int counted;
    private double level;
    private double noise;
    private int turn;

    Backdrop(Levels levels) {
        this.levels = levels;
        this.columns = Math.max(1, (levels.width() + CELL / 2) / CELL);
        this.rows = Math.max(1, (levels.height() + CELL / 2) / CELL);
        this.offset = new double[columns * rows];
        this.smooth = new double[columns * rows];
        this.blended = new double[columns + 1];
        this.columnOf = new int[(levels.width() + BLOCK - 1) / BLOCK];
        this.beyond = new double[columnOf.length];
        placeBlocks();
    }

    /** Learns the first frame. */
    void begin() {
        level = wholeMedian();
        double sum = 0;
        for (int cell = 0; cell < offset.length; cell++) {
            count(cell);
            double median = median();
            offset[cell] = median - level;
            sum += deviation(median);
        }
        noise = Math.max(ROUNDING, sum / offset.length);
        smooth();
    }

    /** Follows the next frame. */
    void follow() {
        level = wholeMedian();
        for (int cell = turn; cell < offset.length; cell += TURNS) {
            count(cell);
            double median = median();
            offset[cell] += FOLLOW * (median - level - offset[cell]);
            noise += FOLLOW_NOISE * TURNS / offset.length * (Math.max(ROUNDING, deviation(median)) - noise);
        }
        turn = (turn + 1) % TURNS;
        smooth();
    }

    private void count(int cell) {
        int left = cell % columns * levels.width() / columns;
        int right = (cell % columns + 1) * levels.width() / columns;
        int top = cell / columns * levels.height() / rows;
        int bottom = (cell / columns + 1) * levels.height() / rows;
        Arrays.fill(histogram, 0);
        counted = 0;
        for (int y = top + turn % STRIDE; y < bottom; y += STRIDE) {
            int row = y * levels.width();
            for (int x = left + y / STRIDE % STRIDE; x < right; x += STRIDE) {
                histogram[levels.at(row + x)]++;
                counted++;
            }
        }
    }

    /** Median of the levels counted, interpolated within its level. */
    private double median() {
        double half = counted / 2.0;
        int below = 0;
        for (int i = 0; i < histogram.length; i++) {
            if (below + histogram[i] >= half && histogram[i] > 0) {
                return i - 0.5 + (half - below) / histogram[i];
            }
            below += histogram[i];
        }
        return 0;
    }

    /** Standard deviation of the levels counted, from those below their median alone: heads lie above. */
    private double deviation(double median) {
        int total = 0;
        int top = (int) Math.floor(median);
        for (int i = 0; i <= top; i++) {
            total += histogram[i];
        }
        double half = total / 2.0;
        int seen = 0;
        for (int i = top; i >= 0; i--) {
            if (seen + histogram[i] >= half && histogram[i] > 0) {
                return NORMAL * Math.max(0, median - (i + 0.5 - (half - seen) / histogram[i]));
            }
            seen += histogram[i];
        }
        return 0;
    }

    private double wholeMedian() {
        Arrays.fill(histogram, 0);
        counted = 0;
        for (int y = SPARSE_Y / 2; y < levels.height(); y += SPARSE_Y) {
            int row = y * levels.width();
            for (int x = y % SPARSE_X; x < levels.width(); x += SPARSE_X) {
                histogram[levels.at(row + x)]++;
                counted++;
            }
        }
        return median();
    }

    /** Each cell with its neighbors, 1:2:1 both ways. */
    private void smooth() {
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                double sum = 0;
                double weights = 0;
                for (int dr = -1; dr <= 1; dr++) {
                    for (int dc = -1; dc <= 1; dc++) {
                        int nr = r + dr;
                        int nc = c + dc;
                        if (nr >= 0 && nr < rows && nc >= 0 && nc < columns) {
                            double weight = (2 - Math.abs(dr)) * (2 - Math.abs(dc));
                            sum += weight * offset[nr * columns + nc];
                            weights += weight;
                        }
                    }
                }
                smooth[r * columns + c] = sum / weights;
            }
        }
    }

    /** Level of the surroundings at a place, pixels. */
    double at(double x, double y) {
        double c = Math.max(0, Math.min(columns - 1.0, x * columns / levels.width() - 0.5));
        double r = Math.max(0, Math.min(rows - 1.0, y * rows / levels.height() - 0.5));
        int c0 = Math.min((int) c, Math.max(0, columns - 2));
        int r0 = Math.min((int) r, Math.max(0, rows - 2));
        int c1 = Math.min(columns - 1, c0 + 1);
        int r1 = Math.min(rows - 1, r0 + 1);
        double right = c - c0;
        double down = r - r0;
        double upper = smooth[r0 * columns + c0] * (1 - right) + smooth[r0 * columns + c1] * right;
        double lower = smooth[r1 * columns + c0] * (1 - right) + smooth[r1 * columns + c1] * right;
        return level + upper * (1 - down) + lower * down;
    }

    /** Levels of the surroundings along a row, one in the middle of every {@link #BLOCK} pixels. */
    void along(double y, double[] into) {
        double r = Math.max(0, Math.min(rows - 1.0, y * rows / levels.height() - 0.5));
        int upper = (int) r;
        double down = r - upper;
        int r0 = upper * columns;
        int r1 = Math.min(rows - 1, upper + 1) * columns;
        for (int c = 0; c < columns; c++) {
            blended[c] = level + smooth[r0 + c] + (smooth[r1 + c] - smooth[r0 + c]) * down;
        }
        blended[columns] = blended[columns - 1];
        for (int i = 0; i < into.length; i++) {
            double left = blended[columnOf[i]];
            into[i] = left + (blended[columnOf[i] + 1] - left) * beyond[i];
        }
    }

    /** Where blocks of pixels lie among the columns of the grid. */
    private void placeBlocks() {
        double scale = (double) columns / levels.width();
        for (int i = 0; i < columnOf.length; i++) {
            double c = Math.max(0, Math.min(columns - 1.0, (i + 0.5) * BLOCK * scale - 0.5));
            columnOf[i] = (int) c;
            beyond[i] = c - columnOf[i];
        }
    }

    /** Standard deviation of single pixels, gray levels. */
    double noise() {
        return noise;
    }
}
