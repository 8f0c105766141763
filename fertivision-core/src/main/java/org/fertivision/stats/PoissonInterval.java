package org.fertivision.stats;

/**
 * Confidence intervals of the mean of a Poisson count, from one count. Exact (Garwood): the lower end is half the
 * chi-square quantile with 2N degrees of freedom, the upper end half that with 2N + 2. 0 gives 0 to 3.69, 200 gives 173
 * to 230.
 *
 * <p>Source: F. Garwood 1936, doi:10.1093/biomet/28.3-4.437.
 */
public final class PoissonInterval {

    private PoissonInterval() {}

    /** The exact 95 % interval of the expected count. */
    public static Bounds of(long count) {
        return of((double) count, BinomialInterval.CONFIDENCE);
    }

    /** The exact interval of the expected count at this confidence (0 to 1, exclusive). */
    public static Bounds of(double count, double confidence) {
        return exact(count, Probability.tail(confidence));
    }

    /** The exact interval with what may be left out on either side; the count may be an effective, real one. */
    static Bounds exact(double count, double tail) {
        if (!(count >= 0 && count < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a count must be 0 or more and finite, not " + count);
        }
        double lo = count == 0 ? 0 : ChiSquare.quantile(tail, 2 * count) / 2;
        return new Bounds(lo, ChiSquare.upperQuantile(tail, 2 * count + 2) / 2);
    }
}
