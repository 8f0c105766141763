package org.fertivision.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of numbers with round marks.
 *
 * @param from where it begins
 * @param to where it ends, above the beginning
 * @param step from one mark to the next: 1, 2, 2.5 or 5 times a power of ten
 */
record Axis(double from, double to, double step) {
    /** Nothing that is measured is smaller and not zero. */
    private static final double SMALLEST = 1e-100;

    /** Nothing that is measured is larger; the span between two of these is still a number. */
    private static final double LARGEST = 1e300;

    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    /** An axis over the given range with about the given number of steps or fewer, its ends on marks. */
    static Axis over(double lowest, double highest, int steps) {
        double[] range = range(lowest, highest);
        return onMarks(range[0], range[1], roundUp((range[1] - range[0]) / steps));
    }

    /** An axis over the given range with about the given number of steps, its ends on marks. */
    static Axis inSteps(double lowest, double highest, int steps) {
        double[] range = range(lowest, highest);
        return onMarks(range[0], range[1], roundNear((range[1] - range[0]) / steps));
    }

    /** The range, widened where it is but a point. */
    private static double[] range(double lowest, double highest) {
        double low = Math.max(-LARGEST, Math.min(LARGEST, lowest));
        double high = Math.max(-LARGEST, Math.min(LARGEST, highest));
        double size = Math.max(Math.abs(low), Math.abs(high));
        if (size > SMALLEST && high - low > size * 1e-9) {
            return new double[] {low, high};
        }
        double room = size > SMALLEST ? size * 0.1 : 1;
        return new double[] {low - room, high + room};
    }

    private static Axis onMarks(double low, double high, double step) {
        return new Axis(Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step, step);
    }

    /** The smallest round number that is not below the given one. */
    static double roundUp(double number) {
        double decade = StrictMath.pow(10, Math.floor(StrictMath.log10(number)));
        for (double round : ROUND) {
            if (round * decade >= number * (1 - 1e-9)) {
                return round * decade;
            }
        }
        return 10 * decade;
    }

    /** The round number nearest to the given one in ratio. */
    static double roundNear(double number) {
        double decade = StrictMath.pow(10, Math.floor(StrictMath.log10(number)));
        double found = decade;
        for (double round : ROUND) {
            if (ratio(round * decade, number) < ratio(found, number)) {
                found = round * decade;
            }
        }
        return found;
    }

    private static double ratio(double a, double b) {
        return Math.max(a / b, b / a);
    }

    /** The marks from one end to the other. */
    List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        long count = Math.round((to - from) / step);
        for (long i = 0; i <= count; i++) {
            marks.add(from + i * step);
        }
        return marks;
    }

    /** Where a value lies: 0 at the beginning, 1 at the end. */
    double share(double value) {
        return (value - from) / (to - from);
    }

    /** The text at a mark. */
    String text(double mark, Language language) {
        int decimals = (int) Math.max(0, Math.min(6, Math.ceil(-StrictMath.log10(step) + 1)));
        return language.decimals(mark, decimals);
    }
}
