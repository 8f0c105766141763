package org.fertivision.decode;

import org.fertivision.finding.RejectionCode;
import org.fertivision.request.Limits;

/**
 * The limits, held against what a file's header announces before anything is allocated for it. Counts are longs, and
 * products that do not fit one are too large.
 */
final class HeaderGuard {
    /** Up to this many pixels a picture may expand as far as it likes: the loss is small. */
    private static final long EXPANSION_FREE_PIXELS = 1_000_000;

    /** The most pixels that one array can hold on every JVM. */
    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 16L;

    private final Limits limits;
    private final long fileBytes;

    HeaderGuard(Limits limits, long fileBytes) {
        this.limits = limits;
        this.fileBytes = fileBytes;
    }

    /** The limits of one frame of a video, whose bytes say little of how far the others expand. */
    static HeaderGuard ofFrame(Limits limits) {
        return new HeaderGuard(limits.withMaxPixels(limits.maxFramePixels()), Long.MAX_VALUE);
    }

    /** Refuses pictures without pixels, with too long a side, too many pixels, or too large when decoded. */
    void picture(String format, long width, long height, int channels, int bytesPerSample, long pages) {
        if (width < 1 || height < 1) {
            throw Refusal.damaged("The " + format + " header says " + width + " x " + height + " pixels.");
        }
        String size = "The picture is " + width + " x " + height + " pixels";
        long side = Math.max(width, height);
        if (side > limits.maxSide()) {
            throw Refusal.overLimit(
                    RejectionCode.IMAGE_TOO_LARGE,
                    size + "; the longest side may have " + limits.maxSide() + ".",
                    "pixels a side",
                    limits.maxSide(),
                    (double) side);
        }
        double pixels = (double) width * height;
        long mostPixels = Math.min(limits.maxPixels(), LONGEST_ARRAY);
        if (pixels > mostPixels) {
            throw Refusal.overLimit(
                    RejectionCode.IMAGE_TOO_LARGE,
                    size + ", " + (long) pixels + " in all; at most " + mostPixels + " are allowed.",
                    "pixels",
                    mostPixels,
                    pixels);
        }
        decodedBytes(size, width * height, (long) channels * bytesPerSample, pages);
    }

    /** Refuses a strip or tile that one array cannot hold. */
    int segmentBytes(long rowBytes, long rows) {
        long bytes = times(rowBytes, rows);
        long most = Math.min(limits.maxDecodedBytes(), LONGEST_ARRAY);
        if (bytes > most) {
            throw Refusal.overLimit(
                    RejectionCode.IMAGE_TOO_LARGE,
                    "A strip or tile has " + bytes + " bytes; at most " + most + " are allowed.",
                    "bytes of a strip or tile",
                    most,
                    (double) bytes);
        }
        return (int) bytes;
    }

    /** Refuses tiles that hold far more than the picture that is cut out of them. */
    void unpacked(long columns, long rows, long bytesPerPixel) {
        decodedBytes("The tiles cover " + columns + " x " + rows + " pixels", times(columns, rows), bytesPerPixel, 1);
    }

    /** Refuses more pages than allowed. */
    void pages(long pages) {
        if (pages > limits.maxPages()) {
            throw Refusal.overLimit(
                    RejectionCode.TOO_MANY_FRAMES,
                    "The file has more pages than the " + limits.maxPages() + " allowed.",
                    "pages",
                    limits.maxPages(),
                    (double) pages);
        }
    }

    /** Refuses a TIFF directory with more tags than allowed. */
    void tags(long tags) {
        structure("tags in one directory", limits.maxTags(), tags);
    }

    /** Refuses a TIFF page with more strips or tiles than allowed. */
    void strips(long strips) {
        structure("strips or tiles", limits.maxStrips(), strips);
    }

    /** Refuses more chunks or segments than allowed. */
    void chunks(long chunks) {
        structure("chunks or segments", limits.maxChunks(), chunks);
    }

    /** Refuses more JPEG scans than allowed. */
    void scans(long scans) {
        structure("scans", limits.maxScans(), scans);
    }

    /** Refuses a block of metadata with more bytes than allowed. */
    void metadata(long bytes) {
        structure("bytes of metadata in one block", limits.maxMetadataBytes(), bytes);
    }

    private static void structure(String what, long most, long actual) {
        if (actual > most) {
            throw Refusal.overLimit(
                    RejectionCode.STRUCTURE_LIMIT,
                    "The file has " + actual + " " + what + "; at most " + most + " are allowed.",
                    what,
                    most,
                    (double) actual);
        }
    }

    private void decodedBytes(String size, long pixels, long bytesPerPixel, long pages) {
        long decoded = times(times(pixels, bytesPerPixel), pages);
        if (decoded > limits.maxDecodedBytes()) {
            throw Refusal.overLimit(
                    RejectionCode.IMAGE_TOO_LARGE,
                    size + ", which take " + decoded + " bytes decoded; at most " + limits.maxDecodedBytes()
                            + " are allowed.",
                    "decoded bytes",
                    limits.maxDecodedBytes(),
                    (double) decoded);
        }
        if (times(pixels, pages) > EXPANSION_FREE_PIXELS && decoded > times(limits.maxExpansion(), fileBytes)) {
            throw Refusal.overLimit(
                    RejectionCode.DECOMPRESSION_RATIO,
                    "The " + fileBytes + " bytes of the file expand to " + decoded + "; at most "
                            + limits.maxExpansion() + " for each byte are allowed above one megapixel.",
                    "decoded bytes for each byte",
                    limits.maxExpansion(),
                    (double) decoded / fileBytes);
        }
    }

    /** The product, or the largest long where it does not fit. */
    private static long times(long a, long b) {
        try {
            return Math.multiplyExact(a, b);
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE;
        }
    }
}
