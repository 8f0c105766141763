package org.fertivision.pixel;

import org.fertivision.image.Region;

/**
 * How much a place stands out from its surroundings as a round spot: the least, over twelve directions, of its value less the
 * mean of the two values on both sides. At a straight edge or on a line that least one is 0.
 */
public final class SpotContrast {
    private static final int DIRECTIONS = 12;

    private SpotContrast() {}

    /**
     * The contrast of bright spots inside a mask, 0 outside and where there is none.
     *
     * @param mask its box is that of the values
     * @param reach from a spot's middle to its surroundings, pixels
     */
    public static Raster of(Raster values, Mask mask, double reach) {
        Region region = values.region();
        float[] over = new float[region.width() * region.height()];
        double[] x = new double[DIRECTIONS];
        double[] y = new double[DIRECTIONS];
        for (int i = 0; i < DIRECTIONS; i++) {
            x[i] = reach * StrictMath.cos(Math.PI * i / DIRECTIONS);
            y[i] = reach * StrictMath.sin(Math.PI * i / DIRECTIONS);
        }
        for (int at = 0; at < over.length; at++) {
            if (mask.bits()[at]) {
                double middleX = region.x() + at % region.width() + 0.5;
                double middleY = region.y() + at / region.width() + 0.5;
                double least = Double.POSITIVE_INFINITY;
                for (int i = 0; i < DIRECTIONS; i++) {
                    double sides = values.valueAt(middleX + x[i], middleY + y[i])
                            + values.valueAt(middleX - x[i], middleY - y[i]);
                    least = Math.min(least, values.samples()[at] - sides / 2);
                }
                over[at] = (float) Math.max(0, least);
            }
        }
        return new Raster(region, over);
    }
}
