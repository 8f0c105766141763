package org.fertivision.decode;

import java.awt.Point;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.fertivision.image.Plane;

/**
 * Where the JDK's reader puts its rows: straight into one array a channel. It saves the interleaved copy of the whole
 * picture and the pass over it.
 */
final class PlanarRaster extends WritableRaster {
    private static final int[] RGB = {0, 1, 2};
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[][] planes;

    private PlanarRaster(int width, int height, byte[][] planes) {
        super(
                new BandedSampleModel(DataBuffer.TYPE_BYTE, width, height, planes.length),
                new DataBufferByte(planes, width * height),
                new Point(0, 0));
        this.planes = planes;
    }

    static PlanarRaster of(int width, int height, int channels) {
        return new PlanarRaster(width, height, new byte[channels][width * height]);
    }

    /** This raster as a picture of the given colors, for a reader to fill. */
    BufferedImage asImage(ColorModel colors) {
        return new BufferedImage(colors, this, false, null);
    }

    /** One channel; the raster must not be written to again. */
    Plane plane(int channel) {
        return Plane.takeBytes(width, height, planes[channel]);
    }

    /** Takes rows of interleaved bytes apart; anything else goes the slow way. */
    @Override
    public void setRect(int x, int y, Raster source) {
        boolean inside = x >= 0 && y >= 0 && x + source.getWidth() <= width && y + source.getHeight() <= height;
        if (inside
                && source.getHeight() == 1
                && source.getNumBands() == planes.length
                && source.getDataBuffer() instanceof DataBufferByte data
                && data.getNumBanks() == 1
                && source.getSampleModel() instanceof ComponentSampleModel layout) {
            takeRow(y * width + x, data.getData(), data.getOffset(), layout, source.getWidth());
        } else {
            super.setRect(x, y, source);
        }
    }

    private void takeRow(int at, byte[] row, int from, ComponentSampleModel layout, int count) {
        int stride = layout.getPixelStride();
        int[] offsets = layout.getBandOffsets();
        if (stride == 3 && Arrays.equals(offsets, RGB)) {
            takeRgb(at, row, from, count);
            return;
        }
        if (stride == 1) {
            System.arraycopy(row, from + offsets[0], planes[0], at, count);
            return;
        }
        for (int channel = 0; channel < planes.length; channel++) {
            byte[] plane = planes[channel];
            for (int i = 0, j = from + offsets[channel]; i < count; i++, j += stride) {
                plane[at + i] = row[j];
            }
        }
    }

    /** All three in one pass: from three words of the row, eight bytes each, one word of each channel. */
    private void takeRgb(int at, byte[] row, int from, int count) {
        byte[] red = planes[0];
        byte[] green = planes[1];
        byte[] blue = planes[2];
        int i = 0;
        for (int j = from; i <= count - Long.BYTES; i += Long.BYTES, j += 3 * Long.BYTES) {
            long first = (long) LONGS.get(row, j);
            long second = (long) LONGS.get(row, j + Long.BYTES);
            long third = (long) LONGS.get(row, j + 2 * Long.BYTES);
            LONGS.set(red, at + i, thirds(first) | thirds(second >>> 8) << 24 | thirds(third >>> 16) << 48);
            LONGS.set(green, at + i, thirds(first >>> 8) | thirds(second >>> 16) << 24 | thirds(third) << 40);
            LONGS.set(blue, at + i, thirds(first >>> 16) | thirds(second) << 16 | thirds(third >>> 8) << 40);
        }
        for (; i < count; i++) {
            red[at + i] = row[from + 3 * i];
            green[at + i] = row[from + 3 * i + 1];
            blue[at + i] = row[from + 3 * i + 2];
        }
    }
    /** Bytes 0, 3 and 6 of a word, side by side. */
    private static long thirds(long word) {
        return (word & 0xFF) | (word >>> 16 & 0xFF00) | (word >>> 32 & 0xFF0000);
    }
}
