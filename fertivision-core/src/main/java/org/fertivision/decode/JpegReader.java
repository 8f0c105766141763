package org.fertivision.decode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
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
    private JpegReader() {}

    static Picture read(byte[] file, HeaderGuard guard, Descriptor.Channels wanted, Work work) {
        JpegFile jpeg = JpegFile.walk(file, guard);
        work.checkpoint();
        List<Notice> notices = new ArrayList<>(jpeg.notices());
        Trailing.notice(file, jpeg.end(), Magic.JPEG).ifPresent(notices::add);
        boolean gray = wanted == Descriptor.Channels.GRAY;
        if (jpeg.is440() && !gray) {
            notices.add(new Notice(
                    "chroma-440",
                    "The JPEG file stores color at half the rows (4:4:0); JDKs differ in how they spread it."));
        }
        Frame frame =
                switch (jpeg.channels()) {
                    case GRAY -> decode(jpeg, true, notices, work);
                    case YCBCR -> decode(jpeg, gray, notices, work);
                    case RGB -> decode(jpeg, false, notices, work);
                    case CMYK, YCCK ->
                        throw Refusal.unsupported(
                                "The JPEG file holds four printing inks (CMYK); gray and color ones are read.");
                };
        return new Picture(List.of(frame), jpeg.orientation(), jpeg.pixelSize(), notices);
    }

    private static Frame decode(JpegFile jpeg, boolean gray, List<Notice> notices, Work work) {
        List<String> warnings = new ArrayList<>();
        PlanarRaster planes = PlanarRaster.of(jpeg.width(), jpeg.height(), gray ? 1 : 3);
        ImageReader reader = JdkReader.jpeg();
        try (MemoryStream stream = new MemoryStream(jpeg.reduced(), work)) {
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            reader.setInput(stream, true, true);
            ImageReadParam parameters = reader.getDefaultReadParam();
            parameters.setDestination(
                    planes.asImage(type(reader, planes.getNumBands()).getColorModel()));
            reader.read(0, parameters);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            work.checkpoint();
            throw Refusal.damaged("The JPEG picture is damaged and cannot be decoded.", e);
        } finally {
            reader.dispose();
        }
        work.checkpoint();
        for (String warning : warnings) {
            tolerate(warning, notices);
        }
        return gray ? Frame.gray(planes.plane(0)) : Frame.color(planes.plane(0), planes.plane(1), planes.plane(2));
    }

    private static ImageTypeSpecifier type(ImageReader reader, int bands) throws IOException {
        for (Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0); types.hasNext(); ) {
            ImageTypeSpecifier type = types.next();
            if (type.getNumBands() == bands) {
                return type;
            }
        }
        throw new IOException("no picture of " + bands + " channels");
    }

    /**
     * Lets bytes pass that the decoder skipped after all blocks of a scan were there; everything else it warns of means
     * that part of the picture is made up.
     */
    private static void tolerate(String warning, List<Notice> notices) {
        if (!warning.toLowerCase(Locale.ROOT).contains("extraneous bytes before marker")) {
            throw Refusal.damaged("The JPEG picture is damaged or incomplete: part of it could not be decoded.");
        }
        notices.add(new Notice("jpeg-extra-bytes", "A scan of the JPEG file holds more data than its picture needs."));
    }
}
