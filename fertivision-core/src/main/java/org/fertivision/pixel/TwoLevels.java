package org.fertivision.pixel;

/**
 * The values of a raster within a mask, 0 to 1, parted in two by Otsu's threshold.
 *
 * @param dark mean of the values up to the level
 * @param bright mean of those above it; that of the dark ones where there are none
 * @param level the threshold
 */
public record TwoLevels(double dark, double bright, double level) {
    private static final int STEPS = 255;

    /**
     * Parts the values under a mask whose box is that of the raster.
     *
     * @throws IllegalArgumentException for an empty mask
     */
    public static TwoLevels of(Raster raster, Mask mask) {
        int[] counts = new int[STEPS + 1];
        float[] in = raster.samples();
        boolean[] bits = mask.bits();
        int n = 0;
        for (int i = 0; i < in.length; i++) {
            if (bits[i]) {
                counts[Math.max(0, Math.min(STEPS, Math.round(STEPS * in[i])))]++;
                n++;
            }
        }
        if (n == 0) {
            throw new IllegalArgumentException("no value to part");
        }
        Histogram histogram = Histogram.ofCounts(counts);
        int level = Otsu.threshold(histogram);
        double dark = histogram.meanUpTo(level);
        long below = histogram.countUpTo(level);
        double bright = below == n ? dark : (histogram.mean() * n - dark * below) / (n - below);
        return new TwoLevels(dark / STEPS, bright / STEPS, level / (double) STEPS);
    }

    /** How far apart the two means are. */
    public double contrast() {
        return bright - dark;
    }

    /** The level moved towards the bright mean by this share of the way. */
    public double between(double share) {
        return level + share * (bright - level);
    }
}
