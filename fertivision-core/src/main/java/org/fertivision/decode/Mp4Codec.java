package org.fertivision.decode;

import java.util.Set;

/**
 * The codec of the first video track of an MP4 or QuickTime file, wherever in the file its description stands.
 *
 * <p>Source: ISO/IEC 14496-12 (ISO base media file format): boxes {@code moov}, {@code hdlr}, {@code stsd}.
 */
final class Mp4Codec {
    private static final Set<String> OPENED = Set.of("moov", "trak", "mdia", "minf", "stbl");
    private static final int HEAD = 8;
    private static final int LONG_HEAD = 16;
    private static final int MOST_BOXES = 10_000;
    private static final int HANDLER_AT = 8;
    private static final int ENTRY_AT = 12;
    private static final Codec NONE = new Codec("", "no description of a video track was found");

    private Mp4Codec() {}

    static Codec find(Reel reel) {
        boolean isVideo = false;
        long at = 0;
        for (int box = 0; box < MOST_BOXES && at >= 0 && at < reel.size() - HEAD; box++) {
            Bytes head = Bytes.bigEndian(reel.bytes(at, LONG_HEAD), "MP4");
            if (head.length() < HEAD) {
                return NONE;
            }
            String type = head.latin(4, 4);
            boolean isLong = head.u32(0) == 1 && head.length() == LONG_HEAD;
            long size = isLong ? head.u64(8) : head.u32(0);
            int begin = isLong ? LONG_HEAD : HEAD;
            if (type.equals("trak")) {
                isVideo = false;
            } else if (type.equals("hdlr")) {
                isVideo |= Bytes.bigEndian(reel.bytes(at + begin, 12), "MP4").says(HANDLER_AT, "vide");
            } else if (type.equals("stsd") && isVideo) {
                byte[] entry = reel.bytes(at + begin + ENTRY_AT, 4);
                return entry.length < 4
                        ? NONE
                        : Codec.ofFourCc(Bytes.bigEndian(entry, "MP4").latin(0, 4));
            }
            if (OPENED.contains(type)) {
                at += begin;
            } else if (size < begin) {
                return NONE;
            } else {
                at += size;
            }
        }
        return NONE;
    }
}
