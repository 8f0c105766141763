package org.fertivision.decode;

import java.util.List;
import java.util.function.Supplier;
import org.fertivision.finding.Notice;
import org.fertivision.image.Frames;
import org.fertivision.request.InputFacts;

/**
 * What came out of a file.
 *
 * @param frames the pixels, upright, with the size of a pixel and the speed where the file tells them credibly
 * @param facts hashes and sizes; the name is left to the caller
 * @param told gives the notices as far as the frames were read
 */
public record Decoded(Frames frames, InputFacts facts, Supplier<List<Notice>> told) {
    /** The code of the notice that a file tells a frame rate that nobody believes. */
    public static final String RATE_UNBELIEVABLE = "frame-rate-unbelievable";

    /** What came out of a file that was read to its end. */
    public Decoded(Frames frames, InputFacts facts, List<Notice> notices) {
        this(frames, facts, of(List.copyOf(notices)));
    }

    /** Tolerable defects, and what was ignored, as far as the frames were read. */
    public List<Notice> notices() {
        return List.copyOf(told.get());
    }

    private static Supplier<List<Notice>> of(List<Notice> known) {
        return () -> known;
    }
}
