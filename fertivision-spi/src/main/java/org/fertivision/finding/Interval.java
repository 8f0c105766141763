package org.fertivision.finding;

/**
 * A 95 % confidence interval in the unit of its reading.
 *
 * @param lo lower bound
 * @param hi upper bound, not below the lower one
 */
public record Interval(double lo, double hi) {
    /** Keeps 9 significant digits; refuses bounds in the wrong order. */
    public Interval {
        lo = Digits.significant(lo);
        hi = Digits.significant(hi);
        if (lo > hi) {
            throw new IllegalArgumentException("interval from " + lo + " to " + hi);
        }
    }

    /** Whether {@code value} lies between the bounds, both included. */
    public boolean contains(double value) {
        return lo <= value && value <= hi;
    }
}
