package org.fertivision.stats;

/** Argument checks shared by the distributions and intervals of this package. */
final class Probability {

    private Probability() {}

    static double open(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("a probability strictly between 0 and 1 is needed, not " + p);
        }
        return p;
    }

    static double positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be positive and finite, not " + value);
        }
        return value;
    }

    /** Half of what a two-sided interval at this confidence leaves out. */
    static double tail(double confidence) {
        return (1 - open(confidence)) / 2;
    }
}
