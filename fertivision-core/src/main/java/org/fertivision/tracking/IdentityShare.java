package org.fertivision.tracking;

import java.util.Arrays;
import java.util.List;
import org.fertivision.finding.Interval;
import org.fertivision.stats.Link;
import org.fertivision.stats.StudentT;

/**
 * The share of places with the right identity, and how sure it is. Its units are the true tracks with the told track given to
 * each, and the told tracks given to none; the interval leaves out one unit after the other (jackknife).
 *
 * <p>Source: R. G. Miller 1974, doi:10.1093/biomet/61.1.1.
 */
final class IdentityShare {
    private static final double UPPER = 0.975;

    private final long[] agreeing;
    private final long[] places;

    private IdentityShare(long[] agreeing, long[] places) {
        this.agreeing = agreeing;
        this.places = places;
    }

    static IdentityShare of(TrackTable truth, TrackTable told, List<Link> identities) {
        boolean[] given = new boolean[told.tracks()];
        int units = truth.tracks() + told.tracks() - identities.size();
        long[] agreeing = new long[units];
        long[] places = new long[units];
        for (int track = 0; track < truth.tracks(); track++) {
            places[track] = truth.size(track);
        }
        for (Link link : identities) {
            agreeing[link.row()] = (long) -link.cost();
            places[link.row()] += told.size(link.column());
            given[link.column()] = true;
        }
        int unit = truth.tracks();
        for (int track = 0; track < told.tracks(); track++) {
            if (!given[track]) {
                places[unit++] = told.size(track);
            }
        }
        return new IdentityShare(agreeing, places);
    }

    double f1() {
        return 2.0 * Arrays.stream(agreeing).sum() / Arrays.stream(places).sum();
    }

    /** The 95 % interval, times a factor; from nothing to all where there is one unit only. */
    Interval interval(double factor) {
        int n = places.length;
        if (n < 2) {
            return new Interval(0, factor);
        }
        long right = Arrays.stream(agreeing).sum();
        long all = Arrays.stream(places).sum();
        double[] without = new double[n];
        double mean = 0;
        for (int unit = 0; unit < n; unit++) {
            without[unit] = 2.0 * (right - agreeing[unit]) / (all - places[unit]);
            mean += without[unit] / n;
        }
        double squares = 0;
        for (double one : without) {
            squares += (one - mean) * (one - mean);
        }
        double reach = StudentT.quantile(UPPER, n - 1.0) * Math.sqrt(squares * (n - 1) / n);
        return new Interval(factor * Math.max(0, f1() - reach), factor * Math.min(1, f1() + reach));
    }
}
