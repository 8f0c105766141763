package org.fertivision.pixel;

import java.util.Arrays;
import org.fertivision.image.Plane;
import org.fertivision.image.Region;

/**
 * Shrinks a picture to means over square blocks. Pixels that are drawn over are left out; a block without any other is
 * filled from its neighbors. What is left over at the right and lower border makes blocks of fewer pixels.
 */
public final class BlockMeans {
    private BlockMeans() {}

    /** The means over blocks of {@code side} x {@code side} pixels; the raster counts in blocks. */
    public static Raster of(Plane plane, Overprint drawnOver, int side) {
        int columns = (plane.width() + side - 1) / side;
        int rows = (plane.height() + side - 1) / side;
        float[] sums = new float[columns * rows];
        int[] counts = new int[columns * rows];
        int[] row = new int[plane.width()];
        boolean[] hidden = drawnOver.hidden();
        boolean[] none = new boolean[row.length];
        int[] levels = new int[row.length];
        int[] covers = new int[row.length];
        for (int top = 0, block = 0; top < plane.height(); top += side) {
            int bottom = Math.min(plane.height(), top + side);
            Arrays.fill(levels, 0);
            Arrays.fill(covers, 0);
            for (int y = top; y < bottom; y++) {
                plane.row(y, row);
                int start = y * row.length;
                if (!Arrays.equals(hidden, start, start + row.length, none, 0, row.length)) {
                    leaveOut(hidden, start, row, covers);
                }
                for (int x = 0; x < row.length; x++) {
                    levels[x] += row[x];
                }
            }
            if (side == 1) {
                for (int x = 0; x < row.length; x++) {
                    sums[block + x] = levels[x];
                    counts[block + x] = 1 - covers[x];
                }
                block += columns;
                continue;
            }
            for (int from = 0; from < row.length; from += side, block++) {
                int to = Math.min(row.length, from + side);
                counts[block] = (to - from) * (bottom - top);
                for (int x = from; x < to; x++) {
                    sums[block] += levels[x];
                    counts[block] -= covers[x];
                }
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = counts[i] == 0 ? 0 : sums[i] / counts[i];
        }
        fill(sums, counts, columns, rows);
        return new Raster(new Region(0, 0, columns, rows), sums);
    }

    /** Sets what is hidden of a row to 0 and counts it, column by column. */
    private static void leaveOut(boolean[] hidden, int start, int[] row, int[] covers) {
        for (int x = 0; x < row.length; x++) {
            if (hidden[start + x]) {
                row[x] = 0;
                covers[x]++;
            }
        }
    }

    /** Gives empty blocks the mean of their known neighbors, from the rim of a gap inwards. */
    private static void fill(float[] means, int[] counts, int columns, int rows) {
        int[] empty = new int[means.length];
        int left = 0;
        for (int i = 0; i < means.length; i++) {
            if (counts[i] == 0) {
                empty[left++] = i;
            }
        }
        boolean grows = true;
        while (left > 0 && grows) {
            int still = 0;
            int[] filled = new int[left];
            int done = 0;
            for (int k = 0; k < left; k++) {
                if (fillOne(means, counts, empty[k], columns, rows)) {
                    filled[done++] = empty[k];
                } else {
                    empty[still++] = empty[k];
                }
            }
            Arrays.stream(filled, 0, done).forEach(i -> counts[i] = 1);
            grows = done > 0;
            left = still;
        }
    }

    private static boolean fillOne(float[] means, int[] counts, int at, int columns, int rows) {
        int x = at % columns;
        int y = at / columns;
        float sum = 0;
        int known = 0;
        for (int row = Math.max(0, y - 1); row <= Math.min(rows - 1, y + 1); row++) {
            for (int column = Math.max(0, x - 1); column <= Math.min(columns - 1, x + 1); column++) {
                if (counts[row * columns + column] > 0) {
                    sum += means[row * columns + column];
                    known++;
                }
            }
        }
        if (known > 0) {
            means[at] = sum / known;
        }
        return known > 0;
    }
}
