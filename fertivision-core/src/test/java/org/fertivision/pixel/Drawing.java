package org.fertivision.pixel;

import java.util.Random;
import org.fertivision.image.Plane;
import org.fertivision.image.Region;

/** Small pictures with known truth for the tests of this room. */
final class Drawing {
    private static final int SUBPIXELS = 8;

    final int width;
    final int height;
    final float[] gray;

    Drawing(int width, int height, double background) {
        this.width = width;
        this.height = height;
        this.gray = new float[width * height];
        java.util.Arrays.fill(gray, (float) background);
    }

    /** Adds an ellipse of full axes {@code length} and {@code breadth}, 8 x 8 samples a pixel. */
    Drawing ellipse(double cx, double cy, double length, double breadth, double angle, double contrast) {
        return egg(cx, cy, length, breadth, angle, contrast, 0);
    }

    /** Adds an ellipse whose breadth grows along its length by the share {@code taper}: 0 for none; its area is the same. */
    Drawing egg(double cx, double cy, double length, double breadth, double angle, double contrast, double taper) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double reach = length / 2 * (1 + taper) + 1;
        for (int y = Math.max(0, (int) (cy - reach)); y < Math.min(height, cy + reach); y++) {
            for (int x = Math.max(0, (int) (cx - reach)); x < Math.min(width, cx + reach); x++) {
                double u0 = ((x + 0.5 - cx) * cos + (y + 0.5 - cy) * sin) / (length / 2);
                double v0 = ((y + 0.5 - cy) * cos - (x + 0.5 - cx) * sin) / (breadth / 2) / (1 + taper * u0);
                double fromCenter = Math.hypot(u0, v0);
                double near = 4 / breadth / (1 - taper);
                if (fromCenter > 1 + near || 1 + taper * u0 <= 0) {
                    continue;
                }
                int inside = fromCenter < 1 - near ? SUBPIXELS * SUBPIXELS : 0;
                for (int i = 0; inside != SUBPIXELS * SUBPIXELS && i < SUBPIXELS * SUBPIXELS; i++) {
                    double dx = x + (i % SUBPIXELS + 0.5) / SUBPIXELS - cx;
                    double dy = y + (i / SUBPIXELS + 0.5) / SUBPIXELS - cy;
                    double u = (dx * cos + dy * sin) / (length / 2);
                    double v = (dy * cos - dx * sin) / (breadth / 2) / (1 + taper * u);
                    inside += u * u + v * v <= 1 ? 1 : 0;
                }
                gray[y * width + x] += (float) (contrast * inside / (SUBPIXELS * SUBPIXELS));
            }
        }
        return this;
    }

    /** The length around such a shape. */
    static double eggPerimeter(double length, double breadth, double taper) {
        double sum = 0;
        int n = 20_000;
        double beforeX = length / 2;
        double beforeY = 0;
        for (int i = 1; i <= n; i++) {
            double u = Math.cos(2 * Math.PI * i / n);
            double x = length / 2 * u;
            double y = breadth / 2 * Math.sin(2 * Math.PI * i / n) * (1 + taper * u);
            sum += Math.hypot(x - beforeX, y - beforeY);
            beforeX = x;
            beforeY = y;
        }
        return sum;
    }

    /** Adds a slope of gray values. */
    Drawing slope(double perColumn, double perRow) {
        for (int i = 0; i < gray.length; i++) {
            gray[i] += (float) (perColumn * (i % width) + perRow * (i / width));
        }
        return this;
    }

    /** Blurs with a Gaussian. */
    Drawing blur(double sigma) {
        if (sigma <= 0) {
            return this;
        }
        int radius = (int) Math.ceil(4 * sigma);
        double[] kernel = new double[2 * radius + 1];
        double sum = 0;
        for (int i = -radius; i <= radius; i++) {
            kernel[i + radius] = Math.exp(-i * i / (2 * sigma * sigma));
            sum += kernel[i + radius];
        }
        float[] half = new float[gray.length];
        pass(gray, half, kernel, radius, sum, true);
        pass(half, gray, kernel, radius, sum, false);
        return this;
    }

    private void pass(float[] in, float[] out, double[] kernel, int radius, double sum, boolean along) {
        int lines = along ? height : width;
        int length = along ? width : height;
        double[] padded = new double[length + 2 * radius];
        for (int line = 0; line < lines; line++) {
            int start = along ? line * width : line;
            int step = along ? 1 : width;
            for (int i = 0; i < padded.length; i++) {
                padded[i] = in[start + step * Math.max(0, Math.min(length - 1, i - radius))];
            }
            for (int i = 0; i < length; i++) {
                double value = 0;
                for (int k = 0; k < kernel.length; k++) {
                    value += kernel[k] * padded[i + k];
                }
                out[start + step * i] = (float) (value / sum);
            }
        }
    }

    /** Adds normal noise. */
    Drawing noise(double sigma, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < gray.length; i++) {
            gray[i] += (float) (sigma * random.nextGaussian());
        }
        return this;
    }

    Plane toBytes() {
        byte[] samples = new byte[gray.length];
        for (int i = 0; i < gray.length; i++) {
            samples[i] = (byte) Math.max(0, Math.min(255, Math.round(gray[i])));
        }
        return Plane.takeBytes(width, height, samples);
    }

    Plane toShorts(double gain) {
        short[] samples = new short[gray.length];
        for (int i = 0; i < gray.length; i++) {
            samples[i] = (short) Math.max(0, Math.min(65535, Math.round(gain * gray[i])));
        }
        return Plane.takeShorts(width, height, samples);
    }

    Raster toRaster() {
        return Raster.of(new Region(0, 0, width, height), gray);
    }

    /** A plane of independent random samples. */
    static Plane randomBytes(int width, int height, long seed) {
        byte[] samples = new byte[width * height];
        new Random(seed).nextBytes(samples);
        return Plane.takeBytes(width, height, samples);
    }
}
