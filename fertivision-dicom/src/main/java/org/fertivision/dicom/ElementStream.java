package org.fertivision.dicom;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Bytes of a DICOM file in their order, numbers little endian; nothing is allocated on the word of a length alone. */
final class ElementStream {
    /** Longest value that is kept in memory: a color table is the longest of use. */
    static final int LONGEST_VALUE = 1 << 18;

    /** A length that says: until a delimiter comes. */
    static final long UNDEFINED = 0xFFFFFFFFL;

    private static final int CHUNK = 1 << 16;

    private final InputStream in;
    private int ahead = -1;
    private long position;

    ElementStream(InputStream in) {
        this.in = new BufferedInputStream(in, CHUNK);
    }

    /** Whether the file has ended. */
    boolean atEnd() throws IOException {
        if (ahead < 0) {
            ahead = in.read();
        }
        return ahead < 0;
    }

    /** How many bytes were read. */
    long position() {
        return position;
    }

    int u8() throws IOException {
        if (atEnd()) {
            throw new EOFException();
        }
        int value = ahead;
        ahead = -1;
        position++;
        return value;
    }

    int u16() throws IOException {
        int low = u8();
        return low | u8() << 8;
    }

    long u32() throws IOException {
        long low = u16();
        return low | (long) u16() << 16;
    }

    /** The next bytes, all of them; memory grows with what comes, not with what was announced. */
    byte[] bytes(int length) throws IOException {
        if (length == 0) {
            return new byte[0];
        }
        int first = u8();
        byte[] rest = in.readNBytes(length - 1);
        if (rest.length < length - 1) {
            throw new EOFException();
        }
        position += rest.length;
        byte[] all = new byte[length];
        all[0] = (byte) first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }

    void skip(long length) throws IOException {
        if (length > 0) {
            u8();
            in.skipNBytes(length - 1);
            position += length - 1;
        }
    }
}
