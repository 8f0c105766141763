package org.fertivision.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.fertivision.finding.Notice;
import org.fertivision.finding.RejectionCode;
import org.fertivision.spi.RejectedException;
import org.jspecify.annotations.Nullable;

/**
 * The structure of a PNG file: every chunk with its checksum, in order, without inflating anything. Chunks that the
 * picture does not need are checked and skipped; compressed texts and profiles are never inflated.
 *
 * <p>Source: ISO/IEC 15948 (PNG, third edition), sections 5 and 11.
 */
final class PngFile {
    private static final String FORMAT = "PNG";
    private static final int SIGNATURE_BYTES = 8;
    private static final int GRAY = 0;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int GRAY_ALPHA = 4;
    private static final int RGB_ALPHA = 6;
    private static final int MOST_ENTRIES = 256;

    private final Bytes bytes;
    private final HeaderGuard guard;
    private final List<Bytes> data = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private long end;
    private @Nullable Bytes header;
    private Bytes palette;
    private Bytes transparency;
    private boolean dataOver;
    private Exif exif = Exif.NONE;
    private @Nullable PixelSize pixelSize;

    private PngFile(byte[] file, HeaderGuard guard) {
        this.bytes = Bytes.bigEndian(file, FORMAT);
        this.guard = guard;
        this.palette = bytes.part(0, 0);
        this.transparency = palette;
    }

    /** Walks a file that begins with PNG's signature. */
    static PngFile walk(byte[] file, HeaderGuard guard) {
        PngFile png = new PngFile(file, guard);
        png.walk();
        return png;
    }

    int width() {
        return header().i32(0);
    }

    int height() {
        return header().i32(4);
    }

    /** Bits of one stored sample: 1, 2, 4, 8 or 16. */
    int depth() {
        return header().u8(8);
    }

    /** Stored samples a pixel, alpha included. */
    int samples() {
        return switch (type()) {
            case GRAY, PALETTE -> 1;
            case GRAY_ALPHA -> 2;
            case RGB -> 3;
            default -> 4;
        };
    }

    boolean hasPalette() {
        return type() == PALETTE;
    }

    /** Whether the last sample of each pixel is its alpha. */
    boolean hasAlpha() {
        return type() == GRAY_ALPHA || type() == RGB_ALPHA;
    }

    /** Whether the rows come in seven passes (Adam7). */
    boolean isInterlaced() {
        return header().u8(12) == 1;
    }

    /** The palette: red, green and blue of each entry; empty where there is none. */
    Bytes palette() {
        return palette;
    }

    /** Alpha of the first palette entries, or the one transparent color; empty where there is none. */
    Bytes transparency() {
        return transparency;
    }

    /** Whether every palette entry is a gray. */
    boolean isPaletteGray() {
        for (int i = 0; i < palette.length(); i += 3) {
            if (palette.u8(i) != palette.u8(i + 1L) || palette.u8(i) != palette.u8(i + 2L)) {
                return false;
            }
        }
        return true;
    }

    /** Channels of the picture: 1 or 3. */
    int channels() {
        return switch (type()) {
            case GRAY, GRAY_ALPHA -> 1;
            case PALETTE -> isPaletteGray() ? 1 : 3;
            default -> 3;
        };
    }

    /** The stretches of compressed picture data, in order. */
    List<Bytes> data() {
        return data;
    }

    Orientation orientation() {
        return exif.orientation();
    }

    /** The credible size of a pixel, or null. */
    @Nullable
    PixelSize pixelSize() {
        return pixelSize != null ? pixelSize : exif.pixelSize();
    }

    List<Notice> notices() {
        return notices;
    }

    /** Where the picture ends. */
    long end() {
        return end;
    }

    private void walk() {
        long at = SIGNATURE_BYTES;
        long chunks = 0;
        while (end == 0) {
            guard.chunks(++chunks);
            long length = bytes.u32(at);
            String type = bytes.latin(at + 4, 4);
            checkName(type, at);
            Bytes body = bytes.part(at + 8, length);
            checkSum(at, length, bytes.u32(at + 8 + length));
            at += 12 + length;
            take(type, body, at);
        }
        if (data.isEmpty()) {
            throw Refusal.damagedAt(end, "The PNG file ends without a picture.");
        }
        if (hasPalette() && palette.length() == 0) {
            throw Refusal.damaged("The PNG picture needs a palette and has none.");
        }
        guard.picture(FORMAT, width(), height(), channels(), depth() > 8 ? 2 : 1, 1);
    }

