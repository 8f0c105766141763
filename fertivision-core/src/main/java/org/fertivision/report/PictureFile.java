package org.fertivision.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture as a file, by the writers that the JDK itself ships, whoever else offers some: each is asked for in the
 * registry by its class, nothing is registered or reordered, and no cache file is made.
 */
final class PictureFile {
    private static final String PNG = "com.sun.imageio.plugins.png.PNGImageWriterSpi";
    private static final String JPEG = "com.sun.imageio.plugins.jpeg.JPEGImageWriterSpi";

    private PictureFile() {}

    /** The picture as PNG. */
    static byte[] png(BufferedImage picture) {
        return write(picture, PNG, 1);
    }

    /** The picture as JPEG of the given quality, 0 to 1. */
    static byte[] jpeg(BufferedImage picture, float quality) {
        return write(picture, JPEG, quality);
    }

    private static byte[] write(BufferedImage picture, String type, float quality) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriter writer = spi(type).createWriterInstance();
            try {
                ImageWriteParam settings = writer.getDefaultWriteParam();
                if (type.equals(JPEG)) {
                    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                    settings.setCompressionQuality(quality);
                }
                writer.setOutput(out);
                writer.write(null, new IIOImage(picture, null, null), settings);
            } finally {
                writer.dispose();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static ImageWriterSpi spi(String type) {
        Class<?> known = Class.forName(ImageWriterSpi.class.getModule(), type);
        Object provider =
                known == null ? null : IIORegistry.getDefaultInstance().getServiceProviderByClass(known);
        if (provider instanceof ImageWriterSpi own) {
            return own;
        }
        throw new IllegalStateException("the JDK's own writer is missing: " + type);
    }
}
