package org.fertivision.stats;

/**
 * The two ends of a closed interval, in the unit of whatever was estimated.
 *
 * @param lo lower end; may be negative infinity
 * @param hi upper end, at least {@code lo}; may be positive infinity
 */
public record Bounds(double lo, double hi) {

    public Bounds {
        if (!(lo <= hi)) {
            throw new IllegalArgumentException("lower end " + lo + " must not exceed upper end " + hi);
        }
    }

    /** Whether the value lies between the ends, ends included. */
    public boolean contains(double value) {
        return lo <= value && value <= hi;
    }

    /** Upper minus lower end. */
    public double width() {
        return hi - lo;
    }
}
