package org.fertivision.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Notice;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Timing;
import org.fertivision.spi.Work;

/** The frames of a DICOM file, one at a time. */
final class DicomFrames implements Frames {
    /** No compressed frame of sense is longer than twice its pixels and a header. */
    private static final int HEADROOM = 1 << 16;

    private final ImageDescription image;
    private final FrameSamples samples;
    private final Work work;
    private int read;

    private DicomFrames(ImageDescription image, FrameSamples samples, Work work) {
        this.image = image;
        this.samples = samples;
        this.work = work;
    }

    static DicomFrames of(ImageDescription image, TransferSyntax syntax, ElementStream in, Work work)
            throws IOException {
        long longest = Math.min(Integer.MAX_VALUE / 2, 2 * image.frameBytes() + HEADROOM);
        FrameSamples samples =
                switch (syntax) {
                    case IMPLICIT, EXPLICIT -> PlainSamples.of(image, in);
                    case RLE -> new RunLengths(image, new Fragments(in, longest));
                    case JPEG_BASELINE -> new JpegSamples(image, new Fragments(in, longest));
                };
        return new DicomFrames(image, samples, work);
    }

    @Override
    public int width() {
        return image.columns();
    }

    @Override
    public int height() {
        return image.rows();
    }

    @Override
    public int count() {
        return image.frames();
    }

    @Override
    public Optional<Frame> next() {
        work.checkpoint();
        if (read == image.frames()) {
            return Optional.empty();
        }
        try {
            int index = read++;
            double time = image.framesPerSecond() > 0 ? index / image.framesPerSecond() : 0;
            return Optional.of(image.color().frame(image, samples.next(), index, time));
        } catch (EOFException e) {
            throw Refusal.cut(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Calibration> calibration() {
        return Optional.ofNullable(image.scale().calibration());
    }

    @Override
    public Optional<Timing> timing() {
        return image.framesPerSecond() > 0
                ? Optional.of(new Timing(image.framesPerSecond(), Timing.Origin.FILE))
                : Optional.empty();
    }

    @Override
    public List<Notice> notices() {
        return image.notices();
    }
}
