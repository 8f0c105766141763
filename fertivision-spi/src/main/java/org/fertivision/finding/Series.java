package org.fertivision.finding;

import java.util.Arrays;

/** A measure over time: values at rising times, kept to 9 significant digits. Immutable. */
public final class Series {
    private final Measure measure;
    private final double[] timesS;
    private final double[] values;

    /**
     * The values of a measure at the given times in seconds.
     *
     * @throws IllegalArgumentException for unequal lengths, falling times, or what is not finite
     */
    public Series(Measure measure, double[] timesS, double[] values) {
        if (timesS.length != values.length) {
            throw new IllegalArgumentException("a series has one value for each time");
        }
        this.measure = measure;
        this.timesS = new double[timesS.length];
        this.values = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            this.timesS[i] = Digits.significant(timesS[i]);
            this.values[i] = Digits.significant(values[i]);
            if (i > 0 && this.timesS[i] < this.timesS[i - 1]) {
                throw new IllegalArgumentException("the times of a series rise");
            }
        }
    }

    /** What the curve shows. */
    public Measure measure() {
        return measure;
    }

    /** How many values. */
    public int size() {
        return values.length;
    }

    /** Time of value {@code i}, seconds. */
    public double timeS(int i) {
        return timesS[i];
    }

    /** Value {@code i} in the measure's unit. */
    public double value(int i) {
        return values[i];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Series series
                && measure.equals(series.measure)
                && Arrays.equals(timesS, series.timesS)
                && Arrays.equals(values, series.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * measure.hashCode() + Arrays.hashCode(timesS)) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "series of " + values.length + " values of " + measure.code();
    }
}
