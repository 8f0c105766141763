package org.fertivision.server.blob;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fertivision.server.blob.BlobStore.MissingException;
import org.fertivision.server.blob.BlobStore.UnavailableException;
import org.fertivision.server.google.GoogleApi;

/** The bytes of an object, fetched where they are read: first one segment of a sealed stream, then eight at a time. */
final class BucketChannel implements SeekableByteChannel {
    private static final int SEGMENT = 1 << 20;
    private static final int AHEAD = 8 * SEGMENT;
    private static final Pattern RANGE = Pattern.compile("bytes [0-9]+-[0-9]+/([0-9]{1,18})");

    private final GoogleApi api;
    private final BucketObject object;
    private final long size;
    private ByteBuffer window = ByteBuffer.allocate(0);
    private long windowStart;
    private long position;
    private boolean open = true;

    /**
     * An object that is there.
     *
     * @throws MissingException if it is not
     * @throws UnavailableException if that cannot be asked
     */
    BucketChannel(GoogleApi api, BucketObject object) throws MissingException {
        this.api = api;
        this.object = object;
        this.size = fetch(SEGMENT);
    }

    /** Fetches from the position on, and says how long the object is. */
    private long fetch(int bytes) throws MissingException {
        HttpResponse<byte[]> answer;
        try {
            answer = api.send(api.request(object.path("?alt=media"))
                    .header("Range", "bytes=" + position + "-" + (position + bytes - 1)));
        } catch (IOException e) {
            throw new UnavailableException(e);
        }
        if (answer.statusCode() == 404) {
            throw new MissingException(new FileNotFoundException(object.name()));
        }
        if (answer.statusCode() == 416) { // there is nothing from there on
            return position;
        }
        Matcher range =
                RANGE.matcher(answer.headers().firstValue("Content-Range").orElse(""));
        if (answer.statusCode() != 206 || !range.matches()) {
            throw new UnavailableException(new IOException("Cloud Storage answered " + answer.statusCode()));
        }
        window = ByteBuffer.wrap(answer.body());
        windowStart = position;
        return Long.parseLong(range.group(1));
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!open) {
            throw new ClosedChannelException();
        }
        if (position >= size) {
            return -1;
        }
        if (position < windowStart || position >= windowStart + window.capacity()) {
            long unused = fetch(AHEAD);
        }
        window.limit(window.capacity()).position((int) (position - windowStart));
        int part = Math.min(window.remaining(), into.remaining());
        window.limit(window.position() + part);
        into.put(window);
        position += part;
        return part;
    }

    @Override
    public int write(ByteBuffer bytes) {
        throw new NonWritableChannelException();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long to) {
        position = to;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public SeekableByteChannel truncate(long to) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }
}
