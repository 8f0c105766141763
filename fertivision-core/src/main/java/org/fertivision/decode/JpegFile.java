package org.fertivision.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fertivision.finding.Notice;
import org.jspecify.annotations.Nullable;

/**
 * The structure of a JPEG file, walked from the first marker to the last without decoding anything, and the file reduced
 * to what its picture needs: tables, frame and scans, led by one marker that says what the channels are. Profiles,
 * comments, previews, and whatever follows the end, never reach the decoder.
 *
 * <p>Source: ITU-T T.81 annex B; what the channels are as libjpeg decides it: a JFIF marker means YCbCr, else Adobe's
 * marker tells, else the letters R, G, B as component names.
 */
final class JpegFile {
    private static final String FORMAT = "JPEG";
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP14 = 0xEE;
    private static final int DHT = 0xC4;
    private static final int JPG = 0xC8;
    private static final int DAC = 0xCC;
    private static final int PROGRESSIVE = 0xC2;
    private static final int RST0 = 0xD0;
    private static final int RST7 = 0xD7;
    private static final int TEM = 0x01;
    private static final byte[] JFIF = {
        (byte) 0xFF, (byte) APP0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };
    private static final byte[] ADOBE = {
        (byte) 0xFF, (byte) APP14, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
    };

    /** What the channels of a JPEG are. */
    enum Channels {
        GRAY(1),
        YCBCR(3),
        RGB(3),
        CMYK(4),
        YCCK(4);

        private final int count;

        Channels(int count) {
            this.count = count;
        }

        int count() {
            return count;
        }
    }

    private final Bytes bytes;
    private final HeaderGuard guard;
    private final List<int[]> kept = new ArrayList<>();
    private final JpegMetadata metadata;
    private final @Nullable Channels told;
    private long segments;
    private long scans;
    private long extraneous;
    private long end;
    private int frame = -1;

    private JpegFile(byte[] file, HeaderGuard guard, @Nullable Channels told) {
        this.bytes = Bytes.bigEndian(file, FORMAT);
        this.guard = guard;
        this.metadata = new JpegMetadata(bytes, guard);
        this.told = told;
    }

    /** Walks a file that begins with a JPEG's magic number. */
    static JpegFile walk(byte[] file, HeaderGuard guard) {
        JpegFile jpeg = new JpegFile(file, guard, null);
        jpeg.walk();
        return jpeg;
    }

    /** Walks a JPEG stream within another file, which tells what the channels are. */
    static JpegFile walk(byte[] stream, HeaderGuard guard, Channels told) {
        JpegFile jpeg = new JpegFile(stream, guard, told);
        jpeg.walk();
        if (jpeg.bytes.u8(jpeg.frame + 7L) != told.count()) {
            throw Refusal.damaged("A JPEG stream within the file has another number of channels than told.");
        }
        return jpeg;
    }

    int width() {
        return bytes.u16(frame + 5);
    }

    int height() {
        return bytes.u16(frame + 3);
    }

    /** What the channels are. */
    Channels channels() {
        if (told != null) {
            return told;
        }
        return switch (bytes.u8(frame + 7L)) {
            case 1 -> Channels.GRAY;
            case 3 -> isRgb() ? Channels.RGB : Channels.YCBCR;
            default -> metadata.adobeTransform() == 2 ? Channels.YCCK : Channels.CMYK;
        };
    }

    /** What its application segments say. */
    JpegMetadata metadata() {
        return metadata;
    }

    /** Whether color is stored at half the rows and all the columns, which JDKs spread differently. */
    boolean is440() {
        return channels() == Channels.YCBCR && sampling(0) == 0x12 && sampling(1) == 0x11 && sampling(2) == 0x11;
    }

    /** What was tolerated. */
    List<Notice> notices() {
        List<Notice> all = new ArrayList<>(metadata.notices());
        if (extraneous > 0) {
            all.add(new Notice(
                    "jpeg-extra-bytes",
                    extraneous + " bytes between the parts of the JPEG file belong to none of them."));
        }
        return all;
    }

    /** Where the picture ends; whatever follows is not part of it. */
    long end() {
        return end;
    }

    /** The file with its picture only. */
    byte[] reduced() {
        byte[] lead = channels() == Channels.GRAY || channels() == Channels.YCBCR ? JFIF : ADOBE.clone();
        if (channels() == Channels.YCCK) {
            lead[lead.length - 1] = 2;
        }
        int size = 2 + lead.length + 2;
        for (int[] stretch : kept) {
            size += stretch[1] - stretch[0];
        }
        byte[] file = new byte[size];
        file[0] = (byte) 0xFF;
        file[1] = (byte) SOI;
        System.arraycopy(lead, 0, file, 2, lead.length);
        int at = 2 + lead.length;
        for (int[] stretch : kept) {
            System.arraycopy(bytes.array(), stretch[0], file, at, stretch[1] - stretch[0]);
            at += stretch[1] - stretch[0];
        }
        file[at] = (byte) 0xFF;
        file[at + 1] = (byte) EOI;
        return file;
    }

