package org.fertivision.pixel;

import org.fertivision.image.Plane;

/** Subtracts the light from a plane and averages over a box, in whole numbers, row by row. */
final class FlatBox {
    private static final int ZERO = 1 << 15;
    private static final int MAXIMUM = (1 << 16) - 1;

    private final Plane gray;
    private final Illumination light;
    private final int radius;
    private final double factor;
    private final double toSteps;
    private final int width;
    private final int[] samples;
    private final float[] behind;
    private final int[][] ring;
    private final int[] columnSums;

    FlatBox(Plane gray, Illumination light, int radius, double factor, double toSteps) {
        if (radius < 0) {
            throw new IllegalArgumentException("a box reaches 0 pixels or more, not " + radius);
        }
        this.gray = gray;
        this.light = light;
        this.radius = radius;
        this.factor = factor;
        this.toSteps = toSteps;
        this.width = gray.width();
        this.samples = new int[width];
        this.behind = new float[width];
        this.ring = new int[2 * radius + 1][width];
        this.columnSums = new int[width];
    }

    /** The mean over the box around each pixel; beyond the edge the edge pixel is repeated. */
    Plane smoothed() {
        short[] out = new short[width * gray.height()];
        for (int dy = -radius; dy <= radius; dy++) {
            enter(dy);
        }
        for (int y = 0; y < gray.height(); y++) {
            if (y > 0) {
                leave(y - radius - 1);
                enter(y + radius);
            }
            rowMeans(out, y * width);
        }
        return Plane.takeShorts(width, gray.height(), out);
    }

    private void enter(int y) {
        int[] row = ring[Math.floorMod(y, ring.length)];
        int inside = Math.max(0, Math.min(gray.height() - 1, y));
        gray.row(inside, samples);
        light.row(inside, behind);
        for (int x = 0; x < width; x++) {
            row[x] = (int) Math.rint((samples[x] - behind[x]) * factor);
            columnSums[x] += row[x];
        }
    }

    private void leave(int y) {
        int[] row = ring[Math.floorMod(y, ring.length)];
        for (int x = 0; x < width; x++) {
            columnSums[x] -= row[x];
        }
    }

    private void rowMeans(short[] out, int start) {
        double perBox = toSteps / ((2 * radius + 1.0) * (2 * radius + 1.0));
        long sum = 0;
        for (int dx = -radius; dx <= radius; dx++) {
            sum += columnSums[clamp(dx)];
        }
        for (int x = 0; x < width; x++) {
            int level = ZERO + (int) Math.rint(sum * perBox);
            out[start + x] = (short) Math.max(0, Math.min(MAXIMUM, level));
            sum += columnSums[clamp(x + radius + 1)] - columnSums[clamp(x - radius)];
        }
    }

    private int clamp(int x) {
        return Math.max(0, Math.min(width - 1, x));
    }
}
