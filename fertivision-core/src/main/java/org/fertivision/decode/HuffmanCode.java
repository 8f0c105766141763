package org.fertivision.decode;

import java.util.Optional;

/**
 * One Huffman table of a JPEG, for looking codes up by the next bits of a scan: short codes in one step, and of short codes
 * with few bits behind them also the number that those bits mean.
 *
 * <p>Source: ITU-T T.81 (1992), annexes C and F.2.2.
 */
final class HuffmanCode {
    /** Bits by which codes are looked up. */
    static final int PEEK = 10;
    /** Marks an entry that holds the number itself. */
    static final int WITH_NUMBER = 0x80;
    /** What an entry says of a code that is longer than {@link #PEEK}. */
    static final int LONGER = 0;

    private static final int LENGTHS = 16;
    private static final int MOST_SYMBOLS = 256;

    /** The code without code words. */
    static final HuffmanCode NONE = new HuffmanCode(new byte[0]);

    private final int[] table = new int[1 << PEEK];
    /** For each length, the first of the next 16 bits that no code of this length or a shorter one begins. */
    private final int[] beyond = new int[LENGTHS + 1];
    /** For each length, what is added to a code of this length to get the place of its symbol. */
    private final int[] offset = new int[LENGTHS + 1];

    private final byte[] symbols;

    private HuffmanCode(byte[] symbols) {
        this.symbols = symbols;
    }

    /**
     * The code with so many code words of each length, or nothing if there is no such code.
     *
     * @param counts code words of the lengths 1 to 16
     * @param symbols what they stand for, in the order of the code words
     */
    static Optional<HuffmanCode> of(int[] counts, byte[] symbols) {
        if (symbols.length > MOST_SYMBOLS) {
            return Optional.empty();
        }
        HuffmanCode code = new HuffmanCode(symbols.clone());
        return code.isFilled(counts) ? Optional.of(code) : Optional.empty();
    }

    private boolean isFilled(int[] counts) {
        int word = 0;
        int place = 0;
        for (int length = 1; length <= LENGTHS; length++) {
            offset[length] = place - word;
            for (int i = 0; i < counts[length - 1]; i++) {
                if (length <= PEEK) {
                    enter(word << (PEEK - length), length, symbols[place] & 0xFF);
                }
                word++;
                place++;
            }
            if (word >= 1 << length) {
                return false;
            }
            beyond[length] = word << (LENGTHS - length);
            word <<= 1;
        }
        return true;
    }

    /** An entry for each way in which the bits behind a code may go on. */
    private void enter(int from, int length, int symbol) {
        int free = PEEK - length;
        int size = symbol & 15;
        for (int rest = 0; rest < 1 << free && from + rest < table.length; rest++) {
            int entry = symbol << 8 | length;
            if (size > 0 && size <= free) {
                int number = extended(rest >> (free - size), size);
                entry = number << 16 | symbol >> 4 << 8 | WITH_NUMBER | (length + size);
            }
            table[from + rest] = entry;
        }
    }

    /** The number that {@code size} bits of a scan stand for. */
    static int extended(int bits, int size) {
        return bits < 1 << (size - 1) ? bits + (-1 << size) + 1 : bits;
    }

    /**
     * What is known of the codes that begin with each {@link #PEEK} bits: the length in the lowest five bits and the symbol
     * above eight; or {@link #WITH_NUMBER}, the length of code and number, the zeros before it above eight bits, and the
     * number itself above sixteen; or {@link #LONGER}.
     */
    int[] table() {
        return table;
    }

    /** The symbol above eight bits and the length below of the long code with which 16 bits begin; 0 if there is none. */
    int longCode(int sixteen) {
        for (int length = PEEK + 1; length <= LENGTHS; length++) {
            if (sixteen < beyond[length]) {
                return (symbols[offset[length] + (sixteen >> (LENGTHS - length))] & 0xFF) << 8 | length;
            }
        }
        return 0;
    }

    /** Whether all symbols are below a bound, as those of code words for the first number of a block are. */
    boolean isBelow(int bound) {
        for (byte symbol : symbols) {
            if ((symbol & 0xFF) >= bound) {
                return false;
            }
        }
        return true;
    }
}
