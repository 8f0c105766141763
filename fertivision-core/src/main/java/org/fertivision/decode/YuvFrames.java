package org.fertivision.decode;

import java.util.List;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Work;

/**
 * Uncompressed frames of brightness, with or without color beside it, rows from the top. Brightness is taken as stored;
 * colors are made by ITU-R BT.601 from values of 16 to 235.
 */
final class YuvFrames implements FrameForm {
    /** Where brightness and the two color values lie. */
    enum Layout {
        /** Brightness alone, 8 bits. */
        GRAY(1, 0, 0, 0),
        /** Brightness alone, 16 bits, least significant byte first. */
        GRAY_16(2, 0, 0, 0),
        /** Pairs of pixels that share their color, brightness first. */
        YUYV(2, 0, 1, 3),
        /** Pairs of pixels that share their color, color first. */
        UYVY(2, 1, 0, 2),
        /** Brightness, then color in half the columns and rows, blue difference first. */
        I420(1, 0, 0, 0),
        /** Brightness, then color in half the columns and rows, red difference first. */
        YV12(1, 0, 0, 0),
        /** Brightness, then pairs of color values in half the columns and rows. */
        NV12(1, 0, 0, 0);

        private final int step;
        private final int first;
        private final int blue;
        private final int red;

        Layout(int step, int first, int blue, int red) {
            this.step = step;
            this.first = first;
            this.blue = blue;
            this.red = red;
        }

        private boolean isGray() {
            return this == GRAY || this == GRAY_16;
        }

        private boolean isPacked() {
            return this == YUYV || this == UYVY;
        }
    }

    private final Layout layout;
    private final int width;
    private final int height;

    YuvFrames(Layout layout, int width, int height) {
        this.layout = layout;
        this.width = width;
        this.height = height;
    }

    @Override
    public Frame read(byte[] stored, Descriptor.Channels wanted, Work work) {
        int pitch = pitch(stored.length);
        if (layout == Layout.GRAY_16) {
            return Frame.gray(deep(stored, pitch));
        }
        byte[] luma = luma(stored, pitch);
        if (wanted == Descriptor.Channels.GRAY || layout.isGray()) {
            return Frame.gray(Plane.takeBytes(width, height, luma));
        }
        return color(stored, pitch, luma);
    }

    @Override
    public int mostBytes() {
        return bytes(padded());
    }

    /** Columns of a stored row: rows may be filled up to a multiple of four. */
    private int pitch(int length) {
        int plain = layout.isPacked() ? width + width % 2 : width;
        if (length < bytes(plain)) {
            throw Refusal.damaged("The frame has " + length + " bytes of the " + bytes(plain) + " it needs.");
        }
        return length == bytes(padded()) ? padded() : plain;
    }

    private int padded() {
        return (width + 3) / 4 * 4;
    }

    private int bytes(int pitch) {
        int half = (pitch + 1) / 2 * ((height + 1) / 2);
        return pitch * layout.step * height + (layout.isGray() || layout.isPacked() ? 0 : 2 * half);
    }

    private byte[] luma(byte[] stored, int pitch) {
        byte[] luma = new byte[width * height];
        int step = layout.step;
        for (int y = 0; y < height; y++) {
            int from = y * pitch * step + layout.first;
            int to = y * width;
            if (step == 1) {
                System.arraycopy(stored, from, luma, to, width);
            } else {
                for (int x = 0; x < width; x++) {
                    luma[to + x] = stored[from + step * x];
                }
            }
        }
        return luma;
    }

    private Plane deep(byte[] stored, int pitch) {
        short[] samples = new short[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = 2 * (y * pitch + x);
                samples[y * width + x] = (short) ((stored[at] & 0xFF) | ((stored[at + 1] & 0xFF) << 8));
            }
        }
        return Plane.takeShorts(width, height, samples);
    }

    private Frame color(byte[] stored, int pitch, byte[] luma) {
        byte[][] colors = new byte[3][width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                int light = 298 * ((luma[at] & 0xFF) - 16) + 128;
                int blue = (stored[chroma(x, y, pitch, true)] & 0xFF) - 128;
                int red = (stored[chroma(x, y, pitch, false)] & 0xFF) - 128;
                colors[0][at] = clamped(light + 409 * red);
                colors[1][at] = clamped(light - 100 * blue - 208 * red);
                colors[2][at] = clamped(light + 516 * blue);
            }
        }
        return new Frame(
                List.of(
                        Plane.takeBytes(width, height, colors[0]),
                        Plane.takeBytes(width, height, colors[1]),
                        Plane.takeBytes(width, height, colors[2])),
                0,
                0,
                0);
    }

    /** Where a pixel's blue or red difference is stored. */
    private int chroma(int x, int y, int pitch, boolean isBlue) {
        if (layout.isPacked()) {
            return y * pitch * 2 + x / 2 * 4 + (isBlue ? layout.blue : layout.red);
        }
        int half = (pitch + 1) / 2;
        int begin = pitch * height;
        int place = y / 2 * half + x / 2;
        if (layout == Layout.NV12) {
            return begin + 2 * place + (isBlue ? 0 : 1);
        }
        boolean isSecond = isBlue == (layout == Layout.YV12);
        return begin + place + (isSecond ? half * ((height + 1) / 2) : 0);
    }

    private static byte clamped(int scaled) {
        return (byte) Math.max(0, Math.min(255, scaled >> 8));
    }
}
