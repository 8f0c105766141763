package org.fertivision.decode;

import org.fertivision.image.Frame;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Work;

/** Frames that are PNG pictures. */
final class PngFrames implements FrameForm {
    /** No PNG has more bytes than 16 a pixel and its headers. */
    private static final int MOST_BYTES = 1 << 28;

    private final HeaderGuard guard;

    PngFrames(HeaderGuard guard) {
        this.guard = guard;
    }

    @Override
    public Frame read(byte[] stored, Descriptor.Channels wanted, Work work) {
        if (Magic.recognize(stored) != Magic.PNG) {
            throw Refusal.damaged("The frame does not begin as a PNG picture does.");
        }
        return PngReader.read(stored, guard, work).frames().get(0);
    }

    @Override
    public int mostBytes() {
        return MOST_BYTES;
    }
}
