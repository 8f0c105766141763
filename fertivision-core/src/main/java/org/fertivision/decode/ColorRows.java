package org.fertivision.decode;

/**
 * Rows of brightness and of two color differences as they come out of transformed tiles, until all are there that a row of
 * red, green and blue is mixed of: where color is stored for squares of pixels, also the row of color below. Four samples
 * lie in one number, the leftmost in the lowest bits.
 */
final class ColorRows {
    private final int height;
    private final int across;
    private final int down;
    private final ColorMix mix;
    /** The last row of the units above, then those of the units that were read last. */
    private final int[][] brightness;
    /** For each of two differences the same: words, or where columns are spread the samples of even columns ... */
    private final int[][][] color;
    /** ... and those of odd ones. */
    private final int[][][] odd;

    /**
     * Rows of a picture.
     *
     * @param units how many units of blocks lie side by side; 0 where no row will come
     * @param planes red, green, blue: where the rows go
     */
    ColorRows(BaselineScan scan, int units, byte[][] planes) {
        this.height = scan.height();
        this.across = scan.across();
        this.down = scan.down();
        int length = 2 * across * units;
        this.mix = new ColorMix(scan, length, planes);
        this.brightness = new int[8 * down + 1][length];
        this.color = new int[2][9][across == 1 ? length : 4 * units];
        this.odd = new int[2][9][across == 1 ? 0 : 4 * units];
    }

    /** Takes rows of brightness of a transformed tile. */
    void takeBrightness(BlockTransform tile, int row, int first, int count) {
        for (int line = 0; line < 8; line++) {
            takeWords(tile, line * BlockTransform.BLOCKS, brightness[1 + row + line], first, count);
        }
    }

    private static void takeWords(BlockTransform tile, int from, int[] into, int first, int count) {
        int[] left = tile.left();
        int[] right = tile.right();
        for (int block = 0; block < count; block++) {
            into[2 * (first + block)] = left[from + block];
            into[2 * (first + block) + 1] = right[from + block];
        }
    }

    /** Takes rows of a difference, 0 or 1, out of the columns of a transformed tile from {@code column} on. */
    void takeColor(int which, BlockTransform tile, int column, int first, int count) {
        for (int line = 0; line < 8; line++) {
            int from = line * BlockTransform.BLOCKS + column;
            int[] into = color[which][1 + line];
            if (across == 1) {
                takeWords(tile, from, into, first, count);
            } else {
                takeApart(tile.left(), from, into, odd[which][1 + line], 4 * first, count);
                takeApart(tile.right(), from, into, odd[which][1 + line], 4 * first + 2, count);
            }
        }
    }

    private static void takeApart(int[] samples, int from, int[] even, int[] odd, int first, int count) {
        for (int block = 0, at = first; block < count; block++, at += 4) {
            int four = samples[from + block];
            even[at] = four & 0xFF;
            odd[at] = four >>> 8 & 0xFF;
            even[at + 1] = four >>> 16 & 0xFF;
            odd[at + 1] = four >>> 24;
        }
    }

    /** Writes the rows of a row of units, all of which were taken; the last one waits for the color below it. */
    void write(int unitRow, boolean isLast) {
        int top = 8 * down * unitRow - 1;
        if (down == 1) {
            for (int row = 1; row <= 8; row++) {
                writeRow(top + row, brightness[row], row, row);
            }
            return;
        }
        int colors = Math.min(8, (height + 1) / 2 - 8 * unitRow);
        if (unitRow > 0) {
            writeRow(top, brightness[0], 0, 1);
        }
        for (int row = 1; row <= colors; row++) {
            writeRow(top + 2 * row - 1, brightness[2 * row - 1], row, unitRow == 0 && row == 1 ? 1 : row - 1);
            if (row < 8 || isLast) {
                writeRow(top + 2 * row, brightness[2 * row], row, row < colors ? row + 1 : row);
            }
        }
        keepLast(brightness);
        for (int which = 0; which < 2; which++) {
            keepLast(color[which]);
            keepLast(odd[which]);
        }
    }

    private static void keepLast(int[][] rows) {
        int[] last = rows[rows.length - 1];
        rows[rows.length - 1] = rows[0];
        rows[0] = last;
    }

    /** Writes a row whose color is that of one row and, a third as much, of another one. */
    private void writeRow(int row, int[] light, int near, int far) {
        if (row < height) {
            for (int which = 0; which < 2; which++) {
                mix.take(which, color[which][near], odd[which][near], color[which][far], odd[which][far]);
            }
            mix.write(row, light);
        }
    }
}
