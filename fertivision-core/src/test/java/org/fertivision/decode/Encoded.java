package org.fertivision.decode;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;
import org.fertivision.request.Limits;
import org.fertivision.request.Source;
import org.fertivision.spi.Descriptor.Channels;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Work;

/** Small pictures, drawn and encoded for these tests, and the way they are decoded here. */
final class Encoded {
    private Encoded() {}

    static Decoded gray(byte[] file) {
        return decode(file, Channels.GRAY, Limits.standard());
    }

    static Decoded color(byte[] file) {
        return decode(file, Channels.COLOR, Limits.standard());
    }

    static Decoded decode(byte[] file, Channels channels, Limits limits) {
        return Decoder.decode(Input.read((Source.OfBytes) Source.of(file), limits), limits, channels, Work.unlimited());
    }

    static RejectedException refusal(byte[] file, Channels channels, Limits limits) {
        try {
            decode(file, channels, limits);
        } catch (RejectedException e) {
            return e;
        }
        throw new AssertionError("decoded without complaint");
    }

    static RejectedException refusal(byte[] file) {
        return refusal(file, Channels.COLOR, Limits.standard());
    }

    /** Smooth shapes of many colors on a dark ground. */
    static BufferedImage drawn(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D pen = image.createGraphics();
        for (int i = 0; i < 12; i++) {
            pen.setColor(new Color(30 + 18 * i, 240 - 17 * i, 20 * i % 256));
            pen.fillOval(i * width / 13, (i * 7 % 13) * height / 13, width / 5 + 1, height / 7 + 1);
        }
        pen.dispose();
        return image;
    }

    /** A 16-bit picture of one or three channels with every sample different from its neighbors. */
    static BufferedImage deep(int width, int height, int channels) {
        BufferedImage image;
        if (channels == 1) {
            image = new BufferedImage(width, height, BufferedImage.TYPE_USHORT_GRAY);
        } else {
            image = ImageTypeSpecifier.createInterleaved(
                            java.awt.color.ColorSpace.getInstance(java.awt.color.ColorSpace.CS_sRGB),
                            new int[] {0, 1, 2},
                            java.awt.image.DataBuffer.TYPE_USHORT,
                            false,
                            false)
                    .createBufferedImage(width, height);
        }
        WritableRaster raster = image.getRaster();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int channel = 0; channel < channels; channel++) {
                    raster.setSample(x, y, channel, (x * 2_003 + y * 311 + channel * 17_001) & 0xFFFF);
                }
            }
        }
        return image;
    }

    static byte[] jpeg(BufferedImage image) {
        return jpeg(image, false);
    }

    static byte[] jpeg(BufferedImage image, boolean progressive) {
        return jpeg(image, progressive, 0.75f);
    }

    static byte[] jpeg(BufferedImage image, boolean progressive, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(quality);
        parameters.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        return write(writer, parameters, List.of(image));
    }

    /** A JPEG with color at half the rows and all the columns. */
    static byte[] jpeg440(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(0.95f);
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), parameters);
        String format = metadata.getNativeMetadataFormatName();
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
        IIOMetadataNode luma =
                (IIOMetadataNode) root.getElementsByTagName("componentSpec").item(0);
        luma.setAttribute("HsamplingFactor", "1");
        luma.setAttribute("VsamplingFactor", "2");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            metadata.setFromTree(format, root);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, metadata), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static byte[] png(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        return write(writer, writer.getDefaultWriteParam(), List.of(image));
    }

    static byte[] interlacedPng(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        return write(writer, parameters, List.of(image));
    }

    static byte[] tiff(String compression, BufferedImage... pages) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        if (!compression.equals("none")) {
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionType(compression);
        }
        return write(writer, parameters, Arrays.asList(pages));
    }

    static byte[] tiledTiff(String compression, BufferedImage image, int side) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionType(compression);
        parameters.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setTiling(side, side, 0, 0);
        return write(writer, parameters, List.of(image));
    }

    /** The samples of a decoded plane in rows. */
    static int[] samples(Plane plane) {
        int[] all = new int[plane.width() * plane.height()];
        int[] row = new int[plane.width()];
        for (int y = 0; y < plane.height(); y++) {
            plane.row(y, row);
            System.arraycopy(row, 0, all, y * plane.width(), row.length);
        }
        return all;
    }

    /** The samples of one band as they were drawn. */
    static int[] samples(BufferedImage image, int band) {
        return image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), band, (int[]) null);
    }

    static Frame only(Decoded decoded) {
        return decoded.frames().only();
    }

    private static byte[] write(ImageWriter writer, ImageWriteParam parameters, List<BufferedImage> pages) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(stream);
            if (pages.size() == 1) {
                writer.write(null, new IIOImage(pages.get(0), null, null), parameters);
            } else {
                writer.prepareWriteSequence(null);
                for (BufferedImage page : pages) {
                    IIOMetadata none = null;
                    writer.writeToSequence(new IIOImage(page, null, none), parameters);
                }
                writer.endWriteSequence();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
