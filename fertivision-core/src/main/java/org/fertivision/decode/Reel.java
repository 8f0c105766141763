package org.fertivision.decode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.fertivision.request.Source;

/**
 * The bytes of a long file, read from any place on and never all in memory. Going forward skips, going back opens the
 * source anew. Not thread-safe.
 */
final class Reel implements AutoCloseable {
    private static final int WINDOW = 4096;

    private final Source.OfBytes source;
    private final long size;
    private final byte[] window = new byte[WINDOW];
    private InputStream stream;
    private long windowAt;
    private int windowBytes;

    Reel(Source.OfBytes source, long size) throws IOException {
        this.source = source;
        this.size = size;
        this.stream = source.open();
    }

    /** How many bytes the file has. */
    long size() {
        return size;
    }

    /** The bytes from a place on: as many as asked for, or fewer where the file ends before. */
    byte[] bytes(long from, int count) {
        byte[] bytes = new byte[(int) Math.max(0, Math.min(count, size - from))];
        int read = read(from, bytes, bytes.length);
        return read == bytes.length ? bytes : Arrays.copyOf(bytes, read);
    }

    /** Reads so many bytes into an array, or fewer where the file ends before; says how many. */
    int read(long from, byte[] into, int count) {
        try {
            int done = fromWindow(from, into, count);
            if (done == count) {
                return done;
            }
            if (count - done < WINDOW) {
                fill(from + done);
                return done + copy(into, done, count);
            }
            moveTo(from + done);
            int read = stream.readNBytes(into, done, count - done);
            windowAt += read;
            return done + read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int fromWindow(long from, byte[] into, int count) {
        if (from < windowAt || from >= windowAt + windowBytes) {
            return 0;
        }
        int start = (int) (from - windowAt);
        int there = Math.min(count, windowBytes - start);
        System.arraycopy(window, start, into, 0, there);
        return there;
    }

    private int copy(byte[] into, int at, int count) {
        int there = Math.min(count - at, windowBytes);
        System.arraycopy(window, 0, into, at, there);
        return there;
    }

    private void fill(long from) throws IOException {
        moveTo(from);
        windowBytes = stream.readNBytes(window, 0, WINDOW);
    }

    /** Puts the stream at a place and empties the window. */
    private void moveTo(long from) throws IOException {
        long at = windowAt + windowBytes;
        if (from < at) {
            stream.close();
            stream = source.open();
            at = 0;
        }
        while (at < from) {
            long skipped = stream.skip(from - at);
            if (skipped <= 0) {
                if (stream.read() < 0) {
                    break;
                }
                skipped = 1;
            }
            at += skipped;
        }
        windowAt = from;
        windowBytes = 0;
    }
}
