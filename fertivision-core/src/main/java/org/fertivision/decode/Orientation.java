package org.fertivision.decode;

import org.fertivision.image.Frame;
import org.fertivision.image.Plane;

/** How a stored picture is to be turned to stand upright, as TIFF and EXIF number it (TIFF 6.0, tag 274). */
enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    UPSIDE_DOWN(false, true, true),
    FLIPPED(false, false, true),
    TRANSPOSED(true, false, false),
    TURN_RIGHT(true, true, false),
    TRANSVERSED(true, true, true),
    TURN_LEFT(true, false, true);

    /** Rows turned at once, so that what becomes a row is written in pieces as long. */
    private static final int BAND = 32;

    private final boolean swapsSides;
    private final boolean fromRight;
    private final boolean fromBottom;

    /**
     * @param swapsSides whether stored rows become columns
     * @param fromRight whether, in the upright picture, columns run from right to left
     * @param fromBottom whether, in the upright picture, rows run from bottom to top
     */
    Orientation(boolean swapsSides, boolean fromRight, boolean fromBottom) {
        this.swapsSides = swapsSides;
        this.fromRight = fromRight;
        this.fromBottom = fromBottom;
    }

    /** The orientation of a number; upright for anything but 2 to 8. */
    static Orientation of(int number) {
        return number >= 1 && number <= values().length ? values()[number - 1] : UPRIGHT;
    }

    /** Whether width and height change places. */
    boolean swapsSides() {
        return swapsSides;
    }

    /** The frame turned upright. */
    Frame upright(Frame stored) {
        return this == UPRIGHT
                ? stored
                : new Frame(
                        stored.planes().stream().map(this::upright).toList(),
                        stored.index(),
                        stored.timeS(),
                        stored.zUm());
    }

    private Plane upright(Plane stored) {
        int width = swapsSides ? stored.height() : stored.width();
        int height = swapsSides ? stored.width() : stored.height();
        boolean deep = stored.bits() == 16;
        byte[] bytes = new byte[deep ? 0 : width * height];
        short[] shorts = new short[deep ? width * height : 0];
        int[][] band = new int[BAND][stored.width()];
        for (int top = 0; top < stored.height(); top += BAND) {
            int rows = Math.min(BAND, stored.height() - top);
            for (int i = 0; i < rows; i++) {
                stored.row(top + i, band[i]);
            }
            int down = place(0, top + 1, width, height) - place(0, top, width, height);
            for (int x = 0; x < stored.width(); x++) {
                int at = place(x, top, width, height);
                for (int i = 0; i < rows; i++, at += down) {
                    if (deep) {
                        shorts[at] = (short) band[i][x];
                    } else {
                        bytes[at] = (byte) band[i][x];
                    }
                }
            }
        }
        return deep ? Plane.takeShorts(width, height, shorts) : Plane.takeBytes(width, height, bytes);
    }

    /** Where the stored sample (x, y) lies in the upright picture of the given size. */
    private int place(int x, int y, int width, int height) {
        int column = swapsSides ? y : x;
        int row = swapsSides ? x : y;
        return (fromBottom ? height - 1 - row : row) * width + (fromRight ? width - 1 - column : column);
    }
}
