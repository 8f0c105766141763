package org.fertivision.decode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Timing;
import org.fertivision.request.InputFacts;
import org.fertivision.request.Limits;
import org.fertivision.request.Source;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Work;

/**
 * Turns the bytes of an image file into upright frames.
 *
 * <p>The format is told by the first bytes, never by a name. Samples keep their depth: up to 8 bits become 8, more become
 * 16. Color profiles, gamma and alpha are not applied: what is measured is what was stored.
 */
public final class Decoder {
    /** A file with more bytes is not hashed. */
    static final long MOST_HASHED_BYTES = 256L << 20;

    private Decoder() {}

    /**
     * Decodes a file.
     *
     * <p>Looking at {@code GRAY}, every frame has one plane: the Y of a JPEG, else the luma of {@link Frame#gray()}.
     * Looking at {@code COLOR}, a color picture has three planes and a gray one has one.
     *
     * @throws RejectedException if the file is no such image, is damaged or cut short, hides a second file, passes a
     *     limit, or the time is up
     */
    public static Decoded decode(Input input, Limits limits, Descriptor.Channels channels, Work work) {
        return decode(input, limits, channels, PageRange.ALL, work);
    }

    /**
     * Decodes one page of a file as a still.
     *
     * @param page its place, from 0 to one less than {@link PageLayout#pages()}
     * @throws RejectedException as {@link #decode} does
     */
    public static Decoded decodePage(Input input, Limits limits, Descriptor.Channels channels, int page, Work work) {
        return decode(input, limits, channels, PageRange.only(page), work);
    }

    /**
     * Whether files of this format may have several pages; no more than the first bytes are read.
     *
     * @throws UncheckedIOException if the source cannot be read
     */
    public static boolean mayHavePages(Source.OfBytes source) {
        try (InputStream stream = source.open()) {
            Magic magic = Magic.recognize(stream.readNBytes(Magic.START_BYTES));
            return magic == Magic.TIFF || magic == Magic.GIF;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether the source is a video, read frame by frame or refused as such; no more than the first bytes are read.
     *
     * @throws UncheckedIOException if the source cannot be read
     */
    public static boolean isFilm(Source.OfBytes source) {
        try (InputStream stream = source.open()) {
            Magic magic = Magic.recognize(stream.readNBytes(Magic.START_BYTES));
            return magic != null && magic.isFilm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How many pages a file has and what they mean, by its structure alone: no pixel is decoded.
     *
     * @throws RejectedException if the file is no such image, or its structure is damaged or passes a limit
     */
    public static PageLayout layout(Input input, Limits limits) {
        HeaderGuard guard = new HeaderGuard(limits, input.size());
        return switch (Magic.ofReadable(input.bytes())) {
            case TIFF -> TiffReader.layout(input.bytes(), guard);
            case GIF ->
                new PageLayout(GifFile.walk(input.bytes(), guard).images().size(), PageLayout.Meaning.ANIMATION);
            default -> PageLayout.single();
        };
    }

    private static Decoded decode(
            Input input, Limits limits, Descriptor.Channels channels, PageRange range, Work work) {
        work.checkpoint();
        Magic magic = Magic.ofReadable(input.bytes());
        HeaderGuard guard = new HeaderGuard(limits, input.size());
        Picture picture = read(magic, input, guard, channels, range, work);
        work.checkpoint();
        List<Frame> frames = picture.frames().stream()
                .map(frame -> channels == Descriptor.Channels.GRAY && frame.isColor() ? grayOf(frame) : frame)
                .map(picture.orientation()::upright)
                .toList();
        work.checkpoint();
        Frames upright = frames.size() == 1 ? Frames.of(frames.get(0)) : new Pages(frames);
        PixelSize size = picture.pixelSize();
        if (size != null) {
            PixelSize turned = picture.orientation().swapsSides() ? size.transposed() : size;
            upright = upright.calibrated(turned.toCalibration());
        }
        if (picture.intervalS() > 0) {
            upright = upright.timed(new Timing(1 / picture.intervalS(), Timing.Origin.FILE));
        }
        return new Decoded(upright, facts(magic, input, frames, range), picture.notices());
    }

    private static Frame grayOf(Frame color) {
        return new Frame(List.of(color.gray()), color.index(), color.timeS(), color.zUm());
    }

    private static InputFacts facts(Magic magic, Input input, List<Frame> frames, PageRange range) {
        Frame first = frames.get(0);
        return new InputFacts(
                null,
                input.size() <= MOST_HASHED_BYTES ? input.sha256() : null,
                PixelHash.of(frames),
                magic.mediaType(),
                input.size(),
                first.width(),
                first.height(),
                frames.size(),
                range.onlyPage());
    }

    /** The one picture of a file, in gray where that is wanted, not yet turned upright. */
    static Picture picture(byte[] file, HeaderGuard guard, Descriptor.Channels channels, Work work) {
        Input input = Input.of(file);
        Magic magic = Magic.ofReadable(file);
        if (magic == Magic.TIFF && TiffReader.layout(file, guard).pages() > 1) {
            throw Refusal.unsupported("The TIFF file has several pages where one picture was to be.");
        }
        return read(magic, input, guard, channels, PageRange.only(0), work);
    }

    private static Picture read(
            Magic magic, Input input, HeaderGuard guard, Descriptor.Channels channels, PageRange range, Work work) {
        byte[] bytes = input.bytes();
        try {
            return switch (magic) {
                case JPEG -> JpegReader.read(bytes, guard, channels, work);
                case PNG -> PngReader.read(bytes, guard, work);
                case TIFF -> TiffReader.read(bytes, guard, channels, range, work);
                case BMP -> BmpReader.read(bytes, guard, work);
                case GIF -> GifReader.read(bytes, guard, range, work);
                default -> throw new IllegalStateException("no reader for " + magic);
            };
        } catch (OutOfMemoryError e) {
            Rejection rejection = Rejection.of(
                    RejectionCode.IMAGE_TOO_LARGE,
                    "There is not enough memory to decode the " + magic.title() + " picture.");
            throw new RejectedException(rejection, e);
        }
    }
}
