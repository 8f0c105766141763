package org.fertivision.image;

import java.util.Optional;

/** Frames of which there is one. */
final class Still implements Frames {
    private final Frame frame;
    private boolean read;

    Still(Frame frame) {
        this.frame = frame;
    }

    @Override
    public int width() {
        return frame.width();
    }

    @Override
    public int height() {
        return frame.height();
    }

    @Override
    public int count() {
        return 1;
    }

    @Override
    public Optional<Frame> next() {
        if (read) {
            return Optional.empty();
        }
        read = true;
        return Optional.of(frame);
    }

    @Override
    public Optional<Calibration> calibration() {
        return Optional.empty();
    }

    @Override
    public Optional<Timing> timing() {
        return Optional.empty();
    }
}
