package org.fertivision.pixel;

import org.fertivision.image.Frame;
import org.fertivision.image.Plane;

/**
 * The unweighted mean of red, green and blue, rounded: the gray that serves fluorescence, where a stain may glow in any
 * of the three.
 */
public final class GrayMean {
    private GrayMean() {}

    /** The mean of the channels of a frame; the gray plane itself of a gray frame. */
    public static Plane of(Frame frame) {
        if (!frame.isColor()) {
            return frame.gray();
        }
        int width = frame.width();
        int height = frame.height();
        boolean deep = frame.red().bits() == 16;
        byte[] bytes = new byte[deep ? 0 : width * height];
        short[] shorts = new short[deep ? width * height : 0];
        int[] red = new int[width];
        int[] green = new int[width];
        int[] blue = new int[width];
        for (int y = 0; y < height; y++) {
            frame.red().row(y, red);
            frame.green().row(y, green);
            frame.blue().row(y, blue);
            for (int x = 0; x < width; x++) {
                int mean = (red[x] + green[x] + blue[x] + 1) / 3;
                if (deep) {
                    shorts[y * width + x] = (short) mean;
                } else {
                    bytes[y * width + x] = (byte) mean;
                }
            }
        }
        return deep ? Plane.takeShorts(width, height, shorts) : Plane.takeBytes(width, height, bytes);
    }
}
