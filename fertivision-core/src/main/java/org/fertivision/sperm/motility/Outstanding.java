package org.fertivision.sperm.motility;

/**
 * The pixels of a frame that stand out of their surroundings, looked for eight at a time with one threshold for eight by
 * eight pixels. Rows are looked at some time before their pixels are handed over, so that what grows downwards from one
 * lies near at hand for the processor. One instance is used for all frames.
 */
final class Outstanding {
    private static final int BLOCK = Backdrop.BLOCK;
    private static final int MOST = 255;

    /** Rows looked at ahead: about the height of a head. A power of two. */
    private static final int AHEAD = 16;

    private final Levels levels;
    private final Backdrop backdrop;
    private final long[] room;
    private final long[] bright;
    private final long[][] out;
    private final long[] any = new long[AHEAD];
    private final long withinRow;
    private final double[] surroundings;

    Outstanding(Levels levels, Backdrop backdrop) {
        this.levels = levels;
        this.backdrop = backdrop;
        int words = (levels.width() + BLOCK - 1) / BLOCK;
        room = new long[words];
        bright = new long[words];
        out = new long[AHEAD][words];
        withinRow = -1L >>> ((words * BLOCK - levels.width()) * Byte.SIZE);
        surroundings = new double[words];
    }

    /** Takes the first of a row of pixels that stand out side by side. */
    interface Taker {
        void take(int x, int y);
    }

    /**
     * Hands over every pixel that is so many levels above its surroundings while the one to its left is not, row by row,
     * but for those that are grown already.
     */
    void each(double over, BrightBlob grown, Taker taker) {
        int height = levels.height();
        for (int y = 0; y < height + AHEAD; y++) {
            int slot = y % AHEAD;
            if (y >= AHEAD && any[slot] != 0) {
                take(y - AHEAD, out[slot], grown, taker);
            }
            if (y < height) {
                if (y % BLOCK == 0) {
                    threshold(y, over);
                }
                any[slot] = look(levels.bytes(), y * levels.width(), out[slot]);
            } else {
                any[slot] = 0;
            }
        }
    }

    /**
     * Sets the highest bit of each pixel of a row that is above its threshold, eight pixels a word; tells whether any is.
     * Without branches, so that the compiler does several words at once.
     */
    private long look(byte[] bytes, int row, long[] into) {
        long all = 0;
        for (int word = 0; word < into.length; word++) {
            long above = EightPixels.above(bytes, row + word * BLOCK, room[word], bright[word]);
            into[word] = above;
            all |= above;
        }
        into[into.length - 1] &= withinRow;
        return all;
    }

    private static void take(int y, long[] row, BrightBlob grown, Taker taker) {
        int word = 0;
        for (; word + 4 <= row.length; word += 4) {
            if ((row[word] | row[word + 1] | row[word + 2] | row[word + 3]) != 0) {
                for (int i = word; i < word + 4; i++) {
                    takeWord(y, row, i, grown, taker);
                }
            }
        }
        for (; word < row.length; word++) {
            takeWord(y, row, word, grown, taker);
        }
    }

    private static void takeWord(int y, long[] row, int word, BrightBlob grown, Taker taker) {
        long before = word > 0 ? row[word - 1] >>> (Long.SIZE - Byte.SIZE) : 0;
        long begins = row[word] & ~((row[word] << Byte.SIZE) | before);
        if (begins == 0) {
            return;
        }
        for (long rest = begins & ~grown.grown(word * BLOCK, y); rest != 0; rest &= rest - 1) {
            int x = word * BLOCK + EightPixels.first(rest);
            if (!grown.isGrown(x, y)) {
                taker.take(x, y);
            }
        }
    }

    private void threshold(int y, double over) {
        backdrop.along(y + BLOCK / 2.0, surroundings);
        for (int i = 0; i < surroundings.length; i++) {
            int above = Math.max(0, Math.min(MOST, (int) (surroundings[i] + over)));
            bright[i] = EightPixels.bright(above);
            room[i] = EightPixels.room(above);
        }
    }
}
