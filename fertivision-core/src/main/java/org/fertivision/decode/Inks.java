package org.fertivision.decode;

import java.awt.image.Raster;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;

/**
 * Printing inks turned into colors without a profile: each of red, green and blue is what cyan, magenta or yellow and
 * then black let through, {@code (255 - ink)(255 - black) / 255}.
 *
 * <p>Source: PDF 2.0 (ISO 32000-2) section 10.4.3 in its multiplicative form; YCC as ITU-T T.871, in libjpeg's whole
 * numbers.
 */
final class Inks {
    private static final int MOST = 255;
    private static final int HALF = 1 << 15;
    private static final int RED_BY_CR = 91_881;
    private static final int GREEN_BY_CB = -22_554;
    private static final int GREEN_BY_CR = -46_802;
    private static final int BLUE_BY_CB = 116_130;

    private Inks() {}

    /**
     * The colors of a raster of four bands.
     *
     * @param isTransformed whether the first three bands are YCbCr of the inks' complements
     * @param isInverted whether bands hold what inks let through in place of the inks, as Adobe writes them
     */
    static Frame toColor(Raster raster, boolean isTransformed, boolean isInverted) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        byte[][] planes = new byte[3][width * height];
        int[] row = new int[4 * width];
        int[] through = new int[3];
        for (int y = 0; y < height; y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int at = 4 * x;
                if (isTransformed) {
                    complements(row[at], row[at + 1] - 128, row[at + 2] - 128, through);
                } else {
                    System.arraycopy(row, at, through, 0, 3);
                }
                for (int channel = 0; channel < 3; channel++) {
                    int light = isInverted ? through[channel] : MOST - through[channel];
                    int black = isInverted ? row[at + 3] : MOST - row[at + 3];
                    planes[channel][y * width + x] = (byte) ((light * black + MOST / 2) / MOST);
                }
            }
        }
        return Frame.color(
                Plane.takeBytes(width, height, planes[0]),
                Plane.takeBytes(width, height, planes[1]),
                Plane.takeBytes(width, height, planes[2]));
    }

    private static void complements(int y, int cb, int cr, int[] into) {
        into[0] = MOST - clamped(y + ((RED_BY_CR * cr + HALF) >> 16));
        into[1] = MOST - clamped(y + ((GREEN_BY_CB * cb + GREEN_BY_CR * cr + HALF) >> 16));
        into[2] = MOST - clamped(y + ((BLUE_BY_CB * cb + HALF) >> 16));
    }

    private static int clamped(int value) {
        return Math.min(MOST, Math.max(0, value));
    }
}
