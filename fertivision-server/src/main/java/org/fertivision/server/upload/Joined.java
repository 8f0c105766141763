package org.fertivision.server.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import org.fertivision.server.blob.BlobStore.Blob;

/** The bytes of pieces one behind the other; a piece is opened when the one before has come to its end. */
final class Joined extends InputStream {
    private final Iterator<Blob> left;
    private final Opening opening;
    private InputStream now = InputStream.nullInputStream();

    /** Opens a piece. */
    interface Opening {
        InputStream of(Blob piece) throws IOException;
    }

    Joined(List<Blob> pieces, Opening opening) {
        this.left = pieces.iterator();
        this.opening = opening;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int read = now.read(into, offset, length);
        while (read < 0 && left.hasNext()) {
            now.close();
            now = opening.of(left.next());
            read = now.read(into, offset, length);
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        now.close();
    }
}
