package org.fertivision.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Timing;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Work;
import org.jspecify.annotations.Nullable;

/**
 * The frames of a video, one in memory at a time. Frames that are missing, damaged, or repeat the one before to the last
 * bit are left out, and those that follow keep their place and time; how many were left out is told after the last one.
 */
final class FilmFrames implements Frames {
    private static final byte[] NOTHING = new byte[0];

    private final FrameStore store;
    private final Descriptor.Channels wanted;
    private final @Nullable Timing timing;
    private final Work work;
    private final int width;
    private final int height;
    private @Nullable Frame ahead;
    private byte[] before = NOTHING;
    private int tick;
    private int given;
    private int missing;
    private int repeated;
    private int damaged;
    private int firstDamaged;
    private @Nullable Rejection why;

    /**
     * Opens a video at its first frame that can be read.
     *
     * @throws RejectedException if there is none, with what is wrong with the first
     */
    FilmFrames(FrameStore store, Descriptor.Channels wanted, @Nullable Timing timing, Work work) {
        this.store = store;
        this.wanted = wanted;
        this.timing = timing;
        this.work = work;
        Frame first = readOn();
        if (first == null) {
            throw new RejectedException(
                    why == null
                            ? Rejection.of(RejectionCode.UNDECODABLE_IMAGE, "All frames of the video are empty.")
                            : why.saying("No frame of the video can be read. " + why.detail()));
        }
        this.width = first.width();
        this.height = first.height();
        this.ahead = first;
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
        return store.count();
    }

    @Override
    public Optional<Frame> next() {
        Frame next = ahead == null ? readOn() : ahead;
        ahead = null;
        if (next == null) {
            refuseStill();
            return Optional.empty();
        }
        given++;
        return Optional.of(next);
    }

    @Override
    public Optional<Calibration> calibration() {
        return store.calibration();
    }

    @Override
    public Optional<Timing> timing() {
        return Optional.ofNullable(timing);
    }

    @Override
    public void close() {
        store.close();
    }

    /** Passes over all frames before that number, undecoded; from then on notices tell of the rest only. */
    void passTo(int number) {
        if (ahead != null && ahead.index() >= number) {
            return;
        }
        ahead = null;
        tick = Math.min(number, store.count());
        before = NOTHING;
        for (int at = tick - 1; at >= 0 && before.length == 0; at--) {
            before = store.stored(at);
        }
    }

    /** What was left out so far. */
    @Override
    public List<Notice> notices() {
        List<Notice> notices = new ArrayList<>();
        String of = " of " + store.count() + " frames ";
        if (missing > 0) {
            notices.add(new Notice(
                    "frames-missing",
                    missing + of + "are missing; the others keep their time, and nothing was seen in these."));
        }
        if (repeated > 0) {
            notices.add(new Notice(
                    "frames-repeated",
                    repeated + of + "repeat the one before to the last bit, as recorders fill up for frames that they"
                            + " lost; they were taken as missing."));
        }
        if (why != null) {
            notices.add(new Notice(
                    "frames-damaged",
                    damaged + of + "cannot be read and were taken as missing; the first is frame " + firstDamaged + ": "
                            + why.detail()));
        }
        return notices;
    }

    private @Nullable Frame readOn() {
        while (tick < store.count()) {
            work.checkpoint();
            int at = tick++;
            byte[] stored = store.stored(at);
            if (stored.length == 0) {
                missing++;
            } else if (Arrays.equals(stored, before)) {
                repeated++;
            } else {
                before = stored;
                Frame frame = decoded(stored, at);
                if (frame != null) {
                    return frame;
                }
            }
        }
        before = NOTHING;
        return null;
    }

    private @Nullable Frame decoded(byte[] stored, int at) {
        try {
            Frame frame = store.decoded(stored, at, wanted, work);
            if (width > 0 && (frame.width() != width || frame.height() != height)) {
                throw Refusal.damaged("The frame has " + frame.width() + " x " + frame.height() + " pixels, the first "
                        + width + " x " + height + ".");
            }
            double seconds = timing == null ? 0 : at / timing.framesPerSecond();
            boolean turnsGray = wanted == Descriptor.Channels.GRAY && frame.isColor();
            return new Frame(turnsGray ? List.of(frame.gray()) : frame.planes(), at, seconds, 0);
        } catch (RejectedException e) {
            RejectionCode.Group group = e.rejection().code().group();
            if (group != RejectionCode.Group.UNREADABLE && group != RejectionCode.Group.LIMIT) {
                throw e;
            }
            if (why == null) {
                why = e.rejection();
                firstDamaged = at;
            }
            damaged++;
            return null;
        }
    }

    private void refuseStill() {
        if (given == 1 && repeated > 0) {
            throw new RejectedException(Rejection.of(
                    RejectionCode.UNUSABLE_IMAGE,
                    "All frames of the video are the same picture to the last bit; a still played as a video shows no"
                            + " motion."));
        }
    }
}
