package org.fertivision.decode;

import java.util.List;
import org.fertivision.finding.Notice;
import org.fertivision.image.Frames;
import org.fertivision.request.InputFacts;

/**
 * What came out of a file.
 *
 * @param frames the pixels, upright, with the size of a pixel where the file tells it credibly
 * @param facts hashes and sizes; the name is left to the caller
 * @param notices tolerable defects, and what was ignored
 */
public record Decoded(Frames frames, InputFacts facts, List<Notice> notices) {
    /** Copies the list. */
    public Decoded {
        notices = List.copyOf(notices);
    }
}
