package org.fertivision.decode;

import java.util.Arrays;

/**
 * The rows of a run-length packed BMP, from the lowest up. Pixels that the file leaps over have color 0.
 *
 * <p>Source: Microsoft, "Bitmap Compression" (BI_RLE8, BI_RLE4).
 */
final class BmpRuns {
    private static final int END_OF_ROW = 0;
    private static final int END_OF_PICTURE = 1;
    private static final int LEAP = 2;

    private final BmpFile bmp;
    private final Bytes bytes;
    private final boolean isHalf;
    private long at;
    private int x;
    private long rowsToSkip;
    private boolean over;

    BmpRuns(BmpFile bmp) {
        this.bmp = bmp;
        this.bytes = bmp.bytes();
        this.isHalf = bmp.bits() == 4;
        this.at = bmp.pixels();
    }

    /** Unpacks the next row. */
    void next(byte[] row) {
        Arrays.fill(row, (byte) 0);
        if (rowsToSkip > 0) {
            rowsToSkip--;
        }
        while (rowsToSkip == 0 && !over) {
            int count = bytes.u8(at++);
            int code = bytes.u8(at++);
            if (count > 0) {
                run(row, count, code);
            } else if (code > LEAP) {
                literal(row, code);
            } else if (code == LEAP) {
                x += bytes.u8(at++);
                check(0);
                rowsToSkip = bytes.u8(at++);
            } else if (code == END_OF_ROW) {
                x = 0;
                rowsToSkip = 1;
            } else if (code == END_OF_PICTURE) {
                over = true;
            }
        }
    }

    /** Where the packed pixels end; the mark that ends them is looked for after the last row. */
    long end() {
        if (!over && bytes.u8(at) == 0 && bytes.u8(at + 1) == END_OF_PICTURE) {
            at += 2;
        }
        return at;
    }

    private void run(byte[] row, int count, int code) {
        check(count);
        for (int i = 0; i < count; i++) {
            row[x++] = (byte) (isHalf ? nibble(code, i) : code);
        }
    }

    private void literal(byte[] row, int count) {
        check(count);
        for (int i = 0; i < count; i++) {
            int value = bytes.u8(at + (isHalf ? i / 2 : i));
            row[x++] = (byte) (isHalf ? nibble(value, i) : value);
        }
        int stored = isHalf ? (count + 1) / 2 : count;
        at += stored + stored % 2;
    }

    private static int nibble(int pair, int place) {
        return place % 2 == 0 ? pair >> 4 : pair & 0xF;
    }

    private void check(int count) {
        if (count > bmp.width() - x) {
            throw Refusal.damagedAt(at, "A run of the BMP picture goes beyond the end of its row.");
        }
    }
}
