package org.fertivision.video;

import java.io.EOFException;
import java.util.Set;
import org.fertivision.finding.RejectionCode;

/**
 * What a sequence parameter set says of the pictures (ITU-T H.264, 7.3.2.1), refused where they are not decoded to the
 * last bit.
 *
 * @param id its number
 * @param frameNumberBits bits of the number of a frame
 * @param orderType how the order of showing is told
 * @param orderBits bits of the place in that order
 * @param references most pictures that others are built on
 * @param columns samples across, whole macroblocks
 * @param rows samples down, whole macroblocks
 * @param predictsBlocksOf8 whether motion that is not told is taken from the corners of blocks of 8 pixels
 * @param crop which of them are the picture
 * @param isSquare whether pixels are as wide as high
 */
record Sequence(
        int id,
        int frameNumberBits,
        int orderType,
        int orderBits,
        int references,
        int columns,
        int rows,
        boolean predictsBlocksOf8,
        Crop crop,
        boolean isSquare) {
    /** Side of a macroblock. */
    static final int BLOCK = 16;

    private static final int MOST_REFERENCES = 16;
    private static final int MOST_SIDE = 1 << 14;
    private static final int MOST_IDS = 31;
    private static final int BASELINE = 66;
    private static final int MAIN = 77;
    private static final int HIGH = 100;
    private static final Set<Integer> READ = Set.of(BASELINE, MAIN, HIGH);
    private static final int OWN_SHAPE = 255;

    /**
     * The part of the samples that is shown.
     *
     * @param left first column
     * @param top first row
     * @param width columns
     * @param height rows
     */
    record Crop(int left, int top, int width, int height) {}

    static Sequence read(byte[] unit) {
        try {
            return read(new Bits(unit));
        } catch (EOFException e) {
            throw Refusal.damaged("what it says of its pictures is cut short.", e);
        }
    }

    private static Sequence read(Bits bits) throws EOFException {
        bits.skip(Byte.SIZE);
        int profile = bits.u(Byte.SIZE);
        if (!READ.contains(profile)) {
            throw Refusal.unsupported("The film is H.264 of a profile (" + profile + ") that is not read.");
        }
        bits.skip(2 * Byte.SIZE);
        int id = bits.ue(MOST_IDS, "the number of a parameter set");
        if (profile == HIGH) {
            refuseUnusual(bits);
        }
        int frameNumberBits = 4 + bits.ue(12, "log2 of the numbers of frames");
        int orderType = bits.ue(2, "the way of ordering");
        int orderBits = 0;
        if (orderType == 0) {
            orderBits = 4 + bits.ue(12, "log2 of the places in order");
        } else if (orderType == 1) {
            throw Refusal.unsupported("The film orders its pictures in cycles.");
        }
        int references = bits.ue(MOST_REFERENCES, "the number of references");
        bits.skip(1);
        int columns = BLOCK * (1 + bits.ue(MOST_SIDE / BLOCK - 1, "macroblocks across"));
        int rows = BLOCK * (1 + bits.ue(MOST_SIDE / BLOCK - 1, "macroblocks down"));
        if (!bits.flag()) {
            throw Refusal.unsupported("The film is interlaced.");
        }
        boolean predictsBlocksOf8 = bits.flag();
        Crop crop = crop(bits, columns, rows);
        boolean isSquare = !bits.flag() || isSquare(bits);
        return new Sequence(
                id,
                frameNumberBits,
                orderType,
                orderBits,
                references,
                columns,
                rows,
                predictsBlocksOf8,
                crop,
                isSquare);
    }

    private static void refuseUnusual(Bits bits) throws EOFException {
        int chroma = bits.ue();
        if (chroma != 1) {
            throw Refusal.unsupported(
                    "The film has its color in a form (chroma format " + chroma + ") that is not read.");
        }
        int moreOfLuma = bits.ue();
        int moreOfChroma = bits.ue();
        if (moreOfLuma != 0 || moreOfChroma != 0) {
            throw Refusal.unsupported("The film has more than 8 bits a sample.");
        }
        if (bits.flag()) {
            throw Refusal.unsupported("The film is lossless H.264.");
        }
        if (bits.flag()) {
            throw Refusal.unsupported("The film has scaling matrices of its own.");
        }
    }

    private static Crop crop(Bits bits, int columns, int rows) throws EOFException {
        if (!bits.flag()) {
            return new Crop(0, 0, columns, rows);
        }
        int left = 2 * bits.ue(MOST_SIDE, "what is cut off");
        int right = 2 * bits.ue(MOST_SIDE, "what is cut off");
        int top = 2 * bits.ue(MOST_SIDE, "what is cut off");
        int bottom = 2 * bits.ue(MOST_SIDE, "what is cut off");
        if (left + right >= columns || top + bottom >= rows) {
            throw Refusal.damaged("more is cut off its pictures than there is.");
        }
        return new Crop(left, top, columns - left - right, rows - top - bottom);
    }

    private static boolean isSquare(Bits bits) throws EOFException {
        if (!bits.flag()) {
            return true;
        }
        int shape = bits.u(Byte.SIZE);
        if (shape != OWN_SHAPE) {
            return shape <= 1;
        }
        int width = bits.u(Short.SIZE);
        return width == bits.u(Short.SIZE);
    }

    long pixels() {
        return (long) columns * rows;
    }

    int macroblocks() {
        return columns / BLOCK * (rows / BLOCK);
    }

    /** Refuses pictures of too many pixels. */
    void refuseOver(long maxPixels) {
        long shown = (long) crop.width * crop.height;
        if (shown > maxPixels) {
            throw Refusal.over(RejectionCode.IMAGE_TOO_LARGE, "pixels a frame", maxPixels, shown);
        }
    }
}
