package org.fertivision.pixel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.fertivision.image.Plane;

/**
 * The gray levels that a picture uses.
 *
 * @param lowest that occurs
 * @param highest that occurs
 * @param maximum that a sample can have
 */
public record GrayRange(int lowest, int highest, int maximum) {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101_0101_0101_0101L;
    private static final long TOPS = EACH << 7;

    /** The range of a whole plane. */
    public static GrayRange of(Plane plane) {
        return plane.bits() == 8 ? ofBytes(plane) : ofShorts(plane);
    }

    /** Eight samples at a time: only words that reach beyond what was seen before are looked at more closely. */
    private static GrayRange ofBytes(Plane plane) {
        byte[] row = new byte[plane.width()];
        int lowest = plane.at(0, 0);
        int highest = lowest;
        for (int y = 0; y < plane.height(); y++) {
            plane.rowBytes(y, row, 0);
            int x = 0;
            while (x < row.length) {
                x = beyond(row, x, lowest, highest);
                for (int end = Math.min(row.length, x + Long.BYTES); x < end; x++) {
                    lowest = Math.min(lowest, row[x] & 0xFF);
                    highest = Math.max(highest, row[x] & 0xFF);
                }
            }
        }
        return new GrayRange(lowest, highest, plane.maximum());
    }

    /** The start of the first eight samples from {@code x} on of which one is lower or higher, or of fewer than eight. */
    private static int beyond(byte[] row, int x, int lowest, int highest) {
        long addHigh = EACH * (127 - (highest & 127));
        boolean isUpper = highest >= 128;
        int below = lowest - 1;
        long addLow = EACH * (127 - (below & 127));
        boolean isLowUpper = below >= 128;
        int at = x;
        for (; at + Long.BYTES <= row.length; at += Long.BYTES) {
            long eight = (long) LONGS.get(row, at);
            long rest = eight & ~TOPS;
            long higher = isUpper ? (rest + addHigh) & eight : (rest + addHigh) | eight;
            long notLower = isLowUpper ? (rest + addLow) & eight : (rest + addLow) | eight;
            if (((higher | (below < 0 ? 0 : ~notLower)) & TOPS) != 0) {
                return at;
            }
        }
        return at;
    }

    private static GrayRange ofShorts(Plane plane) {
        int[] row = new int[plane.width()];
        int lowest = plane.maximum();
        int highest = 0;
        for (int y = 0; y < plane.height(); y++) {
            plane.row(y, row);
            for (int sample : row) {
                lowest = Math.min(lowest, sample);
                highest = Math.max(highest, sample);
            }
        }
        return new GrayRange(lowest, highest, plane.maximum());
    }
}
