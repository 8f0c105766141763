package org.fertivision.pixel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Looks for runs of equally distant lines in a strip, whatever their distance: over all degrees of smoothing and all
 * heights above which a ridge may be a line, a run goes on from line to line, so that a lens may stretch it slowly.
 */
final class RunFinder {
    /** The fewest lines that can show that they are regular. */
    static final int FEWEST_LINES = 5;

    private static final double LEAST_SPACING_PX = 3.5;
    private static final double FINEST_SMOOTHING_PX = 0.7;
    private static final double SMOOTHING_STEP = 1.6;
    private static final double MOST_SMOOTHING_OF_LENGTH = 1 / 60.0;
    private static final double MOST_SMOOTHING_OF_SPACING = 0.08;
    private static final double OVER_NOISE = 6;
    private static final double MOST_SCATTER = 0.05;
    private static final double REACH = 0.6;
    private static final double FALL = 0.5;

    private final Strip strip;
    private final Polarity polarity;
    private final double leastContrast;

    RunFinder(Strip strip, Polarity polarity, double leastContrast) {
        this.strip = strip;
        this.polarity = polarity;
        this.leastContrast = leastContrast;
    }

    List<LineRun> runs() {
        List<LineRun> runs = new ArrayList<>();
        double most = Math.max(FINEST_SMOOTHING_PX, strip.length() * MOST_SMOOTHING_OF_LENGTH);
        for (double sigma = FINEST_SMOOTHING_PX; sigma <= most; sigma *= SMOOTHING_STEP) {
            float[] levels = smoothed(sigma);
            Ridges ridges = Ridges.of(levels);
            double gain = Math.min(1, 1 / Math.sqrt(2 * Math.sqrt(Math.PI) * sigma));
            double floor = Math.max(leastContrast, OVER_NOISE * gain * strip.noise());
            for (double least = ridges.highest() / 2; least >= floor / 2; least /= 2) {
                runs(ridges.atLeast(Math.max(least, floor)), levels, sigma, runs);
            }
        }
        return runs;
    }

    private void runs(Ridges lines, float[] levels, double sigma, List<LineRun> into) {
        int usedUpTo = 0;
        for (int i = 0; i + 1 < lines.count(); i++) {
            double gap = lines.place(i + 1) - lines.place(i);
            if (i + 1 < usedUpTo || gap < LEAST_SPACING_PX || sigma > mostSmoothing(gap)) {
                continue;
            }
            LineChain chain = LineChain.from(lines, i);
            if (chain.lines() < FEWEST_LINES || !chain.isClean()) {
                continue;
            }
            LineRun run = measured(chain, lines, levels);
            if (run.lines() >= FEWEST_LINES && run.scatter() <= MOST_SCATTER * run.spacing()) {
                into.add(run);
                usedUpTo = chain.last();
            }
        }
    }

    private static double mostSmoothing(double gap) {
        return Math.max(FINEST_SMOOTHING_PX, MOST_SMOOTHING_OF_SPACING * gap);
    }

    private LineRun measured(LineChain chain, Ridges lines, float[] levels) {
        double usual = IntStream.range(0, chain.lines())
                .mapToDouble(i -> lines.prominence(chain.line(i)))
                .sorted()
                .skip(chain.lines() / 2)
                .findFirst()
                .orElse(0);
        int[] kept = IntStream.range(0, chain.lines())
                .filter(i -> fallOnBothSides(levels, lines.top(chain.line(i)), chain.gapAround(i)) >= FALL * usual)
                .toArray();
        int n = kept.length;
        int[] index = new int[n];
        double[] place = new double[n];
        for (int k = 0; k < n; k++) {
            int line = chain.line(kept[k]);
            index[k] = chain.index(kept[k]) - chain.index(0);
            place[k] = strip.start() + centroid(levels, lines.top(line), chain.gapAround(kept[k]));
        }
        return new LineRun(strip, polarity, index, place, usual);
    }

    /** How far the level falls on both sides of a ridge before the next line: the open field beside a ruling does not. */
    private static double fallOnBothSides(float[] levels, int top, double gap) {
        int reach = (int) Math.ceil(REACH * gap);
        float left = levels[lowest(levels, Math.max(0, top - reach), top)];
        float right = levels[lowest(levels, top, Math.min(levels.length - 1, top + reach))];
        return levels[top] - Math.max(left, right);
    }

    /** The centroid of what rises above half of a line's height over the valleys beside it. */
    private static double centroid(float[] levels, int peak, double gap) {
        int reach = Math.max(1, (int) (0.45 * gap));
        int left = lowest(levels, Math.max(0, peak - reach), peak);
        int right = lowest(levels, peak, Math.min(levels.length - 1, peak + reach));
        double slope = right == left ? 0 : (levels[right] - levels[left]) / (right - left);
        double half = (levels[peak] - levels[left] - slope * (peak - left)) / 2;
        double sum = 0;
        double moment = 0;
        for (int i = left; i <= right; i++) {
            double over = levels[i] - levels[left] - slope * (i - left) - half;
            if (over > 0) {
                sum += over;
                moment += over * (i - peak);
            }
        }
        return peak + (sum > 0 ? moment / sum : 0);
    }

    private static int lowest(float[] levels, int from, int to) {
        int lowest = from;
        for (int i = from + 1; i <= to; i++) {
            lowest = levels[i] < levels[lowest] ? i : lowest;
        }
        return lowest;
    }

    private float[] smoothed(double sigma) {
        int reach = (int) Math.ceil(3 * sigma);
        double[] kernel = new double[reach + 1];
        double sum = 0;
        for (int i = 0; i <= reach; i++) {
            kernel[i] = StrictMath.exp(-0.5 * i * i / (sigma * sigma));
            sum += i == 0 ? kernel[i] : 2 * kernel[i];
        }
        int last = strip.length() - 1;
        float[] smooth = new float[strip.length()];
        for (int k = 0; k < smooth.length; k++) {
            double value = kernel[0] * strip.level(k);
            for (int i = 1; i <= reach; i++) {
                value += kernel[i] * (strip.level(Math.max(0, k - i)) + (double) strip.level(Math.min(last, k + i)));
            }
            smooth[k] = (float) (polarity.sign() * value / sum);
        }
        return smooth;
    }
}
