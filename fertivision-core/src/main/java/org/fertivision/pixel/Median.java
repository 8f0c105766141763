package org.fertivision.pixel;

/** The middle of many values by selection, in linear time; the array may be left in another order. */
final class Median {
    private static final int SMALL = 16;
    private static final int BYTE_LEVELS = 256;
    /** Bits of a value below those that are counted: exponent and four bits of the fraction. */
    private static final int LOW_BITS = 19;

    private Median() {}

    /** The median of the first {@code n} values, at least one; the mean of the two middle ones where n is even. */
    static double of(float[] values, int n) {
        if (n > SMALL && areBytes(values, n)) {
            return ofBytes(values, n);
        }
        int upper = n / 2;
        float high = select(values, n, upper);
        if (n % 2 == 1) {
            return high;
        }
        float low = values[0];
        for (int i = 1; i < upper; i++) {
            low = Math.max(low, values[i]);
        }
        return ((double) low + high) / 2;
    }

    private static boolean areBytes(float[] values, int n) {
        for (int i = 0; i < n; i++) {
            int whole = (int) values[i];
            if (whole != values[i] || whole < 0 || whole >= BYTE_LEVELS) {
                return false;
            }
        }
        return true;
    }

    /** By counting, which gray levels of 8 bits allow. */
    private static double ofBytes(float[] values, int n) {
        int[] counts = new int[BYTE_LEVELS];
        for (int i = 0; i < n; i++) {
            counts[(int) values[i]]++;
        }
        return (atRank(counts, (n - 1) / 2) + atRank(counts, n / 2)) / 2.0;
    }

    private static int atRank(int[] counts, int rank) {
        int level = 0;
        for (int below = counts[0]; below <= rank; below += counts[level]) {
            level++;
        }
        return level;
    }

    /**
     * The value of this rank, from 0, of values that are 0 or above: their bits are in the order of the values, so that the
     * upper ones are counted first and only those of one count are looked at.
     */
    static float ofSizes(float[] values, int n, int rank) {
        int[] counts = new int[1 << (Float.SIZE - LOW_BITS)];
        for (int i = 0; i < n; i++) {
            counts[Float.floatToRawIntBits(values[i]) >>> LOW_BITS]++;
        }
        int upper = 0;
        int below = 0;
        while (below + counts[upper] <= rank) {
            below += counts[upper++];
        }
        int alike = 0;
        for (int i = 0; i < n; i++) {
            if (Float.floatToRawIntBits(values[i]) >>> LOW_BITS == upper) {
                values[alike++] = values[i];
            }
        }
        return select(values, alike, rank - below);
    }

    /** The value of this rank, from 0; smaller ones stand before it afterwards, larger ones behind. */
    static float select(float[] values, int n, int rank) {
        int first = 0;
        int last = n - 1;
        while (last - first > SMALL) {
            float pivot = middleOfThree(values[first], values[(first + last) >>> 1], values[last]);
            int i = first;
            int j = last;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    swap(values, i++, j--);
                }
            }
            if (rank <= j) {
                last = j;
            } else if (rank >= i) {
                first = i;
            } else {
                return values[rank];
            }
        }
        insertionSort(values, first, last);
        return values[rank];
    }

    private static void insertionSort(float[] values, int first, int last) {
        for (int i = first + 1; i <= last; i++) {
            float value = values[i];
            int j = i;
            while (j > first && values[j - 1] > value) {
                values[j] = values[j - 1];
                j--;
            }
            values[j] = value;
        }
    }

    private static float middleOfThree(float a, float b, float c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    private static void swap(float[] values, int i, int j) {
        float value = values[i];
        values[i] = values[j];
        values[j] = value;
    }
}
