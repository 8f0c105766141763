package org.fertivision;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.fertivision.decode.Decoded;
import org.fertivision.decode.Input;
import org.fertivision.decode.PixelHash;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Timing;
import org.fertivision.request.InputFacts;
import org.fertivision.request.Limits;
import org.fertivision.spi.FrameReader;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Work;

/** Frames from a stranger's reader, held to the limits; a failure is laid at the reader's door. */
final class StrangersFrames implements Frames {
    private static final int START_BYTES = 4_096;

    private final FrameReader reader;
    private final Frames frames;

    private StrangersFrames(FrameReader reader, Frames frames) {
        this.reader = reader;
        this.frames = frames;
    }

    /**
     * Opens a file with a stranger's reader.
     *
     * @throws RejectedException if it is not of the reader's format, is damaged, or passes a limit
     */
    static Decoded read(FrameReader reader, Input input, Limits limits, Work work) {
        if (!guarded(reader, () -> reader.recognizes(start(input)))) {
            throw new RejectedException(Rejection.of(
                    RejectionCode.UNSUPPORTED_MEDIA_TYPE,
                    "The reader " + reader.descriptor().id() + " does not know this format."));
        }
        Frames frames = guarded(reader, () -> open(reader, input, limits, work));
        StrangersFrames guarded = new StrangersFrames(reader, frames);
        guarded.refuseOver(limits);
        InputFacts facts = new InputFacts(
                null,
                input.sha256(),
                null,
                "application/octet-stream",
                input.size(),
                guarded.width(),
                guarded.height(),
                guarded.count());
        return new Decoded(guarded, facts, guarded::notices);
    }

    /** How many frames a file has, as far as a stranger's reader tells; none is decoded. */
    static int count(FrameReader reader, Input input, Limits limits, Work work) {
        try (Frames frames = read(reader, input, limits, work).frames()) {
            return frames.count();
        }
    }

    /**
     * One frame of a file as a still.
     *
     * @param page its place, from 0
     * @throws RejectedException as {@link #read} does, or if the file ends before
     */
    static Decoded readOnly(FrameReader reader, Input input, int page, Limits limits, Work work) {
        Decoded clip = read(reader, input, limits, work);
        try (Frames frames = clip.frames()) {
            Optional<Frame> frame = frames.next();
            for (int passed = 0; passed < page && frame.isPresent(); passed++) {
                work.checkpoint();
                frame = frames.next();
            }
            Frame own = frame.map(found -> new Frame(found.planes(), 0, 0, found.zUm()))
                    .orElseThrow(() -> new RejectedException(
                            Rejection.of(RejectionCode.UNDECODABLE_IMAGE, "The file ends before this frame.")));
            Frames still = Frames.of(own);
            InputFacts facts = new InputFacts(
                    null,
                    clip.facts().sha256(),
                    PixelHash.of(List.of(own)),
                    clip.facts().mediaType(),
                    clip.facts().bytes(),
                    own.width(),
                    own.height(),
                    1,
                    page);
            return new Decoded(frames.calibration().map(still::calibrated).orElse(still), facts, clip.notices());
        }
    }

    @Override
    public int width() {
        return guarded(reader, frames::width);
    }

    @Override
    public int height() {
        return guarded(reader, frames::height);
    }

    @Override
    public int count() {
        return guarded(reader, frames::count);
    }

    @Override
    public Optional<Frame> next() {
        return guarded(reader, frames::next);
    }

    @Override
    public Optional<Calibration> calibration() {
        return guarded(reader, frames::calibration);
    }

    @Override
    public Optional<Timing> timing() {
        return guarded(reader, frames::timing);
    }

    @Override
    public List<Notice> notices() {
        return guarded(reader, frames::notices);
    }

    @Override
    public void close() {
        frames.close();
    }

    private void refuseOver(Limits limits) {
        long pixels = (long) width() * height();
        long mostPixels = mostPixels(limits);
        if (pixels > mostPixels) {
            throw new RejectedException(Rejection.of(
                    RejectionCode.IMAGE_TOO_LARGE,
                    "A frame has " + pixels + " pixels; at most " + mostPixels + " are looked at.",
                    new Rejection.Limit("pixels", mostPixels, pixels)));
        }
        if (count() > limits.maxFrames()) {
            throw new RejectedException(Rejection.of(
                    RejectionCode.TOO_MANY_FRAMES,
                    "The file has " + count() + " frames; at most " + limits.maxFrames() + " are looked at.",
                    new Rejection.Limit("frames", limits.maxFrames(), count())));
        }
    }

    private static Frames open(FrameReader reader, Input input, Limits limits, Work work) {
        try {
            return reader.open(input.stream(), mostPixels(limits), limits.maxFrames(), work);
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private static RejectedException damaged(Exception cause) {
        return new RejectedException(
                Rejection.of(RejectionCode.UNDECODABLE_IMAGE, "The file is damaged or cut short."), cause);
    }

    private static long mostPixels(Limits limits) {
        return Math.max(limits.maxPixels(), limits.maxFramePixels());
    }

    private static byte[] start(Input input) {
        try (InputStream stream = input.stream()) {
            return stream.readNBytes(START_BYTES);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    private static <T> T guarded(FrameReader reader, Supplier<T> asked) {
        try {
            return asked.get();
        } catch (RejectedException e) {
            throw e;
        } catch (UncheckedIOException e) { // the bytes lie in memory: it is they that are wrong
            throw damaged(e);
        } catch (Exception | LinkageError | StackOverflowError e) { // Kotlin throws checked ones unasked
            throw new PluginFailedException(reader.descriptor().id(), e);
        }
    }
}
