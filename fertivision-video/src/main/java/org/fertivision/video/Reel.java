package org.fertivision.video;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a film from any place on. A stream that can be marked is wound back; of any other the bytes that went by
 * are kept.
 */
final class Reel {
    private final InputStream in;
    private long position;

    Reel(InputStream input) {
        this.in = input.markSupported() ? input : new BufferedInputStream(input);
        in.mark(Integer.MAX_VALUE);
    }

    /** So many bytes from a place on, fewer where the film ends before; memory grows with what comes. */
    byte[] upTo(long from, int count) throws IOException {
        try {
            moveTo(from);
        } catch (EOFException e) {
            return new byte[0];
        }
        byte[] bytes = in.readNBytes(count);
        position += bytes.length;
        return bytes;
    }

    /** So many bytes from a place on, all of them. */
    byte[] exactly(long from, int count) throws IOException {
        byte[] bytes = upTo(from, count);
        if (bytes.length < count) {
            throw new EOFException();
        }
        return bytes;
    }

    private void moveTo(long place) throws IOException {
        if (place < position) {
            in.reset();
            position = 0;
        }
        if (place > position) {
            long distance = place - position;
            position = place;
            in.skipNBytes(distance);
        }
    }
}
