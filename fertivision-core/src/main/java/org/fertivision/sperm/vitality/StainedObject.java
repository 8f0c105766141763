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

    private static final double BRIGHT_PERCENT = 90;

    static StainedObject of(Blob blob, Channel channel, CellScale scale, double localContrast) {
        if (blob.area() < scale.minArea()) {
            return new StainedObject(blob, 0, 0, TOO_SMALL);
        }
        if (blob.area() > scale.maxArea()) {
            return new StainedObject(blob, 0, 0, TOO_LARGE);
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
