package org.fertivision.embryo;

import java.util.Arrays;
import java.util.Optional;
import org.fertivision.image.Point;
import org.fertivision.pixel.PolarImage;
import org.fertivision.pixel.Raster;

/**
 * Whether what lies between two borders is as smooth along them as the medium outside, as a zona is and a wall of cells is
 * not.
 */
final class ZonaSmoothness {
    private static final int DIRECTIONS = 256;
    private static final double STEP = 1;
    private static final double SIGMA = 1.2;
    private static final int REACH = 5;
    private static final double EDGE_UM = 2.5;
    private static final double OUTSIDE_FROM_UM = 5;
    private static final double OUTSIDE_TO_UM = 12;

    private ZonaSmoothness() {}

    /**
     * Roughness between the borders over that outside, both the median over the directions; nothing where there is no
     * room.
     *
     * @param umPerPixel size of a pixel of the raster, micrometers
     */
    static Optional<Double> of(Raster raster, Point center, double[] outer, double[] inner, double umPerPixel) {
        int columns = (int) (Arrays.stream(outer).max().orElse(0) + OUTSIDE_TO_UM / umPerPixel) + 2;
        PolarImage rest = PolarImage.around(raster, center, DIRECTIONS, columns, STEP)
                .smoothed(SIGMA)
                .unlikeNeighbors(REACH);
        double edge = EDGE_UM / umPerPixel;
        double[] between = new double[DIRECTIONS];
        double[] outside = new double[DIRECTIONS];
        for (int d = 0; d < DIRECTIONS; d++) {
            between[d] = power(rest, d, inner[d] + edge, outer[d] - edge);
            outside[d] = power(rest, d, outer[d] + OUTSIDE_FROM_UM / umPerPixel, outer[d] + OUTSIDE_TO_UM / umPerPixel);
        }
        double within = median(between);
        double beyond = median(outside);
        return within > 0 && beyond > 0 ? Optional.of(Math.sqrt(within / beyond)) : Optional.empty();
    }

    private static double power(PolarImage rest, int d, double from, double to) {
        double sum = 0;
        int n = 0;
        for (int i = Math.max(0, (int) Math.ceil(from)); i <= Math.min(to, rest.inside(d) - 1); i++) {
            sum += rest.at(d, i) * rest.at(d, i);
            n++;
        }
        return n == 0 ? 0 : sum / n;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
