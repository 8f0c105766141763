package org.fertivision.pixel;

import java.util.Arrays;
import org.fertivision.image.Plane;

/**
 * Subtracts the light from a plane and averages over a box, row by row, in loops without branches that write one type and
 * read others, which the JVM turns into vector instructions. Sums of a column are whole numbers below 2^24, which floats
 * hold exactly.
 */
final class FlatBox {
    /** The level of the flat picture that stands for no difference from the light. */
    static final int ZERO = 1 << 15;

    private static final float MIDDLE = ZERO + 0.5f;

    private final Plane gray;
    private final Illumination light;
    private final int radius;
    private final float scale;
    private final int width;
    private final int[][] ring;
    private int[] spare;
    private final float[] columnSums;
    private final float[] boxSums;
    private final float[] behind;

    /**
     * A filter for one picture.
     *
     * @param radius pixels on each side of the middle one, 0 or more
     * @param scale steps of the flat picture for one gray level, negative to turn it over
     */
    FlatBox(Plane gray, Illumination light, int radius, double scale) {
        long side = 2L * radius + 1;
        if (radius < 0 || side * side * gray.maximum() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("no box reaches " + radius + " pixels here");
        }
        this.gray = gray;
        this.light = light;
        this.radius = radius;
        this.scale = (float) scale;
        this.width = gray.width();
        this.ring = new int[(int) side][width];
        this.spare = new int[width];
        this.columnSums = new float[width + 2 * radius];
        this.boxSums = new float[width];
        this.behind = new float[width];
    }

    /** The mean over the box around each pixel, less the light; beyond the edge the edge pixel is repeated. */
    Plane smoothed() {
        short[] out = new short[width * gray.height()];
        start();
        for (int y = 0; y < gray.height(); y++) {
            if (y > 0) {
                moveTo(y);
            }
            sumBoxes();
            light.row(y, behind);
            subtractLight(boxSums, behind, scale, scale / (ring.length * ring.length), out, y * width);
        }
        return Plane.takeShorts(width, gray.height(), out);
    }

    private void start() {
        for (int i = 0; i < ring.length; i++) {
            gray.row(inside(i - radius), ring[i]);
            for (int x = 0; x < width; x++) {
                columnSums[x + radius] += ring[i][x];
            }
        }
    }

    /** Exchanges the row that left the boxes for the one that entered them. */
    private void moveTo(int y) {
        int place = (y - 1) % ring.length;
        int[] left = ring[place];
        int[] entered = spare;
        gray.row(inside(y + radius), entered);
        exchange(columnSums, radius, entered, left);
        ring[place] = entered;
        spare = left;
    }

    private static void exchange(float[] sums, int from, int[] entered, int[] left) {
        for (int x = 0; x < left.length; x++) {
            sums[from + x] += entered[x] - left[x];
        }
    }

    private int inside(int y) {
        return Math.max(0, Math.min(gray.height() - 1, y));
    }

    private void sumBoxes() {
        Arrays.fill(columnSums, 0, radius, columnSums[radius]);
        Arrays.fill(columnSums, radius + width, columnSums.length, columnSums[radius + width - 1]);
        switch (radius) {
            case 0 -> System.arraycopy(columnSums, 0, boxSums, 0, width);
            case 1 -> sumThrees(columnSums, boxSums);
            case 2 -> sumFives(columnSums, boxSums);
            default -> sumRunning();
        }
    }

    private static void sumThrees(float[] sums, float[] into) {
        for (int x = 0; x < into.length; x++) {
            into[x] = sums[x] + sums[x + 1] + sums[x + 2];
        }
    }

    private static void sumFives(float[] sums, float[] into) {
        for (int x = 0; x < into.length; x++) {
            into[x] = sums[x] + sums[x + 1] + sums[x + 2] + sums[x + 3] + sums[x + 4];
        }
    }

    /** Boxes of any size, whose sums may be too large to be exact as floats. */
    private void sumRunning() {
        int sum = 0;
        for (int x = 0; x < ring.length; x++) {
            sum += (int) columnSums[x];
        }
        boxSums[0] = sum;
        for (int x = 1; x < width; x++) {
            sum += (int) (columnSums[x + ring.length - 1] - columnSums[x - 1]);
            boxSums[x] = sum;
        }
    }

    /** What the picture shows over the light is at most half the range of the flat picture, so nothing has to be cut. */
    private static void subtractLight(float[] boxes, float[] light, float scale, float perBox, short[] out, int at) {
        for (int x = 0; x < boxes.length; x++) {
            out[at + x] = (short) (int) (MIDDLE + (boxes[x] * perBox - light[x] * scale));
        }
    }
}
