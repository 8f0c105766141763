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
    private static final int BLOCK = Backdrop.BLOCK;
    private static final int HALF = 128;
    private static final int MOST = 255;

    private final Levels levels;
    private final Backdrop backdrop;
    private final int[] thresholds;
    private final long[] room;
    private final long[] low;
    private final long[] out;
    private final double[] surroundings;

    Outstanding(Levels levels, Backdrop backdrop) {
        this.levels = levels;
        this.backdrop = backdrop;
        thresholds = new int[(levels.width() + BLOCK - 1) / BLOCK];
        room = new long[thresholds.length];
        low = new long[thresholds.length];
        out = new long[thresholds.length];
        surroundings = new double[thresholds.length];
    }

    /** Takes the first of a row of pixels that stand out side by side. */
    interface Taker {
        void take(int x, int y);
    }

    /** Hands over every pixel that is so many levels above its surroundings while the one to its left is not, row by row. */
    void each(double over, Taker taker) {
        int width = levels.width();
        int whole = width - width % BLOCK;
        for (int y = 0; y < levels.height(); y++) {
            if (y % BLOCK == 0) {
                threshold(y, over);
            }
            int row = y * width;
            if (look(levels.bytes(), row, whole / BLOCK) != 0) {
                take(y, whole / BLOCK, taker);
            }
            for (int x = whole; x < width; x++) {
                if (isOut(row, x) && (x == 0 || !isOut(row, x - 1))) {
                    taker.take(x, y);
                }
            }
        }
    }

    private boolean isOut(int row, int x) {
        return levels.at(row + x) > thresholds[x / BLOCK];
    }

    /**
     * Sets the highest bit of each pixel of a row that is above its threshold, eight pixels a word; tells whether any is.
     * Without branches, so that the compiler does several words at once.
     */
    private long look(byte[] bytes, int row, int words) {
        long any = 0;
        for (int word = 0; word < words; word++) {
            long eight = (long) EIGHT.get(bytes, row + word * BLOCK);
            long sum = (eight & LOW_BITS) + room[word];
            long above = ((sum & eight) | ((sum | eight) & low[word])) & HIGH_BITS;
            out[word] = above;
            any |= above;
        }
        return any;
    }

    private void take(int y, int words, Taker taker) {
        int word = 0;
        for (; word + 4 <= words; word += 4) {
            if ((out[word] | out[word + 1] | out[word + 2] | out[word + 3]) != 0) {
                for (int i = word; i < word + 4; i++) {
                    takeWord(y, i, taker);
                }
            }
        }
        for (; word < words; word++) {
            takeWord(y, word, taker);
        }
    }

    private void takeWord(int y, int word, Taker taker) {
        long before = word > 0 ? out[word - 1] >>> (Long.SIZE - Byte.SIZE) : 0;
        for (long rest = out[word] & ~((out[word] << Byte.SIZE) | before); rest != 0; rest &= rest - 1) {
            taker.take(word * BLOCK + Long.numberOfTrailingZeros(rest) / BLOCK, y);
        }
    }

    private void threshold(int y, double over) {
        backdrop.along(y + BLOCK / 2.0, surroundings);
        for (int i = 0; i < thresholds.length; i++) {
            int above = Math.max(0, Math.min(MOST, (int) (surroundings[i] + over)));
            thresholds[i] = above;
            low[i] = above < HALF ? HIGH_BITS : 0;
            room[i] = ((above < HALF ? HALF - 1 : MOST) - above) * ONES;
        }
    }
}
