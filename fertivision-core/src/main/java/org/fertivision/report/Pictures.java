package org.fertivision.report;

import org.fertivision.image.Frame;
import org.fertivision.image.Frames;

/** The pictures behind a report, decoded anew whenever one is asked for; nothing is kept. */
public interface Pictures {
    /**
     * A frame in full size, in color where the source has color.
     *
     * @param field which field, from 0
     * @param index which frame of it, from 0
     * @return that frame, or the next one that is there
     * @throws org.fertivision.spi.RejectedException if the source cannot be read any more
     * @throws IndexOutOfBoundsException if there is neither
     */
    Frame frame(int field, int index);

    /**
     * All frames of a field in order, each decoded when it is asked for; to be closed.
     *
     * @param field which field, from 0
     * @throws org.fertivision.spi.RejectedException if the source cannot be read any more
     */
    Frames frames(int field);

    /** Whether there are pictures: where they were not kept, a report is shown without. */
    default boolean areKept() {
        return true;
    }

    /** No pictures, for a report whose images were not kept. */
    static Pictures none() {
        return new Pictures() {
            @Override
            public Frame frame(int field, int index) {
                throw notKept();
            }

            @Override
            public Frames frames(int field) {
                throw notKept();
            }

            @Override
            public boolean areKept() {
                return false;
            }

            private IllegalStateException notKept() {
                return new IllegalStateException("the pictures were not kept");
            }
        };
    }
}
