package org.fertivision.video;

import java.io.EOFException;
import java.util.Arrays;

/** The bits of a unit of H.264, read in their order (ITU-T H.264, 7.3.1 and 9.1). */
final class Bits {
    private static final int ESCAPE = 3;

    /** No number of sense has more leading zeros. */
    private static final int MOST_ZEROS = 31;

    private final byte[] bytes;
    private int at;

    /** The bits of a unit that was made plain. */
    Bits(byte[] plain) {
        this.bytes = plain;
    }

    /** The bytes of a unit as they were before they were kept from looking like a start. */
    static byte[] plain(byte[] from, int begin, int count) {
        byte[] plain = new byte[count];
        int kept = 0;
        int zeros = 0;
        for (int i = begin; i < begin + count; i++) {
            if (zeros >= 2 && from[i] == ESCAPE) {
                zeros = 0;
            } else {
                zeros = from[i] == 0 ? zeros + 1 : 0;
                plain[kept++] = from[i];
            }
        }
        return Arrays.copyOf(plain, kept);
    }

    boolean flag() throws EOFException {
        if (at >= bytes.length * Byte.SIZE) {
            throw new EOFException();
        }
        int bit = bytes[at / Byte.SIZE] >> (Byte.SIZE - 1 - at % Byte.SIZE) & 1;
        at++;
        return bit == 1;
    }

    /** So many bits as a number, at most 31. */
    int u(int bits) throws EOFException {
        int value = 0;
        for (int i = 0; i < bits; i++) {
            value = value << 1 | (flag() ? 1 : 0);
        }
        return value;
    }

    void skip(int bits) throws EOFException {
        at += bits;
        if (at > bytes.length * Byte.SIZE) {
            throw new EOFException();
        }
    }

    /** A number whose length is told by leading zeros. */
    int ue() throws EOFException {
        int zeros = 0;
        while (!flag()) {
            if (++zeros > MOST_ZEROS) {
                throw new EOFException();
            }
        }
        return zeros == MOST_ZEROS ? Integer.MAX_VALUE : (1 << zeros) - 1 + u(zeros);
    }

    /** The same with a sign. */
    int se() throws EOFException {
        int value = ue();
        return value % 2 == 0 ? -(value / 2) : value / 2 + 1;
    }

    /** A number of this kind that has a largest value. */
    int ue(int most, String what) throws EOFException {
        int value = ue();
        if (value > most) {
            throw Refusal.damaged(what + " is " + value + "; at most " + most + " can be.");
        }
        return value;
    }

    /** Whether more follows than the bit that ends a unit. */
    boolean hasMore() {
        int last = bytes.length - 1;
        while (last >= 0 && bytes[last] == 0) {
            last--;
        }
        if (last < 0) {
            return false;
        }
        int end = last * Byte.SIZE + Byte.SIZE - 1 - Integer.numberOfTrailingZeros(bytes[last] & 0xFF);
        return at < end;
    }
}
