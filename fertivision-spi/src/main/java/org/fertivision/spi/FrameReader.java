package org.fertivision.spi;

import java.io.IOException;
import java.io.InputStream;
import org.fertivision.image.Frames;

/**
 * Reads frames from a format that FertiVision does not know itself. It is used only where a request or the configuration
 * names it; it obeys the limits of the caller and allocates nothing large before it has checked them.
 */
public interface FrameReader extends Plugin {
    /** Whether the first bytes of a file (up to 4096) look like the format that this reads. */
    boolean recognizes(byte[] start);

    /**
     * Opens the frames.
     *
     * @param input the bytes, closed by the caller after the frames are closed
     * @param maxPixels most pixels that a frame may have
     * @param maxFrames most frames
     * @throws IOException if reading fails
     * @throws RejectedException if the bytes are not such a file or pass a limit
     */
    Frames open(InputStream input, long maxPixels, int maxFrames, Work work) throws IOException;
}
