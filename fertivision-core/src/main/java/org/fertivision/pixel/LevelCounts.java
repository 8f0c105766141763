package org.fertivision.pixel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.fertivision.image.Plane;

/** Counts how often each gray level occurs in a plane. */
final class LevelCounts {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BYTE_LEVELS = 256;
    private static final int SHORT_LEVELS = 65_536;
    private static final int TABLES = 4;
    private static final int BUFFER = 16_384;
    /** From so many samples on, a table of pairs of samples is worth its own size. */
    static final int MANY_SAMPLES = 1 << 19;

    private LevelCounts() {}

    /** One count a gray level: 256 of 8 bits, 65,536 of 16 bits. */
    static int[] of(Plane plane) {
        return plane.bits() == 8 ? ofBytes(plane) : ofShorts(plane);
    }

    private static int[] ofBytes(Plane plane) {
        int width = plane.width();
        int rowsAtOnce = Math.max(1, BUFFER / width);
        byte[] buffer = new byte[rowsAtOnce * width];
        boolean isLarge = (long) width * plane.height() >= MANY_SAMPLES;
        int[] tables = new int[isLarge ? SHORT_LEVELS : TABLES * BYTE_LEVELS];
        for (int y = 0; y < plane.height(); y += rowsAtOnce) {
            int rows = Math.min(rowsAtOnce, plane.height() - y);
            for (int i = 0; i < rows; i++) {
                plane.rowBytes(y + i, buffer, i * width);
            }
            if (isLarge) {
                countPairs(tables, buffer, rows * width);
            } else {
                countInto(tables, buffer, rows * width);
            }
        }
        return isLarge ? ofPairs(tables, plane) : ofTables(tables);
    }

    private static int[] ofTables(int[] tables) {
        int[] counts = new int[BYTE_LEVELS];
        for (int level = 0; level < BYTE_LEVELS; level++) {
            for (int table = 0; table < TABLES; table++) {
                counts[level] += tables[table * BYTE_LEVELS + level];
            }
        }
        return counts;
    }

    /** Both samples of each pair by themselves, without those that filled up the last pair of a buffer. */
    private static int[] ofPairs(int[] pairs, Plane plane) {
        int[] counts = new int[BYTE_LEVELS];
        for (int second = 0; second < BYTE_LEVELS; second++) {
            int from = second * BYTE_LEVELS;
            int together = 0;
            for (int first = 0; first < BYTE_LEVELS; first++) {
                counts[first] += pairs[from + first];
                together += pairs[from + first];
            }
            counts[second] += together;
        }
        int samples = Arrays.stream(counts).sum();
        counts[0] -= samples - plane.width() * plane.height();
        return counts;
    }

    /** Two samples at a time, which is less to do; what is left over is paired with 0. */
    private static void countPairs(int[] pairs, byte[] samples, int length) {
        int i = 0;
        for (; i + Long.BYTES <= length; i += Long.BYTES) {
            long eight = (long) LONGS.get(samples, i);
            int low = (int) eight;
            int high = (int) (eight >>> 32);
            pairs[low & 0xFFFF]++;
            pairs[low >>> 16]++;
            pairs[high & 0xFFFF]++;
            pairs[high >>> 16]++;
        }
        for (; i < length; i++) {
            pairs[samples[i] & 0xFF]++;
        }
    }

    /** Four tables, so that equal neighbors do not wait for each other's store. */
    private static void countInto(int[] tables, byte[] samples, int length) {
        int i = 0;
        for (; i + Long.BYTES <= length; i += Long.BYTES) {
            long eight = (long) LONGS.get(samples, i);
            int low = (int) eight;
            int high = (int) (eight >>> 32);
            tables[low & 0xFF]++;
            tables[0x100 | ((low >>> 8) & 0xFF)]++;
            tables[0x200 | ((low >>> 16) & 0xFF)]++;
            tables[0x300 | (low >>> 24)]++;
            tables[high & 0xFF]++;
            tables[0x100 | ((high >>> 8) & 0xFF)]++;
            tables[0x200 | ((high >>> 16) & 0xFF)]++;
            tables[0x300 | (high >>> 24)]++;
        }
        for (; i < length; i++) {
            tables[samples[i] & 0xFF]++;
        }
    }

    private static int[] ofShorts(Plane plane) {
        int[] counts = new int[SHORT_LEVELS];
        short[] row = new short[plane.width()];
        for (int y = 0; y < plane.height(); y++) {
            plane.rowShorts(y, row, 0);
            for (short sample : row) {
                counts[sample & 0xFFFF]++;
            }
        }
        return counts;
    }
}
