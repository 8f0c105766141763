package org.fertivision.decode;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;

/** One picture of 8 bits a sample in every form that files store it in. */
final class StoredForms {
    private static final int DEEPER = 257;

    private final int width;
    private final int height;
    private final int channels;
    private final int[][] samples;
    private final BufferedImage image;

    StoredForms(Frame frame) {
        this.width = frame.width();
        this.height = frame.height();
        this.channels = frame.planes().size();
        this.samples = frame.planes().stream().map(StoredForms::samples).toArray(int[][]::new);
        this.image = image(1);
    }

    /** The form that all others are compared with. */
    byte[] plain() {
        return Encoded.png(image);
    }

    /** The forms that hold every sample as it is. */
    Map<String, byte[]> exact() {
        Map<String, byte[]> forms = new LinkedHashMap<>();
        forms.put("PNG, interlaced", Encoded.interlacedPng(image));
        forms.put("PNG with alpha", pngWithAlpha());
        forms.put("TIFF", tiff(false, Map.of(), bytes(channels)));
        forms.put("TIFF, big endian", tiff(true, Map.of(), bytes(channels)));
        forms.put("BigTIFF", bigTiff());
        forms.put("TIFF, LZW", Encoded.tiff("LZW", image));
        forms.put("TIFF, PackBits", Encoded.tiff("PackBits", image));
        forms.put("TIFF, Deflate in tiles", Encoded.tiledTiff("Deflate", image, 48));
        byte[] differences = TiffDifferences.ofBytes(bytes(channels), width * channels, channels);
        forms.put("TIFF, Deflate of differences", tiff(false, deflated(2), PngParts.deflated(differences)));
        forms.put("BMP", bmp(24));
        forms.put("BMP from the top", topDown(bmp(24)));
        forms.put("BMP of 32 bits", bmp(32));
        if (channels == 1) {
            forms.putAll(exactGrays());
        } else {
            forms.put("TIFF, channels apart", planarTiff());
        }
        return forms;
    }

