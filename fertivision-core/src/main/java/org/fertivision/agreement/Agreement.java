package org.fertivision.agreement;

import java.util.List;

/**
 * How well two readers or methods agree on the same specimens.
 *
 * @param pairs what both read, in order
 * @param meanA mean of the first
 * @param meanB mean of the second
 * @param differences bias, limits of agreement, and whether the bias grows with the size
 * @param icc intraclass correlation of single readings, absolute agreement: ICC(2,1)
 * @param concordance Lin's concordance correlation
 */
public record Agreement(
        List<Pair> pairs, double meanA, double meanB, BlandAltman differences, Estimate icc, Estimate concordance) {
    /** The fewest pairs of which anything can be said. */
    public static final int FEWEST = 3;

    /** Copies the list. */
    public Agreement {
        pairs = List.copyOf(pairs);
    }

    /**
     * Compares what two read.
     *
     * @throws IllegalArgumentException for fewer than {@link #FEWEST} pairs, or where all values are the same
     */
    public static Agreement of(List<Pair> pairs) {
        int n = pairs.size();
        if (n < FEWEST) {
            throw new IllegalArgumentException("agreement needs " + FEWEST + " pairs or more, and there are " + n);
        }
        double first = pairs.get(0).a();
        if (pairs.stream().allMatch(pair -> pair.a() == first && pair.b() == first)) {
            throw new IllegalArgumentException("all values are the same: there is no spread to agree on");
        }
        double[][] readings =
                pairs.stream().map(pair -> new double[] {pair.a(), pair.b()}).toArray(double[][]::new);
        return new Agreement(
                pairs,
                pairs.stream().mapToDouble(Pair::a).sum() / n,
                pairs.stream().mapToDouble(Pair::b).sum() / n,
                BlandAltman.of(pairs),
                IntraclassCorrelation.of(readings),
                Concordance.of(pairs));
    }
}
