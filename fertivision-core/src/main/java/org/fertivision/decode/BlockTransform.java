package org.fertivision.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The inverse cosine transform of a tile of blocks at once, in whole numbers, bit for bit as the JDK's decoder does it. All
 * blocks go through each step side by side, in loops so short that the JVM turns them into vector instructions; it does not
 * where it sees many of them in one method, so each is a step of its own, called by its interface.
 *
 * <p>In a tile coefficient i of block b stands at i times {@link #BLOCKS} plus b. Source: Loeffler, Ligtenberg and
 * Moschytz 1989, doi:10.1109/ICASSP.1989.266596, scaled and rounded as in the slow integer method of the Independent JPEG
 * Group's library, release 6b.
 */
final class BlockTransform {
    /** Blocks of a tile. */
    static final int BLOCKS = 32;
    /** Numbers of a tile that belong to one row of its blocks. */
    static final int ROW = 8 * BLOCKS;

    private static final int BITS = 13;
    /** Bits that the first step leaves below the point. */
    private static final int KEPT = 2;

    private static final int FIRST = BITS - KEPT;
    private static final int SECOND = BITS + KEPT + 3;
    private static final int HALF_FIRST = 1 << (FIRST - 1);
    private static final int HALF_SECOND = 1 << (SECOND - 1);
    /** The decoder forgets all bits of a sample but ten. */
    private static final int FORGOTTEN = Integer.SIZE - 10;

    private static final int MIDDLE = 128;

    private static final int C_0_298631336 = 2446;
    private static final int C_0_390180644 = 3196;
    private static final int C_0_541196100 = 4433;
    private static final int C_0_765366865 = 6270;
    private static final int C_0_899976223 = 7373;
    private static final int C_1_175875602 = 9633;
    private static final int C_1_501321110 = 12299;
    private static final int C_1_847759065 = 15137;
    private static final int C_1_961570560 = 16069;
    private static final int C_2_053119869 = 16819;
    private static final int C_2_562915447 = 20995;
    private static final int C_3_072711026 = 25172;

    private final int[][] even = new int[4][ROW];
    private final int[][] odd = new int[4][ROW];
    private final int[][] sums = new int[8][ROW];
    private final int[] turned = new int[8 * ROW];
    private final int[] low = new int[ROW];
    private final int[] high = new int[ROW];
    private final int[] left = new int[ROW];
    private final int[] right = new int[ROW];
    private final List<Runnable> steps;
    private int[] tile = turned;

    BlockTransform() {
        List<Runnable> all = new ArrayList<>();
        addParts(all, () -> tile, HALF_FIRST);
        for (int row = 0; row < 4; row++) {
            addColumns(all, even[row], odd[row], sums[row], sums[7 - row]);
        }
        all.add(this::turn);
        addParts(all, () -> turned, HALF_SECOND);
        for (int column = 0; column < 4; column++) {
            addRows(all, even[column], odd[column], sums[column], sums[7 - column]);
        }
        addPairs(all, sums[0], sums[1], sums[2], sums[3], left);
        addPairs(all, sums[4], sums[5], sums[6], sums[7], right);
        this.steps = List.copyOf(all);
    }

    /** Turns a tile into samples. */
    void transform(int[] coefficients) {
        tile = coefficients;
        for (Runnable step : steps) {
            step.run();
        }
    }

    /**
     * The left halves of the transformed rows, four samples in a number, the leftmost in the lowest bits: row r of block b
     * at r times {@link #BLOCKS} plus b.
     */
    int[] left() {
        return left;
    }

    /** The right halves. */
    int[] right() {
        return right;
    }

    /** The parts of all samples that come from even and from odd coefficients. */
    private void addParts(List<Runnable> all, Supplier<int[]> in, int half) {
        all.add(() -> turnEven(in.get(), low, high));
        all.add(() -> around(in.get(), high, half, even[0], even[3]));
        all.add(() -> within(in.get(), low, half, even[1], even[2]));
        all.add(() -> turnOdd(in.get(), low, high));
        all.add(() -> oddAround(in.get(), low, high, odd[3], odd[0]));
        all.add(() -> oddWithin(in.get(), low, high, odd[1], odd[2]));
    }

    private static void addColumns(List<Runnable> all, int[] even, int[] odd, int[] sum, int[] difference) {
        all.add(() -> columns(even, odd, sum, difference));
    }

    private static void addRows(List<Runnable> all, int[] even, int[] odd, int[] sum, int[] difference) {
        all.add(() -> rows(even, odd, sum, difference));
    }

    private void addPairs(List<Runnable> all, int[] first, int[] second, int[] third, int[] fourth, int[] words) {
        all.add(() -> pair(first, second, words));
        all.add(() -> pair(third, fourth, low));
        all.add(() -> join(words, low));
    }

    private void turn() {
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 8; column++) {
                System.arraycopy(sums[row], column * BLOCKS, turned, column * ROW + row * BLOCKS, BLOCKS);
            }
        }
    }

    private static void turnEven(int[] in, int[] low, int[] high) {
        for (int i = 0; i < ROW; i++) {
            int turn = (in[i + 2 * ROW] + in[i + 6 * ROW]) * C_0_541196100;
            low[i] = turn - in[i + 6 * ROW] * C_1_847759065;
            high[i] = turn + in[i + 2 * ROW] * C_0_765366865;
        }
    }

    private static void around(int[] in, int[] high, int half, int[] first, int[] last) {
        for (int i = 0; i < ROW; i++) {
            int sum = ((in[i] + in[i + 4 * ROW]) << BITS) + half;
            first[i] = sum + high[i];
            last[i] = sum - high[i];
        }
    }

    private static void within(int[] in, int[] low, int half, int[] second, int[] third) {
        for (int i = 0; i < ROW; i++) {
            int difference = (in[i] << BITS) - (in[i + 4 * ROW] << BITS) + half;
            second[i] = difference + low[i];
            third[i] = difference - low[i];
        }
    }

    private static void turnOdd(int[] in, int[] low, int[] high) {
        for (int i = 0; i < ROW; i++) {
            int three = in[i + 3 * ROW] + in[i + 7 * ROW];
            int one = in[i + ROW] + in[i + 5 * ROW];
            int turn = (three + one) * C_1_175875602;
            low[i] = turn - three * C_1_961570560;
            high[i] = turn - one * C_0_390180644;
        }
    }

    private static void oddAround(int[] in, int[] low, int[] high, int[] last, int[] first) {
        for (int i = 0; i < ROW; i++) {
            int both = (in[i + 7 * ROW] + in[i + ROW]) * C_0_899976223;
            last[i] = in[i + 7 * ROW] * C_0_298631336 - both + low[i];
            first[i] = in[i + ROW] * C_1_501321110 - both + high[i];
        }
    }

    private static void oddWithin(int[] in, int[] low, int[] high, int[] second, int[] third) {
        for (int i = 0; i < ROW; i++) {
            int both = (in[i + 5 * ROW] + in[i + 3 * ROW]) * C_2_562915447;
            third[i] = in[i + 5 * ROW] * C_2_053119869 - both + high[i];
            second[i] = in[i + 3 * ROW] * C_3_072711026 - both + low[i];
        }
    }

    private static void columns(int[] even, int[] odd, int[] sum, int[] difference) {
        for (int i = 0; i < ROW; i++) {
            sum[i] = (even[i] + odd[i]) >> FIRST;
            difference[i] = (even[i] - odd[i]) >> FIRST;
        }
    }

    private static void rows(int[] even, int[] odd, int[] sum, int[] difference) {
        for (int i = 0; i < ROW; i++) {
            sum[i] = (even[i] + odd[i]) >> SECOND;
            difference[i] = (even[i] - odd[i]) >> SECOND;
        }
    }

    private static void pair(int[] left, int[] right, int[] out) {
        for (int i = 0; i < ROW; i++) {
            out[i] = sample(left[i]) | sample(right[i]) << 8;
        }
    }

    private static void join(int[] words, int[] upper) {
        for (int i = 0; i < ROW; i++) {
            words[i] |= upper[i] << 16;
        }
    }

    private static int sample(int value) {
        return Math.max(0, Math.min(255, (value << FORGOTTEN >> FORGOTTEN) + MIDDLE));
    }
}
