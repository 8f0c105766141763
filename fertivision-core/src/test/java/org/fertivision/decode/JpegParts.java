package org.fertivision.decode;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** JPEG files changed in one place: segments put in, markers taken out, letters replaced. */
final class JpegParts {
    private JpegParts() {}

    /** The file with a segment right after its start. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(0xFF);
        out.write(marker);
        out.write(body.length + 2 >> 8);
        out.write(body.length + 2);
        out.writeBytes(body);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /** The file without its JFIF marker. */
    static byte[] withoutJfif(byte[] jpeg) {
        int length = (jpeg[4] & 0xFF) << 8 | jpeg[5] & 0xFF;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(jpeg, 4 + length, jpeg.length - 4 - length);
        return out.toByteArray();
    }

    /** The place of the first marker of a kind, from its 0xFF on. */
    /** A JPEG file without its segments of a kind. */
    static byte[] without(byte[] jpeg, int marker) {
        byte[] left = jpeg;
        int at = 2;
        while ((left[at + 1] & 0xFF) != 0xDA) {
            int end = at + 2 + ((left[at + 2] & 0xFF) << 8 | left[at + 3] & 0xFF);
            if ((left[at + 1] & 0xFF) == marker) {
                byte[] shorter = Arrays.copyOf(left, left.length - end + at);
                System.arraycopy(left, end, shorter, at, left.length - end);
                left = shorter;
            } else {
                at = end;
            }
        }
        return left;
    }

    static int find(byte[] jpeg, int marker) {
        int at = 2;
        while ((jpeg[at + 1] & 0xFF) != marker) {
            at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
        }
        return at;
    }

    /** An EXIF segment's body with orientation and resolution; the byte order as given. */
    static byte[] exif(boolean bigEndian, int orientation, int pixelsPerCentimeter) {
        java.nio.ByteBuffer tiff = java.nio.ByteBuffer.allocate(100)
                .order(bigEndian ? java.nio.ByteOrder.BIG_ENDIAN : java.nio.ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) (bigEndian ? 'M' : 'I'))
                .put((byte) (bigEndian ? 'M' : 'I'))
                .putShort((short) 42)
                .putInt(8);
        tiff.putShort((short) 4);
        tiff.putShort((short) 274)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putShort((short) 282).putShort((short) 5).putInt(1).putInt(62);
        tiff.putShort((short) 283).putShort((short) 5).putInt(1).putInt(70);
        tiff.putShort((short) 296)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 3)
                .putShort((short) 0);
        tiff.putInt(0);
        tiff.putInt(62, pixelsPerCentimeter)
                .putInt(66, 1)
                .putInt(70, 2 * pixelsPerCentimeter)
                .putInt(74, 1);
        byte[] head = {'E', 'x', 'i', 'f', 0, 0};
        byte[] body = Arrays.copyOf(head, head.length + 78);
        System.arraycopy(tiff.array(), 0, body, head.length, 78);
        return body;
    }

    /** A JPEG of one color in four channels, with Adobe's marker where a transform is told. */
    static byte[] inks(int adobeTransform, int width, int height, int... color) {
        byte[] samples = new byte[4 * width * height];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) color[i % 4];
        }
        return inks(adobeTransform, width, height, samples);
    }

    /** A JPEG of four channels, pixel by pixel, with Adobe's marker where a transform is told. */
    static byte[] inks(int adobeTransform, int width, int height, byte[] samples) {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
        raster.setDataElements(0, 0, width, height, samples);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(stream);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(0.95f);
            writer.write(null, new IIOImage(raster, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) adobeTransform};
        return adobeTransform < 0 ? bytes.toByteArray() : withSegment(bytes.toByteArray(), 0xEE, adobe);
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
