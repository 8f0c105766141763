package org.fertivision.sperm.motility;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The pixels of a frame that stand out of their surroundings, looked for eight at a time with one threshold for eight by
 * eight pixels. One instance is used for all frames.
 */
final class Outstanding {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long ONES = 0x0101010101010101L;
    private static final int BLOCK = 8;
    private static final int HALF = 128;
    private static final int MOST = 255;

    private final Levels levels;
    private final Backdrop backdrop;
    private final int[] thresholds;
    private final boolean[] isHigh;
    private final long[] room;
    private final double[] surroundings;

    Outstanding(Levels levels, Backdrop backdrop) {
        this.levels = levels;
        this.backdrop = backdrop;
        thresholds = new int[(levels.width() + BLOCK - 1) / BLOCK];
        isHigh = new boolean[thresholds.length];
        room = new long[thresholds.length];
        surroundings = new double[thresholds.length];
    }

    /** Takes a pixel that stands out. */
    interface Taker {
        void take(int x, int y);
    }

    /** Hands over every pixel that is so many levels above its surroundings, row by row. */
    void each(double over, Taker taker) {
        int width = levels.width();
        int words = width / BLOCK;
        byte[] bytes = levels.bytes();
        for (int y = 0; y < levels.height(); y++) {
            if (y % BLOCK == 0) {
                threshold(y, over);
            }
            int row = y * width;
            int word = 0;
            for (; word + 4 <= words; word += 4) {
                int at = row + word * BLOCK;
                long out = out(bytes, at, word)
                        | out(bytes, at + BLOCK, word + 1)
                        | out(bytes, at + 2 * BLOCK, word + 2)
                        | out(bytes, at + 3 * BLOCK, word + 3);
                if (out != 0) {
                    for (int i = word; i < word + 4; i++) {
                        take(i, y, out(bytes, row + i * BLOCK, i), taker);
                    }
                }
            }
            for (; word < words; word++) {
                take(word, y, out(bytes, row + word * BLOCK, word), taker);
            }
            for (int x = words * BLOCK; x < width; x++) {
                if (levels.at(row + x) > thresholds[x / BLOCK]) {
                    taker.take(x, y);
                }
            }
        }
    }

    private static void take(int word, int y, long out, Taker taker) {
        for (long rest = out; rest != 0; rest &= rest - 1) {
            taker.take(word * BLOCK + Long.numberOfTrailingZeros(rest) / BLOCK, y);
        }
    }

    /** The highest bit of each of eight pixels that is above its threshold. */
    private long out(byte[] bytes, int at, int word) {
        long eight = (long) EIGHT.get(bytes, at);
        long sum = (eight & LOW_BITS) + room[word];
        return (isHigh[word] ? sum & eight : sum | eight) & HIGH_BITS;
    }

    private void threshold(int y, double over) {
        backdrop.along(y + BLOCK / 2.0, BLOCK, surroundings);
        for (int i = 0; i < thresholds.length; i++) {
            int above = (int) Math.max(0, Math.min(MOST, surroundings[i] + over));
            thresholds[i] = above;
            isHigh[i] = above >= HALF;
            room[i] = ((above < HALF ? HALF - 1 : MOST) - above) * ONES;
        }
    }
}
