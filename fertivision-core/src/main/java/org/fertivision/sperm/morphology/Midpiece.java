package org.fertivision.sperm.morphology;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fertivision.image.Point;
import org.fertivision.pixel.Raster;
import org.fertivision.stats.Percentiles;

/**
 * The thicker beginning of a sperm's thread: it ends where the absorbed light falls to that of the tail.
 *
 * @param lengthPx along the thread, pixels
 * @param widthPx full width at half of what it absorbs, pixels
 */
record Midpiece(double lengthPx, double widthPx) {
    private static final double THICK_TO = 0.5;
    private static final double TAIL_FROM = 1.6;
    private static final double TAIL_TO = 3;
    private static final double HALF_WINDOW = 0.12;
    private static final double LEAST_FALL = 0.02;
    private static final double END_SHARE = 0.25;
    private static final double REACH = 0.35;
    private static final double STEP_PX = 0.5;

    /**
     * The midpiece at the beginning of a way.
     *
     * @param length of the head, pixels
     * @param width of the head, pixels
     * @return empty if the way is too short to show the tail beyond, or nothing falls on it
     */
    static Optional<Midpiece> of(List<Point> points, Raster absorbed, double length, double width) {
        double step = points.size() < 2 ? 1 : points.get(1).distanceTo(points.get(0));
        int far = (int) (TAIL_TO * length / step);
        int near = (int) (TAIL_FROM * length / step);
        if (points.size() < far) {
            return Optional.empty();
        }
        double[] levels = levels(points.subList(0, far), absorbed, (int) (HALF_WINDOW * length / step));
        double tail = Percentiles.median(Arrays.copyOfRange(levels, near, far));
        double thick = Percentiles.median(Arrays.copyOfRange(levels, 0, (int) (THICK_TO * length / step)));
        if (thick - tail < LEAST_FALL) {
            return Optional.empty();
        }
        int split = (int) (THICK_TO * length / step);
        while (split < near && levels[split] > tail + END_SHARE * (thick - tail)) {
            split++;
        }
        if (split == near) {
            return Optional.empty();
        }
        double[] widths = new double[split];
        int n = 0;
        for (int i = split / 4; i <= 3 * split / 4; i++) {
            double across = acrossAt(points, i, absorbed, REACH * width);
            if (across > 0) {
                widths[n++] = across;
            }
        }
        Arrays.sort(widths, 0, n);
        return n == 0 ? Optional.empty() : Optional.of(new Midpiece(split * step, widths[n / 2]));
    }

    /** What the places of a way absorb, each the mean over its neighbors. */
    private static double[] levels(List<Point> points, Raster absorbed, int window) {
        double[] levels = new double[points.size()];
        for (int i = 0; i < levels.length; i++) {
            int from = Math.max(0, i - window);
            int to = Math.min(points.size(), i + window + 1);
            double sum = 0;
            for (int j = from; j < to; j++) {
                sum += absorbed.valueAt(points.get(j).x(), points.get(j).y());
            }
            levels[i] = sum / (to - from);
        }
        return levels;
    }

    /** The full width at half height above the flanks; 0 where a flank is as dark. */
    private static double acrossAt(List<Point> points, int i, Raster absorbed, double reach) {
        Point before = points.get(Math.max(0, i - 2));
        Point after = points.get(Math.min(points.size() - 1, i + 2));
        double way = before.distanceTo(after);
        if (way == 0) {
            return 0;
        }
        double x = -(after.y() - before.y()) / way;
        double y = (after.x() - before.x()) / way;
        Point at = points.get(i);
        double ground = Math.min(
                absorbed.valueAt(at.x() + reach * x, at.y() + reach * y),
                absorbed.valueAt(at.x() - reach * x, at.y() - reach * y));
        double half = (absorbed.valueAt(at.x(), at.y()) + ground) / 2;
        double right = fallsTo(half, at, x, y, absorbed, reach);
        double left = fallsTo(half, at, -x, -y, absorbed, reach);
        return right < 0 || left < 0 ? 0 : left + right;
    }

    private static double fallsTo(double level, Point at, double x, double y, Raster absorbed, double reach) {
        double before = absorbed.valueAt(at.x(), at.y());
        for (double away = STEP_PX; away <= reach; away += STEP_PX) {
            double value = absorbed.valueAt(at.x() + away * x, at.y() + away * y);
            if (value <= level) {
                return away - STEP_PX * (level - value) / Math.max(1e-9, before - value);
            }
            before = value;
        }
        return -1;
    }
}
