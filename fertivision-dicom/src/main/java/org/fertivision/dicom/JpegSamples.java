package org.fertivision.dicom;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOException;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * JPEG baseline, decoded by the JDK's own reader without its ideas of color. Other readers that an application registers
 * are neither asked nor touched.
 */
final class JpegSamples implements FrameSamples {
    private static final String JDK = "com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi";

    private final ImageDescription image;
    private final Fragments fragments;

    JpegSamples(ImageDescription image, Fragments fragments) {
        if (image.form().allocated() != Byte.SIZE || image.palette() != null) {
            throw Refusal.unsupported(
                    "JPEG baseline holds 8 bits a sample and no palette; the DICOM file says otherwise.");
        }
        this.image = image;
        this.fragments = fragments;
    }

    @Override
    public List<int[]> next() throws IOException {
        Raster raster = decode(fragments.jpeg());
        List<int[]> channels = new ArrayList<>();
        for (int band = 0; band < image.color().samples(); band++) {
            channels.add(raster.getSamples(0, 0, image.columns(), image.rows(), band, new int[image.pixels()]));
        }
        return channels;
    }

    private Raster decode(byte[] jpeg) throws IOException {
        ImageReader reader = reader();
        try (MemoryCacheImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            List<String> warnings = new ArrayList<>();
            reader.setInput(stream, true, true);
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            if (reader.getWidth(0) != image.columns() || reader.getHeight(0) != image.rows()) {
                throw Refusal.damaged("a frame is " + reader.getWidth(0) + " x " + reader.getHeight(0) + " pixels, not "
                        + image.columns() + " x " + image.rows() + ".");
            }
            Raster raster = reader.readRaster(0, null);
            if (!warnings.isEmpty() || raster.getNumBands() != image.color().samples()) {
                throw Refusal.damaged(
                        "a frame is no whole JPEG of " + image.color().samples() + " channels.");
            }
            return raster;
        } catch (IIOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw Refusal.damaged("a frame is no JPEG that can be read.");
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader() throws IOException {
        Class<?> type = Class.forName(ImageReaderSpi.class.getModule(), JDK);
        Object provider = type == null ? null : IIORegistry.getDefaultInstance().getServiceProviderByClass(type);
        if (provider instanceof ImageReaderSpi own) {
            return own.createReaderInstance();
        }
        throw new IllegalStateException("the JDK's own JPEG reader is missing: " + JDK);
    }
}
