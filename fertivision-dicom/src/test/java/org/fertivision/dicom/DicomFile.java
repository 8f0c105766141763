package org.fertivision.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes small DICOM files, element by element, in the order of their tags as the caller gives them. */
final class DicomFile {
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final String syntax;
    private final boolean explicit;

    DicomFile(String syntax) {
        this.syntax = syntax;
        this.explicit = !syntax.equals("1.2.840.10008.1.2");
    }

    DicomFile us(int tag, int... values) {
        ByteBuffer bytes = buffer(2 * values.length);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return element(tag, "US", bytes.array());
    }

    DicomFile ul(int tag, long value) {
        return element(tag, "UL", buffer(4).putInt((int) value).array());
    }

    DicomFile fd(int tag, double value) {
        return element(tag, "FD", buffer(8).putDouble(value).array());
    }

    DicomFile text(int tag, String vr, String value) {
        String even = value.length() % 2 == 0 ? value : value + (vr.equals("UI") ? "\0" : " ");
        return element(tag, vr, even.getBytes(StandardCharsets.US_ASCII));
    }

    DicomFile element(int tag, String vr, byte[] value) {
        head(tag, vr, value.length);
        data.writeBytes(value);
        return this;
    }

    /** A sequence whose items have defined lengths. */
    DicomFile sequence(int tag, List<DicomFile> items) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (DicomFile item : items) {
            byte[] content = item.data.toByteArray();
            all.writeBytes(item(content.length));
            all.writeBytes(content);
        }
        return element(tag, "SQ", all.toByteArray());
    }

    /** A sequence, its items and their ends marked by delimiters. */
    DicomFile openSequence(int tag, List<DicomFile> items) {
        head(tag, "SQ", -1);
        for (DicomFile item : items) {
            data.writeBytes(item(-1));
            data.writeBytes(item.data.toByteArray());
            data.writeBytes(mark(0xE00D));
        }
        data.writeBytes(mark(0xE0DD));
        return this;
    }

    /** Compressed pixels: an empty table of places, then the pieces. */
    DicomFile pieces(List<byte[]> pieces) {
        head(0x7FE00010, "OB", -1);
        data.writeBytes(item(0));
        for (byte[] piece : pieces) {
            data.writeBytes(item(piece.length + piece.length % 2));
            data.writeBytes(piece);
            data.writeBytes(new byte[piece.length % 2]);
        }
        data.writeBytes(mark(0xE0DD));
        return this;
    }

    byte[] bytes() {
        DicomFile meta = new DicomFile("1.2.840.10008.1.2.1")
                .element(0x00020001, "OB", new byte[] {0, 1})
                .text(0x00020002, "UI", "1.2.840.10008.5.1.4.1.1.6.1")
                .text(0x00020003, "UI", "1.2.3.4")
                .text(0x00020010, "UI", syntax)
                .text(0x00020012, "UI", "1.2.3");
        byte[] info = meta.data.toByteArray();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[128]);
        file.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(new DicomFile("1.2.840.10008.1.2.1")
                .ul(0x00020000, info.length)
                .data
                .toByteArray());
        file.writeBytes(info);
        file.writeBytes(data.toByteArray());
        return file.toByteArray();
    }

    private void head(int tag, String vr, int length) {
        ByteBuffer head = buffer(12).putShort((short) (tag >>> 16)).putShort((short) tag);
        if (!explicit) {
            head.putInt(length);
        } else if (List.of("OB", "OW", "SQ", "UN").contains(vr)) {
            head.put(vr.getBytes(StandardCharsets.US_ASCII)).putShort((short) 0).putInt(length);
        } else {
            head.put(vr.getBytes(StandardCharsets.US_ASCII)).putShort((short) length);
        }
        data.write(head.array(), 0, head.position());
    }

    private static byte[] item(int length) {
        return buffer(8)
                .putShort((short) 0xFFFE)
                .putShort((short) 0xE000)
                .putInt(length)
                .array();
    }

    private static byte[] mark(int number) {
        return buffer(8)
                .putShort((short) 0xFFFE)
                .putShort((short) number)
                .putInt(0)
                .array();
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A region of an ultrasound picture whose pixels measure {@code cm} centimeters. */
    static DicomFile region(String syntax, int right, int bottom, int unit, double cm) {
        return new DicomFile(syntax)
                .us(0x00186012, 1)
                .us(0x00186014, 1)
                .ul(0x00186016, 0)
                .ul(0x00186018, 0)
                .ul(0x0018601A, 0)
                .ul(0x0018601C, right)
                .ul(0x0018601E, bottom)
                .us(0x00186024, unit)
                .us(0x00186026, unit)
                .fd(0x0018602C, cm)
                .fd(0x0018602E, -cm);
    }

    /** What every test file says of its picture, behind the given elements of group 0018. */
    DicomFile picture(String photometric, int samples, int rows, int columns, int frames, int allocated, int stored) {
        us(0x00280002, samples).text(0x00280004, "CS", photometric);
        if (samples > 1) {
            us(0x00280006, 0);
        }
        text(0x00280008, "IS", Integer.toString(frames)).us(0x00280010, rows).us(0x00280011, columns);
        return us(0x00280100, allocated)
                .us(0x00280101, stored)
                .us(0x00280102, stored - 1)
                .us(0x00280103, 0);
    }

    /** Gray bytes that differ from pixel to pixel. */
    static byte[] ramp(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 7 + i / 13);
        }
        return bytes;
    }

    /** Runs as PS3.5 annex G writes them, each as one literal run of at most 128 bytes. */
    static byte[] runs(List<byte[]> segments) {
        List<byte[]> packed = new ArrayList<>();
        for (byte[] segment : segments) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            for (int at = 0; at < segment.length; ) {
                int same = 1;
                while (at + same < segment.length && same < 128 && segment[at + same] == segment[at]) {
                    same++;
                }
                if (same > 2) {
                    out.write(1 - same);
                    out.write(segment[at]);
                    at += same;
                } else {
                    int run = Math.min(128, segment.length - at);
                    out.write(run - 1);
                    out.write(segment, at, run);
                    at += run;
                }
            }
            packed.add(out.toByteArray());
        }
        ByteBuffer header = buffer(64).putInt(segments.size());
        int offset = 64;
        for (byte[] segment : packed) {
            header.putInt(offset);
            offset += segment.length;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(header.array());
        packed.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
