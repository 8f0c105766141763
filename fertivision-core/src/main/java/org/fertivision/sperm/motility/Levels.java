package org.fertivision.sperm.motility;

import java.util.Arrays;
import org.fertivision.image.Plane;

/**
 * The gray levels of the frame that is looked at, as bytes in one array that is filled anew for every frame. Heads are
 * brighter than their surroundings in it, whatever they are in the picture; deeper pictures are narrowed to 8 bits.
 */
final class Levels {
    private static final int WHITE = 255;

    /** Bytes behind the last pixel, for those who read eight at a time from any. */
    private static final int ROOM = 8;

    private final int width;
    private final int height;
    private final byte[] bytes;
    private final int[] row;
    private boolean dark;
    private double black;
    private double perLevel = 1;

    Levels(int width, int height) {
        this.width = width;
        this.height = height;
        this.bytes = new byte[width * height + ROOM];
        this.row = new int[width];
    }

    /** From now on heads are taken to be darker than their surroundings. */
    void turnDark() {
        dark = true;
    }

    boolean isDark() {
        return dark;
    }

    /** From now on the levels of a deeper picture between two bounds are spread over 8 bits. */
    void spread(double from, double to) {
        black = from;
        perLevel = Math.max(1, (to - from) / WHITE);
    }

    /** Takes in a frame. */
    void take(Plane plane) {
        if (plane.bits() == 8) {
            for (int y = 0; y < height; y++) {
                plane.rowBytes(y, bytes, y * width);
            }
        } else {
            narrow(plane);
        }
        if (dark) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) ~bytes[i];
            }
        }
    }

    private void narrow(Plane plane) {
        for (int y = 0; y < height; y++) {
            plane.row(y, row);
            for (int x = 0; x < width; x++) {
                double level = Math.max(0, Math.min(WHITE, (row[x] - black) / perLevel));
                bytes[y * width + x] = (byte) (int) (level + 0.5);
            }
        }
    }

    /** Bounds that hold the levels of a deep picture with room for change: a hundredth beyond the middle 99.98 %. */
    static double[] bounds(Plane plane) {
        int[] sorted = new int[plane.width() * plane.height()];
        int[] row = new int[plane.width()];
        for (int y = 0; y < plane.height(); y++) {
            plane.row(y, row);
            System.arraycopy(row, 0, sorted, y * row.length, row.length);
        }
        Arrays.sort(sorted);
        double low = sorted[(int) (1e-4 * (sorted.length - 1))];
        double high = sorted[(int) Math.ceil((1 - 1e-4) * (sorted.length - 1))];
        double room = Math.max(1, high - low);
        return new double[] {low - room, high + room};
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int at(int index) {
        return bytes[index] & WHITE;
    }

    /** The array itself, rows one after another and eight bytes more: for those who read eight levels at a time. */
    byte[] bytes() {
        return bytes;
    }
}
