package org.fertivision.image;

import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.spi.RejectedException;

/**
 * The frames of one field, one after another: a still has one. Not thread-safe; read by one thread, then closed.
 *
 * <p>A reader of long videos holds a frame or a few at a time, so frames come only in order and only once.
 */
public interface Frames extends AutoCloseable {
    /** Columns of every frame. */
    int width();

    /** Rows of every frame. */
    int height();

    /** How many frames there are, as far as the source tells; a still has 1. */
    int count();

    /** The next frame, or nothing after the last one. */
    Optional<Frame> next();

    /** How large a pixel is, if anyone said. */
    Optional<Calibration> calibration();

    /** How fast the frames follow, if anyone said. */
    Optional<Timing> timing();

    /** What a reader of the report should know of the source, as far as it is known by now. */
    default List<Notice> notices() {
        return List.of();
    }

    /**
     * The one frame of a still.
     *
     * @throws RejectedException if there is more than one frame
     */
    default Frame only() {
        if (count() > 1) {
            throw new RejectedException(Rejection.of(
                    RejectionCode.TOO_MANY_FRAMES,
                    "This kind looks at one still a field; the file has " + count() + " frames. Pages that show other"
                            + " places of the specimen are taken apart when asked for (--pages fields,"
                            + " pages=fields).",
                    new Rejection.Limit("frames", 1, count())));
        }
        return next().orElseThrow(() -> new IllegalStateException("the frame was read before"));
    }

    /** Lets go of files and buffers. */
    @Override
    default void close() {}

    /** One still with nothing known of its scale. */
    static Frames of(Frame still) {
        return new Still(still);
    }

    /** These frames with the given calibration in place of their own. */
    default Frames calibrated(Calibration calibration) {
        return new Declared(this, calibration, timing().orElse(null));
    }

    /** These frames with the given timing in place of their own. */
    default Frames timed(Timing timing) {
        return new Declared(this, calibration().orElse(null), timing);
    }
}
