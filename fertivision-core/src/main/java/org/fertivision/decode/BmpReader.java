package org.fertivision.decode;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.finding.Notice;
import org.fertivision.spi.Work;

/** Reads BMP: 1 to 32 bits a pixel, palettes, bit fields, run-length packing, rows from below or from above. */
final class BmpReader {
    private static final int CHECK_EVERY_ROWS = 64;
    private static final int ALPHA = 3;

    private final BmpFile bmp;
    private final Canvas canvas;
    private final byte[][] palette;
    private boolean transparent;

    private BmpReader(BmpFile bmp) {
        this.bmp = bmp;
        this.canvas = new Canvas(bmp.width(), bmp.height(), bmp.channels(), 8);
        this.palette = new byte[bmp.hasPalette() ? bmp.channels() : 0][];
        for (int channel = 0; channel < palette.length; channel++) {
            palette[channel] = new byte[bmp.entries()];
            for (int i = 0; i < palette[channel].length; i++) {
                palette[channel][i] = (byte) bmp.entry(i, channel);
            }
        }
    }

    static Picture read(byte[] file, HeaderGuard guard, Work work) {
        BmpFile bmp = BmpFile.read(file, guard);
        BmpReader reader = new BmpReader(bmp);
        long end = bmp.isRunLength() ? reader.runs(work) : reader.rows(work);
        List<Notice> notices = new ArrayList<>();
        Trailing.notice(file, Math.max(end, Math.min(file.length, bmp.bytes().u32(2))), Magic.BMP)
                .ifPresent(notices::add);
        if (reader.transparent) {
            notices.add(Transparency.IGNORED);
        }
        return new Picture(List.of(reader.canvas.toFrame(0)), Orientation.UPRIGHT, bmp.pixelSize(), notices);
    }

    private long rows(Work work) {
        byte[] source = bmp.bytes().array();
        byte[] indexes = new byte[bmp.hasPalette() ? bmp.width() : 0];
        for (int row = 0; row < bmp.height(); row++) {
            int y = bmp.isTopDown() ? row : bmp.height() - 1 - row;
            int from = bmp.bytes().index(bmp.pixels() + row * bmp.rowBytes(), bmp.usedRowBytes());
            if (bmp.hasPalette()) {
                unpack(source, from, indexes);
                takeIndexes(indexes, y);
            } else if (bmp.bits() == 24) {
                for (int channel = 0; channel < 3; channel++) {
                    canvas.takeBytes(channel, 0, y, 1, source, from + 2 - channel, 3, bmp.width());
                }
            } else {
                takeFields(bmp.pixels() + row * bmp.rowBytes(), y);
            }
            if (row % CHECK_EVERY_ROWS == 0) {
                work.checkpoint();
            }
        }
        return Math.min(source.length, bmp.pixels() + bmp.height() * bmp.rowBytes());
    }

    private void unpack(byte[] source, int from, byte[] indexes) {
        int bits = bmp.bits();
        int mask = (1 << bits) - 1;
        for (int x = 0; x < indexes.length; x++) {
            long bit = (long) x * bits;
            indexes[x] = (byte) ((source[from + (int) (bit >> 3)] >> (8 - bits - (int) (bit & 7))) & mask);
        }
    }

    private void takeIndexes(byte[] indexes, int y) {
        for (int x = 0; x < indexes.length; x++) {
            int entry = indexes[x] & 0xFF;
            if (entry >= palette[0].length) {
                throw Refusal.damaged(
                        "The BMP picture points at color " + entry + " of a palette of " + palette[0].length + ".");
            }
            for (int channel = 0; channel < palette.length; channel++) {
                canvas.set(channel, x, y, palette[channel][entry]);
            }
        }
    }

    private void takeFields(long row, int y) {
        boolean deep = bmp.bits() == 32;
        for (int x = 0; x < bmp.width(); x++) {
            int pixel = deep ? bmp.bytes().i32(row + 4L * x) : bmp.bytes().u16(row + 2L * x);
            for (int channel = 0; channel < 3; channel++) {
                canvas.set(channel, x, y, field(pixel, bmp.mask(channel)));
            }
            if (bmp.mask(ALPHA) != 0) {
                transparent |= field(pixel, bmp.mask(ALPHA)) < 255;
            }
        }
    }

    /** The bits of a mask, spread over 0 to 255. */
    private static int field(int pixel, int mask) {
        int shift = Integer.numberOfTrailingZeros(mask);
        long most = Integer.toUnsignedLong(mask) >>> shift;
        long value = Integer.toUnsignedLong(pixel & mask) >>> shift;
        return (int) ((value * 255 + most / 2) / most);
    }

    private long runs(Work work) {
        BmpRuns runs = new BmpRuns(bmp);
        byte[] indexes = new byte[bmp.width()];
        for (int row = 0; row < bmp.height(); row++) {
            runs.next(indexes);
            takeIndexes(indexes, bmp.height() - 1 - row);
            if (row % CHECK_EVERY_ROWS == 0) {
                work.checkpoint();
            }
        }
        return runs.end();
    }
}