    /** The forms that hold every sample in 16 bits, each 257 times what it was. */
    Map<String, byte[]> deeper() {
        Map<String, byte[]> forms = new LinkedHashMap<>();
        Map<Integer, Object> deep = Map.of(258, bits(16));
        forms.put("PNG of 16 bits", Encoded.png(image(DEEPER)));
        forms.put("TIFF of 16 bits", tiff(false, deep, shorts(ByteOrder.LITTLE_ENDIAN)));
        forms.put("TIFF of 16 bits, big endian", tiff(true, deep, shorts(ByteOrder.BIG_ENDIAN)));
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            Map<Integer, Object> predicted = deflated(2);
            predicted.put(258, bits(16));
            byte[] rows = TiffDifferences.ofShorts(shorts(order), 2 * width * channels, channels, order);
            forms.put(
                    "TIFF of 16 bits, differences, " + order,
                    tiff(order == ByteOrder.BIG_ENDIAN, predicted, PngParts.deflated(rows)));
        }
        return forms;
    }

    /** The forms whose samples become others: rounded, compressed with loss, or spread. */
    Map<String, byte[]> lossy() {
        Map<String, byte[]> forms = new LinkedHashMap<>();
        forms.put("JPEG", Encoded.jpeg(image, false, 0.95f));
        forms.put("JPEG, progressive", Encoded.jpeg(image, true, 0.95f));
        forms.put("TIFF, JPEG", Encoded.tiff("JPEG", image));
        forms.put("TIFF of floats", floats(Map.of(339, formats(3), 258, bits(32)), 1));
        forms.put("TIFF of floats, differences", floats(floatsPredicted(), 3));
        if (channels == 1) {
            forms.put("PNG of 4 bits", png(4, 0, packed4()));
            forms.put("BMP, RLE4", BmpReaderTest.bmp(width, height, 4, 2, grays(16), runs(4)));
        } else {
            forms.put("JPEG, 4:4:0", Encoded.jpeg440(image));
            forms.put("JPEG, CMYK", JpegParts.inks(0, width, height, inks(false)));
            forms.put("JPEG, YCCK", JpegParts.inks(2, width, height, inks(true)));
        }
        return forms;
    }

    private Map<String, byte[]> exactGrays() {
        Map<String, byte[]> forms = new LinkedHashMap<>();
        forms.put(
                "PNG with a palette",
                new PngParts()
                        .header(width, height, 8, 3, 0)
                        .chunk("PLTE", paletteBytes())
                        .data(withFilterBytes(bytes(1), width))
                        .end());
        byte[] inverted = bytes(1);
        for (int i = 0; i < inverted.length; i++) {
            inverted[i] = (byte) ~inverted[i];
        }
        forms.put("TIFF, white is zero", tiff(false, Map.of(262, new long[] {0}), inverted));
        long[] colors = IntStream.range(0, 768).mapToLong(i -> i % 256 * 257L).toArray();
        forms.put("TIFF with a palette", tiff(false, Map.of(262, new long[] {3}, 320, colors), bytes(1)));
        forms.put("BMP with a palette", BmpReaderTest.bmp(width, height, 8, 0, grays(256), bottomUp(bytes(1), width)));
        forms.put("BMP, RLE8", BmpReaderTest.bmp(width, height, 8, 1, grays(256), runs(8)));
        forms.put("GIF", gif());
        return forms;
    }

    private byte[] pngWithAlpha() {
        byte[] rows = new byte[width * height * (channels + 1)];
        for (int i = 0; i < width * height; i++) {
            for (int c = 0; c < channels; c++) {
                rows[i * (channels + 1) + c] = (byte) samples[c][i];
            }
            rows[i * (channels + 1) + channels] = (byte) 255;
        }
        return png(8, channels == 1 ? 4 : 6, withFilterBytes(rows, width * (channels + 1)));
    }

    private byte[] png(int depth, int type, byte[] rows) {
        return new PngParts().header(width, height, depth, type, 0).data(rows).end();
    }

    private byte[] tiff(boolean bigEndian, Map<Integer, Object> more, byte[] strip) {
        return new TiffParts(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
                .page(tags(more), strip)
                .end();
    }

    private byte[] bigTiff() {
        return TiffParts.big(ByteOrder.LITTLE_ENDIAN)
                .page(tags(Map.of()), bytes(channels))
                .end();
    }

    private byte[] planarTiff() {
        byte[][] planes = new byte[channels][];
        for (int c = 0; c < channels; c++) {
            planes[c] = bytes(samples[c]);
        }
        return new TiffParts(ByteOrder.BIG_ENDIAN)
                .page(tags(Map.of(284, new long[] {2})), planes)
                .end();
    }

    private byte[] floats(Map<Integer, Object> more, int predictor) {
        float[] values = new float[width * height * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = samples[i % channels][i / channels] / 255f;
        }
        ByteBuffer plain = ByteBuffer.allocate(4 * values.length);
        plain.asFloatBuffer().put(values);
        return tiff(
                true,
                more,
                predictor == 1 ? plain.array() : PngParts.deflated(TiffDifferences.ofFloats(values, width, channels)));
    }

    private Map<Integer, Object> floatsPredicted() {
        Map<Integer, Object> tags = deflated(3);
        tags.put(258, bits(32));
        tags.put(339, formats(3));
        return tags;
    }

    private Map<Integer, Object> tags(Map<Integer, Object> more) {
        Map<Integer, Object> tags = TiffParts.tags(width, height, 8, channels, channels == 1 ? 1 : 2);
        tags.putAll(more);
        return tags;
    }

    private static Map<Integer, Object> deflated(int predictor) {
        Map<Integer, Object> tags = new TreeMap<>();
        tags.put(259, new long[] {8});
        tags.put(317, new long[] {predictor});
        return tags;
    }

    private long[] bits(int bits) {
        return IntStream.range(0, channels).mapToLong(c -> bits).toArray();
    }

    private long[] formats(int format) {
        return bits(format);
    }

    /** Rows from below, blue before green before red, each row a whole number of four bytes. */
    private byte[] bmp(int bits) {
        int step = bits / 8;
        int rowBytes = (width * step + 3) / 4 * 4;
        byte[] rows = new byte[rowBytes * height];
        for (int i = 0; i < width * height; i++) {
            int at = (height - 1 - i / width) * rowBytes + i % width * step;
            for (int c = 0; c < 3; c++) {
                rows[at + 2 - c] = (byte) samples[c % channels][i];
            }
        }
        return bits == 24
                ? BmpReaderTest.bmp(width, height, 24, 0, new int[0], rows)
                : BmpReaderTest.bmp(width, height, 32, 3, new int[] {0xFF0000, 0xFF00, 0xFF}, rows);
    }

    private byte[] topDown(byte[] bmp) {
        ByteBuffer file = ByteBuffer.wrap(bmp.clone()).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(22, -height);
        int rowBytes = (bmp.length - 54) / height;
        for (int row = 0; row < height; row++) {
            System.arraycopy(bmp, 54 + row * rowBytes, file.array(), 54 + (height - 1 - row) * rowBytes, rowBytes);
        }
        return file.array();
    }

    private byte[] gif() {
        try {
            return GifReaderTest.gif(image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs of BMP, each row one run after another, in codes of two bytes. */
    private byte[] runs(int bits) {
        ByteBuffer out = ByteBuffer.allocate(2 * (width + 1) * height + 2);
        for (int row = height - 1; row >= 0; row--) {
            for (int x = 0; x < width; ) {
                int value = entry(row * width + x, bits);
                int run = 1;
                while (run < 255 && x + run < width && entry(row * width + x + run, bits) == value) {
                    run++;
                }
                out.put((byte) run).put((byte) (bits == 4 ? value << 4 | value : value));
                x += run;
            }
            out.put((byte) 0).put((byte) 0);
        }
        out.put((byte) 0).put((byte) 1);
        return Arrays.copyOf(out.array(), out.position());
    }

    private int entry(int pixel, int bits) {
        return bits == 8 ? samples[0][pixel] : (samples[0][pixel] + 8) / 17;
    }

    private byte[] packed4() {
        int rowBytes = (width + 1) / 2;
        byte[] rows = new byte[rowBytes * height];
        for (int i = 0; i < width * height; i++) {
            int at = i / width * rowBytes + i % width / 2;
            rows[at] |= (byte) (entry(i, 4) << (i % width % 2 == 0 ? 4 : 0));
        }
        return withFilterBytes(rows, rowBytes);
    }

    private byte[] inks(boolean apart) {
        byte[] inks = new byte[4 * width * height];
        for (int i = 0; i < width * height; i++) {
            double red = samples[0][i];
            double green = samples[1][i];
            double blue = samples[2][i];
            if (apart) { // Adobe's YCCK holds the inks' complements, and its inks are stored inverted
                red = 255 - red;
                green = 255 - green;
                blue = 255 - blue;
            }
            double luma = 0.299 * red + 0.587 * green + 0.114 * blue;
            inks[4 * i] = (byte) Math.round(apart ? luma : red);
            inks[4 * i + 1] = (byte) Math.round(apart ? (blue - luma) / 1.772 + 128 : green);
            inks[4 * i + 2] = (byte) Math.round(apart ? (red - luma) / 1.402 + 128 : blue);
            inks[4 * i + 3] = (byte) 255;
        }
        return inks;
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[width * height * count];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) samples[i % count][i / count];
        }
        return bytes;
    }

    private static byte[] bytes(int[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private byte[] shorts(ByteOrder order) {
        ByteBuffer shorts = ByteBuffer.allocate(2 * width * height * channels).order(order);
        for (int i = 0; i < width * height * channels; i++) {
            shorts.putShort((short) (DEEPER * samples[i % channels][i / channels]));
        }
        return shorts.array();
    }

    private static byte[] bottomUp(byte[] rows, int width) {
        int rowBytes = (width + 3) / 4 * 4;
        int height = rows.length / width;
        byte[] turned = new byte[rowBytes * height];
        for (int row = 0; row < height; row++) {
            System.arraycopy(rows, row * width, turned, (height - 1 - row) * rowBytes, width);
        }
        return turned;
    }

    private static byte[] withFilterBytes(byte[] rows, int rowBytes) {
        int count = rows.length / rowBytes;
        byte[] filtered = new byte[count * (rowBytes + 1)];
        for (int row = 0; row < count; row++) {
            System.arraycopy(rows, row * rowBytes, filtered, row * (rowBytes + 1) + 1, rowBytes);
        }
        return filtered;
    }

    private static byte[] paletteBytes() {
        byte[] palette = new byte[768];
        for (int i = 0; i < palette.length; i++) {
            palette[i] = (byte) (i / 3);
        }
        return palette;
    }

    private static int[] grays(int count) {
        return IntStream.range(0, count)
                .map(i -> i * 255 / (count - 1) * 0x010101)
                .toArray();
    }

    private BufferedImage image(int factor) {
        BufferedImage drawn = factor > 1
                ? Encoded.deep(width, height, channels)
                : new BufferedImage(
                        width, height, channels == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < samples[c].length; i++) {
                drawn.getRaster().setSample(i % width, i / width, c, factor * samples[c][i]);
            }
        }
        return drawn;
    }

    private static int[] samples(Plane plane) {
        return Encoded.samples(plane);
    }
}
