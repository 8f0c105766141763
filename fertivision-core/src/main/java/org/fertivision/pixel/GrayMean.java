package org.fertivision.pixel;

import org.fertivision.image.Frame;
import org.fertivision.image.Plane;

/**
 * The unweighted mean of red, green and blue, rounded: the gray that serves fluorescence, where a stain may glow in any
 * of the three.
 */
public final class GrayMean {
    /** A product and a shift that divide by 3, exact for sums of three bytes. */
    private static final int THIRD_OF_BYTES = 21_846;

    private static final int THIRD_BITS = 16;

    private GrayMean() {}

    /** The mean of the channels of a frame; the gray plane itself of a gray frame. */
    public static Plane of(Frame frame) {
        if (!frame.isColor()) {
            return frame.gray();
        }
        int width = frame.width();
        int height = frame.height();
        return frame.red().bits() == 16 ? deep(frame, width, height) : shallow(frame, width, height);
    }

    private static Plane shallow(Frame frame, int width, int height) {
        byte[] means = new byte[width * height];
        byte[] red = new byte[width];
        byte[] green = new byte[width];
        byte[] blue = new byte[width];
        for (int y = 0; y < height; y++) {
            frame.red().rowBytes(y, red, 0);
            frame.green().rowBytes(y, green, 0);
            frame.blue().rowBytes(y, blue, 0);
            for (int x = 0, at = y * width; x < width; x++, at++) {
                int sum = (red[x] & 0xFF) + (green[x] & 0xFF) + (blue[x] & 0xFF);
                means[at] = (byte) (((sum + 1) * THIRD_OF_BYTES) >> THIRD_BITS);
            }
        }
        return Plane.takeBytes(width, height, means);
    }

    private static Plane deep(Frame frame, int width, int height) {
        short[] means = new short[width * height];
        int[] red = new int[width];
        int[] green = new int[width];
        int[] blue = new int[width];
        for (int y = 0; y < height; y++) {
            frame.red().row(y, red);
            frame.green().row(y, green);
            frame.blue().row(y, blue);
            for (int x = 0, at = y * width; x < width; x++, at++) {
                means[at] = (short) ((red[x] + green[x] + blue[x] + 1) / 3);
            }
        }
        return Plane.takeShorts(width, height, means);
    }
}
