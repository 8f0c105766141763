package org.fertivision.sperm.motility;

import java.util.Arrays;

/**
 * The places of one head at equal steps of time, without holes: where it was not seen, a straight line stands between its
 * neighbors. Lengths are micrometers, or pixels where nobody knows the size of a pixel. Immutable.
 */
final class Trail {
    private final double framesPerSecond;
    private final double[] x;
    private final double[] y;
    private final boolean[] seen;

    private Trail(double framesPerSecond, double[] x, double[] y, boolean[] seen) {
        this.framesPerSecond = framesPerSecond;
        this.x = x;
        this.y = y;
        this.seen = seen;
    }

    /** Places that were all seen. */
    static Trail seen(double framesPerSecond, double[] x, double[] y) {
        boolean[] all = new boolean[x.length];
        Arrays.fill(all, true);
        return of(framesPerSecond, x, y, all);
    }

    /** Places of which some were not seen; the first and the last one were. */
    static Trail of(double framesPerSecond, double[] x, double[] y, boolean[] seen) {
        if (x.length < 2 || x.length != y.length || x.length != seen.length || !seen[0] || !seen[x.length - 1]) {
            throw new IllegalArgumentException("a trail has two places or more and was seen at both ends");
        }
        return new Trail(framesPerSecond, bridged(x, seen), bridged(y, seen), seen.clone());
    }

    private static double[] bridged(double[] places, boolean[] seen) {
        double[] whole = places.clone();
        int last = 0;
        for (int i = 1; i < whole.length; i++) {
            if (seen[i]) {
                for (int j = last + 1; j < i; j++) {
                    whole[j] = whole[last] + (whole[i] - whole[last]) * (j - last) / (i - last);
                }
                last = i;
            }
        }
        return whole;
    }

    /** The part from one place to another, both included, seen at its ends or not. */
    Trail slice(int from, int to) {
        return new Trail(
                framesPerSecond,
                Arrays.copyOfRange(x, from, to + 1),
                Arrays.copyOfRange(y, from, to + 1),
                Arrays.copyOfRange(seen, from, to + 1));
    }

    /** The same trail read at a slower rate, on the straight lines between its places; a place is seen where both are. */
    Trail resampled(double rate) {
        int n = (int) Math.floor(spanS() * rate + 1e-9) + 1;
        double[] otherX = new double[n];
        double[] otherY = new double[n];
        boolean[] otherSeen = new boolean[n];
        for (int i = 0; i < n; i++) {
            double at = i * framesPerSecond / rate;
            int before = Math.min((int) Math.floor(at + 1e-9), x.length - 1);
            int after = Math.min(before + 1, x.length - 1);
            double share = Math.max(0, at - before);
            otherX[i] = x[before] + share * (x[after] - x[before]);
            otherY[i] = y[before] + share * (y[after] - y[before]);
            otherSeen[i] = seen[before] && (share < 1e-9 || seen[after]);
        }
        return new Trail(rate, otherX, otherY, otherSeen);
    }

    /**
     * The longest part, from one seen place to another, in which no more than {@code hole} places in a row were not seen.
     */
    Trail longestPart(int hole) {
        int best = 0;
        int bestFrom = 0;
        int from = 0;
        int last = 0;
        for (int i = 1; i < x.length; i++) {
            if (!seen[i]) {
                continue;
            }
            if (i - last > hole + 1) {
                from = i;
            }
            last = i;
            if (i - from > best) {
                best = i - from;
                bestFrom = from;
            }
        }
        return best < 1 || best == x.length - 1 ? this : slice(bestFrom, bestFrom + best);
    }

    double framesPerSecond() {
        return framesPerSecond;
    }

    int size() {
        return x.length;
    }

    double x(int i) {
        return x[i];
    }

    double y(int i) {
        return y[i];
    }

    boolean isSeen(int i) {
        return seen[i];
    }

    double[] xs() {
        return x.clone();
    }

    double[] ys() {
        return y.clone();
    }

    /** Time from the first place to the last, seconds. */
    double spanS() {
        return (x.length - 1) / framesPerSecond;
    }

    /** Time that its frames stand for, seconds: one frame more than the span. */
    double durationS() {
        return x.length / framesPerSecond;
    }
}
