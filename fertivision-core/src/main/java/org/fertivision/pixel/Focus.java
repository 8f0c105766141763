package org.fertivision.pixel;

import org.fertivision.image.Plane;
import org.fertivision.image.Region;

/**
 * How sharp a picture or a region of it is, free of its contrast, its brightness and its noise: the energy of the gray
 * slopes beside the variance of the gray values. Falls as one over the root of the blur
 * while the blur is small beside the objects, and says nothing more when the blur is a fifth of their width or more.
 * Different scenes are not comparable, since one of many edges is sharper than one of few.
 *
 * @param slopeEnergy mean squared slope, gray levels squared a pixel squared, noise taken off, 0 or more
 * @param variance of the gray values, noise taken off, 0 or more
 * @param noise standard deviation of single pixels, gray levels
 */
public record Focus(double slopeEnergy, double variance, double noise) {
    private static final int ROW_STEP = 2;
    /** Below this many sigmas of the noise the contrast is no scene. */
    private static final double LEAST_CONTRAST = 0.5;

    /** Refuses negative energies. */
    public Focus {
        if (!(slopeEnergy >= 0) || !(variance >= 0) || !(noise >= 0)) {
            throw new IllegalArgumentException("not a focus: " + slopeEnergy + ", " + variance + ", " + noise);
        }
    }

    /** The focus of a whole plane. */
    public static Focus of(Plane plane) {
        return of(plane, new Region(0, 0, plane.width(), plane.height()), NoiseFloor.pixelSigma(plane));
    }

    /**
     * The focus of a region.
     *
     * @param noise standard deviation of single pixels, gray levels; the slopes' share of it is taken off
     * @throws IllegalArgumentException if the region leaves the plane
     */
    public static Focus of(Plane plane, Region region, double noise) {
        if (region.x() < 0 || region.y() < 0 || region.right() > plane.width() || region.bottom() > plane.height()) {
            throw new IllegalArgumentException(region + " leaves a plane of " + plane.width() + " x " + plane.height());
        }
        Sums sums = new Sums();
        int[] above = new int[plane.width()];
        int[] here = new int[plane.width()];
        int[] below = new int[plane.width()];
        for (int y = region.y(); y < region.bottom(); y += ROW_STEP) {
            plane.row(Math.max(region.y(), y - 1), above);
            plane.row(y, here);
            plane.row(Math.min(region.bottom() - 1, y + 1), below);
            sums.add(above, here, below, region.x(), region.right());
        }
        // each of both central differences has half the variance of a pixel
        return new Focus(
                Math.max(0, sums.slopeEnergy() - noise * noise), Math.max(0, sums.variance() - noise * noise), noise);
    }

    /** Root of slope energy over variance, one over pixels; 0 where there is hardly any contrast beside the noise. */
    public double sharpness() {
        double least = LEAST_CONTRAST * noise;
        return variance <= least * least ? 0 : Math.sqrt(slopeEnergy / variance);
    }

    private static final class Sums {
        private long n;
        private long inner;
        private double slopes;
        private double sum;
        private double squares;

        void add(int[] above, int[] here, int[] below, int from, int to) {
            long rowSum = 0;
            long rowSquares = 0;
            long rowSlopes = 0;
            for (int x = from; x < to; x++) {
                rowSum += here[x];
                rowSquares += (long) here[x] * here[x];
            }
            for (int x = from + 1; x < to - 1; x++) {
                long across = (long) here[x + 1] - here[x - 1];
                long down = (long) below[x] - above[x];
                rowSlopes += across * across + down * down;
            }
            n += to - from;
            inner += Math.max(0, to - from - 2);
            sum += rowSum;
            squares += rowSquares;
            slopes += rowSlopes;
        }

        double slopeEnergy() {
            return inner == 0 ? 0 : slopes / 4 / inner;
        }

        double variance() {
            return Math.max(0, squares / n - sum / n * (sum / n));
        }
    }
}
