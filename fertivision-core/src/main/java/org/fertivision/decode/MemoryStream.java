package org.fertivision.decode;

import java.io.IOException;
import java.io.InterruptedIOException;
import javax.imageio.stream.ImageInputStreamImpl;
import org.fertivision.spi.Work;

/** Bytes in memory as a JDK image reader wants them; ends a reading whose time is up. Not thread-safe. */
final class MemoryStream extends ImageInputStreamImpl {
    private final byte[] bytes;
    private final Work work;

    MemoryStream(byte[] bytes, Work work) {
        this.bytes = bytes;
        this.work = work;
    }

    @Override
    public int read() {
        bitOffset = 0;
        return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        stopIfOver();
        bitOffset = 0;
        int left = (int) (bytes.length - streamPos);
        if (left <= 0) {
            return length == 0 ? 0 : -1;
        }
        int count = Math.min(left, length);
        System.arraycopy(bytes, (int) streamPos, into, offset, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return bytes.length;
    }

    private void stopIfOver() throws IOException {
        try {
            work.checkpoint();
        } catch (org.fertivision.spi.RejectedException e) {
            InterruptedIOException over = new InterruptedIOException("the analysis was stopped");
            over.initCause(e);
            throw over;
        }
    }
}
