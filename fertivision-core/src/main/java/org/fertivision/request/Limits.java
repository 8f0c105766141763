package org.fertivision.request;

/**
 * How large and how deeply nested an input may be; checked before anything large is allocated.
 *
 * @param maxBytes most bytes of one file
 * @param maxSide longest side of a still, pixels
 * @param maxPixels most pixels of a still
 * @param maxPages most pages of a multi-page still
 * @param maxFrames most frames of a video
 * @param maxFramePixels most pixels of a video frame
 * @param maxDecodedBytes most bytes of decoded pixels held at once
 * @param maxExpansion most decoded bytes for each byte of file, above one megapixel
 * @param maxMetadataBytes most bytes of one block of metadata (EXIF, ICC, text)
 * @param maxTags most tags of one TIFF directory
 * @param maxStrips most strips or tiles of one TIFF page
 * @param maxChunks most chunks of a PNG
 * @param maxScans most scans of a progressive JPEG
 */
public record Limits(
        long maxBytes,
        int maxSide,
        long maxPixels,
        int maxPages,
        int maxFrames,
        long maxFramePixels,
        long maxDecodedBytes,
        int maxExpansion,
        int maxMetadataBytes,
        int maxTags,
        int maxStrips,
        int maxChunks,
        int maxScans) {
    private static final long MEBI = 1L << 20;
    private static final Limits STANDARD = new Limits(
            500 * MEBI,
            16_384,
            64_000_000,
            64,
            60_000,
            16_000_000,
            256 * MEBI,
            200,
            (int) MEBI,
            512,
            65_536,
            10_000,
            64);

    /** Refuses limits that are not positive. */
    public Limits {
        if (maxBytes < 1
                || maxSide < 1
                || maxPixels < 1
                || maxPages < 1
                || maxFrames < 1
                || maxFramePixels < 1
                || maxDecodedBytes < 1
                || maxExpansion < 1
                || maxMetadataBytes < 1
                || maxTags < 1
                || maxStrips < 1
                || maxChunks < 1
                || maxScans < 1) {
            throw new IllegalArgumentException("a limit is 1 or more");
        }
    }

    /** The limits that hold unless others are configured: 500 MiB, 16,384 pixels a side, 64 megapixels. */
    public static Limits standard() {
        return STANDARD;
    }

    /** These limits with another size of file. */
    public Limits withMaxBytes(long bytes) {
        return new Limits(
                bytes,
                maxSide,
                maxPixels,
                maxPages,
                maxFrames,
                maxFramePixels,
                maxDecodedBytes,
                maxExpansion,
                maxMetadataBytes,
                maxTags,
                maxStrips,
                maxChunks,
                maxScans);
    }

    /** These limits where the pages of a file are the frames of a video. */
    public Limits ofFilms() {
        return new Limits(
                maxBytes,
                maxSide,
                maxPixels,
                maxFrames,
                maxFrames,
                maxFramePixels,
                maxDecodedBytes,
                maxExpansion,
                maxMetadataBytes,
                maxTags,
                maxStrips,
                maxChunks,
                maxScans);
    }

    /** These limits with another number of pixels of a still. */
    public Limits withMaxPixels(long pixels) {
        return new Limits(
                maxBytes,
                maxSide,
                pixels,
                maxPages,
                maxFrames,
                maxFramePixels,
                maxDecodedBytes,
                maxExpansion,
                maxMetadataBytes,
                maxTags,
                maxStrips,
                maxChunks,
                maxScans);
    }

    /** These limits with another number of pixels of a video's frame. */
    public Limits withMaxFramePixels(long pixels) {
        return new Limits(
                maxBytes,
                maxSide,
                maxPixels,
                maxPages,
                maxFrames,
                pixels,
                maxDecodedBytes,
                maxExpansion,
                maxMetadataBytes,
                maxTags,
                maxStrips,
                maxChunks,
                maxScans);
    }
}
