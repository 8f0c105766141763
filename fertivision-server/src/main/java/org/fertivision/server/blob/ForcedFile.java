package org.fertivision.server.blob;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A file that is written, and forced to the disk before it is closed. */
final class ForcedFile extends OutputStream {
    private final FileChannel file;

    ForcedFile(FileChannel file) {
        this.file = file;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer part = ByteBuffer.wrap(bytes, offset, length);
        while (part.hasRemaining()) {
            file.write(part);
        }
    }

    @Override
    public void close() throws IOException {
        if (file.isOpen()) {
            file.force(true);
            file.close();
        }
    }
}
