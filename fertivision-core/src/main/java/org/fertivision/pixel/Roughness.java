package org.fertivision.pixel;

import java.util.Arrays;
import org.fertivision.image.Region;

/**
 * How rough a picture is at each place: the root mean square of its band-passed gray values around the place over the
 * mean gray there, so that shade and light count alike. What is rougher than most is cut to one level.
 */
public final class Roughness {
    private static final double FINE = 1.2;
    private static final double COARSE = 4;
    private static final int AROUND = 3;
    private static final double SHADE = 0.6;
    private static final double ROUGHEST_SHARE = 0.9;

    private Roughness() {}

    /**
     * Of a raster, in its coordinates divided by the factor, which begin at 0.
     *
     * @param factor pixels of the raster in one of the answer
     */
    public static Raster of(Raster raster, int factor) {
        Raster coarse = Smoothing.gaussian(raster, COARSE);
        float[] fine = Smoothing.gaussian(raster, FINE).samples();
        float[] wide = coarse.samples();
        double mean = 0;
        for (float value : wide) {
            mean += value / wide.length;
        }
        float floor = (float) (SHADE * mean);
        float[] squares = new float[fine.length];
        for (int i = 0; i < squares.length; i++) {
            float share = (fine[i] - wide[i]) / Math.max(1, Math.max(floor, wide[i]));
            squares[i] = share * share;
        }
        Raster power =
                Smoothing.box(Binning.of(new Raster(raster.region(), squares), factor), Math.max(1, AROUND / factor));
        float[] roots = new float[power.width() * power.height()];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = (float) Math.sqrt(power.samples()[i]);
        }
        return cut(roots, power.width(), power.height());
    }

    private static Raster cut(float[] roots, int width, int height) {
        float[] sorted = roots.clone();
        Arrays.sort(sorted);
        float most = sorted[(int) (ROUGHEST_SHARE * (sorted.length - 1))];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = Math.min(most, roots[i]);
        }
        return new Raster(new Region(0, 0, width, height), roots);
    }
}
