package org.fertivision.decode;

import java.util.Optional;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Work;

/** Where the frames of a video are kept, each at its place on an even clock. */
interface FrameStore extends AutoCloseable {
    /** Ticks of the clock, from the first frame to the last. */
    int count();

    /** What is stored at a tick; no bytes where the frame is missing. */
    byte[] stored(int tick);

    /**
     * The frame that is stored so.
     *
     * @throws org.fertivision.spi.RejectedException if it is damaged
     */
    Frame decoded(byte[] stored, int tick, Descriptor.Channels wanted, Work work);

    /** How large a pixel is, if the frames that were decoded say so. */
    Optional<Calibration> calibration();

    @Override
    void close();
}
