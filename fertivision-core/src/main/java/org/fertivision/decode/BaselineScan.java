package org.fertivision.decode;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@link BaselineJpeg} needs to know of a picture: tables, channels, and where the coded data lies. Only of the common
 * kind: Huffman codes, all channels in one scan, color as brightness and two differences that are stored for each pixel,
 * for pairs of pixels or for squares of four.
 *
 * <p>Source: ITU-T T.81 (1992), annex B.
 */
final class BaselineScan {
    private static final int SOF0 = 0xC0;
    private static final int DHT = 0xC4;
    private static final int SOS = 0xDA;
    private static final int DQT = 0xDB;
    private static final int DRI = 0xDD;
    private static final int COEFFICIENTS = 64;
    private static final int TABLES = 4;
    private static final int DC_SYMBOLS = 16;
    /** Color of fewer columns is spread in another way. */
    private static final int LEAST_COLOR_COLUMNS = 3;

    private final byte[] file;
    private final int[][] steps = new int[TABLES][0];
    private final Map<Integer, HuffmanCode> codes = new HashMap<>();
    private int interval;
    private @Nullable JpegSegment frame;
    private @Nullable JpegSegment scan;

    private BaselineScan(byte[] file) {
        this.file = file;
    }

    /** The scan of a picture, or nothing if it is of another kind. */
    static Optional<BaselineScan> of(JpegFile jpeg) {
        BaselineScan found = new BaselineScan(jpeg.file());
        List<JpegSegment> segments = jpeg.segments();
        boolean isCommon = jpeg.channels() == JpegFile.Channels.GRAY || jpeg.channels() == JpegFile.Channels.YCBCR;
        for (int i = 0; i < segments.size() && isCommon; i++) {
            isCommon = found.scan == null && found.isTaken(segments.get(i));
        }
        return isCommon && found.isWhole() ? Optional.of(found) : Optional.empty();
    }

    private boolean isTaken(JpegSegment segment) {
        switch (segment.marker()) {
            case SOF0 -> frame = segment;
            case SOS -> scan = segment;
            case DRI -> interval = segment.to() - segment.from() == 2 ? u16(segment.from()) : -1;
            case DQT -> {
                return areSteps(segment);
            }
            case DHT -> {
                return areCodes(segment);
            }
            default -> {
                return false;
            }
        }
        return interval >= 0;
    }

    private boolean areSteps(JpegSegment segment) {
        int at = segment.from();
        for (; at + 1 + COEFFICIENTS <= segment.to(); at += 1 + COEFFICIENTS) {
            int number = u8(at);
            if (number >= TABLES) {
                return false;
            }
            steps[number] = new int[COEFFICIENTS];
            for (int i = 0; i < COEFFICIENTS; i++) {
                steps[number][i] = u8(at + 1 + i);
            }
        }
        return at == segment.to();
    }

    private boolean areCodes(JpegSegment segment) {
        int at = segment.from();
        while (at + 17 <= segment.to()) {
            int[] counts = new int[16];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = u8(at + 1 + i);
            }
            int end = at + 17 + Arrays.stream(counts).sum();
            int number = u8(at);
            if (end > segment.to() || (number & 0xEF) >= TABLES) {
                return false;
            }
            Optional<HuffmanCode> code = HuffmanCode.of(counts, Arrays.copyOfRange(file, at + 17, end));
            if (code.isEmpty() || (number < TABLES && !code.get().isBelow(DC_SYMBOLS))) {
                return false;
            }
            codes.put(number, code.get());
            at = end;
        }
        return at == segment.to();
    }

    private boolean isWhole() {
        if (frame == null || scan == null) {
            return false;
        }
        int channels = channels();
        int from = scan.from();
        if (scan.to() - from != 4 + 2 * channels || u8(from) != channels) {
            return false;
        }
        int last = scan.to() - 3;
        boolean isSequential = u8(last) == 0 && u8(last + 1) == COEFFICIENTS - 1 && u8(last + 2) == 0;
        return isSequential && areChannels(channels) && isSampled(channels);
    }

    private boolean areChannels(int channels) {
        for (int channel = 0; channel < channels; channel++) {
            for (int other = 0; other < channel; other++) {
                if (name(other) == name(channel)) {
                    return false;
                }
            }
            if (u8(scanned(channel)) != name(channel)
                    || !codes.containsKey(codesOf(channel) >> 4)
                    || !codes.containsKey(0x10 | (codesOf(channel) & 15))
                    || u8(framed(channel) + 2) >= TABLES
                    || steps(channel).length == 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isSampled(int channels) {
        int luma = u8(framed(0) + 1);
        if (channels == 1) {
            return luma == 0x11;
        }
        boolean isKnown = luma == 0x11 || luma == 0x21 || luma == 0x22;
        return isKnown
                && u8(framed(1) + 1) == 0x11
                && u8(framed(2) + 1) == 0x11
                && (across() == 1 || (width() + 1) / 2 >= LEAST_COLOR_COLUMNS);
    }

    /** Columns. */
    int width() {
        return u16(frame().from() + 3);
    }

    /** Rows. */
    int height() {
        return u16(frame().from() + 1);
    }

    /** 1 or 3. */
    int channels() {
        return u8(frame().from() + 5);
    }

    /** Columns of brightness for one of color. */
    int across() {
        return u8(framed(0) + 1) >> 4;
    }

    /** Rows of brightness for one of color. */
    int down() {
        return u8(framed(0) + 1) & 15;
    }

    /** Steps of a channel's coefficients in their order in the file. */
    int[] steps(int channel) {
        return steps[u8(framed(channel) + 2)];
    }

    /** The code of a channel's means. */
    HuffmanCode meanCode(int channel) {
        return codes.getOrDefault(codesOf(channel) >> 4, HuffmanCode.NONE);
    }

    /** The code of a channel's other coefficients. */
    HuffmanCode code(int channel) {
        return codes.getOrDefault(0x10 | (codesOf(channel) & 15), HuffmanCode.NONE);
    }

    /** After how many units the coder starts anew; 0 for never. */
    int interval() {
        return interval;
    }

    /** Where the coded data begins. */
    int from() {
        return scan == null ? 0 : scan.to();
    }

    private JpegSegment frame() {
        if (frame == null) {
            throw new IllegalStateException("a scan without a frame is not handed out");
        }
        return frame;
    }

    private int framed(int channel) {
        return frame().from() + 6 + 3 * channel;
    }

    private int name(int channel) {
        return u8(framed(channel));
    }

    private int scanned(int channel) {
        return (scan == null ? 0 : scan.from()) + 1 + 2 * channel;
    }

    private int codesOf(int channel) {
        return u8(scanned(channel) + 1);
    }

    private int u8(int at) {
        return file[at] & 0xFF;
    }

    private int u16(int at) {
        return u8(at) << 8 | u8(at + 1);
    }
}
