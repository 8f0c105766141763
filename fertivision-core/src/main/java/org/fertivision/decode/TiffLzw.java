package org.fertivision.decode;

/**
 * LZW as TIFF packs it: codes of 9 to 12 bits, most significant bit first, one code earlier than need be.
 *
 * <p>Source: TIFF revision 6.0 (Adobe, 1992), section 13.
 */
final class TiffLzw {
    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FIRST_FREE = 258;
    private static final int MOST_CODES = 4096;

    private TiffLzw() {}

    /** Unpacks a segment until {@code count} bytes are there. */
    static void unpack(Bytes segment, byte[] into, int count) {
        byte[] source = segment.array();
        int at = segment.index(0, segment.length());
        int end = at + segment.length();
        // Every code stands for a stretch of what was unpacked before: where it begins and how long it is.
        int[] begin = new int[MOST_CODES];
        int[] length = new int[MOST_CODES];
        int free = FIRST_FREE;
        int bits = 9;
        int filled = 0;
        int previous = CLEAR;
        int previousAt = 0;
        int window = 0;
        int held = 0;
        while (filled < count) {
            while (held < bits && at < end) {
                window = (window << 8) | (source[at++] & 0xFF);
                held += 8;
            }
            if (held < bits) {
                throw Refusal.damaged(
                        "A strip or tile of the TIFF picture ends early; a picture that is cut short is not"
                                + " measured in part.");
            }
            held -= bits;
            int code = (window >>> held) & ((1 << bits) - 1);
            if (code == CLEAR) {
                free = FIRST_FREE;
                bits = 9;
                previous = CLEAR;
                continue;
            }
            if (code == END || code > free || (code > 255 && previous == CLEAR)) {
                throw Refusal.damaged("A strip or tile of the TIFF picture is damaged: a code has no meaning.");
            }
            int previousLength = filled - previousAt;
            if (previous != CLEAR && free < MOST_CODES) {
                begin[free] = previousAt;
                length[free] = previousLength + 1;
                free++;
                if (free + 1 == 1 << bits && bits < 12) {
                    bits++;
                }
            }
            previousAt = filled;
            previous = code;
            if (code < CLEAR) {
                into[filled++] = (byte) code;
            } else {
                filled = repeat(into, begin[code], Math.min(length[code], count - filled), filled);
            }
        }
    }

    /** Copies byte by byte, because a stretch may reach into its own copy. */
    private static int repeat(byte[] into, int from, int run, int filled) {
        for (int i = 0; i < run; i++) {
            into[filled + i] = into[from + i];
        }
        return filled + run;
    }
}
