package org.fertivision.pixel;

import java.util.Arrays;

/**
 * How wide an edge is: the distance over which it rises from 10 to 90 % of its contrast, were it as steep all the way as
 * at the contour. Small where the object is in focus.
 */
public final class EdgeWidth {
    private static final double RISE = 0.8;
    private static final double HALF_STEP = 0.5;

    private EdgeWidth() {}

    /**
     * The width of the edge along a contour, pixels: 0.8 x contrast over the median slope at its points.
     *
     * @param contrast from background to plateau, gray levels, positive
     * @return infinite where there is no slope at all
     */
    public static double along(Contour contour, Raster raster, double contrast) {
        double[] slopes = new double[contour.size()];
        for (int i = 0; i < slopes.length; i++) {
            double x = contour.x(i);
            double y = contour.y(i);
            double dx = raster.valueAt(x + HALF_STEP, y) - raster.valueAt(x - HALF_STEP, y);
            double dy = raster.valueAt(x, y + HALF_STEP) - raster.valueAt(x, y - HALF_STEP);
            slopes[i] = Math.sqrt(dx * dx + dy * dy);
        }
        Arrays.sort(slopes);
        double slope = slopes[slopes.length / 2];
        return RISE * contrast / slope;
    }
}
