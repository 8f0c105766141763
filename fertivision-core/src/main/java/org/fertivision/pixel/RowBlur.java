package org.fertivision.pixel;

import java.util.Arrays;

/**
 * Blurs by an even kernel along rows and, while these are still near, across them. Rows are arrays of their own and every
 * loop reads all of them at one index: only then do compilers of the JDK use the vectors of the processor. Taps are added
 * from the middle outward, so that all machines round alike.
 */
final class RowBlur {
    private final float[] kernel;
    private final int radius;
    private final float[] in;
    private final int width;
    private final int height;
    /** A row with the nearest value going on at both ends. */
    private final float[] padded;
    /** The last rows blurred along, row y at y modulo their number. */
    private final float[][] rows;

    private final float[] left;
    private final float[] right;
    private final float[] farLeft;
    private final float[] farRight;

    /**
     * A blur yet to be made.
     *
     * @param kernel the weights from the middle to one side
     */
    RowBlur(float[] kernel, Raster raster) {
        this.kernel = kernel;
        this.radius = kernel.length - 1;
        this.in = raster.samples();
        this.width = raster.width();
        this.height = raster.height();
        this.padded = new float[width + 2 * radius];
        this.rows = new float[Math.min(height, 2 * radius + 1)][width];
        this.left = new float[width];
        this.right = new float[width];
        this.farLeft = new float[width];
        this.farRight = new float[width];
    }

    /** The samples blurred, row by row. */
    float[] blurred() {
        float[] out = new float[in.length];
        float[] sums = new float[width];
        int done = 0;
        for (int y = 0; y < height; y++) {
            for (; done < height && done <= y + radius; done++) {
                along(done, row(done));
            }
            across(y, sums);
            System.arraycopy(sums, 0, out, y * width, width);
        }
        return out;
    }

    private float[] row(int y) {
        return rows[Math.max(0, Math.min(height - 1, y)) % rows.length];
    }

    private void along(int y, float[] sums) {
        int start = y * width;
        Arrays.fill(padded, 0, radius, in[start]);
        System.arraycopy(in, start, padded, radius, width);
        Arrays.fill(padded, radius + width, padded.length, in[start + width - 1]);
        weigh(shifted(0, left), kernel[0], sums);
        int i = 1;
        for (; i < radius; i += 2) {
            add(
                    shifted(-i, left),
                    shifted(i, right),
                    kernel[i],
                    sums,
                    shifted(-i - 1, farLeft),
                    shifted(i + 1, farRight),
                    kernel[i + 1]);
        }
        if (i == radius) {
            add(shifted(-i, left), shifted(i, right), kernel[i], sums);
        }
    }

    private float[] shifted(int by, float[] into) {
        System.arraycopy(padded, radius + by, into, 0, width);
        return into;
    }

    private void across(int y, float[] sums) {
        weigh(row(y), kernel[0], sums);
        int i = 1;
        for (; i < radius; i += 2) {
            add(row(y - i), row(y + i), kernel[i], sums, row(y - i - 1), row(y + i + 1), kernel[i + 1]);
        }
        if (i == radius) {
            add(row(y - i), row(y + i), kernel[i], sums);
        }
    }

    private static void weigh(float[] row, float weight, float[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] = weight * row[x];
        }
    }

    private static void add(float[] one, float[] other, float weight, float[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += weight * (one[x] + other[x]);
        }
    }

    private static void add(
            float[] one, float[] other, float weight, float[] sums, float[] far, float[] farOther, float farWeight) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] = sums[x] + weight * (one[x] + other[x]) + farWeight * (far[x] + farOther[x]);
        }
    }
}
