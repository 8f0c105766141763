package org.fertivision.pixel;

import java.util.Arrays;
import org.fertivision.image.Region;

/**
 * Blurs a raster by a Gaussian or a box, along rows and then along columns. Beyond the edge the nearest value goes on, so
 * that an even picture stays even.
 */
public final class Smoothing {
    /** The kernel reaches this many sigmas: what it leaves out is below 0.3 per thousand. */
    private static final double REACH = 3.7;

    private Smoothing() {}

    /**
     * Blurred by a Gaussian whose weights add up to 1.
     *
     * @param sigma pixels, 0 (nothing happens) to 1000
     */
    public static Raster gaussian(Raster raster, double sigma) {
        if (!(sigma >= 0 && sigma <= 1000)) {
            throw new IllegalArgumentException("a blur is 0 to 1000 pixels, not " + sigma);
        }
        return sigma < 0.1 ? raster : separable(raster, gaussianKernel(sigma));
    }

    /** What lies between two scales: the picture blurred by a narrow Gaussian less that blurred by a wide one. */
    public static Raster between(Raster raster, double narrowSigma, double wideSigma) {
        float[] narrow = gaussian(raster, narrowSigma).samples();
        float[] wide = gaussian(raster, wideSigma).samples();
        float[] rest = new float[narrow.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = narrow[i] - wide[i];
        }
        return new Raster(raster.region(), rest);
    }

    /**
     * Blurred by a Gaussian within a mask of the same box: what lies outside weighs nothing, and stays as it is.
     *
     * @param sigma pixels, 0 (nothing happens) to 1000
     */
    public static Raster gaussian(Raster raster, Mask mask, double sigma) {
        float[] out = raster.samples().clone();
        Region all = new Region(0, 0, raster.width(), raster.height());
        mask.extent().ifPresent(extent -> blurWithin(out, raster.width(), mask, framed(extent, all), sigma));
        return new Raster(raster.region(), out);
    }

    /** With a pixel more on each side, as far as there are any. */
    private static Region framed(Region box, Region all) {
        int left = Math.max(all.x(), box.x() - 1);
        int top = Math.max(all.y(), box.y() - 1);
        int right = Math.min(all.right(), box.right() + 1);
        int bottom = Math.min(all.bottom(), box.bottom() + 1);
        return new Region(left, top, right - left, bottom - top);
    }

    /** Blurs what lies in the mask, which has nothing beyond {@code extent}. */
    private static void blurWithin(float[] samples, int width, Mask mask, Region extent, double sigma) {
        boolean[] bits = mask.bits();
        float[] inside = new float[extent.width() * extent.height()];
        float[] weights = new float[inside.length];
        int corner = extent.y() * width + extent.x();
        for (int y = 0, at = 0; y < extent.height(); y++) {
            int start = corner + y * width;
            for (int x = 0; x < extent.width(); x++, at++) {
                weights[at] = bits[start + x] ? 1 : 0;
                inside[at] = bits[start + x] ? samples[start + x] : 0;
            }
        }
        float[] sums = gaussian(new Raster(extent, inside), sigma).samples();
        float[] shares = gaussian(new Raster(extent, weights), sigma).samples();
        for (int y = 0, at = 0; y < extent.height(); y++) {
            int start = corner + y * width;
            for (int x = 0; x < extent.width(); x++, at++) {
                float mean = sums[at] / shares[at];
                samples[start + x] = bits[start + x] ? mean : samples[start + x];
            }
        }
    }

    /**
     * The mean over a square of {@code 2 radius + 1} pixels.
     *
     * @param radius pixels, 0 to 1000
     */
    public static Raster box(Raster raster, int radius) {
        if (radius < 0 || radius > 1000) {
            throw new IllegalArgumentException("a radius is 0 to 1000 pixels, not " + radius);
        }
        float[] kernel = new float[radius + 1];
        Arrays.fill(kernel, 1f / (2 * radius + 1));
        return separable(raster, kernel);
    }

    /** How much a Gaussian of this sigma lowers the standard deviation of independent pixels: a factor of 0 to 1. */
    public static double noiseGain(double sigma) {
        if (sigma < 0.1) {
            return 1;
        }
        float[] kernel = gaussianKernel(sigma);
        double squares = kernel[0] * kernel[0];
        for (int i = 1; i < kernel.length; i++) {
            squares += 2.0 * kernel[i] * kernel[i];
        }
        return squares;
    }

    /** The weights from the middle to one side. */
    static float[] gaussianKernel(double sigma) {
        int radius = (int) Math.ceil(REACH * sigma);
        double[] weights = new double[radius + 1];
        double sum = 0;
        for (int i = 0; i <= radius; i++) {
            weights[i] = StrictMath.exp(-i * i / (2 * sigma * sigma));
            sum += i == 0 ? weights[i] : 2 * weights[i];
        }
        float[] kernel = new float[radius + 1];
        for (int i = 0; i <= radius; i++) {
            kernel[i] = (float) (weights[i] / sum);
        }
        return kernel;
    }

    private static Raster separable(Raster raster, float[] kernel) {
        return new Raster(raster.region(), new RowBlur(kernel, raster).blurred());
    }
}
