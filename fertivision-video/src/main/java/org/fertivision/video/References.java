package org.fertivision.video;

import java.util.Arrays;
import org.jcodec.codecs.h264.io.model.Frame;
import org.jcodec.common.IntObjectMap;
import org.jspecify.annotations.Nullable;

/** The pictures that others are built on, by their numbers (ITU-T H.264, 8.2.5). */
final class References {
    private final @Nullable Frame[] byNumber;
    private final int most;
    private int last = -1;

    References(Sequence sequence) {
        this.byNumber = new Frame[1 << sequence.frameNumberBits()];
        this.most = Math.max(1, sequence.references());
    }

    /** All of them, each at its number, null where there is none. */
    @Nullable
    Frame[] byNumber() {
        return byNumber;
    }

    /** Those that are kept for long: such films are refused. */
    static IntObjectMap<Frame> keptForLong() {
        return new IntObjectMap<>();
    }

    /**
     * Makes ready for a picture.
     *
     * @throws org.fertivision.spi.RejectedException if pictures are missing before it
     */
    void expect(SliceHead head) {
        if (head.isFresh()) {
            Arrays.fill(byNumber, null);
            last = -1;
        } else if (last < 0) {
            throw Refusal.damaged("it begins with a picture that is built on others.");
        }
        if (head.frameNumber() != (last + 1) % byNumber.length) {
            throw Refusal.damaged("pictures are missing that others are built on.");
        }
    }

    /** Keeps a picture for those that are built on it. */
    void keep(SliceHead head, Frame picture) {
        if (!head.isReference()) {
            return;
        }
        for (int back : head.forgotten()) {
            byNumber[Math.floorMod(head.frameNumber() - back, byNumber.length)] = null;
        }
        byNumber[head.frameNumber()] = picture;
        last = head.frameNumber();
        if (head.slides()) {
            forgetOldest();
        }
    }

    /** Of more than there is room for the one with the farthest number goes. */
    private void forgetOldest() {
        int kept = 0;
        int oldest = last;
        for (int back = 0; back < byNumber.length; back++) {
            int number = Math.floorMod(last - back, byNumber.length);
            if (byNumber[number] != null) {
                kept++;
                oldest = number;
            }
        }
        if (kept > most) {
            byNumber[oldest] = null;
        }
    }
}
