package org.fertivision.decode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks for the bytes 0xFF, which begin every marker, eight bytes at a time: most of a JPEG file has none. */
final class JpegMarks {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = ONES << 7;
    private static final byte MARK = (byte) 0xFF;

    private JpegMarks() {}

    /** The place of the first one from a place on, the end if there is none before it. */
    static int next(byte[] bytes, int from, int end) {
        int at = from;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, at);
            long marks = ((eight & ~TOPS) + ONES) & eight & TOPS;
            if (marks != 0) {
                return at + Long.numberOfTrailingZeros(marks) / Byte.SIZE;
            }
        }
        while (at < end && bytes[at] != MARK) {
            at++;
        }
        return at;
    }
}
