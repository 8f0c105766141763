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
import org.fertivision.image.Plane;

/**
 * Where the JDK's reader puts its rows: straight into one array a channel. It saves the interleaved copy of the whole
 * picture and the pass over it.
 */
final class PlanarRaster extends WritableRaster {
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
        if (planes.length == 3) {
            takeThree(at, row, from, offsets, stride, count);
            return;
        }
        for (int channel = 0; channel < planes.length; channel++) {
            byte[] plane = planes[channel];
            for (int i = 0, j = from + offsets[channel]; i < count; i++, j += stride) {
                plane[at + i] = row[j];
            }
        }
    }

    private void takeThree(int at, byte[] row, int from, int[] offsets, int stride, int count) {
        byte[] first = planes[0];
        byte[] second = planes[1];
        byte[] third = planes[2];
        int one = offsets[0];
        int two = offsets[1];
        int three = offsets[2];
        for (int i = at, j = from; i < at + count; i++, j += stride) {
            first[i] = row[j + one];
            second[i] = row[j + two];
            third[i] = row[j + three];
        }
    }
}
