package org.fertivision.decode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * The coded data of a scan, freed from stuffed bytes and restart markers, and the blocks that it codes one after another.
 * Anything unusual is a failure, after which nothing more is to be made of the scan.
 *
 * <p>Source: ITU-T T.81 (1992), annexes B.1.1.5, F.1.2.3 and F.2.2.
 */
final class BaselineBits {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    /** More than a block and the reader's look ahead can take. */
    private static final int ROOM = 512;

    private static final int RST0 = 0xD0;
    private static final int RESTARTS = 8;
    private static final int COEFFICIENTS = 64;
    /** As far as a damaged block can count beyond its end. */
    private static final int BEYOND = 16;
    /** No picture of 8 bits has larger coefficients; those of a damaged one could leave the numbers that are exact. */
    private static final int LARGEST = 4095;

    /** Where a coefficient stands in its block, row by row, from its place in the file. */
    private static final int[] ORDER = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60,
        61, 54, 47, 55, 62, 63
    };

    private final byte[] bytes;
    private final int[] ends;
    private final HuffmanCode[] meanCodes;
    private final HuffmanCode[] codes;
    private final int[][] steps;
    private final int[] places;
    private final int[] means;
    private int intervalsRead;
    private long next;
    private int known;
    private int position;
    private boolean failed;

    private BaselineBits(byte[] bytes, int[] ends, BaselineScan scan, int blocks) {
        this.bytes = bytes;
        this.ends = ends;
        int channels = scan.channels();
        this.meanCodes = new HuffmanCode[channels];
        this.codes = new HuffmanCode[channels];
        this.steps = new int[channels][];
        for (int channel = 0; channel < channels; channel++) {
            meanCodes[channel] = scan.meanCode(channel);
            codes[channel] = scan.code(channel);
            steps[channel] = Arrays.copyOf(scan.steps(channel), COEFFICIENTS + BEYOND);
        }
        this.places = new int[COEFFICIENTS + BEYOND];
        for (int i = 0; i < COEFFICIENTS; i++) {
            places[i] = ORDER[i] * blocks;
        }
        this.means = new int[channels];
    }

    /**
     * The bits of a scan, or nothing if markers stand in them where none should.
     *
     * @param to where the coded data ends in the file
     * @param blocks how many blocks a tile has
     */
    static Optional<BaselineBits> of(byte[] file, int to, BaselineScan scan, int blocks) {
        byte[] clean = new byte[to - scan.from() + ROOM];
        int[] ends = new int[1];
        int intervals = 0;
        int length = 0;
        int start = scan.from();
        for (int at = JpegMarks.next(file, start, to); at < to; at = JpegMarks.next(file, start, to)) {
            int marker = at + 1 < to ? file[at + 1] & 0xFF : -1;
            boolean isStuffed = marker == 0;
            if (!isStuffed && marker != RST0 + intervals % RESTARTS) {
                return Optional.empty();
            }
            int copied = at - start + (isStuffed ? 1 : 0);
            System.arraycopy(file, start, clean, length, copied);
            length += copied;
            start = at + 2;
            if (!isStuffed) {
                ends = intervals + 1 < ends.length ? ends : Arrays.copyOf(ends, 2 * ends.length);
                ends[intervals++] = length;
            }
        }
        System.arraycopy(file, start, clean, length, to - start);
        ends[intervals++] = length + to - start;
        return Optional.of(new BaselineBits(clean, Arrays.copyOf(ends, intervals), scan, blocks));
    }

    /** How many intervals there are that are coded each by itself. */
    int intervals() {
        return ends.length;
    }

    /** Whether the scan cannot be read. */
    boolean failed() {
        return failed;
    }

    /** Ends one of the intervals, all of whose bits must have been read but those that fill up its last byte. */
    void endInterval() {
        long left = 8L * ends[intervalsRead] - (8L * position - known);
        failed |= left < 0 || left >= 8;
        position = ends[intervalsRead++];
        next = 0;
        known = 0;
        Arrays.fill(means, 0);
    }

    /**
     * Reads a block of a channel and adds its coefficients, times their steps, to a tile that was zero there.
     *
     * @param column the block's place in the tile, in which coefficient i of block b stands at i times the blocks plus b
     */
    void block(int channel, int[] tile, int column) {
        if (failed || position > ends[intervalsRead] + Long.BYTES) {
            failed = true;
            return;
        }
        int[] step = steps[channel];
        tile[column] = (short) mean(channel) * step[0];
        HuffmanCode code = codes[channel];
        int[] table = code.table();
        int[] place = places;
        byte[] from = bytes;
        long buffer = next;
        int bits = known;
        int at = position;
        int large = tile[column] + LARGEST;
        int k = 1;
        while (k < COEFFICIENTS) {
            buffer |= (long) LONGS.get(from, at) >>> bits;
            at += (63 - bits) >> 3;
            bits |= 56;
            int entry = table[(int) (buffer >>> (Long.SIZE - HuffmanCode.PEEK))];
            if ((entry & HuffmanCode.WITH_NUMBER) == 0) {
                if (entry == HuffmanCode.LONGER) {
                    entry = code.longCode((int) (buffer >>> 48));
                    if (entry == 0) {
                        failed = true;
                        return;
                    }
                }
                int length = entry & 31;
                int symbol = entry >> 8;
                int size = symbol & 15;
                buffer <<= length;
                bits -= length;
                if (size == 0) {
                    if (symbol != 0xF0) {
                        break;
                    }
                    k += 16;
                    continue;
                }
                k += symbol >> 4;
                int value = HuffmanCode.extended((int) (buffer >>> (Long.SIZE - size)), size) * step[k];
                tile[place[k] + column] = value;
                large |= value + LARGEST;
                buffer <<= size;
                bits -= size;
            } else {
                int length = entry & 31;
                k += entry >> 8 & 15;
                int value = (entry >> 16) * step[k];
                tile[place[k] + column] = value;
                large |= value + LARGEST;
                buffer <<= length;
                bits -= length;
            }
            k++;
        }
        next = buffer;
        known = bits;
        position = at;
        failed |= k > COEFFICIENTS || (large & ~(2 * LARGEST + 1)) != 0;
    }

    private int mean(int channel) {
        HuffmanCode code = meanCodes[channel];
        next |= (long) LONGS.get(bytes, position) >>> known;
        position += (63 - known) >> 3;
        known |= 56;
        int entry = code.table()[(int) (next >>> (Long.SIZE - HuffmanCode.PEEK))];
        int difference;
        int length;
        if ((entry & HuffmanCode.WITH_NUMBER) != 0) {
            difference = entry >> 16;
            length = entry & 31;
        } else {
            int word = entry == HuffmanCode.LONGER ? code.longCode((int) (next >>> 48)) : entry;
            failed |= word == 0;
            int size = word >> 8 & 15;
            length = (word & 31) + size;
            difference = size == 0 ? 0 : HuffmanCode.extended((int) (next << (word & 31) >>> (Long.SIZE - size)), size);
        }
        next <<= length;
        known -= length;
        means[channel] += difference;
        return means[channel];
    }
}
