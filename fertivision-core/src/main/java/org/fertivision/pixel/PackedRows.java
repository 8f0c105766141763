package org.fertivision.pixel;

import java.util.Arrays;
import org.fertivision.image.Region;

/**
 * The rows of a mask with 64 pixels a word, and a frame of one pixel around: so a disc is laid around every object pixel at
 * once, row by row of the disc.
 */
final class PackedRows {
    private static final int BITS = 64;

    private final int height;
    private final int words;
    private final long[] rows;

    private PackedRows(int width, int height) {
        this.height = height + 2;
        this.words = (width + 2 + BITS - 1) / BITS;
        this.rows = new long[this.height * words];
    }

    /** All pixels of the mask's box no farther than {@code radius} from one of the mask. */
    static Mask grown(Mask mask, double radius) {
        Region box = mask.box();
        PackedRows packed = packed(mask, true);
        return packed.grown(radius).unpacked(box, true);
    }

    /** All pixels of the mask farther than {@code radius} from what is not mask, as everything beyond its box. */
    static Mask shrunk(Mask mask, double radius) {
        Region box = mask.box();
        PackedRows packed = packed(mask, false);
        packed.frame(box.width(), box.height());
        return packed.grown(radius).unpacked(box, false);
    }

    private static PackedRows packed(Mask mask, boolean object) {
        int width = mask.box().width();
        int height = mask.box().height();
        boolean[] bits = mask.bits();
        PackedRows packed = new PackedRows(width, height);
        for (int y = 0, at = 0; y < height; y++) {
            int row = (y + 1) * packed.words;
            for (int x = 1, end = width + 1; x < end; ) {
                int from = x % BITS;
                int to = Math.min(BITS, from + end - x);
                long word = 0;
                for (int bit = from; bit < to; bit++, at++) {
                    word |= (bits[at] == object ? 1L : 0L) << bit;
                }
                packed.rows[row + x / BITS] = word;
                x += to - from;
            }
        }
        return packed;
    }

    private void frame(int width, int height) {
        for (int x = 0; x < width + 2; x++) {
            set(x, 0);
            set(x, height + 1);
        }
        for (int y = 0; y < height + 2; y++) {
            set(0, y);
            set(width + 1, y);
        }
    }

    private void set(int x, int y) {
        rows[y * words + x / BITS] |= 1L << x % BITS;
    }

    private PackedRows grown(double radius) {
        PackedRows out = new PackedRows(words * BITS - 2, height - 2);
        int[] halves = halfWidths(radius);
        long[] wide = new long[words];
        for (int y = 0; y < height; y++) {
            System.arraycopy(rows, y * words, wide, 0, words);
            if (isEmpty(wide)) {
                continue;
            }
            int reach = 0;
            for (int down = halves.length - 1; down >= 0; down--) {
                for (; reach < halves[down]; reach++) {
                    widen(wide);
                }
                out.join(wide, y - down);
                out.join(wide, y + down);
            }
        }
        return out;
    }

    /** How far a disc reaches to each side, in its middle row and those below it. */
    private static int[] halfWidths(double radius) {
        int[] halves = new int[(int) radius + 1];
        for (int down = 0; down < halves.length; down++) {
            int half = 0;
            while ((half + 1.0) * (half + 1) + (double) down * down <= radius * radius) {
                half++;
            }
            halves[down] = half;
        }
        return halves;
    }

    private static boolean isEmpty(long[] row) {
        long any = 0;
        for (long word : row) {
            any |= word;
        }
        return any == 0;
    }

    /** By one pixel to each side. */
    private static void widen(long[] row) {
        long before = 0;
        for (int i = 0; i < row.length; i++) {
            long own = row[i];
            long after = i + 1 < row.length ? row[i + 1] : 0;
            row[i] = own | own << 1 | own >>> 1 | before >>> (BITS - 1) | after << (BITS - 1);
            before = own;
        }
    }

    private void join(long[] row, int y) {
        if (y >= 0 && y < height) {
            for (int i = 0, at = y * words; i < words; i++, at++) {
                rows[at] |= row[i];
            }
        }
    }

    private Mask unpacked(Region box, boolean object) {
        int width = box.width();
        boolean[] bits = new boolean[width * box.height()];
        for (int y = 0; y < box.height(); y++) {
            int row = (y + 1) * words;
            int start = y * width - 1;
            for (int i = 0; i < words; i++) {
                long word = object ? rows[row + i] : ~rows[row + i];
                int from = Math.max(1, i * BITS);
                int to = Math.min(width + 1, (i + 1) * BITS);
                if (word == -1) {
                    Arrays.fill(bits, start + from, start + to, true);
                } else if (word != 0) {
                    for (int x = from; x < to; x++) {
                        bits[start + x] = (word >>> x & 1) != 0;
                    }
                }
            }
        }
        return new Mask(box, bits);
    }
}
