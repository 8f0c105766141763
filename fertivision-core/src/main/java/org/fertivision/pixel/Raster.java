package org.fertivision.pixel;

import java.util.Arrays;
import org.fertivision.image.Plane;
import org.fertivision.image.Region;

/**
 * A piece of an image as floating-point gray values, still in the image's coordinates. Made for local work: smoothing,
 * contours, responses of filters. Immutable from outside the room.
 */
public final class Raster {
    private final Region region;
    private final float[] samples;

    /** Takes the array over. */
    Raster(Region region, float[] samples) {
        this.region = region;
        this.samples = samples;
    }

    /** A whole plane. */
    public static Raster of(Plane plane) {
        return of(plane, new Region(0, 0, plane.width(), plane.height()));
    }

    /**
     * The natural logarithm of a plane's levels, those of 0 taken as 1, as means over square blocks; the raster counts in
     * blocks. What is left over at the right and lower border makes blocks of fewer pixels.
     *
     * @param side pixels of a block's side, 1 or more
     */
    public static Raster logarithmOf(Plane plane, int side) {
        Region blocks = blocks(plane.width(), plane.height(), side);
        float[] logs = new float[blocks.width() * blocks.height()];
        double[] table = new double[plane.maximum() + 1];
        for (int level = 0; level < table.length; level++) {
            table[level] = StrictMath.log(Math.max(1, level));
        }
        int[] row = new int[plane.width()];
        double[] sums = new double[plane.width()];
        for (int top = 0, at = 0; top < plane.height(); top += side) {
            int bottom = Math.min(plane.height(), top + side);
            Arrays.fill(sums, 0);
            for (int y = top; y < bottom; y++) {
                plane.row(y, row);
                for (int x = 0; x < sums.length; x++) {
                    sums[x] += table[row[x]];
                }
            }
            for (int from = 0; from < sums.length; from += side, at++) {
                int to = Math.min(sums.length, from + side);
                double sum = 0;
                for (int x = from; x < to; x++) {
                    sum += sums[x];
                }
                logs[at] = (float) (sum / ((to - from) * (bottom - top)));
            }
        }
        return new Raster(blocks, logs);
    }

    /** How many blocks of a side cover a picture, as a box. */
    static Region blocks(int width, int height, int side) {
        return new Region(0, 0, (width + side - 1) / side, (height + side - 1) / side);
    }

    /**
     * A region of a plane.
     *
     * @throws IllegalArgumentException if the region leaves the plane
     */
    public static Raster of(Plane plane, Region region) {
        if (region.x() < 0 || region.y() < 0 || region.right() > plane.width() || region.bottom() > plane.height()) {
            throw new IllegalArgumentException(region + " leaves a plane of " + plane.width() + " x " + plane.height());
        }
        float[] samples = new float[region.width() * region.height()];
        int width = region.width();
        int[] row = new int[width];
        for (int y = region.y(), at = 0; y < region.bottom(); y++, at += width) {
            plane.row(y, region.x(), region.right(), row);
            for (int x = 0; x < width; x++) {
                samples[at + x] = row[x];
            }
        }
        return new Raster(region, samples);
    }

    /**
     * A raster from ready values, row by row; the array is copied.
     *
     * @throws IllegalArgumentException unless there is one finite value for each pixel
     */
    public static Raster of(Region region, float[] samples) {
        if ((long) region.width() * region.height() != samples.length) {
            throw new IllegalArgumentException(
                    region + " needs " + (long) region.width() * region.height() + " samples");
        }
        for (float sample : samples) {
            if (!Float.isFinite(sample)) {
                throw new IllegalArgumentException("a sample is finite, not " + sample);
            }
        }
        return new Raster(region, samples.clone());
    }

    /** Where this raster lies in the image. */
    public Region region() {
        return region;
    }

    /** Columns. */
    public int width() {
        return region.width();
    }

    /** Rows. */
    public int height() {
        return region.height();
    }

    /**
     * The value of the pixel in column {@code x} and row {@code y} of the image.
     *
     * @throws IndexOutOfBoundsException outside the region
     */
    public float at(int x, int y) {
        int column = x - region.x();
        int row = y - region.y();
        if (column < 0 || row < 0 || column >= region.width() || row >= region.height()) {
            throw new IndexOutOfBoundsException("(" + x + ", " + y + ") outside " + region);
        }
        return samples[row * region.width() + column];
    }

    /** The value at any place of the image, bilinear between pixel centers, the nearest edge value outside. */
    public double valueAt(double x, double y) {
        double column = Math.max(0, Math.min(region.width() - 1, x - 0.5 - region.x()));
        double row = Math.max(0, Math.min(region.height() - 1, y - 0.5 - region.y()));
        int left = (int) column;
        int upper = (int) row;
        int right = Math.min(left + 1, region.width() - 1);
        int lower = Math.min(upper + 1, region.height() - 1);
        double dx = column - left;
        double dy = row - upper;
        double above = samples[upper * region.width() + left] * (1 - dx) + samples[upper * region.width() + right] * dx;
        double below = samples[lower * region.width() + left] * (1 - dx) + samples[lower * region.width() + right] * dx;
        return above * (1 - dy) + below * dy;
    }

    /** The part of this raster around a box, as far as it reaches. */
    public Raster near(Region box, int margin) {
        int left = Math.max(region.x(), box.x() - margin);
        int top = Math.max(region.y(), box.y() - margin);
        int right = Math.min(region.right(), box.right() + margin);
        int bottom = Math.min(region.bottom(), box.bottom() + margin);
        Region part = new Region(left, top, right - left, bottom - top);
        float[] copy = new float[part.width() * part.height()];
        for (int row = 0; row < part.height(); row++) {
            int from = (top + row - region.y()) * region.width() + left - region.x();
            System.arraycopy(samples, from, copy, row * part.width(), part.width());
        }
        return new Raster(part, copy);
    }

    /** This raster with bright and dark exchanged: each value subtracted from {@code maximum}. */
    public Raster turnedOver(double maximum) {
        float[] turned = new float[samples.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = (float) (maximum - samples[i]);
        }
        return new Raster(region, turned);
    }

    /** The samples themselves, not to be changed. */
    float[] samples() {
        return samples;
    }

    /** The samples as a plane of 8 or 16 bits, rounded to the nearest level it has. */
    public Plane toPlane(int bits) {
        int most = (1 << bits) - 1;
        byte[] bytes = new byte[bits == 8 ? samples.length : 0];
        short[] shorts = new short[bits == 8 ? 0 : samples.length];
        for (int at = 0; at < samples.length; at++) {
            int level = Math.max(0, Math.min(most, (int) Math.floor(samples[at] + 0.5)));
            if (bits == 8) {
                bytes[at] = (byte) level;
            } else {
                shorts[at] = (short) level;
            }
        }
        return bits == 8
                ? Plane.takeBytes(region.width(), region.height(), bytes)
                : Plane.takeShorts(region.width(), region.height(), shorts);
    }
}
