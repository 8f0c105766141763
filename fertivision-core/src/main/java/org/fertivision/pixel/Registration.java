package org.fertivision.pixel;

import org.fertivision.image.Point;

/**
 * How far a picture moved from one to the next, by what lies within a disc: whole pixels by the least mean absolute
 * difference, from coarse to fine, then parts of a pixel by Gauss-Newton steps (Lucas and Kanade 1981). Brightness is
 * matched by the mean of the disc.
 */
public final class Registration {
    private static final int COARSE = 4;
    private static final int NEAR = COARSE + 1;
    private static final int STEPS = 6;
    private static final double STILL = 0.003;
    private static final double MOST_STEP = 1;

    private Registration() {}

    /**
     * A shift.
     *
     * @param x how far what was seen went to the right, pixels
     * @param y how far it went down, pixels
     */
    public record Shift(double x, double y) {}

    /**
     * The shift from one picture to the next of the same size.
     *
     * @param center of the disc in the earlier one
     * @param radius of the disc, pixels
     * @param reach farthest shift that is looked for, pixels
     */
    public static Shift between(Raster before, Raster now, Point center, double radius, int reach) {
        Raster coarseBefore = Binning.of(before, COARSE);
        Raster coarseNow = Binning.of(now, COARSE);
        DiscPixels coarse =
                DiscPixels.of(coarseBefore, new Point(center.x() / COARSE, center.y() / COARSE), radius / COARSE);
        int[] found = best(coarse, coarseBefore, coarseNow, 0, 0, Math.max(1, reach / COARSE));
        DiscPixels disc = DiscPixels.of(before, center, radius);
        found = best(disc, before, now, COARSE * found[0], COARSE * found[1], NEAR);
        return refined(disc, before, now, found);
    }

    private static int[] best(DiscPixels disc, Raster before, Raster now, int aboutX, int aboutY, int reach) {
        int[] best = {aboutX, aboutY};
        double least = Double.POSITIVE_INFINITY;
        for (int dy = aboutY - reach; dy <= aboutY + reach; dy++) {
            for (int dx = aboutX - reach; dx <= aboutX + reach; dx++) {
                double difference = disc.difference(before, now, dx, dy);
                if (difference < least) {
                    least = difference;
                    best = new int[] {dx, dy};
                }
            }
        }
        return best;
    }

    private static Shift refined(DiscPixels disc, Raster before, Raster now, int[] whole) {
        double x = whole[0];
        double y = whole[1];
        for (int step = 0; step < STEPS; step++) {
            double[] better = disc.step(before, now, x, y);
            double dx = Math.max(-MOST_STEP, Math.min(MOST_STEP, better[0]));
            double dy = Math.max(-MOST_STEP, Math.min(MOST_STEP, better[1]));
            x += dx;
            y += dy;
            if (Math.abs(dx) + Math.abs(dy) < STILL) {
                break;
            }
        }
        boolean astray = Math.abs(x - whole[0]) > 2 * MOST_STEP || Math.abs(y - whole[1]) > 2 * MOST_STEP;
        return astray ? new Shift(whole[0], whole[1]) : new Shift(x, y);
    }
}
