package org.fertivision.video;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.phantom.Film;
import org.fertivision.phantom.Films;
import org.fertivision.spi.Work;

/**
 * A small drawn film, kept as libx264 encoded it: as MP4 with frames that are shown later than they come, its index at the
 * end; as QuickTime without, its index before the frames and block edges not filtered.
 */
final class Clip {
    static final int WIDTH = 96;
    static final int HEIGHT = 70;
    static final int FRAMES = 14;

    private Clip() {}

    static byte[] mp4() {
        return read("drawn.mp4");
    }

    static byte[] mov() {
        return read("drawn.mov");
    }

    /** The film that was encoded. */
    static Film drawn() {
        return Films.of("sperm-motility")
                .seed(815)
                .with("width", WIDTH)
                .with("height", HEIGHT)
                .with("cells", 3)
                .with("frames", FRAMES)
                .with("umPerPixel", 1)
                .draw();
    }

    /** The clip with other bytes at so many bytes after the first place where a box of that type is named. */
    static byte[] with(byte[] clip, String box, int after, int... bytes) {
        byte[] changed = clip.clone();
        int at = at(clip, box) + 4 + after;
        for (int i = 0; i < bytes.length; i++) {
            changed[at + i] = (byte) bytes[i];
        }
        return changed;
    }

    /** The place where a box is named. */
    static int at(byte[] clip, String box) {
        int at = new String(clip, StandardCharsets.ISO_8859_1).indexOf(box);
        if (at < 0) {
            throw new IllegalArgumentException("no " + box);
        }
        return at;
    }

    /** Four bytes of a number. */
    static int[] u32(long value) {
        byte[] bytes = ByteBuffer.allocate(8).putLong(value).array();
        return new int[] {bytes[4], bytes[5], bytes[6], bytes[7]};
    }

    static Frames open(byte[] film) throws IOException {
        return new VideoReader().open(new ByteArrayInputStream(film), 1 << 24, 1000, Work.unlimited());
    }

    /** All frames of a film. */
    static List<Frame> frames(byte[] film) throws IOException {
        List<Frame> all = new ArrayList<>();
        try (Frames frames = open(film)) {
            for (Optional<Frame> next = frames.next(); next.isPresent(); next = frames.next()) {
                all.add(next.get());
            }
        }
        return all;
    }

    private static byte[] read(String name) {
        try (InputStream in = Objects.requireNonNull(Clip.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
