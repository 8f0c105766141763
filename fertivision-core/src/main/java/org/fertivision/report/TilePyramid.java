package org.fertivision.report;

import org.fertivision.image.Region;

/**
 * How a picture is cut into square tiles for viewers: level 0 has its full size, each further level half the width and
 * height of the one before (rounded up), the last one fits into one tile. Tiles are numbered by columns and rows from the
 * top left corner; those at the right and lower edge are as small as what is left.
 *
 * @param width columns of the picture, pixels
 * @param height rows of the picture, pixels
 */
public record TilePyramid(int width, int height) {
    /** The side of a tile, pixels. */
    public static final int SIDE = 256;

    /** Refuses an empty picture. */
    public TilePyramid {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture has at least one pixel, not " + width + " x " + height);
        }
    }

    /** How many levels there are. */
    public int levels() {
        int levels = 1;
        while (Math.max(length(width, levels - 1), length(height, levels - 1)) > SIDE) {
            levels++;
        }
        return levels;
    }

    /** How many tiles stand beside one another on a level. */
    public int columns(int level) {
        return ceilDiv(length(width, level), SIDE);
    }

    /** How many tiles stand below one another on a level. */
    public int rows(int level) {
        return ceilDiv(length(height, level), SIDE);
    }

    /** Pixels of a level along a side that has so many in full size. */
    private static int length(int full, int level) {
        return ceilDiv(full, 1 << level);
    }

    private static int ceilDiv(int number, int by) {
        return (number + by - 1) / by;
    }

    /** The pixels in full size that a tile shows; at the edge they reach out to whole pixels of its level. */
    Region place(int level, int column, int row) {
        int columnsLeft = length(width, level) - column * SIDE;
        int rowsLeft = length(height, level) - row * SIDE;
        if (level < 0 || column < 0 || row < 0 || level >= levels() || columnsLeft < 1 || rowsLeft < 1) {
            throw new IndexOutOfBoundsException("no tile " + level + "/" + column + "/" + row);
        }
        return new Region(
                (column * SIDE) << level,
                (row * SIDE) << level,
                Math.min(SIDE, columnsLeft) << level,
                Math.min(SIDE, rowsLeft) << level);
    }
}
