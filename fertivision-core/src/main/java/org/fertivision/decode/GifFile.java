package org.fertivision.decode;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.finding.Notice;

/**
 * The structure of a GIF file, walked from the first block to the last without unpacking anything.
 *
 * <p>Source: CompuServe, Graphics Interchange Format, version 89a (1990).
 */
final class GifFile {
    static final String FORMAT = "GIF";
    private static final int HEADER_BYTES = 13;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2C;
    private static final int TRAILER = 0x3B;
    private static final int CONTROL = 0xF9;
    private static final int NO_COLOR = -1;

    /**
     * One picture of the file, a rectangle of its screen.
     *
     * @param x leftmost column
     * @param y topmost row
     * @param width columns
     * @param height rows
     * @param isInterlaced whether rows come in four passes
     * @param palette red, green and blue of each entry
     * @param transparentEntry the entry that is transparent, or -1
     * @param disposal what becomes of it before the next one: 2 wiped, 3 taken back, else left
     * @param codeBits bits of the smallest code less one
     * @param data the stretches of packed pixels, in order
     */
    record Image(
            int x,
            int y,
            int width,
            int height,
            boolean isInterlaced,
            Bytes palette,
            int transparentEntry,
            int disposal,
            int codeBits,
            List<Bytes> data) {}

    private final Bytes bytes;
    private final HeaderGuard guard;
    private final List<Image> images = new ArrayList<>();
    private Bytes screenPalette;
    private long at = HEADER_BYTES;
    private long metadata;
    private int transparentEntry = NO_COLOR;
    private int disposal;

    private GifFile(byte[] file, HeaderGuard guard) {
        this.bytes = Bytes.littleEndian(file, FORMAT);
        this.guard = guard;
        this.screenPalette = bytes.part(0, 0);
    }

    /** Walks a file that begins with GIF's signature. */
    static GifFile walk(byte[] file, HeaderGuard guard) {
        GifFile gif = new GifFile(file, guard);
        gif.walk();
        return gif;
    }

    int width() {
        return bytes.u16(6);
    }

    int height() {
        return bytes.u16(8);
    }

    List<Image> images() {
        return images;
    }

    /** Where the file's own end mark is passed. */
    int end() {
        return (int) at;
    }

    /** Channels of the pictures: 1 where every palette holds grays only, else 3. */
    int channels() {
        for (Image image : images) {
            Bytes palette = image.palette();
            for (int i = 0; i < palette.length(); i += 3) {
                if (palette.u8(i) != palette.u8(i + 1L) || palette.u8(i) != palette.u8(i + 2L)) {
                    return 3;
                }
            }
        }
        return 1;
    }

    private void walk() {
        guard.picture(FORMAT, width(), height(), 1, 1, 1);
        screenPalette = palette(bytes.u8(10));
        long blocks = 0;
        while (true) {
            guard.chunks(++blocks);
            int kind = bytes.u8(at++);
            if (kind == TRAILER) {
                break;
            }
            switch (kind) {
                case EXTENSION -> extension();
                case IMAGE -> image();
                default -> throw Refusal.damagedAt(at - 1, "The GIF file is damaged: a part of it has no known kind.");
            }
        }
        if (images.isEmpty()) {
            throw Refusal.damagedAt(at, "The GIF file ends without a picture.");
        }
        guard.picture(FORMAT, width(), height(), channels(), 1, images.size());
    }

    private void extension() {
        boolean isControl = bytes.u8(at) == CONTROL && bytes.u8(at + 1) == 4;
        if (isControl) {
            int flags = bytes.u8(at + 2);
            disposal = (flags >> 2) & 7;
            transparentEntry = (flags & 1) == 1 ? bytes.u8(at + 5) : NO_COLOR;
        }
        at++;
        for (Bytes block : blocks()) {
            metadata += block.length();
        }
        guard.metadata(metadata);
    }

    private void image() {
        guard.pages(images.size() + 1L);
        int x = bytes.u16(at);
        int y = bytes.u16(at + 2);
        int width = bytes.u16(at + 4);
        int height = bytes.u16(at + 6);
        int flags = bytes.u8(at + 8);
        if (width < 1 || height < 1 || x + width > width() || y + height > height()) {
            throw Refusal.damagedAt(at, "A picture of the GIF file lies outside its screen.");
        }
        at += 9;
        Bytes own = palette(flags);
        Bytes palette = own.length() > 0 ? own : screenPalette;
        int codeBits = bytes.u8(at++);
        if (palette.length() == 0 || codeBits < 1 || codeBits > 8) {
            throw Refusal.damagedAt(at - 1, "A picture of the GIF file has no palette or no code to unpack it by.");
        }
        boolean interlaced = (flags & 0x40) != 0;
        images.add(new Image(x, y, width, height, interlaced, palette, transparentEntry, disposal, codeBits, blocks()));
        transparentEntry = NO_COLOR;
        disposal = 0;
    }

    /** The palette that flags announce, right here; empty where they announce none. */
    private Bytes palette(int flags) {
        int size = (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
        Bytes palette = bytes.part(at, size);
        at += size;
        return palette;
    }

    private List<Bytes> blocks() {
        List<Bytes> blocks = new ArrayList<>();
        for (int size = bytes.u8(at++); size > 0; size = bytes.u8(at++)) {
            blocks.add(bytes.part(at, size));
            at += size;
        }
        return blocks;
    }

    /** What is told of the file as a whole. */
    List<Notice> notices(byte[] file) {
        return Trailing.notice(file, at, Magic.GIF).stream().toList();
    }
}
