package org.fertivision.agreement;

/**
 * One specimen or object as two read it, both values in the same unit.
 *
 * @param name what was read
 * @param a the value of the first reader or method
 * @param b the value of the second
 */
public record Pair(String name, double a, double b) {
    /** Refuses values that are not finite. */
    public Pair {
        if (!(Math.abs(a) < Double.POSITIVE_INFINITY && Math.abs(b) < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + ": finite values are needed, not " + a + " and " + b);
        }
    }

    /** The first less the second. */
    public double difference() {
        return a - b;
    }

    /** The mean of the two. */
    public double mean() {
        return (a + b) / 2;
    }
}
