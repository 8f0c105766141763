package org.fertivision.pixel;

import java.util.Arrays;
import org.fertivision.image.Point;

/**
 * A picture unrolled about a center: one row for each direction, one column for each distance. Direction 0 is along x, and
 * they turn towards y (down). Immutable.
 */
public final class PolarImage {
    private final int directions;
    private final int distances;
    private final double step;
    private final Point center;
    private final float[] samples;
    /** How many distances of each direction lie inside the picture. */
    private final int[] inside;

    private PolarImage(int directions, int distances, double step, Point center, float[] samples, int[] inside) {
        this.directions = directions;
        this.distances = distances;
        this.step = step;
        this.center = center;
        this.samples = samples;
        this.inside = inside;
    }

    /**
     * Unrolls a raster, bilinear between its pixels; what lies outside continues with the last value inside.
     *
     * @param center pixels of the raster
     * @param directions rows, evenly around
     * @param distances columns; column 0 is the center
     * @param step distance of two columns, pixels
     */
    public static PolarImage around(Raster raster, Point center, int directions, int distances, double step) {
        float[] samples = new float[directions * distances];
        int[] inside = new int[directions];
        float[] pixels = raster.samples();
        int width = raster.width();
        int height = raster.height();
        double x0 = center.x() - raster.region().x() - 0.5;
        double y0 = center.y() - raster.region().y() - 0.5;
        for (int d = 0; d < directions; d++) {
            double cos = step * StrictMath.cos(2 * Math.PI * d / directions);
            double sin = step * StrictMath.sin(2 * Math.PI * d / directions);
            int row = d * distances;
            float last = 0;
            for (int i = 0; i < distances; i++) {
                double x = x0 + i * cos;
                double y = y0 + i * sin;
                if (x >= 0 && y >= 0 && x < width - 1 && y < height - 1) {
                    int left = (int) x;
                    int upper = (int) y;
                    int at = upper * width + left;
                    float dx = (float) (x - left);
                    float dy = (float) (y - upper);
                    float above = pixels[at] + dx * (pixels[at + 1] - pixels[at]);
                    float below = pixels[at + width] + dx * (pixels[at + width + 1] - pixels[at + width]);
                    last = above + dy * (below - above);
                    inside[d] = i + 1;
                }
                samples[row + i] = last;
            }
        }
        return new PolarImage(directions, distances, step, center, samples, inside);
    }

    /** Rows. */
    public int directions() {
        return directions;
    }

    /** Columns. */
    public int distances() {
        return distances;
    }

    /** Distance of two columns, pixels. */
    public double step() {
        return step;
    }

    /** What it was unrolled about, pixels. */
    public Point center() {
        return center;
    }

    /** The value in a direction and at a distance. */
    public float at(int direction, int distance) {
        return samples[direction * distances + distance];
    }

    /** How many distances of a direction lie inside the picture, from the center on. */
    public int inside(int direction) {
        return inside[direction];
    }

    /** Blurred by a Gaussian along the distances alone. */
    public PolarImage smoothed(double sigmaColumns) {
        float[] kernel = Smoothing.gaussianKernel(sigmaColumns);
        int reach = kernel.length - 1;
        float[] out = new float[samples.length];
        float[] padded = new float[distances + 2 * reach];
        for (int d = 0; d < directions; d++) {
            int row = d * distances;
            Arrays.fill(padded, 0, reach, samples[row]);
            System.arraycopy(samples, row, padded, reach, distances);
            Arrays.fill(padded, reach + distances, padded.length, samples[row + distances - 1]);
            for (int i = 0; i <= reach; i++) {
                float weight = i == 0 ? kernel[0] / 2 : kernel[i];
                for (int k = 0; k < distances; k++) {
                    out[row + k] += weight * (padded[k + reach - i] + padded[k + reach + i]);
                }
            }
        }
        return with(out);
    }

    /** What is left when another picture of the same form is taken away. */
    public PolarImage minus(PolarImage other) {
        float[] rest = new float[samples.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = samples[i] - other.samples[i];
        }
        return with(rest);
    }

    /** The slope along the distances: change a column, by central differences; 0 at both ends and outside the picture. */
    public PolarImage slope() {
        float[] slope = new float[samples.length];
        for (int d = 0; d < directions; d++) {
            int row = d * distances;
            for (int i = 1; i < Math.min(distances, inside[d]) - 1; i++) {
                slope[row + i] = (samples[row + i + 1] - samples[row + i - 1]) / 2;
            }
        }
        return with(slope);
    }

