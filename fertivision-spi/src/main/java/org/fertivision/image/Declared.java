package org.fertivision.image;

import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Notice;
import org.jspecify.annotations.Nullable;

/** Frames whose scale and speed somebody told. */
final class Declared implements Frames {
    private final Frames frames;
    private final @Nullable Calibration calibration;
    private final @Nullable Timing timing;

    Declared(Frames frames, @Nullable Calibration calibration, @Nullable Timing timing) {
        this.frames = frames;
        this.calibration = calibration;
        this.timing = timing;
    }

    @Override
    public int width() {
        return frames.width();
    }

    @Override
    public int height() {
        return frames.height();
    }

    @Override
    public int count() {
        return frames.count();
    }

    @Override
    public Optional<Frame> next() {
        return frames.next();
    }

    @Override
    public Optional<Calibration> calibration() {
        return Optional.ofNullable(calibration);
    }

    @Override
    public Optional<Timing> timing() {
        return Optional.ofNullable(timing);
    }

    @Override
    public List<Notice> notices() {
        return frames.notices();
    }

    @Override
    public void close() {
        frames.close();
    }
}
