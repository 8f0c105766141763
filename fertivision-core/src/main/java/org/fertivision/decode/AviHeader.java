package org.fertivision.decode;

import org.fertivision.image.Timing;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of an AVI file say of its first video stream.
 *
 * <p>Source: Microsoft, "AVI RIFF File Reference" (AVIMAINHEADER, AVISTREAMHEADER, BITMAPINFOHEADER).
 */
final class AviHeader {
    /** Bytes of the longest header that is looked at: a format with its palette. */
    static final int MOST_FORMAT_BYTES = 40 + 4 * 256;

    private static final int INFO_BYTES = 40;

    /** Rates that a file is believed, frames a second: from time-lapse to high-speed cameras. */
    private static final double SLOWEST = 1e-4;

    private static final double FASTEST = 10_000;
    private static final double MICROS_PER_S = 1e6;

    private final Bytes main;
    private int streams;
    private int number = -1;
    private @Nullable Bytes stream;
    private @Nullable Bytes format;

    AviHeader(byte[] main) {
        this.main = Bytes.littleEndian(main, AviFile.FORMAT);
    }

    /** Takes in the header of the next stream. */
    void stream(byte[] header) {
        Bytes bytes = Bytes.littleEndian(header, AviFile.FORMAT);
        if (number < 0 && (bytes.says(0, "vids") || bytes.says(0, "iavs"))) {
            number = streams;
            stream = bytes;
        }
        streams++;
    }

    /** Takes in the format of the last stream. */
    void format(byte[] bytes) {
        if (number == streams - 1 && format == null) {
            format = Bytes.littleEndian(bytes, AviFile.FORMAT);
        }
    }

    /** Whether the video stream and its format are known. */
    boolean isComplete() {
        return format != null && format.length() >= INFO_BYTES;
    }

    /** Whether there is a video stream. */
    boolean hasVideo() {
        return number >= 0;
    }

    /** The place of the video among the streams. */
    int number() {
        return number;
    }

    int width() {
        return format().i32(4);
    }

    int height() {
        int stored = format().i32(8);
        return stored == Integer.MIN_VALUE ? 0 : Math.abs(stored);
    }

    /** Whether the first row of uncompressed colors is the topmost. */
    boolean isTopDown() {
        return format().i32(8) < 0;
    }

    int bits() {
        return format().u16(14);
    }

    /** The format of the frames: four letters, or a small number in them. */
    String compression() {
        return format().latin(16, 4);
    }

    /** Who wrote them, where the format does not say. */
    String handler() {
        return stream == null || stream.length() < 8 ? "" : stream.latin(4, 4);
    }

    /** The format as it stands in the file: the header of a bitmap. */
    Bytes format() {
        if (format == null) {
            throw Refusal.damaged("The AVI file tells no format of its frames.");
        }
        return format;
    }

    /** How many frames the file says it has, 0 where it does not. */
    long frames() {
        return stream == null || stream.length() < 36 ? 0 : stream.u32(32);
    }

    /** The frames a second where the file tells them credibly. */
    @Nullable
    Timing timing() {
        double rate = rate();
        return rate >= SLOWEST && rate <= FASTEST ? new Timing(rate, Timing.Origin.FILE) : null;
    }

    /** The frames a second as the file tells them, believable or not. */
    double rate() {
        if (stream == null || stream.length() < 28) {
            return 0;
        }
        long scale = stream.u32(20);
        long rate = stream.u32(24);
        return scale == 0 ? 0 : rate / (double) scale;
    }

    /** The frames a second by the other place where an AVI file tells them; 0 where it does not. */
    double otherRate() {
        long micros = main.length() < 4 ? 0 : main.u32(0);
        return micros == 0 ? 0 : MICROS_PER_S / micros;
    }
}
