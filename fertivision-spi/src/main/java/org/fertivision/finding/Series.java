package org.fertivision.finding;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A measure over time, or along an axis of another measure, such as a line across a picture: values at rising places, all
 * kept to 9 significant digits. Immutable.
 */
public final class Series {
    private final Measure measure;
    private final @Nullable Measure axis;
    private final double[] places;
    private final double[] values;

    /**
     * The values of a measure at the given times in seconds.
     *
     * @throws IllegalArgumentException for unequal lengths, falling times, or what is not finite
     */
    public Series(Measure measure, double[] timesS, double[] values) {
        this(measure, null, timesS, values);
    }

    private Series(Measure measure, @Nullable Measure axis, double[] places, double[] values) {
        if (places.length != values.length) {
            throw new IllegalArgumentException("a series has one value for each place");
        }
        this.measure = measure;
        this.axis = axis;
        this.places = new double[places.length];
        this.values = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            this.places[i] = Digits.significant(places[i]);
            this.values[i] = Digits.significant(values[i]);
            if (i > 0 && this.places[i] < this.places[i - 1]) {
                throw new IllegalArgumentException("the places of a series rise");
            }
        }
    }

    /**
     * The values of a measure at the given places of an axis, in the axis' unit.
     *
     * @throws IllegalArgumentException for unequal lengths, falling places, or what is not finite
     */
    public static Series along(Measure axis, double[] places, Measure measure, double[] values) {
        return new Series(measure, axis, places, values);
    }

    /** What the curve shows. */
    public Measure measure() {
        return measure;
    }

    /** What it runs along; empty over time, in seconds. */
    public Optional<Measure> axis() {
        return Optional.ofNullable(axis);
    }

    /** Whether it runs over time. */
    public boolean isOverTime() {
        return axis == null;
    }

    /** How many values. */
    public int size() {
        return values.length;
    }

    /**
     * Time of value {@code i}, seconds.
     *
     * @throws IllegalStateException if it runs along something else
     */
    public double timeS(int i) {
        if (axis != null) {
            throw new IllegalStateException("this series runs along " + axis.code() + " and not over time");
        }
        return places[i];
    }

    /** Place of value {@code i} in the axis' unit, seconds over time. */
    public double place(int i) {
        return places[i];
    }

    /** Value {@code i} in the measure's unit. */
    public double value(int i) {
        return values[i];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Series series
                && measure.equals(series.measure)
                && axis().equals(series.axis())
                && Arrays.equals(places, series.places)
                && Arrays.equals(values, series.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * measure.hashCode() + axis().hashCode()) + Arrays.hashCode(places))
                + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "series of " + values.length + " values of " + measure.code();
    }
}
