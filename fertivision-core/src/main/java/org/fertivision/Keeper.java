package org.fertivision;

import java.util.Optional;
import org.fertivision.finding.FieldOfView;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Timing;
import org.jspecify.annotations.Nullable;

/** Hands frames on and keeps the first one, from which the pictures of the items are cut where a scorer wants them. */
final class Keeper implements Frames {
    private final Frames frames;
    private final boolean keeps;
    private @Nullable Frame first;

    Keeper(Frames frames, boolean keeps) {
        this.frames = frames;
        this.keeps = keeps;
    }

    /** The field with a picture of each item, or as it is where nobody wants them. */
    FieldOfView pictured(FieldOfView field) {
        return first == null
                ? field
                : PatchCutter.pictured(field, first, frames.calibration().orElse(null));
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
        Optional<Frame> next = frames.next();
        if (keeps && first == null) {
            first = next.orElse(null);
        }
        return next;
    }

    @Override
    public Optional<Calibration> calibration() {
        return frames.calibration();
    }

    @Override
    public Optional<Timing> timing() {
        return frames.timing();
    }

    @Override
    public void close() {
        frames.close();
    }
}
