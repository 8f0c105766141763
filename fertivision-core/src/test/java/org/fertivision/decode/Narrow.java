package org.fertivision.decode;

import org.fertivision.request.Limits;

/** Limits of which one is narrowed. */
enum Narrow {
    SIDE,
    PIXELS,
    PAGES,
    FRAMES,
    DECODED_BYTES,
    EXPANSION,
    METADATA,
    TAGS,
    STRIPS,
    CHUNKS,
    SCANS;

    Limits to(int value) {
        Limits wide = Limits.standard();
        return new Limits(
                wide.maxBytes(),
                this == SIDE ? value : wide.maxSide(),
                this == PIXELS ? value : wide.maxPixels(),
                this == PAGES ? value : wide.maxPages(),
                this == FRAMES ? value : wide.maxFrames(),
                wide.maxFramePixels(),
                this == DECODED_BYTES ? value : wide.maxDecodedBytes(),
                this == EXPANSION ? value : wide.maxExpansion(),
                this == METADATA ? value : wide.maxMetadataBytes(),
                this == TAGS ? value : wide.maxTags(),
                this == STRIPS ? value : wide.maxStrips(),
                this == CHUNKS ? value : wide.maxChunks(),
                this == SCANS ? value : wide.maxScans());
    }
}