    /** Each row multiplied by a factor of its own. */
    public PolarImage times(double[] factors) {
        float[] product = new float[samples.length];
        for (int d = 0; d < directions; d++) {
            float factor = (float) factors[d];
            for (int i = 0; i < inside[d]; i++) {
                product[d * distances + i] = factor * samples[d * distances + i];
            }
        }
        return with(product);
    }

    /** No value farther from 0 than {@code most}. */
    public PolarImage limited(float most) {
        float[] limited = new float[samples.length];
        for (int i = 0; i < limited.length; i++) {
            limited[i] = Math.max(-most, Math.min(most, samples[i]));
        }
        return with(limited);
    }

    /**
     * The middle one of the values without their signs, by size, the upper one of two; 0 where there is none.
     *
     * @param first column from which on they count, as far as the picture reaches
     */
    public double middleSize(int first) {
        float[] sizes = new float[samples.length];
        int n = 0;
        for (int d = 0; d < directions; d++) {
            for (int i = first; i < inside[d]; i++) {
                sizes[n++] = Math.abs(samples[d * distances + i]);
            }
        }
        return n == 0 ? 0 : Median.ofSizes(sizes, n, n / 2);
    }

    /** Each value without its sign. */
    public PolarImage absolute() {
        float[] sizes = new float[samples.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(samples[i]);
        }
        return with(sizes);
    }

    /** The sum with another picture of the same form. */
    public PolarImage plus(PolarImage other) {
        float[] sum = new float[samples.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = samples[i] + other.samples[i];
        }
        return with(sum);
    }

    /**
     * How much more there is just inside a place than just outside: the difference of the means of as many columns, as
     * far as the picture reaches.
     */
    public PolarImage drop(int reach) {
        float[] drop = new float[samples.length];
        double[] sums = new double[distances + 1];
        for (int d = 0; d < directions; d++) {
            int row = d * distances;
            for (int i = 0; i < distances; i++) {
                sums[i + 1] = sums[i] + samples[row + i];
            }
            int end = Math.min(distances, inside[d]);
            for (int i = 1; i < end - 1; i++) {
                int from = Math.max(0, i - reach);
                int to = Math.min(end, i + reach);
                double within = (sums[i] - sums[from]) / (i - from);
                double beyond = (sums[to] - sums[i]) / (to - i);
                drop[row + i] = (float) (within - beyond);
            }
        }
        return with(drop);
    }

    /** What is left of each value when the mean of its column over the neighboring rows is taken away. */
    public PolarImage unlikeNeighbors(int reach) {
        float[] rest = new float[samples.length];
        int n = 2 * reach + 1;
        for (int i = 0; i < distances; i++) {
            double sum = 0;
            for (int d = -reach; d <= reach; d++) {
                sum += samples[Math.floorMod(d, directions) * distances + i];
            }
            for (int d = 0; d < directions; d++) {
                rest[d * distances + i] = (float) (samples[d * distances + i] - sum / n);
                sum += samples[(d + reach + 1) % directions * distances + i]
                        - samples[Math.floorMod(d - reach, directions) * distances + i];
            }
        }
        return with(rest);
    }

    /**
     * Each value brought nearer to 0 by a share of the farthest value of the other sign within some columns, no farther
     * than 0: side lobes go, what stands alone stays.
     */
    public PolarImage contrasted(double share, int reach) {
        float[] out = new float[samples.length];
        for (int d = 0; d < directions; d++) {
            int row = d * distances;
            for (int i = 0; i < distances; i++) {
                float value = samples[row + i];
                float other = 0;
                for (int k = Math.max(0, i - reach); k <= Math.min(distances - 1, i + reach); k++) {
                    other = Math.max(other, value > 0 ? -samples[row + k] : samples[row + k]);
                }
                float left = Math.max(0, Math.abs(value) - (float) share * other);
                out[row + i] = value > 0 ? left : -left;
            }
        }
        return with(out);
    }

    /** The means of groups of neighboring rows, each group centered on its row number times the group's size. */
    public PolarImage sectors(int groups) {
        int size = directions / groups;
        float[] means = new float[groups * distances];
        int[] least = new int[groups];
        for (int g = 0; g < groups; g++) {
            least[g] = distances;
            for (int k = 0; k < size; k++) {
                int d = Math.floorMod(g * size + k - size / 2, directions);
                least[g] = Math.min(least[g], inside[d]);
                for (int i = 0; i < distances; i++) {
                    means[g * distances + i] += samples[d * distances + i] / size;
                }
            }
        }
        return new PolarImage(groups, distances, step, center, means, least);
    }

    private PolarImage with(float[] other) {
        return new PolarImage(directions, distances, step, center, other, inside);
    }
}
