package org.fertivision.pixel;

import java.util.Arrays;
import java.util.Optional;
import org.fertivision.image.Region;

/**
 * The gray values whose pixel centers lie in a shape.
 *
 * @param n how many
 * @param mean their mean
 * @param median their median
 * @param spread standard deviation of the darkest nine tenths over what a normal distribution has there: a thin bright
 *     line across the shape hardly changes it
 */
public record GrayInside(int n, double mean, double median, double spread) {
    private static final double DARKEST = 0.9;
    /** Standard deviation of the lower nine tenths of a normal distribution of standard deviation 1. */
    private static final double NORMAL = 0.8438;

    /** The values inside a contour; nothing if there are none. */
    public static Optional<GrayInside> of(Raster gray, Contour contour) {
        return of(gray, contour.box(), Mask.inside(contour)::contains);
    }

    /** The values between two contours, within a mask and without another; nothing if there are none. */
    public static Optional<GrayInside> between(Raster gray, Contour inner, Contour outer, Mask within, Mask without) {
        Mask around = Mask.inside(outer).without(Mask.inside(inner));
        return of(
                gray, outer.box(), (x, y) -> around.contains(x, y) && within.contains(x, y) && !without.contains(x, y));
    }

    /** The values of a box, within a mask and without another; nothing if there are none. */
    public static Optional<GrayInside> of(Raster gray, Region box, Mask within, Mask without) {
        return of(gray, box, (x, y) -> within.contains(x, y) && !without.contains(x, y));
    }

    private static Optional<GrayInside> of(Raster gray, Region box, Chosen chosen) {
        Region field = gray.region();
        int left = Math.max(field.x(), box.x());
        int right = Math.min(field.right(), box.right());
        int top = Math.max(field.y(), box.y());
        int bottom = Math.min(field.bottom(), box.bottom());
        double[] values = new double[Math.max(0, right - left) * Math.max(0, bottom - top)];
        int n = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (chosen.holds(x, y)) {
                    values[n++] = gray.at(x, y);
                }
            }
        }
        return n == 0 ? Optional.empty() : Optional.of(summed(Arrays.copyOf(values, n)));
    }

    private static GrayInside summed(double[] values) {
        Arrays.sort(values);
        int n = values.length;
        double mean = Arrays.stream(values).sum() / n;
        double median = (values[(n - 1) / 2] + values[n / 2]) / 2;
        return new GrayInside(n, mean, median, spread(values));
    }

    private static double spread(double[] sorted) {
        int n = Math.max(1, (int) Math.round(DARKEST * sorted.length));
        double mean = Arrays.stream(sorted, 0, n).sum() / n;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            squares += (sorted[i] - mean) * (sorted[i] - mean);
        }
        return n < 2 ? 0 : Math.sqrt(squares / (n - 1)) / NORMAL;
    }

    /** Which pixels. */
    private interface Chosen {
        boolean holds(int x, int y);
    }
}
