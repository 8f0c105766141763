package org.fertivision.pixel;

/**
 * What an object shows deep inside, spread to its rim: at each place the mean of the values at deep places, weighted by a
 * Gaussian of their distance. Blur at the rim does not reach it.
 */
public final class DeepLevel {
    private DeepLevel() {}

    /**
     * The level at every place of a raster; where no deep place is near, the raster's own value.
     *
     * @param deep the places that speak for others; its box is that of the raster
     * @param sigma how far they speak, pixels
     */
    public static Raster of(Raster raster, Mask deep, double sigma) {
        boolean[] bits = deep.bits();
        float[] in = raster.samples();
        float[] inside = new float[in.length];
        float[] weights = new float[in.length];
        for (int i = 0; i < in.length; i++) {
            inside[i] = bits[i] ? in[i] : 0;
            weights[i] = bits[i] ? 1 : 0;
        }
        float[] sums =
                Smoothing.gaussian(new Raster(raster.region(), inside), sigma).samples();
        float[] shares =
                Smoothing.gaussian(new Raster(raster.region(), weights), sigma).samples();
        float[] level = new float[in.length];
        for (int i = 0; i < in.length; i++) {
            level[i] = shares[i] > 0 ? sums[i] / shares[i] : in[i];
        }
        return new Raster(raster.region(), level);
    }
}
