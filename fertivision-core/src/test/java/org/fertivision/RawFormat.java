package org.fertivision;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.UnaryOperator;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.FrameReader;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Work;

/** A reader for tests of the engine: a letter R, width, height and so many gray pixels. */
final class RawFormat implements FrameReader {
    private final String version;
    private final UnaryOperator<Frames> opened;

    RawFormat(String version, UnaryOperator<Frames> opened) {
        this.version = version;
        this.opened = opened;
    }

    static byte[] file(Frame frame) {
        Plane gray = frame.gray();
        byte[] bytes = new byte[3 + gray.width() * gray.height()];
        bytes[0] = 'R';
        bytes[1] = (byte) gray.width();
        bytes[2] = (byte) gray.height();
        for (int y = 0; y < gray.height(); y++) {
            gray.rowBytes(y, bytes, 3 + y * gray.width());
        }
        return bytes;
    }

    @Override
    public Descriptor descriptor() {
        return Descriptor.reader("acme.raw", version).title("Raw").build();
    }

    @Override
    public boolean recognizes(byte[] start) {
        return start.length > 0 && start[0] == 'R';
    }

    @Override
    public Frames open(InputStream input, long maxPixels, int maxFrames, Work work) throws IOException {
        byte[] head = input.readNBytes(3);
        int pixels = head[1] * head[2];
        byte[] samples = input.readNBytes(pixels);
        if (samples.length < pixels) {
            throw new RejectedException(Rejection.of(RejectionCode.UNDECODABLE_IMAGE, "The file is cut short."));
        }
        return opened.apply(Frames.of(Frame.gray(Plane.takeBytes(head[1], head[2], samples))));
    }
}
