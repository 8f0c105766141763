package org.fertivision.decode;

import org.fertivision.spi.RejectedException;

/** Refuses videos that are not read, with the codec that was found in them. */
final class ForeignVideo {
    private ForeignVideo() {}

    /** The refusal of a video whose format was told by its first bytes. */
    static RejectedException refusal(Magic magic, Reel reel) {
        return switch (magic) {
            case MP4 -> {
                boolean isQuickTime = Bytes.bigEndian(reel.bytes(0, 12), "MP4").says(8, "qt  ");
                yield isQuickTime
                        ? Codec.refusal("QuickTime", "mov", Mp4Codec.find(reel))
                        : Codec.refusal("MP4", "mp4", Mp4Codec.find(reel));
            }
            case MATROSKA -> {
                MatroskaCodec found = MatroskaCodec.find(reel);
                yield found.isWebM()
                        ? Codec.refusal("WebM", "webm", found.codec())
                        : Codec.refusal("Matroska", "mkv", found.codec());
            }
            case MPEG -> Codec.refusal("MPEG", "mpg", new Codec("MPEG-1 or MPEG-2", "by its first bytes"));
            case WINDOWS_MEDIA ->
                Codec.refusal("Windows Media", "wmv", new Codec("Windows Media Video", "by its first bytes"));
            default -> throw new IllegalStateException(magic + " is no video that is refused");
        };
    }
}
