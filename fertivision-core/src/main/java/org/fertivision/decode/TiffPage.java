package org.fertivision.decode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One page of a TIFF file: how its samples are stored, checked before any of them is read.
 *
 * <p>Source: TIFF revision 6.0 (Adobe, 1992); Adobe Photoshop TIFF technical notes (2002) for Deflate and floats.
 *
 * @param directory the page's tags
 * @param width columns
 * @param height rows
 * @param bits bits a stored sample
 * @param samples stored samples a pixel
 * @param photometric what the samples mean
 * @param compression how segments are packed
 * @param layout how segments tile the page
 * @param isFloat whether samples are floating-point numbers
 * @param prediction how samples are stored as differences from their left neighbors
 */
record TiffPage(
        TiffDirectory directory,
        int width,
        int height,
        int bits,
        int samples,
        Photometric photometric,
        TiffCompression compression,
        TiffLayout layout,
        boolean isFloat,
        Prediction prediction) {
    static final String FORMAT = "TIFF";
    private static final int SUBFILE_TYPE = 254;
    private static final int BITS_PER_SAMPLE = 258;
    private static final int COMPRESSION = 259;
    private static final int PHOTOMETRIC = 262;
    private static final int FILL_ORDER = 266;
    private static final int SAMPLES_PER_PIXEL = 277;
    private static final int PREDICTOR = 317;
    private static final int COLOR_MAP = 320;
    private static final int EXTRA_SAMPLES = 338;
    private static final int SAMPLE_FORMAT = 339;
    private static final int UNSIGNED = 1;
    private static final int FLOAT = 3;
    private static final int UNDEFINED = 4;
    private static final int PREVIEW = 1;
    private static final int MASK = 4;
    private static final int MOST_SAMPLES = 16;

    /** What stored samples mean. */
    enum Photometric {
        WHITE_IS_ZERO(1),
        BLACK_IS_ZERO(1),
        RGB(3),
        PALETTE(1),
        YCBCR(3);

        private final int samples;

        Photometric(int samples) {
            this.samples = samples;
        }

        /** Samples a pixel before any extra ones. */
        int samples() {
            return samples;
        }
    }

    /** All pages of a file but previews and masks, in order, within the limits. */
    static List<TiffPage> readAll(byte[] file, HeaderGuard guard) {
        TiffHeader header = TiffHeader.read(Bytes.bigEndian(file, FORMAT));
        List<TiffPage> pages = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        long offset = header.firstDirectory();
        while (offset != 0) {
            if (!seen.add(offset)) {
                throw Refusal.damagedAt(offset, "The pages of the TIFF file run in a circle.");
            }
            guard.pages(seen.size());
            TiffDirectory directory = TiffDirectory.read(header, offset, guard);
            if ((directory.number(SUBFILE_TYPE, 0) & (PREVIEW | MASK)) == 0) {
                pages.add(read(directory, guard));
            }
            offset = directory.next();
        }
        if (pages.isEmpty()) {
            throw Refusal.damaged("The TIFF file has no page with a picture.");
        }
        return pages;
    }

    /** Channels of the picture: 1 or 3. */
    int channels() {
        return photometric.samples() == 3 || (photometric == Photometric.PALETTE && !isPaletteGray()) ? 3 : 1;
    }

    /** Bits a sample of the picture: 8 or 16. */
    int depth() {
        return bits <= 8 || photometric == Photometric.PALETTE ? 8 : 16;
    }

    /** Whether the first extra sample is said to be alpha. */
    boolean hasAlpha() {
        long kind = directory.number(EXTRA_SAMPLES, 0);
        return samples > photometric.samples() && (kind == 1 || kind == 2);
    }

    /** One channel of the palette, 8 bits an entry. */
    byte[] palette(int channel) {
        int entries = 1 << bits;
        boolean deep = false;
        for (int i = 0; i < 3 * entries; i++) {
            deep |= directory.number(COLOR_MAP, i, 0) > 255;
        }
        byte[] values = new byte[entries];
        for (int i = 0; i < entries; i++) {
            long value = directory.number(COLOR_MAP, (long) channel * entries + i, 0);
            values[i] = (byte) (deep ? value >> 8 : value);
        }
        return values;
    }

    /** The stored bytes of a strip or tile; as many as given where they are not packed. */
    Bytes segment(Bytes file, int number, long plainBytes) {
        long offset = directory.number(layout.offsetTag(), number, 0);
        long told = directory.number(layout.lengthTag(), number, file.length() - offset);
        if (compression != TiffCompression.NONE) {
            return file.part(offset, told);
        }
        if (told > 0 && told < plainBytes) {
            throw Refusal.damagedAt(
                    offset,
                    "A strip or tile of the TIFF picture has " + told + " bytes in place of the " + plainBytes
                            + " it needs.");
        }
        return file.part(offset, plainBytes);
    }

    private boolean isPaletteGray() {
        int entries = 1 << bits;
        for (int i = 0; i < entries; i++) {
            long red = directory.number(COLOR_MAP, i, 0);
            if (red != directory.number(COLOR_MAP, (long) entries + i, 0)
                    || red != directory.number(COLOR_MAP, 2L * entries + i, 0)) {
                return false;
            }
        }
        return true;
    }

    private static TiffPage read(TiffDirectory directory, HeaderGuard guard) {
        long width = directory.number(TiffLayout.WIDTH, 0);
        long height = directory.number(TiffLayout.HEIGHT, 0);
        long samples = directory.number(SAMPLES_PER_PIXEL, 1);
        Photometric photometric = photometric(directory);
        if (samples < photometric.samples() || samples > MOST_SAMPLES) {
            throw Refusal.unsupported(
                    "The TIFF file has " + samples + " samples a pixel, which does not fit its colors.");
        }
        int bits = bits(directory, samples);
        boolean isFloat = isFloat(directory, bits, photometric);
        int channels = photometric.samples() == 1 && photometric != Photometric.PALETTE ? 1 : 3;
        guard.picture(FORMAT, width, height, channels, isFloat ? 4 : bits > 8 ? 2 : 1, 1);
        if (directory.number(FILL_ORDER, 1) != 1) {
            throw Refusal.unsupported("The TIFF file stores bits in reverse order, which is not read.");
        }
        if (photometric == Photometric.PALETTE && (bits > 8 || directory.count(COLOR_MAP) < 3L << bits)) {
            throw Refusal.unsupported("The TIFF palette has too few or too many colors; up to 256 are read.");
        }
        TiffCompression compression = TiffCompression.of((int) directory.number(COMPRESSION, 1));
        if (photometric == Photometric.YCBCR && compression != TiffCompression.JPEG) {
            throw Refusal.unsupported(
                    "The TIFF file holds YCbCr colors that are not packed as JPEG, which is not read.");
        }
        if (compression == TiffCompression.JPEG && (bits != 8 || photometric == Photometric.PALETTE)) {
            throw Refusal.unsupported("The TIFF file packs " + bits + " bits a sample or a palette as JPEG.");
        }
        Prediction prediction = compression.isPredicting()
                ? Prediction.of(directory.number(PREDICTOR, 1), bits, isFloat)
                : Prediction.NONE;
        TiffLayout layout = TiffLayout.read(directory, (int) width, (int) height, (int) samples, bits, guard);
        return new TiffPage(
                directory,
                (int) width,
                (int) height,
                bits,
                (int) samples,
                photometric,
                compression,
                layout,
                isFloat,
                prediction);
    }

    private static Photometric photometric(TiffDirectory directory) {
        int number = (int) directory.number(PHOTOMETRIC, 1);
        return switch (number) {
            case 0, 1, 2, 3 -> Photometric.values()[number];
            case 5 ->
                throw Refusal.unsupported("The TIFF file holds printing inks (CMYK); gray, RGB and palette are read.");
            case 6 -> Photometric.YCBCR;
            default ->
                throw Refusal.unsupported(
                        "The TIFF file holds colors of a rare kind (" + number + "); gray, RGB and palette are read.");
        };
    }

    private static int bits(TiffDirectory directory, long samples) {
        long bits = directory.number(BITS_PER_SAMPLE, 1);
        for (int i = 1; i < Math.min(samples, directory.count(BITS_PER_SAMPLE)); i++) {
            if (directory.number(BITS_PER_SAMPLE, i, bits) != bits) {
                throw Refusal.unsupported("The TIFF file has samples of unequal numbers of bits.");
            }
        }
        if (bits < 1 || (bits > 16 && bits != 32)) {
            throw Refusal.unsupported(
                    "The TIFF file has " + bits + " bits a sample; 1 to 16 and floats of 32 are read.");
        }
        return (int) bits;
    }

    private static boolean isFloat(TiffDirectory directory, int bits, Photometric photometric) {
        long format = directory.number(SAMPLE_FORMAT, UNSIGNED);
        boolean isFloat = format == FLOAT;
        boolean isKnown = isFloat ? photometric != Photometric.PALETTE : format == UNSIGNED || format == UNDEFINED;
        if (!isKnown || isFloat != (bits == 32)) {
            throw Refusal.unsupported("The TIFF file has numbers of a kind that is not read (format " + format + ", "
                    + bits + " bits); whole ones from 0 on and floats of 32 bits are.");
        }
        return isFloat;
    }
}
