package org.fertivision.phantom;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;

/** Writes frames with the JDK's own writers, whatever else the host has registered. */
final class ImageFile {
    private static final float JPEG_QUALITY = 0.95f;

    private ImageFile() {}

    /** Something that writes one frame to one file. */
    interface Writer {
        void write(Frame frame, Path file) throws IOException;
    }

    /** The writer that a file's ending asks for. */
    static Writer byName(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".png")) {
            return ImageFile::png;
        }
        if (name.endsWith(".jpg") || name.endsWith(".jpeg")) {
            return ImageFile::jpeg;
        }
        throw new BadSettingException("a phantom is written as .png, .jpg or .jpeg, not as '" + name + "'");
    }

    static void png(Frame frame, Path file) throws IOException {
        ImageWriter writer = ownWriter("png");
        try {
            write(writer, writer.getDefaultWriteParam(), frame, file);
        } finally {
            writer.dispose();
        }
    }

    static void jpeg(Frame frame, Path file) throws IOException {
        ImageWriter writer = ownWriter("jpeg");
        try {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(JPEG_QUALITY);
            write(writer, quality, frame, file);
        } finally {
            writer.dispose();
        }
    }

    private static void write(ImageWriter writer, ImageWriteParam how, Frame frame, Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture(frame), null, null), how);
        }
        Files.write(file, bytes.toByteArray());
    }

    private static ImageWriter ownWriter(String format) throws IOException {
        Iterator<ImageWriterSpi> all =
                IIORegistry.getDefaultInstance().getServiceProviders(ImageWriterSpi.class, false);
        while (all.hasNext()) {
            ImageWriterSpi writer = all.next();
            boolean own = writer.getClass().getModule().equals(ImageIO.class.getModule());
            if (own && Arrays.asList(writer.getFormatNames()).contains(format)) {
                return writer.createWriterInstance();
            }
        }
        throw new IOException("this Java has no " + format + " writer");
    }

    private static BufferedImage picture(Frame frame) {
        int width = frame.width();
        int height = frame.height();
        int type = frame.isColor() ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_BYTE_GRAY;
        BufferedImage picture = new BufferedImage(width, height, type);
        byte[] samples = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        List<Plane> interleaved = frame.isColor() ? List.of(frame.blue(), frame.green(), frame.red()) : frame.planes();
        int channels = interleaved.size();
        byte[] row = new byte[width];
        for (int channel = 0; channel < channels; channel++) {
            for (int y = 0; y < height; y++) {
                interleaved.get(channel).rowBytes(y, row, 0);
                int at = y * width * channels + channel;
                for (int x = 0; x < width; x++, at += channels) {
                    samples[at] = row[x];
                }
            }
        }
        return picture;
    }
}
