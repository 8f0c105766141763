package org.fertivision.report;

import org.fertivision.image.Calibration;
import org.fertivision.image.Timing;
import org.fertivision.request.InputFacts;
import org.fertivision.request.PageMeaning;
import org.jspecify.annotations.Nullable;

/**
 * What one field was made from, and the scale and speed that held for it.
 *
 * @param input hashes and sizes
 * @param calibration how large a pixel was taken to be, or null if nobody said
 * @param timing how fast the frames follow, or null for a still or if nobody said
 * @param reader the stranger's reader that gave the frames, with its version, or null for FertiVision's own
 * @param pages what the caller said that the pages of a file are, or null if nothing
 */
public record FieldFacts(
        InputFacts input,
        @Nullable Calibration calibration,
        @Nullable Timing timing,
        @Nullable String reader,
        @Nullable PageMeaning pages) {
    /** What was read by FertiVision itself. */
    public FieldFacts(InputFacts input, @Nullable Calibration calibration, @Nullable Timing timing) {
        this(input, calibration, timing, null, null);
    }
}
