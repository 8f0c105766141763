package org.fertivision.stats;

/**
 * Count, mean, variance, least and greatest of values seen one at a time, without keeping them. Not thread-safe.
 *
 * <p>Source: B. P. Welford 1962, doi:10.1080/00401706.1962.10490022.
 */
public final class Running {

    private long n;
    private double mean;
    private double squares;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    /** Takes in one finite value. */
    public void add(double value) {
        if (!(StrictMath.abs(value) < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a finite value is needed, not " + value);
        }
        n++;
        double before = value - mean;
        mean += before / n;
        squares += before * (value - mean);
        min = StrictMath.min(min, value);
        max = StrictMath.max(max, value);
    }

    /** How many values were seen. */
    public long n() {
        return n;
    }

    /** Arithmetic mean; refused before the first value. */
    public double mean() {
        need(1);
        return mean;
    }

    /** Variance with n - 1; refused before the second value. */
    public double variance() {
        need(2);
        return StrictMath.max(0, squares) / (n - 1);
    }

    /** Square root of the variance; refused before the second value. */
    public double standardDeviation() {
        return StrictMath.sqrt(variance());
    }

    /** Least value; refused before the first. */
    public double min() {
        need(1);
        return min;
    }

    /** Greatest value; refused before the first. */
    public double max() {
        need(1);
        return max;
    }

    private void need(int values) {
        if (n < values) {
            throw new IllegalStateException(values + " values are needed, not " + n);
        }
    }
}
