package org.fertivision.decode;

import org.fertivision.image.Frame;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Work;

/** How the frames of a video are stored, each by itself. */
interface FrameForm {
    /**
     * One frame.
     *
     * @param stored its bytes, and maybe some more
     * @param wanted where it is {@code GRAY}, color need not be decoded
     * @throws org.fertivision.spi.RejectedException if they are damaged or too few
     */
    Frame read(byte[] stored, Descriptor.Channels wanted, Work work);

    /** The most bytes that a stored frame of these can have. */
    int mostBytes();
}
