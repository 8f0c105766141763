package org.fertivision.decode;

import java.util.List;

/**
 * The codec of the first video track of a Matroska or WebM file.
 *
 * <p>Source: RFC 8794 (EBML), RFC 9559 (Matroska).
 *
 * @param isWebM whether the file calls itself WebM
 */
record MatroskaCodec(Codec codec, boolean isWebM) {
    private static final int HEADER = 0x1A45DFA3;
    private static final int DOCUMENT_TYPE = 0x4282;
    private static final int SEGMENT = 0x18538067;
    private static final int TRACKS = 0x1654AE6B;
    private static final int TRACK = 0xAE;
    private static final int TRACK_TYPE = 0x83;
    private static final int CODEC_ID = 0x86;
    private static final int MOST_ELEMENTS = 10_000;
    private static final int LONGEST_HEAD = 12;
    private static final int LONGEST_NAME = 64;
    private static final long UNKNOWN = -1;
    private static final Codec NONE = new Codec("", "no description of a video track was found");

    private static final List<List<String>> NAMES = List.of(
            List.of("V_MPEG4/ISO/AVC", "H.264 (AVC)"),
            List.of("V_MPEGH/ISO/HEVC", "H.265 (HEVC)"),
            List.of("V_MPEG4/", "MPEG-4 part 2"),
            List.of("V_MPEG", "MPEG-1 or MPEG-2"),
            List.of("V_VP8", "VP8"),
            List.of("V_VP9", "VP9"),
            List.of("V_AV1", "AV1"),
            List.of("V_MJPEG", "Motion JPEG in Matroska"),
            List.of("V_FFV1", "FFV1"),
            List.of("V_PRORES", "Apple ProRes"),
            List.of("V_THEORA", "Theora"),
            List.of("V_UNCOMPRESSED", "nothing, in Matroska"));

    static MatroskaCodec find(Reel reel) {
        boolean isWebM = false;
        String id = "";
        boolean isVideo = false;
        long at = 0;
        for (int element = 0; element < MOST_ELEMENTS; element++) {
            Bytes head = Bytes.bigEndian(reel.bytes(at, LONGEST_HEAD), "Matroska");
            int nameBytes = head.length() == 0 ? 9 : Integer.numberOfLeadingZeros(head.u8(0)) - 23;
            int sizeBytes = nameBytes > 4 || head.length() <= nameBytes
                    ? 9
                    : Integer.numberOfLeadingZeros(head.u8(nameBytes)) - 23;
            if (sizeBytes > 8 || head.length() < nameBytes + sizeBytes) {
                return new MatroskaCodec(NONE, isWebM);
            }
            int name = (int) number(head, 0, nameBytes);
            long size = size(head, nameBytes, sizeBytes);
            long content = at + nameBytes + sizeBytes;
            if (name == TRACK) {
                id = "";
                isVideo = false;
            } else if (name == DOCUMENT_TYPE) {
                isWebM = text(reel, content, size).equals("webm");
            } else if (name == TRACK_TYPE) {
                isVideo = reel.bytes(content, 1).length == 1 && reel.bytes(content, 1)[0] == 1;
            } else if (name == CODEC_ID) {
                id = text(reel, content, size);
            }
            if (isVideo && !id.isEmpty()) {
                return new MatroskaCodec(new Codec(name(id), "CodecID " + id), isWebM);
            }
            boolean opened = name == HEADER || name == SEGMENT || name == TRACKS || name == TRACK;
            if (!opened && (size == UNKNOWN || size > reel.size() - content)) {
                return new MatroskaCodec(NONE, isWebM);
            }
            at = opened ? content : content + size;
        }
        return new MatroskaCodec(NONE, isWebM);
    }

    private static String name(String id) {
        return NAMES.stream()
                .filter(row -> id.startsWith(row.get(0)))
                .map(row -> row.get(1))
                .findFirst()
                .orElse("");
    }

    private static String text(Reel reel, long at, long size) {
        byte[] bytes = reel.bytes(at, (int) Math.max(0, Math.min(LONGEST_NAME, size)));
        return Codec.printable(
                Bytes.bigEndian(bytes, "Matroska").latin(0, bytes.length).replace("\0", ""));
    }

    /** The size of an element, or {@link #UNKNOWN} where all bits are set. */
    private static long size(Bytes head, int at, int bytes) {
        long all = number(head, at, bytes);
        long mask = (1L << (7 * bytes)) - 1;
        return (all & mask) == mask ? UNKNOWN : all & mask;
    }

    private static long number(Bytes head, int at, int bytes) {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | head.u8(at + i);
        }
        return number;
    }
}
