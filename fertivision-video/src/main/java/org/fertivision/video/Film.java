package org.fertivision.video;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The film that an index describes: its first track of pictures.
 *
 * @param clock ticks a second
 * @param samples where its frames lie and when they are shown
 * @param edit which of them are shown
 * @param turn how the pictures are turned to stand upright
 * @param isSquare whether pixels are as wide as high, by the container's word
 * @param parameters what the decoder must know before the first frame
 */
record Film(long clock, SampleTable samples, Edit edit, Turn turn, boolean isSquare, ParameterSets parameters) {
    private static final int ENTRY_AT = 8;

    /** Where the boxes of a description of pictures begin. */
    private static final int PICTURES_END = 78;

    /** What other codecs are called, by their four letters. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("hvc1", "H.265 (HEVC)"),
            Map.entry("hev1", "H.265 (HEVC)"),
            Map.entry("dvh1", "H.265 (HEVC)"),
            Map.entry("dvhe", "H.265 (HEVC)"),
            Map.entry("vvc1", "H.266 (VVC)"),
            Map.entry("av01", "AV1"),
            Map.entry("vp08", "VP8"),
            Map.entry("vp09", "VP9"),
            Map.entry("mp4v", "MPEG-4 part 2"),
            Map.entry("s263", "H.263"),
            Map.entry("jpeg", "Motion JPEG"),
            Map.entry("mjpa", "Motion JPEG"),
            Map.entry("mjpb", "Motion JPEG"),
            Map.entry("apcn", "Apple ProRes"),
            Map.entry("apch", "Apple ProRes"),
            Map.entry("apcs", "Apple ProRes"),
            Map.entry("apco", "Apple ProRes"),
            Map.entry("ap4h", "Apple ProRes"),
            Map.entry("raw ", "uncompressed frames"),
            Map.entry("2vuy", "uncompressed frames"),
            Map.entry("encv", "an encrypted codec"));

    /**
     * Reads an index.
     *
     * @throws org.fertivision.spi.RejectedException if it is damaged, has no pictures, or those are not H.264
     */
    static Film read(Box index, int maxFrames) {
        Box track = Box.in(index.body()).stream()
                .filter(box -> box.type().equals("trak") && isOfPictures(box))
                .findFirst()
                .orElseThrow(() -> Refusal.damaged("its index tells of no pictures."));
        Box media = track.part("mdia");
        Box tables = media.part("minf").part("stbl");
        Box description = description(tables);
        if (index.child("mvex").isPresent()) {
            throw Refusal.unsupported("The film is in pieces (fragmented MP4).");
        }
        long clock = ticksPerSecond(media.part("mdhd"));
        return new Film(
                clock,
                SampleTable.read(tables, maxFrames),
                Edit.read(track, clock, ticksPerSecond(index.part("mvhd"))),
                Turn.read(track.part("tkhd")),
                isSquare(description),
                ParameterSets.read(inside(description, "avcC")
                        .orElseThrow(() -> Refusal.damaged("its index does not say how its H.264 is written."))));
    }

    private static boolean isOfPictures(Box track) {
        return track.child("mdia")
                .flatMap(media -> media.child("hdlr"))
                .filter(handler -> handler.body().limit() >= 12
                        && Box.letters(handler.body(), 8).equals("vide"))
                .isPresent();
    }

    private static Box description(Box tables) {
        Box descriptions = tables.part("stsd");
        List<Box> all = Box.in(descriptions
                .body()
                .slice(ENTRY_AT, Math.max(0, descriptions.body().limit() - ENTRY_AT)));
        if (all.isEmpty()) {
            throw Refusal.damaged("its index does not say how its pictures are compressed.");
        }
        Box first = all.get(0);
        String letters = first.type();
        if (!letters.equals("avc1") && !letters.equals("avc3")) {
            String name = OTHERS.getOrDefault(letters, "an unknown codec");
            throw Refusal.unsupported(
                    "The film is compressed by " + name + " (" + Box.printable(letters) + "), which is not read.");
        }
        if (all.size() > 1) {
            throw Refusal.unsupported("The film changes the form of its pictures on the way.");
        }
        return first;
    }

    private static Optional<Box> inside(Box description, String type) {
        if (description.body().limit() < PICTURES_END) {
            return Optional.empty();
        }
        return Box.in(description.body().slice(PICTURES_END, description.body().limit() - PICTURES_END)).stream()
                .filter(box -> box.type().equals(type))
                .findFirst();
    }

    private static boolean isSquare(Box description) {
        return inside(description, "pasp")
                .map(shape -> shape.u32(0) == shape.u32(4))
                .orElse(true);
    }

    private static long ticksPerSecond(Box head) {
        long ticks = head.u32(head.version() == 1 ? 20 : 12);
        if (ticks == 0) {
            throw Refusal.damaged("its clock (" + head.type() + ") stands still.");
        }
        return ticks;
    }
}
