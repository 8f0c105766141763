package org.fertivision.decode;

/**
 * LZW as GIF packs it: codes of 2 to 12 bits, least significant bit first.
 *
 * <p>Source: CompuServe, Graphics Interchange Format, version 89a (1990), appendix F.
 */
final class GifLzw {
    private static final int MOST_CODES = 4096;
    private static final int MOST_BITS = 12;

    private GifLzw() {}

    /** Unpacks the palette entries of a picture until all are there. */
    static void unpack(GifFile.Image image, byte[] into) {
        int clear = 1 << image.codeBits();
        int end = clear + 1;
        // Every code stands for a stretch of what was unpacked before: where it begins and how long it is.
        int[] begin = new int[MOST_CODES];
        int[] length = new int[MOST_CODES];
        Codes codes = new Codes(image);
        int free = end + 1;
        int bits = image.codeBits() + 1;
        int filled = 0;
        int previousAt = -1;
        while (filled < into.length) {
            int code = codes.next(bits);
            if (code == clear) {
                free = end + 1;
                bits = image.codeBits() + 1;
                previousAt = -1;
                continue;
            }
            if (code == end || code > free || (code > end && previousAt < 0)) {
                throw Refusal.damaged("The packed pixels of the GIF picture end early or are damaged.");
            }
            if (previousAt >= 0 && free < MOST_CODES) {
                begin[free] = previousAt;
                length[free] = filled - previousAt + 1;
                free++;
                if (free == 1 << bits && bits < MOST_BITS) {
                    bits++;
                }
            } else if (code == free) {
                throw Refusal.damaged("The packed pixels of the GIF picture are damaged: a code has no meaning.");
            }
            previousAt = filled;
            if (code < clear) {
                into[filled++] = (byte) code;
            } else {
                int run = Math.min(length[code], into.length - filled);
                for (int i = 0; i < run; i++) {
                    into[filled + i] = into[begin[code] + i];
                }
                filled += run;
            }
        }
    }

    /** The codes of a picture, one after another. */
    private static final class Codes {
        private final GifFile.Image image;
        private int block;
        private int place;
        private int window;
        private int held;

        private Codes(GifFile.Image image) {
            this.image = image;
        }

        private int next(int bits) {
            while (held < bits) {
                while (block < image.data().size()
                        && place == image.data().get(block).length()) {
                    block++;
                    place = 0;
                }
                if (block == image.data().size()) {
                    throw Refusal.damaged(
                            "The packed pixels of the GIF picture end early; a picture that is cut short is"
                                    + " not measured in part.");
                }
                window |= image.data().get(block).u8(place++) << held;
                held += 8;
            }
            int code = window & ((1 << bits) - 1);
            window >>>= bits;
            held -= bits;
            return code;
        }
    }
}
