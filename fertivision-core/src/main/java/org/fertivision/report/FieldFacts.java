package org.fertivision.report;

import org.fertivision.image.Calibration;
import org.fertivision.image.Timing;
import org.fertivision.request.InputFacts;
import org.jspecify.annotations.Nullable;

/**
 * What one field was made from, and the scale and speed that held for it.
 *
 * @param input hashes and sizes
 * @param calibration how large a pixel was taken to be, or null if nobody said
 * @param timing how fast the frames follow, or null for a still or if nobody said
 */
public record FieldFacts(
        InputFacts input,
        @Nullable Calibration calibration,
        @Nullable Timing timing) {}
