package org.fertivision.sperm.vitality;

import org.fertivision.pixel.Blob;
import org.fertivision.pixel.GrayUnder;
import org.fertivision.pixel.Surround;
import org.fertivision.pixel.Threshold;
import org.jspecify.annotations.Nullable;

/**
 * An object of one channel, measured against its own surroundings.
 *
 * @param blob its pixels
 * @param contrast brightness of its bright pixels (90th percentile) above the median of its surroundings, gray levels
 * @param contrastLimit the contrast that a cell must have there, gray levels
 * @param refusal why it is no cell, or null if it may be one
 */
record StainedObject(
        Blob blob,
        double contrast,
        double contrastLimit,
        @Nullable String refusal) {
    static final String TOO_SMALL = "too-small";
    static final String TOO_LARGE = "too-large";
    static final String LOW_CONTRAST = "low-contrast";
    static final String DIM = "dim";

    static final String THREAD = "thread-like";

    /**
     * Length over width, by second moments, of no cell. Chosen on samples 07, 09 and 16, whose 2,578 cells reach 5.4 and
     * whose threads begin at 7.1; see ADR 7.
     */
    static final double THREAD_ASPECT = 6;

    private static final double BRIGHT_PERCENT = 90;

    static StainedObject of(Blob blob, Channel channel, CellScale scale, double localContrast) {
        if (blob.area() < scale.minArea()) {
            return new StainedObject(blob, 0, 0, TOO_SMALL);
        }
        if (blob.area() > scale.maxArea()) {
            return new StainedObject(blob, 0, 0, TOO_LARGE);
        }
        if (blob.ellipse().aspect() > THREAD_ASPECT) {
            return new StainedObject(blob, 0, 0, THREAD);
        }
        Surround surround = Surround.of(
                blob,
                channel.plane(),
                scale.nearMargin(),
                scale.farMargin(),
                Threshold.brighterThan(channel.threshold()));
        double background = surround.samples() == 0 ? channel.background() : surround.median();
        double contrast = GrayUnder.of(blob, channel.plane()).percentile(BRIGHT_PERCENT) - background;
        double limit = localContrast * Math.max(1, surround.sigma());
        return new StainedObject(blob, contrast, limit, contrast < limit ? LOW_CONTRAST : null);
    }

    /** This object as too dim beside the bright ones of its field. */
    StainedObject dimmed(double limit) {
        return new StainedObject(blob, contrast, limit, DIM);
    }

    boolean isCell() {
        return refusal == null;
    }
}
