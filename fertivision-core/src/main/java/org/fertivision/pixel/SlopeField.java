package org.fertivision.pixel;

/** How steep a picture is at each place and in each direction: smoothed by a Gaussian, then central differences. Immutable. */
public final class SlopeField {
    private final int width;
    private final int height;
    private final double firstX;
    private final double firstY;
    private final float[] across;
    private final float[] down;

    private SlopeField(Raster smooth) {
        width = smooth.width();
        height = smooth.height();
        firstX = smooth.region().x() + 0.5;
        firstY = smooth.region().y() + 0.5;
        float[] samples = smooth.samples();
        across = new float[samples.length];
        down = new float[samples.length];
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = y * width + x;
                across[at] = (samples[at + 1] - samples[at - 1]) / 2;
                down[at] = (samples[at + width] - samples[at - width]) / 2;
            }
        }
    }

    /**
     * The slopes of a raster.
     *
     * @param sigma of the smoothing, pixels
     */
    public static SlopeField of(Raster raster, double sigma) {
        return new SlopeField(Smoothing.gaussian(raster, sigma));
    }

    /** Gray levels a pixel towards x at a place of the raster, 0 outside and at the border. */
    public double across(double x, double y) {
        return between(across, x, y);
    }

    /** Gray levels a pixel towards y (down) at a place of the raster, 0 outside and at the border. */
    public double down(double x, double y) {
        return between(down, x, y);
    }

    /** Bilinear between pixel centers. */
    private double between(float[] slopes, double x, double y) {
        double column = x - firstX;
        double row = y - firstY;
        if (!(column >= 0 && row >= 0 && column < width - 1 && row < height - 1)) {
            return 0;
        }
        int left = (int) column;
        int upper = (int) row;
        int at = upper * width + left;
        double dx = column - left;
        double dy = row - upper;
        double above = slopes[at] + dx * (slopes[at + 1] - slopes[at]);
        double below = slopes[at + width] + dx * (slopes[at + width + 1] - slopes[at + width]);
        return above + dy * (below - above);
    }
}
