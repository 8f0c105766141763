package org.fertivision.decode;

import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import org.fertivision.finding.Notice;
import org.fertivision.image.Frame;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Work;

/**
 * Reads JPEG with the JDK's own reader. Where only brightness is looked at, the Y channel is decoded alone: the decoder
 * then never touches the color channels, which takes about half the time and gives the very same Y.
 */
final class JpegReader {
    /** What is found in a row of JPEG pictures, whose EXIF blocks are TIFF structures. */
    private static final Set<Magic> PICTURES_WITH_EXIF = Set.of(Magic.JPEG, Magic.TIFF);

    private final JpegFile jpeg;
    private final Work work;
    private final List<Notice> notices = new ArrayList<>();

    private JpegReader(JpegFile jpeg, Work work) {
        this.jpeg = jpeg;
        this.work = work;
    }

    static Picture read(byte[] file, HeaderGuard guard, Descriptor.Channels wanted, Work work) {
        JpegFile jpeg = JpegFile.walk(file, guard);
        work.checkpoint();
        JpegReader reader = new JpegReader(jpeg, work);
        reader.notices.addAll(jpeg.notices());
        reader.noticeRest(file);
        Frame frame = reader.frame(wanted);
        JpegMetadata metadata = jpeg.metadata();
        return new Picture(List.of(frame), metadata.orientation(), metadata.pixelSize(), reader.notices);
    }

    /** The picture of a stream within another file; what is tolerated is added to that file's notices. */
    static Frame readWithin(JpegFile jpeg, Descriptor.Channels wanted, List<Notice> notices, Work work) {
        JpegReader reader = new JpegReader(jpeg, work);
        Frame frame = reader.frame(wanted);
        reader.notices.stream().filter(notice -> !notices.contains(notice)).forEach(notices::add);
        return frame;
    }

    private void noticeRest(byte[] file) {
        long end = jpeg.end();
        boolean onlyPicturesFollow = jpeg.metadata().hasMorePictures()
                && end < file.length
                && Magic.findSecond(file, (int) end, PICTURES_WITH_EXIF) < 0;
        if (onlyPicturesFollow) {
            notices.add(new Notice(
                    "trailing-bytes",
                    (file.length - end)
                            + " bytes of further pictures follow the JPEG picture; they were not looked at."));
        } else {
            Trailing.notice(file, end, Magic.JPEG).ifPresent(notices::add);
        }
    }

    private Frame frame(Descriptor.Channels wanted) {
        boolean gray = wanted == Descriptor.Channels.GRAY;
        if (jpeg.is440() && !gray) {
            notices.add(new Notice(
                    "chroma-440",
                    "The JPEG file stores color at half the rows (4:4:0); JDKs differ in how they spread it."));
        }
        return switch (jpeg.channels()) {
            case GRAY -> planes(1);
            case YCBCR -> planes(gray ? 1 : 3);
            case RGB -> planes(3);
            case CMYK, YCCK -> inks();
        };
    }

    private Frame planes(int channels) {
        PlanarRaster planes = PlanarRaster.of(jpeg.width(), jpeg.height(), channels);
        read(reader -> {
            ImageReadParam parameters = reader.getDefaultReadParam();
            parameters.setDestination(planes.asImage(colors(reader, channels)));
            return reader.read(0, parameters);
        });
        return channels == 1
                ? Frame.gray(planes.plane(0))
                : Frame.color(planes.plane(0), planes.plane(1), planes.plane(2));
    }

    private Frame inks() {
        Raster raster = read(reader -> reader.readRaster(0, null));
        notices.add(new Notice(
                "inks-converted",
                "The picture holds four printing inks (CMYK); they were turned into colors without a profile."));
        boolean isTransformed = jpeg.channels() == JpegFile.Channels.YCCK;
        return Inks.toColor(raster, isTransformed, jpeg.metadata().isFromAdobe());
    }

    /** One use of a reader. */
    @FunctionalInterface
    private interface Use<T> {
        T of(ImageReader reader) throws IOException;
    }

    private <T> T read(Use<T> use) {
        List<String> warnings = new ArrayList<>();
        ImageReader reader = JdkReader.jpeg();
        T read;
        try (MemoryStream stream = new MemoryStream(jpeg.reduced(), work)) {
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            reader.setInput(stream, true, true);
            read = use.of(reader);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            work.checkpoint();
            throw Refusal.damaged("The JPEG picture is damaged and cannot be decoded.", e);
        } finally {
            reader.dispose();
        }
        work.checkpoint();
        warnings.forEach(this::tolerate);
        return read;
    }

    private static ColorModel colors(ImageReader reader, int channels) throws IOException {
        for (Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0); types.hasNext(); ) {
            ImageTypeSpecifier type = types.next();
            if (type.getNumBands() == channels) {
                return type.getColorModel();
            }
        }
        throw new IOException("no picture of " + channels + " channels");
    }

    /**
     * Lets bytes pass that the decoder skipped after all blocks of a scan were there; everything else it warns of means
     * that part of the picture is made up.
     */
    private void tolerate(String warning) {
        if (!warning.toLowerCase(Locale.ROOT).contains("extraneous bytes before marker")) {
            throw Refusal.damaged("The JPEG picture is damaged or incomplete: part of it could not be decoded.");
        }
        Notice notice =
                new Notice("jpeg-extra-bytes", "A scan of the JPEG file holds more data than its picture needs.");
        if (!notices.contains(notice)) {
            notices.add(notice);
        }
    }
}
