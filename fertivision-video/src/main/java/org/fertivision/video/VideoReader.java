package org.fertivision.video;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Set;
import org.fertivision.image.Frames;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.FrameReader;
import org.fertivision.spi.Work;

/**
 * Reads H.264 videos in MP4 and QuickTime files: baseline, main and high profile, whole frames, 8 bits and 4:2:0, as
 * JCodec decodes them to the last bit. Frames come in the order of showing, one at a time, their brightness as stored
 * and their times from the container's clock. What is not decoded to the last bit is refused with the line that
 * converts it.
 */
public final class VideoReader implements FrameReader {
    private static final Descriptor ABOUT = Descriptor.reader("fertivision-video.frames", "1.0.0")
            .title("H.264 videos in MP4 and QuickTime files")
            .intendedUse("Reads films that cameras and phones on microscopes record, frame by frame.")
            .source("ISO/IEC 14496-12; ISO/IEC 14496-15; ITU-T H.264; JCodec 0.2.5")
            .build();

    /** First boxes of films; of the pictures that begin with the first of them, the brands are told apart. */
    private static final Set<String> STARTS = Set.of("ftyp", "moov", "mdat", "wide", "free", "skip");

    private static final Set<String> PICTURES =
            Set.of("heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif", "avis");
    private static final int BRAND_AT = 8;

    /** A reader; it keeps nothing between files. */
    public VideoReader() {}

    @Override
    public Descriptor descriptor() {
        return ABOUT;
    }

    @Override
    public boolean recognizes(byte[] start) {
        if (start.length < BRAND_AT + 4) {
            return false;
        }
        ByteBuffer bytes = ByteBuffer.wrap(start);
        return STARTS.contains(Box.letters(bytes, 4)) && !PICTURES.contains(Box.letters(bytes, BRAND_AT));
    }

    @Override
    public Frames open(InputStream input, long maxPixels, int maxFrames, Work work) throws IOException {
        work.checkpoint();
        try {
            Reel reel = new Reel(input);
            Film film = Film.read(Index.find(reel), maxFrames);
            return VideoFrames.of(reel, film, maxPixels, maxFrames, work);
        } catch (EOFException e) {
            throw Refusal.cut(e);
        }
    }
}