    private void walk() {
        int at = 2;
        while (true) {
            at = nextMarker(at);
            int marker = bytes.u8(at + 1L);
            guard.chunks(++segments);
            if (marker == EOI) {
                end = at + 2L;
                break;
            }
            at = (marker >= RST0 && marker <= RST7) || marker == TEM ? at + 2 : segment(marker, at);
        }
        if (frame < 0 || scans == 0) {
            throw Refusal.damagedAt(end, "The JPEG file ends without a picture.");
        }
        guard.picture(FORMAT, width(), height(), bytes.u8(frame + 7L), 1, 1);
    }

    /** The place of the next marker's 0xFF, the last one where several fill up. */
    private int nextMarker(int from) {
        int at = from;
        while (!(bytes.u8(at) == 0xFF && bytes.u8(at + 1L) != 0xFF && bytes.u8(at + 1L) != 0)) {
            extraneous += bytes.u8(at) == 0xFF ? 0 : 1;
            at++;
        }
        return at;
    }

    /** Takes in one segment with a length; the place after it, and after its scan where it begins one. */
    private int segment(int marker, int at) {
        if (marker == SOI) {
            throw Refusal.damagedAt(at, "A second JPEG picture begins inside the first.");
        }
        int length = bytes.u16(at + 2L);
        if (length < 2) {
            throw Refusal.damagedAt(at, "A part of the JPEG file has the length " + length + ".");
        }
        bytes.index(at + 2L, length);
        int after = at + 2 + length;
        if (JpegMetadata.isMetadata(marker)) {
            metadata.take(marker, at + 4, length - 2);
            return after;
        }
        if (marker >= 0xC0 && marker <= 0xCF && marker != DHT && marker != JPG && marker != DAC) {
            frame(marker, at + 2, length);
        }
        if (marker == SOS) {
            guard.scans(++scans);
            after = endOfScan(after);
        }
        keep(at, after);
        return after;
    }

    private void keep(int from, int to) {
        if (!kept.isEmpty() && kept.get(kept.size() - 1)[1] == from) {
            kept.get(kept.size() - 1)[1] = to;
        } else {
            kept.add(new int[] {from, to});
        }
    }

    private void frame(int marker, int at, int length) {
        if (marker > PROGRESSIVE) {
            throw Refusal.unsupported("The JPEG file is of a rare kind (" + kind(marker)
                    + ", marker " + Integer.toHexString(marker).toUpperCase(Locale.ROOT)
                    + "); baseline and progressive ones are read.");
        }
        if (frame >= 0) {
            throw Refusal.damagedAt(at, "The JPEG file announces two pictures.");
        }
        if (length < 8) {
            throw Refusal.damagedAt(at, "The JPEG header is too short.");
        }
        frame = at;
        int precision = bytes.u8(at + 2L);
        int count = bytes.u8(at + 7L);
        if (precision != 8) {
            throw Refusal.unsupported("The JPEG file has " + precision + " bits a sample; 8 are read.");
        }
        if (count != 1 && count != 3 && count != 4) {
            throw Refusal.unsupported("The JPEG file has " + count + " channels; 1, 3 and 4 are read.");
        }
        if (length != 8 + 3 * count) {
            throw Refusal.damagedAt(at, "The JPEG header does not fit its " + count + " channels.");
        }
    }

    private static String kind(int marker) {
        return marker > 0xC8 ? "arithmetic coding" : marker == 0xC3 ? "lossless" : "hierarchical";
    }

    /** The place of the marker that ends the entropy-coded data beginning here. */
    private int endOfScan(int from) {
        byte[] array = bytes.array();
        int last = array.length - 1;
        for (int i = JpegMarks.next(array, from, last); i < last; i = JpegMarks.next(array, i + 1, last)) {
            int next = array[i + 1] & 0xFF;
            if (next != 0 && next != 0xFF && !(next >= RST0 && next <= RST7)) {
                return i;
            }
        }
        throw Refusal.cutShort(FORMAT, array.length);
    }

    private boolean isRgb() {
        if (metadata.isJfif()) {
            return false;
        }
        if (metadata.isFromAdobe()) {
            return metadata.adobeTransform() == 0;
        }
        return bytes.u8(frame + 8L) == 'R' && bytes.u8(frame + 11L) == 'G' && bytes.u8(frame + 14L) == 'B';
    }

    private int sampling(int component) {
        return bytes.u8(frame + 9L + 3L * component);
    }
}
