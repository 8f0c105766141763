package org.fertivision.report;

import java.util.function.IntFunction;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;

/** Pictures of fields that are stills. */
record StillPictures(IntFunction<Frame> stills) implements Pictures {
    @Override
    public Frame frame(int field, int index) {
        return stills.apply(field);
    }

    @Override
    public Frames frames(int field) {
        return Frames.of(stills.apply(field));
    }
}
