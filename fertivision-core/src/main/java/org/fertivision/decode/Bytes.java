package org.fertivision.decode;

import java.nio.charset.StandardCharsets;

/** Numbers out of a stretch of bytes; reading past its end says that the file is cut short. */
final class Bytes {
    /** More than the bytes of any file, and little enough to be multiplied by the bytes of a number. */
    static final long FAR_BEYOND = 1L << 56;

    private final byte[] array;
    private final int start;
    private final int length;
    private final boolean bigEndian;
    private final String format;

    private Bytes(byte[] array, int start, int length, boolean bigEndian, String format) {
        this.array = array;
        this.start = start;
        this.length = length;
        this.bigEndian = bigEndian;
        this.format = format;
    }

    /** All of an array, most significant byte first. */
    static Bytes bigEndian(byte[] array, String format) {
        return new Bytes(array, 0, array.length, true, format);
    }

    /** All of an array, least significant byte first. */
    static Bytes littleEndian(byte[] array, String format) {
        return new Bytes(array, 0, array.length, false, format);
    }

    /** A stretch of these bytes, counted from its own start. */
    Bytes part(long offset, long size) {
        check(offset, size);
        return new Bytes(array, start + (int) offset, (int) size, bigEndian, format);
    }

    /** The same bytes in the other order. */
    Bytes ordered(boolean mostSignificantFirst) {
        return new Bytes(array, start, length, mostSignificantFirst, format);
    }

    int length() {
        return length;
    }

    boolean isBigEndian() {
        return bigEndian;
    }

    int u8(long at) {
        check(at, 1);
        return array[start + (int) at] & 0xFF;
    }

    int u16(long at) {
        check(at, 2);
        int first = array[start + (int) at] & 0xFF;
        int second = array[start + (int) at + 1] & 0xFF;
        return bigEndian ? (first << 8) | second : (second << 8) | first;
    }

    long u32(long at) {
        check(at, 4);
        long high = u16(bigEndian ? at : at + 2);
        long low = u16(bigEndian ? at + 2 : at);
        return (high << 16) | low;
    }

    /** Eight bytes; what no file is long enough for becomes {@link #FAR_BEYOND}. */
    long u64(long at) {
        long high = u32(bigEndian ? at : at + 4);
        long low = u32(bigEndian ? at + 4 : at);
        return high >= FAR_BEYOND >> 32 ? FAR_BEYOND : (high << 32) | low;
    }

    int i32(long at) {
        return (int) u32(at);
    }

    /** Whether the given Latin letters stand at an offset; false where the bytes end before. */
    boolean says(long at, String letters) {
        if (at < 0 || at + letters.length() > length) {
            return false;
        }
        for (int i = 0; i < letters.length(); i++) {
            if (u8(at + i) != letters.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the given small Latin letters stand at an offset, small or capital; false where the bytes end before. */
    boolean saysInAnyCase(long at, String small) {
        if (at < 0 || at + small.length() > length) {
            return false;
        }
        for (int i = 0; i < small.length(); i++) {
            if (Character.toLowerCase(u8(at + i)) != small.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The bytes from an offset on as Latin letters. */
    String latin(long at, long size) {
        check(at, size);
        return new String(array, start + (int) at, (int) size, StandardCharsets.ISO_8859_1);
    }

    /** The bytes from an offset on as UTF-8; what is none is replaced. */
    String text(long at, long size) {
        check(at, size);
        return new String(array, start + (int) at, (int) size, StandardCharsets.UTF_8);
    }

    /** The array underneath, not to be written to. */
    byte[] array() {
        return array;
    }

    /** Where an offset lies in {@link #array()}; the given number of bytes is there. */
    int index(long offset, long size) {
        check(offset, size);
        return start + (int) offset;
    }

    private void check(long at, long size) {
        if (at < 0 || size < 0 || at > length || size > length - at) {
            throw Refusal.cutShort(format, length);
        }
    }
}
