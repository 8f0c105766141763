package org.fertivision.decode;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Timing;

/** The pages of one file as frames, one after another. */
final class Pages implements Frames {
    private final List<Frame> frames;
    private final Iterator<Frame> rest;

    Pages(List<Frame> frames) {
        this.frames = List.copyOf(frames);
        this.rest = this.frames.iterator();
    }

    @Override
    public int width() {
        return frames.get(0).width();
    }

    @Override
    public int height() {
        return frames.get(0).height();
    }

    @Override
    public int count() {
        return frames.size();
    }

    @Override
    public Optional<Frame> next() {
        return rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
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