    private void take(String type, Bytes body, long after) {
        if (header == null && !type.equals("IHDR")) {
            throw Refusal.damagedAt(SIGNATURE_BYTES, "The PNG file does not begin with a header.");
        }
        if (!type.equals("IDAT") && !data.isEmpty()) {
            dataOver = true;
        }
        switch (type) {
            case "IHDR" -> takeHeader(body);
            case "PLTE" -> takePalette(body);
            case "IDAT" -> takeData(body, after);
            case "IEND" -> end = after;
            case "tRNS" -> {
                guard.metadata(body.length());
                transparency = body;
            }
            case "pHYs" -> takePixelSize(body);
            case "eXIf" -> takeExif(body);
            case "acTL" -> takeAnimation(body);
            default -> {
                if (Character.isUpperCase(type.charAt(0))) {
                    throw Refusal.unsupported("The PNG file needs an extension that is not known (" + type + ").");
                }
                guard.metadata(body.length());
            }
        }
    }

    private void takeAnimation(Bytes body) {
        long pictures = body.u32(0);
        if (pictures > 1) {
            notices.add(new Notice(
                    "animation-ignored",
                    "The PNG file is an animation of " + pictures + " pictures; the one that stands for it was looked"
                            + " at."));
        }
    }

    private void takeHeader(Bytes body) {
        if (header != null || body.length() != 13) {
            throw Refusal.damagedAt(SIGNATURE_BYTES, "The PNG header is not what it should be.");
        }
        header = body;
        int depth = depth();
        boolean known =
                switch (type()) {
                    case GRAY -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
                    case PALETTE -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
                    case RGB, GRAY_ALPHA, RGB_ALPHA -> depth == 8 || depth == 16;
                    default -> false;
                };
        if (!known || body.u8(10) != 0 || body.u8(11) != 0 || body.u8(12) > 1) {
            throw Refusal.damagedAt(SIGNATURE_BYTES + 8L, "The PNG header names a way of storing that does not exist.");
        }
        int channels = type() == GRAY || type() == GRAY_ALPHA || type() == PALETTE ? 1 : 3;
        guard.picture(FORMAT, body.u32(0), body.u32(4), channels, depth > 8 ? 2 : 1, 1);
    }

    private void takePalette(Bytes body) {
        int entries = body.length() / 3;
        boolean fits = body.length() % 3 == 0 && entries >= 1 && entries <= MOST_ENTRIES;
        if (palette.length() > 0 || !data.isEmpty() || !fits) {
            throw Refusal.damaged("The PNG palette is not what it should be.");
        }
        palette = body;
    }

    private void takeData(Bytes body, long after) {
        if (dataOver) {
            throw Refusal.damagedAt(after, "The PNG picture data are torn apart by other parts.");
        }
        data.add(body);
    }

    private void takePixelSize(Bytes body) {
        if (body.length() == 9 && body.u8(8) == 1) {
            pixelSize = PixelSize.ofDensity((double) body.u32(0), (double) body.u32(4), PixelSize.UM_PER_METER);
        }
    }

    private void takeExif(Bytes body) {
        try {
            exif = Exif.parse(body, guard);
        } catch (RejectedException e) {
            if (e.rejection().code() != RejectionCode.UNDECODABLE_IMAGE) {
                throw e;
            }
            notices.add(new Notice("metadata-unreadable", "The EXIF block is damaged; nothing was taken from it."));
        }
    }

    private void checkSum(long at, long length, long told) {
        CRC32 sum = new CRC32();
        sum.update(bytes.array(), bytes.index(at + 4, length + 4), (int) length + 4);
        if (sum.getValue() != told) {
            throw Refusal.damagedAt(at, "The PNG file is damaged: a checksum does not fit.");
        }
    }

    private static void checkName(String type, long at) {
        for (int i = 0; i < type.length(); i++) {
            char c = type.charAt(i);
            if (!((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))) {
                throw Refusal.damagedAt(at, "The PNG file is damaged: a part of it has no name.");
            }
        }
    }

    private int type() {
        return header().u8(9);
    }

    private Bytes header() {
        if (header == null) {
            throw new IllegalStateException("asked before the header was read");
        }
        return header;
    }
}
