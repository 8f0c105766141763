package org.fertivision.sperm.motility;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight pixels side by side, compared with a level in one go. The first pixel has the lowest byte of a word. */
final class EightPixels {
    /** The bit of each pixel that tells the answer. */
    static final long EACH = 0x8080808080808080L;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
    private static final long ONES = 0x0101010101010101L;
    private static final long DIAGONAL = 0x8040201008040201L;
    private static final int HALF = 128;
    private static final int MOST = 255;

    private EightPixels() {}

    /** What lifts a level beyond the threshold into the highest bit of its byte; thresholds from -1 to 255. */
    static long room(int threshold) {
        return ((threshold < HALF ? HALF - 1 : MOST) - threshold) * ONES;
    }

    /** The pixels whose own highest bit alone puts them above the threshold. */
    static long bright(int threshold) {
        return threshold < HALF ? EACH : 0;
    }

    /** Which of eight pixels are above the threshold that room and bright were made of, in the bits of {@link #EACH}. */
    static long above(byte[] bytes, int at, long room, long bright) {
        long eight = (long) EIGHT.get(bytes, at);
        long sum = (eight & LOW_BITS) + room;
        return ((sum & eight) | ((sum | eight) & bright)) & EACH;
    }

    /** Eight bits, the lowest for the first pixel, as the bits of {@link #EACH}. */
    static long spread(long bits) {
        long own = (bits & MOST) * ONES & DIAGONAL;
        return (((own & LOW_BITS) + LOW_BITS) | own) & EACH;
    }

    /** The place of the first of the pixels told by their bits, 8 if there is none. */
    static int first(long pixels) {
        return Long.numberOfTrailingZeros(pixels) / Byte.SIZE;
    }

    /** How many pixels lie behind the last of those told by their bits, 8 if there is none. */
    static int behindLast(long pixels) {
        return Long.numberOfLeadingZeros(pixels) / Byte.SIZE;
    }
}
