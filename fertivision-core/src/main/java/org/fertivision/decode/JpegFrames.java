package org.fertivision.decode;

import java.util.ArrayList;
import org.fertivision.image.Frame;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Work;

/** Frames that are JPEG pictures, with Huffman tables or without. */
final class JpegFrames implements FrameForm {
    /** No JPEG is larger than the pixels that it holds by more than this many times. */
    private static final int MOST_BYTES_PER_PIXEL = 6;

    private static final int ROOM_FOR_HEADERS = 1 << 20;

    private final HeaderGuard guard;
    private final int width;
    private final int height;

    JpegFrames(AviHeader header, HeaderGuard guard) {
        this.guard = guard;
        this.width = header.width();
        this.height = header.height();
    }

    @Override
    public Frame read(byte[] stored, Descriptor.Channels wanted, Work work) {
        if (stored.length < 4 || (stored[0] & 0xFF) != 0xFF || (stored[1] & 0xFF) != 0xD8) {
            throw Refusal.damaged("The frame does not begin as a JPEG picture does.");
        }
        JpegFile jpeg = JpegFile.walk(HuffmanTables.completed(stored), guard);
        if (jpeg.width() == width && 2 * jpeg.height() == height) {
            throw Refusal.unsupported(
                    "The frames are interlaced: each is two pictures of half the rows, taken one after"
                            + " the other. Heads move between them; record whole frames.");
        }
        if (jpeg.width() != width || jpeg.height() != height) {
            throw Refusal.damaged("The frame has " + jpeg.width() + " x " + jpeg.height() + " pixels, the video "
                    + width + " x " + height + ".");
        }
        return JpegReader.readWithin(jpeg, wanted, new ArrayList<>(), work);
    }

    @Override
    public int mostBytes() {
        return (int) Math.min(Integer.MAX_VALUE, (long) MOST_BYTES_PER_PIXEL * width * height + ROOM_FOR_HEADERS);
    }
}
