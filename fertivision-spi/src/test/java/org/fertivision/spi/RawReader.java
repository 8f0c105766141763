package org.fertivision.spi;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.image.Timing;

/** A small reader of raw gray frames: the subject of the contract's own test. */
public class RawReader implements FrameReader {
    private static final int MAGIC = 0x52415731;
    private static final Descriptor ABOUT =
            Descriptor.reader("acme.raw", "1.0.0").title("Raw frames").build();

    @Override
    public Descriptor descriptor() {
        return ABOUT;
    }

    @Override
    public boolean recognizes(byte[] start) {
        return start.length >= 4 && start[0] == 'R' && start[1] == 'A' && start[2] == 'W' && start[3] == '1';
    }

    @Override
    public Frames open(InputStream input, long maxPixels, int maxFrames, Work work) throws IOException {
        DataInputStream in = new DataInputStream(input);
        try {
            int magic = in.readInt();
            int width = in.readUnsignedShort();
            int height = in.readUnsignedShort();
            int count = in.readUnsignedShort();
            if (magic != MAGIC || width == 0 || height == 0 || count == 0) {
                throw rejected(RejectionCode.UNDECODABLE_IMAGE, "These are no raw frames.");
            }
            if ((long) width * height > maxPixels) {
                throw rejected(RejectionCode.IMAGE_TOO_LARGE, "A frame has too many pixels.");
            }
            if (count > maxFrames) {
                throw rejected(RejectionCode.TOO_MANY_FRAMES, "There are too many frames.");
            }
            return new Raw(in, width, height, count, work);
        } catch (EOFException e) {
            throw rejected(RejectionCode.UNDECODABLE_IMAGE, "The file is cut short.");
        }
    }

    static RejectedException rejected(RejectionCode code, String why) {
        return new RejectedException(Rejection.of(code, why));
    }

    private static final class Raw implements Frames {
        private final DataInputStream in;
        private final int width;
        private final int height;
        private final int count;
        private final Work work;
        private int read;

        Raw(DataInputStream in, int width, int height, int count, Work work) {
            this.in = in;
            this.width = width;
            this.height = height;
            this.count = count;
            this.work = work;
        }

        @Override
        public int width() {
            return width;
        }

        @Override
        public int height() {
            return height;
        }

        @Override
        public int count() {
            return count;
        }

        @Override
        public Optional<Frame> next() {
            work.checkpoint();
            if (read == count) {
                return Optional.empty();
            }
            try {
                byte[] samples = new byte[width * height];
                in.readFully(samples);
                int index = read++;
                return Optional.of(
                        new Frame(java.util.List.of(Plane.takeBytes(width, height, samples)), index, index / 50.0, 0));
            } catch (EOFException e) {
                throw rejected(RejectionCode.UNDECODABLE_IMAGE, "The file is cut short.");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Optional<Calibration> calibration() {
            return Optional.empty();
        }

        @Override
        public Optional<Timing> timing() {
            return Optional.of(Timing.framesPerSecond(50));
        }
    }
}
