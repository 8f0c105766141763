package org.fertivision.decode;

import org.fertivision.image.Frame;
import org.fertivision.image.Plane;

/** A frame in the making: one or three channels of 8 or 16 bits, filled row by row. Used by one thread, then given away. */
final class Canvas {
    private final int width;
    private final int height;
    private final byte[][] bytes;
    private final short[][] shorts;

    /** Room for a picture; its size has passed the {@link HeaderGuard}. */
    Canvas(int width, int height, int channels, int bits) {
        this.width = width;
        this.height = height;
        boolean deep = bits > 8;
        this.bytes = new byte[deep ? 0 : channels][width * height];
        this.shorts = new short[deep ? channels : 0][width * height];
    }

    int channels() {
        return bytes.length + shorts.length;
    }

    /** Whether samples have 16 bits. */
    boolean isDeep() {
        return shorts.length > 0;
    }

    /**
     * Takes 8-bit samples: {@code count} of them, {@code stride} apart in the source, put {@code step} columns apart
     * from (x, y) on.
     */
    void takeBytes(int channel, int x, int y, int step, byte[] source, int from, int stride, int count) {
        byte[] target = bytes[channel];
        int at = y * width + x;
        for (int i = 0, j = from; i < count; i++, j += stride) {
            target[at] = source[j];
            at += step;
        }
    }

    /** Takes 16-bit samples; the stride counts bytes. */
    void takeShorts(
            int channel, int x, int y, int step, byte[] source, int from, int stride, int count, boolean bigEndian) {
        short[] target = shorts[channel];
        int at = y * width + x;
        int high = bigEndian ? 0 : 1;
        for (int i = 0, j = from; i < count; i++, j += stride) {
            target[at] = (short) (((source[j + high] & 0xFF) << 8) | (source[j + 1 - high] & 0xFF));
            at += step;
        }
    }

    /** Sets one sample of whichever depth. */
    void set(int channel, int x, int y, int value) {
        if (isDeep()) {
            shorts[channel][y * width + x] = (short) value;
        } else {
            bytes[channel][y * width + x] = (byte) value;
        }
    }

    /** The finished frame; the canvas must not be touched again. */
    Frame toFrame(int index) {
        Plane[] planes = new Plane[channels()];
        for (int channel = 0; channel < planes.length; channel++) {
            planes[channel] = isDeep()
                    ? Plane.takeShorts(width, height, shorts[channel])
                    : Plane.takeBytes(width, height, bytes[channel]);
        }
        return new Frame(java.util.List.of(planes), index, 0, 0);
    }
}
