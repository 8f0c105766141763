package org.fertivision.decode;

import org.jspecify.annotations.Nullable;

/**
 * The headers of a BMP file, checked before any pixel is read.
 *
 * <p>Source: Microsoft, "Bitmap Storage" and BITMAPV5HEADER (wingdi.h); OS/2 headers of 12 and 64 bytes.
 */
final class BmpFile {
    static final String FORMAT = "BMP";
    private static final int FILE_HEADER_BYTES = 14;
    private static final int CORE_HEADER_BYTES = 12;
    private static final int INFO_HEADER_BYTES = 40;
    private static final int LARGEST_HEADER_BYTES = 124;
    private static final int RGB = 0;
    private static final int RLE8 = 1;
    private static final int RLE4 = 2;
    private static final int BITFIELDS = 3;
    private static final int ALPHA_BITFIELDS = 6;
    private static final int RED = 0;
    private static final int ALPHA = 3;

    /** The masks of 16 bits a pixel where the file names none: 5 bits a channel. */
    private static final int[] MASKS_16 = {0x7C00, 0x03E0, 0x001F, 0};

    /** The masks of 32 bits a pixel where the file names none. */
    private static final int[] MASKS_32 = {0xFF0000, 0xFF00, 0xFF, 0};

    private final Bytes bytes;
    private final long headerBytes;
    private final boolean isCore;
    private final int[] masks;

    private BmpFile(byte[] file) {
        this.bytes = Bytes.littleEndian(file, FORMAT);
        this.headerBytes = bytes.u32(FILE_HEADER_BYTES);
        this.isCore = headerBytes == CORE_HEADER_BYTES;
        this.masks = new int[ALPHA + 1];
    }

    /** Reads the headers of a file that begins with BM. */
    static BmpFile read(byte[] file, HeaderGuard guard) {
        BmpFile bmp = new BmpFile(file);
        bmp.check(guard);
        return bmp;
    }

    Bytes bytes() {
        return bytes;
    }

    int width() {
        return isCore ? bytes.u16(18) : bytes.i32(18);
    }

    int height() {
        return Math.abs(storedHeight());
    }

    /** Whether the first stored row is the topmost; mostly it is the lowest. */
    boolean isTopDown() {
        return storedHeight() < 0;
    }

    /** Bits a pixel: 1, 2, 4, 8 (all through a palette), 16, 24 or 32. */
    int bits() {
        return bytes.u16(isCore ? 24 : 28);
    }

    boolean hasPalette() {
        return bits() <= 8;
    }

    /** Whether rows are packed in runs. */
    boolean isRunLength() {
        return compression() == RLE8 || compression() == RLE4;
    }

    /** Where the pixels begin. */
    long pixels() {
        return bytes.u32(10);
    }

    /** Bytes of one stored row, a multiple of four. */
    long rowBytes() {
        return ((long) width() * bits() + 31) / 32 * 4;
    }

    /** Bytes of one stored row without what fills it up. */
    long usedRowBytes() {
        return ((long) width() * bits() + 7) / 8;
    }

    /** The bits of a pixel that hold red (0), green (1), blue (2) or alpha (3); 0 where there are none. */
    int mask(int channel) {
        return masks[channel];
    }

    /** Entries of the palette. */
    int entries() {
        long most = 1L << bits();
        long told = isCore || headerBytes < 36 ? 0 : bytes.u32(46);
        long room = (pixels() - paletteStart()) / entryBytes();
        return (int) Math.min(told > 0 && told <= most ? told : most, Math.max(0, room));
    }

    /** A channel of a palette entry: 0 red, 1 green, 2 blue. */
    int entry(int number, int channel) {
        return bytes.u8(paletteStart() + (long) number * entryBytes() + 2 - channel);
    }

    boolean isPaletteGray() {
        for (int i = 0; i < entries(); i++) {
            if (entry(i, 0) != entry(i, 1) || entry(i, 0) != entry(i, 2)) {
                return false;
            }
        }
        return true;
    }

    /** Channels of the picture: 1 or 3. */
    int channels() {
        return hasPalette() && isPaletteGray() ? 1 : 3;
    }

    /** The credible size of a pixel, or null. */
    @Nullable
    PixelSize pixelSize() {
        return headerBytes < INFO_HEADER_BYTES
                ? null
                : PixelSize.ofDensity(bytes.i32(38), bytes.i32(42), PixelSize.UM_PER_METER);
    }

    private void check(HeaderGuard guard) {
        if ((!isCore && headerBytes < 16) || headerBytes > LARGEST_HEADER_BYTES) {
            throw Refusal.damagedAt(
                    FILE_HEADER_BYTES, "The BMP header says it has " + headerBytes + " bytes, which none has.");
        }
        bytes.part(FILE_HEADER_BYTES, headerBytes);
        int bits = bits();
        int compression = compression();
        boolean known =
                switch (compression) {
                    case RGB ->
                        bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16 || bits == 24 || bits == 32;
                    case RLE8 -> bits == 8 && !isTopDown();
                    case RLE4 -> bits == 4 && !isTopDown();
                    case BITFIELDS, ALPHA_BITFIELDS -> (bits == 16 || bits == 32) && headerBytes >= INFO_HEADER_BYTES;
                    default -> false;
                };
        if (!known) {
            throw Refusal.unsupported("The BMP file stores " + bits + " bits a pixel in a way that is not read (number "
                    + compression + "); plain, run-length and bit-field ones are.");
        }
        guard.picture(FORMAT, width(), storedHeight() == Integer.MIN_VALUE ? 0 : height(), hasPalette() ? 1 : 3, 1, 1);
        if (hasPalette() && entries() == 0) {
            throw Refusal.damaged("The BMP picture needs a palette and has none.");
        }
        guard.picture(FORMAT, width(), height(), channels(), 1, 1);
        if (bits == 16 || bits == 32) {
            readMasks(compression != RGB);
        }
        if (!isRunLength()) {
            bytes.part(pixels(), rowBytes() * (height() - 1) + usedRowBytes());
        }
    }

    private void readMasks(boolean named) {
        boolean hasAlpha = named && (headerBytes >= 56 || compression() == ALPHA_BITFIELDS);
        for (int channel = RED; channel <= ALPHA; channel++) {
            int standard = (bits() == 16 ? MASKS_16 : MASKS_32)[channel];
            boolean told = named && (channel < ALPHA || hasAlpha);
            masks[channel] = told ? bytes.i32(FILE_HEADER_BYTES + INFO_HEADER_BYTES + 4L * channel) : standard;
            if (channel < ALPHA && masks[channel] == 0) {
                throw Refusal.damaged("The BMP file names no bits for one of its colors.");
            }
        }
    }

    private int storedHeight() {
        return isCore ? bytes.u16(20) : bytes.i32(22);
    }

    private int compression() {
        return headerBytes < 20 ? RGB : bytes.i32(30);
    }

    private long paletteStart() {
        return FILE_HEADER_BYTES + headerBytes;
    }

    private int entryBytes() {
        return isCore ? 3 : 4;
    }
}
