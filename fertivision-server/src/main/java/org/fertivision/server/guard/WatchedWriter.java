package org.fertivision.server.guard;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;

/** Writes, and tells the watch while it does. */
final class WatchedWriter implements DataWriter {
    private final DataWriter to;
    private final Watch watch;

    /** Hears of writing. */
    interface Watch {
        /** Writing begins, or has ended. */
        void writing(boolean begins);
    }

    WatchedWriter(DataWriter to, Watch watch) {
        this.to = to;
        this.watch = watch;
    }

    @Override
    public void write(BufferData... buffers) {
        watched(() -> to.write(buffers));
    }

    @Override
    public void write(BufferData buffer) {
        watched(() -> to.write(buffer));
    }

    @Override
    public void writeNow(BufferData... buffers) {
        watched(() -> to.writeNow(buffers));
    }

    @Override
    public void writeNow(BufferData buffer) {
        watched(() -> to.writeNow(buffer));
    }

    @Override
    public void flush() {
        watched(to::flush);
    }

    @Override
    public void close() {
        to.close();
    }

    private void watched(Runnable work) {
        watch.writing(true);
        work.run();
        watch.writing(false);
    }
}
