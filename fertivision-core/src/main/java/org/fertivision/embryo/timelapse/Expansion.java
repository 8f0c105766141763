package org.fertivision.embryo.timelapse;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fertivision.stats.Percentiles;
import org.fertivision.stats.SenSlope;

/**
 * How fast an embryo's area grows within a window of time, collapses and the way back from them left out.
 *
 * @param rate area an hour, with its interval
 * @param fromHours first frame that it rests on
 * @param toHours last frame that it rests on
 */
record Expansion(SenSlope rate, double fromHours, double toHours) {
    private static final int FEWEST = 6;
    /** Frames without an outline that do not end a stretch. */
    private static final int MOST_MISSING = 3;

    private static final double LEAST_GROWTH = 0.10;
    private static final double FROM_SHARE = 0.1;
    private static final double TO_SHARE = 0.9;

    /**
     * The growth within a window that somebody chose.
     *
     * @return nothing where too few frames have an outline
     */
    static Optional<Expansion> within(Curve area, List<Collapses.Collapse> collapses, double from, double to) {
        int[] points = IntStream.range(0, area.size())
                .filter(i -> area.hours(i) >= from && area.hours(i) <= to && isFree(collapses, i))
                .toArray();
        return of(area, points);
    }

    /**
     * The growth of the longest stretch of outlines, from a tenth to nine tenths of it.
     *
     * @return nothing where there is no such stretch, or it grows by less than a tenth
     */
    static Optional<Expansion> of(Curve area, List<Collapses.Collapse> collapses) {
        int[] stretch = longest(area, collapses);
        if (stretch.length < FEWEST) {
            return Optional.empty();
        }
        double[] smooth = IntStream.range(0, stretch.length)
                .mapToDouble(i -> Percentiles.median(IntStream.rangeClosed(i - 1, i + 1)
                        .map(k -> Math.max(0, Math.min(stretch.length - 1, k)))
                        .mapToDouble(k -> area.value(stretch[k]))
                        .toArray()))
                .toArray();
        double least = IntStream.range(0, smooth.length)
                .mapToDouble(i -> smooth[i])
                .min()
                .orElse(0);
        int lowest = first(smooth, 0, least, -1);
        double most = IntStream.range(lowest, smooth.length)
                .mapToDouble(i -> smooth[i])
                .max()
                .orElse(0);
        if (most < (1 + LEAST_GROWTH) * least) {
            return Optional.empty();
        }
        int begin = first(smooth, lowest, least + FROM_SHARE * (most - least), 1);
        int end = first(smooth, begin, least + TO_SHARE * (most - least), 1);
        return of(area, IntStream.rangeClosed(begin, end).map(i -> stretch[i]).toArray());
    }

    /** The first place from some on at which values are at least, or at most, a level. */
    private static int first(double[] values, int from, double level, int sign) {
        int at = from;
        while (at < values.length - 1 && sign * (values[at] - level) < 0) {
            at++;
        }
        return at;
    }

    private static int[] longest(Curve area, List<Collapses.Collapse> collapses) {
        int begin = 0;
        int[] best = {0, 0};
        for (int i = 1; i <= area.size(); i++) {
            if (i == area.size() || area.frame(i) - area.frame(i - 1) > MOST_MISSING + 1) {
                if (i - begin > best[1] - best[0]) {
                    best = new int[] {begin, i};
                }
                begin = i;
            }
        }
        return IntStream.range(best[0], best[1])
                .filter(i -> isFree(collapses, i))
                .toArray();
    }

    private static boolean isFree(List<Collapses.Collapse> collapses, int i) {
        return collapses.stream().noneMatch(collapse -> i > collapse.before() && i < collapse.back());
    }

    private static Optional<Expansion> of(Curve area, int[] points) {
        if (points.length < FEWEST) {
            return Optional.empty();
        }
        SenSlope rate = SenSlope.of(
                IntStream.of(points).mapToDouble(area::hours).toArray(),
                IntStream.of(points).mapToDouble(area::value).toArray());
        return Optional.of(new Expansion(rate, area.hours(points[0]), area.hours(points[points.length - 1])));
    }
}
