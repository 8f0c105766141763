package org.fertivision.video;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fertivision.finding.Notice;
import org.fertivision.finding.RejectionCode;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.image.Timing;
import org.fertivision.spi.Work;

/** The frames of a film in the order of showing, each decoded when its turn comes; few are held at a time. */
final class VideoFrames implements Frames {
    /** Most bytes of pictures that are held at a time: those that others are built on, and those whose turn is to come. */
    static final long MOST_HELD = 256L << 20;

    /** Bytes of a pixel that others are built on: brightness, color and motion. */
    private static final int REFERENCE_BYTES = 2;

    /** No compressed frame of sense is longer than twice its samples and a head. */
    private static final int HEADROOM = 1 << 16;

    private final Reel reel;
    private final Film film;
    private final PictureDecoder decoder;
    private final Showing showing;
    private final Pace pace;
    private final Work work;
    private final Map<Integer, byte[]> waiting = new HashMap<>();
    private int decoded;
    private int shown;

    private VideoFrames(Reel reel, Film film, PictureDecoder decoder, Showing showing, Pace pace, Work work) {
        this.reel = reel;
        this.film = film;
        this.decoder = decoder;
        this.showing = showing;
        this.pace = pace;
        this.work = work;
    }

    static VideoFrames of(Reel reel, Film film, long maxPixels, int maxFrames, Work work) {
        PictureDecoder decoder = PictureDecoder.of(film.parameters());
        decoder.sequence().refuseOver(maxPixels);
        Showing showing = Showing.of(film.samples(), film.edit());
        if (showing.count() == 0) {
            throw Refusal.damaged("none of its frames is shown.");
        }
        long references = (long) REFERENCE_BYTES * (decoder.sequence().references() + 2);
        long held = decoder.sequence().pixels() * (references + showing.held());
        if (held > MOST_HELD) {
            throw Refusal.over(
                    RejectionCode.IMAGE_TOO_LARGE, "bytes of pictures to be held at a time", MOST_HELD, held);
        }
        return new VideoFrames(reel, film, decoder, showing, Pace.of(showing, film.clock(), maxFrames), work);
    }

    @Override
    public int width() {
        Sequence.Crop crop = decoder.sequence().crop();
        return film.turn().swapsSides() ? crop.height() : crop.width();
    }

    @Override
    public int height() {
        Sequence.Crop crop = decoder.sequence().crop();
        return film.turn().swapsSides() ? crop.width() : crop.height();
    }

    @Override
    public int count() {
        return pace.count();
    }

    @Override
    public Optional<Frame> next() {
        work.checkpoint();
        if (shown == showing.count()) {
            return Optional.empty();
        }
        byte[] picture = waiting.remove(shown);
        while (picture == null) {
            decode();
            picture = waiting.remove(shown);
        }
        Sequence.Crop crop = decoder.sequence().crop();
        Plane plane = Plane.takeBytes(width(), height(), film.turn().upright(picture, crop.width(), crop.height()));
        double time = (double) (showing.tick(shown) - showing.tick(0)) / film.clock();
        return Optional.of(new Frame(List.of(plane), pace.index(shown++), time, 0));
    }

    /** Decodes the next frame in the order in which they are built on each other. */
    private void decode() {
        work.checkpoint();
        int frame = decoded++;
        byte[] picture = decoder.decode(sample(frame), work);
        if (showing.place(frame) >= 0) {
            waiting.put(showing.place(frame), picture);
        }
    }

    private byte[] sample(int frame) {
        long longest = 3 * decoder.sequence().pixels() + HEADROOM;
        int size = film.samples().size(frame);
        if (size > longest) {
            throw Refusal.over(RejectionCode.STRUCTURE_LIMIT, "bytes of a compressed frame", longest, size);
        }
        try {
            return reel.exactly(film.samples().offset(frame), size);
        } catch (EOFException e) {
            throw Refusal.cut(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Calibration> calibration() {
        return Optional.empty();
    }

    @Override
    public Optional<Timing> timing() {
        return pace.timing();
    }

    @Override
    public List<Notice> notices() {
        List<Notice> notices = new ArrayList<>();
        pace.notice().ifPresent(notices::add);
        if (!film.isSquare() || !decoder.sequence().isSquare()) {
            notices.add(new Notice(
                    "pixels-not-square",
                    "The film says that its pixels are not as wide as high; they were taken as stored."));
        }
        if (film.turn() == Turn.OTHER) {
            notices.add(new Notice(
                    "turn-ignored", "The film is to be shown mirrored, slanted or scaled; it was taken as stored."));
        }
        int hidden = film.samples().count() - showing.count();
        if (hidden > 0) {
            notices.add(
                    new Notice("frames-hidden", hidden + " frames of the file lie outside the stretch that it shows."));
        }
        return notices;
    }
}
