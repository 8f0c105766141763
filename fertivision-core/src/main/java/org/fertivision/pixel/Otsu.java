package org.fertivision.pixel;

import java.util.List;

/**
 * The threshold that parts a histogram into classes with the largest variance between them.
 *
 * <p>A threshold t means: samples above t are the upper class. Where a run of neighboring levels is equally good, as it
 * is when the levels between two modes are empty, the middle of that run is taken; ImageJ takes its end, which gives the
 * same objects. Source: Otsu 1979, doi:10.1109/TSMC.1979.4310076.
 */
public final class Otsu {
    private Otsu() {}

    /** The best single threshold; the only level itself where the histogram has just one. */
    public static int threshold(Histogram histogram) {
        int lowest = histogram.lowest();
        int highest = histogram.highest();
        double total = histogram.total();
        double sum = histogram.mean() * total;
        double best = -1;
        int first = lowest;
        int last = lowest;
        long below = 0;
        long sumBelow = 0;
        for (int level = lowest; level < highest; level++) {
            int here = histogram.count(level);
            below += here;
            sumBelow += (long) here * level;
            if (here == 0 && last == level - 1) {
                last = level;
                continue;
            }
            double distance = sumBelow * total - below * sum;
            double between = distance / below * (distance / (total - below));
            if (between > best) {
                best = between;
                first = level;
                last = level;
            }
        }
        return first + (last - first) / 2;
    }

    /**
     * How cleanly the best threshold parts the histogram: the share of all variance that lies between the two classes, 0
     * (one class) to 1 (two levels only). White noise gives 0.64, so a value near it means that there is nothing to part.
     */
    public static double separability(Histogram histogram) {
        int threshold = threshold(histogram);
        double spread = histogram.standardDeviation();
        if (spread == 0) {
            return 0;
        }
        double below = histogram.countUpTo(threshold);
        double total = histogram.total();
        double meanBelow = histogram.meanUpTo(threshold);
        double distance = meanBelow - histogram.mean();
        return Math.min(1, below / (total - below) * distance * distance / (spread * spread));
    }

    /**
     * The best pair of thresholds t1 below t2 for three classes, on at most 256 evenly merged levels (exact for 8 bits).
     *
     * @throws IllegalArgumentException if fewer than three gray levels occur
     */
    public static List<Integer> twoThresholds(Histogram histogram) {
        int step = Math.max(1, histogram.levels() / 256);
        int bins = (histogram.levels() + step - 1) / step;
        double[] n = new double[bins + 1];
        double[] s = new double[bins + 1];
        int occupied = 0;
        for (int bin = 0; bin < bins; bin++) {
            n[bin + 1] = n[bin];
            s[bin + 1] = s[bin];
            for (int level = bin * step; level < Math.min(histogram.levels(), (bin + 1) * step); level++) {
                n[bin + 1] += histogram.count(level);
                s[bin + 1] += (double) histogram.count(level) * level;
            }
            occupied += n[bin + 1] > n[bin] ? 1 : 0;
        }
        if (occupied < 3) {
            throw new IllegalArgumentException("three classes need at least three gray levels, not " + occupied);
        }
        double best = -1;
        int lower = 0;
        int upper = 0;
        for (int i = 1; i < bins - 1; i++) {
            for (int j = i + 1; j < bins; j++) {
                double between = share(n, s, 0, i) + share(n, s, i, j) + share(n, s, j, bins);
                if (between > best) {
                    best = between;
                    lower = i;
                    upper = j;
                }
            }
        }
        return List.of(lower * step - 1, upper * step - 1);
    }

    /** Number of samples times squared mean of the bins {@code from} to before {@code to}. */
    private static double share(double[] n, double[] s, int from, int to) {
        double count = n[to] - n[from];
        double sum = s[to] - s[from];
        return count == 0 ? Double.NEGATIVE_INFINITY : sum * sum / count;
    }
}
