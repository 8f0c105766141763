package org.fertivision.decode;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** How the segments of a TIFF page are packed. */
enum TiffCompression {
    NONE(false),
    LZW(true),
    DEFLATE(true),
    PACK_BITS(false),
    JPEG(false);

    private static final String SHORT =
            "A strip or tile of the TIFF picture ends early; a picture that is cut short is" + " not measured in part.";

    private final boolean predicting;

    TiffCompression(boolean predicting) {
        this.predicting = predicting;
    }

    /** The compression of a tag's number. */
    static TiffCompression of(int number) {
        return switch (number) {
            case 1 -> NONE;
            case 5 -> LZW;
            case 7 -> JPEG;
            case 8, 32_946 -> DEFLATE;
            case 32_773 -> PACK_BITS;
            default ->
                throw Refusal.unsupported("The TIFF file is packed in a way that is not read (compression " + number
                        + "); none, LZW, Deflate, PackBits and JPEG are.");
        };
    }

    /** Whether samples may be stored as differences. */
    boolean isPredicting() {
        return predicting;
    }

    /** Unpacks the first {@code count} bytes of a segment; not for {@link #NONE} and {@link #JPEG}. */
    void unpack(Bytes segment, byte[] into, int count) {
        switch (this) {
            case LZW -> TiffLzw.unpack(segment, into, count);
            case DEFLATE -> inflate(segment, into, count);
            case PACK_BITS -> packBits(segment, into, count);
            case NONE, JPEG -> throw new IllegalStateException("there are no packed bytes");
        }
    }

    private static void inflate(Bytes segment, byte[] into, int count) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(segment.array(), segment.index(0, segment.length()), segment.length());
            int filled = 0;
            while (filled < count) {
                int more = inflater.inflate(into, filled, count - filled);
                if (more == 0) {
                    throw Refusal.damaged(SHORT);
                }
                filled += more;
            }
        } catch (DataFormatException e) {
            throw Refusal.damaged("A strip or tile of the TIFF picture is damaged and cannot be inflated.", e);
        } finally {
            inflater.end();
        }
    }

    private static void packBits(Bytes segment, byte[] into, int count) {
        int filled = 0;
        int at = 0;
        while (filled < count) {
            if (at >= segment.length()) {
                throw Refusal.damaged(SHORT);
            }
            int code = (byte) segment.u8(at++);
            if (code >= 0) {
                int run = Math.min(code + 1, count - filled);
                System.arraycopy(segment.array(), segment.index(at, run), into, filled, run);
                at += code + 1;
                filled += run;
            } else if (code != -128) {
                int run = Math.min(1 - code, count - filled);
                java.util.Arrays.fill(into, filled, filled + run, (byte) segment.u8(at++));
                filled += run;
            }
        }
    }
}
