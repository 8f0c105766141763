package org.fertivision.phantom;

import java.util.Optional;
import java.util.function.IntFunction;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Timing;

/** The frames of a film, drawn one by one. */
final class DrawnFrames implements Frames {
    private final Film film;
    private final IntFunction<Frame> drawing;
    private int next;

    DrawnFrames(Film film, IntFunction<Frame> drawing) {
        this.film = film;
        this.drawing = drawing;
    }

    @Override
    public int width() {
        return film.width();
    }

    @Override
    public int height() {
        return film.height();
    }

    @Override
    public int count() {
        return film.count();
    }

    @Override
    public Optional<Frame> next() {
        return next < film.count() ? Optional.of(drawing.apply(next++)) : Optional.empty();
    }

    @Override
    public Optional<Calibration> calibration() {
        return Optional.of(film.calibration());
    }

    @Override
    public Optional<Timing> timing() {
        return Optional.of(film.timing());
    }
}
