package org.fertivision.decode;

import java.util.List;
import org.fertivision.finding.Notice;
import org.fertivision.image.Frame;
import org.jspecify.annotations.Nullable;

/**
 * What a format's reader hands over: frames as they lie in the file, and what the file says of them.
 *
 * @param frames one frame a page, not yet turned upright
 * @param orientation how they are to be turned
 * @param pixelSize the size of a pixel as the file tells it, not yet turned; null where it tells none that is credible
 * @param intervalS from one frame to the next, seconds; 0 where untold
 * @param notices tolerable defects, and what was ignored
 */
record Picture(
        List<Frame> frames,
        Orientation orientation,
        @Nullable PixelSize pixelSize,
        double intervalS,
        List<Notice> notices) {
    /** A picture of which no speed is told. */
    Picture(List<Frame> frames, Orientation orientation, @Nullable PixelSize pixelSize, List<Notice> notices) {
        this(frames, orientation, pixelSize, 0, notices);
    }

    Picture {
        frames = List.copyOf(frames);
        notices = List.copyOf(notices);
    }
}
