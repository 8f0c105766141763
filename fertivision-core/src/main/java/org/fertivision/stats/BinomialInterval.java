package org.fertivision.stats;

import java.util.Optional;

/**
 * Confidence intervals of a proportion from independent trials. All take real counts, so that an effective number of
 * trials (trials divided by a design effect) can be given.
 *
 * <p>The rule {@link #of(int, int)}: the mid-P interval, and at zero or all successes the exact Clopper-Pearson one.
 * Wilson's interval is nearly the same in the middle (84 of 200: 35.4 to 48.9 % against 35.3 to 48.9 %), but at small
 * expected counts it covers too seldom: 92.2 % at 50 trials and p = 0.02, 92.0 % at 200 and p = 0.005, down to 84 %
 * where a sixth of a success is expected; the rule covers 98.2 and 98.1 % there. Counts are whole numbers, so no rule
 * can cover 95 % everywhere. Exact coverage of the rule over 2,000 proportions, 10 to 800 trials: 93 % or more but for
 * at most 1.4 % of the proportions, never below 92.4 %; above 97 % only where fewer than 5 successes (or failures) are
 * expected, up to 10 at 60 trials or fewer.
 *
 * <p>Sources: E. B. Wilson 1927, doi:10.1080/01621459.1927.10502953; C. J. Clopper and E. S. Pearson 1934,
 * doi:10.1093/biomet/26.4.404; mid-P: H. O. Lancaster 1961, doi:10.1080/01621459.1961.10482105; comparison: L. D. Brown,
 * T. T. Cai and A. DasGupta 2001, doi:10.1214/ss/1009213286.
 */
public final class BinomialInterval {

    static final double CONFIDENCE = 0.95;

    private BinomialInterval() {}

    /** The 95 % interval of the proportion, by the rule above; empty when there were no trials. */
    public static Optional<Bounds> of(int successes, int trials) {
        return of(successes, trials, CONFIDENCE);
    }

    /** The interval of the proportion at this confidence (0 to 1, exclusive), by the rule above; empty when there were no trials. */
    public static Optional<Bounds> of(int successes, int trials, double confidence) {
        check(successes, trials);
        double tail = Probability.tail(confidence);
        return trials == 0 ? Optional.empty() : Optional.of(byRule(successes, trials, tail));
    }

    /**
     * Wilson's score interval.
     *
     * @param successes real, 0 to {@code trials}
     * @param trials real and positive: trials, or their effective number
     * @param z quantile on either side: 1.96 for 95 %, or a t quantile
     */
    public static Bounds wilson(double successes, double trials, double z) {
        check(successes, Probability.positive("trials", trials));
        Probability.positive("quantile", z);
        double p = successes / trials;
        double square = z * z / trials;
        double middle = (p + square / 2) / (1 + square);
        double half = z * StrictMath.sqrt(p * (1 - p) / trials + square / (4 * trials)) / (1 + square);
        return new Bounds(
                successes == 0 ? 0 : StrictMath.max(0, middle - half),
                successes == trials ? 1 : StrictMath.min(1, middle + half));
    }

    /** The exact interval of Clopper and Pearson: covers at least the confidence, whatever the proportion. */
    public static Bounds clopperPearson(double successes, double trials, double confidence) {
        check(successes, Probability.positive("trials", trials));
        return exact(successes, trials, Probability.tail(confidence));
    }

    /** The mid-P interval: as the exact one, but the observed count itself weighs half in either tail. */
    public static Bounds midP(double successes, double trials, double confidence) {
        check(successes, Probability.positive("trials", trials));
        return midPBySide(successes, trials, Probability.tail(confidence));
    }

    /** The rule, with what may be left out on either side. */
    static Bounds byRule(double successes, double trials, double tail) {
        return successes == 0 || successes == trials
                ? exact(successes, trials, tail)
                : midPBySide(successes, trials, tail);
    }

    private static Bounds exact(double successes, double trials, double tail) {
        double failures = trials - successes;
        double lo = successes == 0 ? 0 : Beta.quantile(tail, successes, failures + 1);
        double hi = failures == 0 ? 1 : Logit.inverse(-Beta.logitQuantile(tail, failures, successes + 1));
        return new Bounds(lo, hi);
    }

    private static Bounds midPBySide(double successes, double trials, double tail) {
        double failures = trials - successes;
        double lo = successes == 0 ? 0 : Logit.inverse(midPLogit(successes, failures, tail));
        double hi = failures == 0 ? 1 : Logit.inverse(-midPLogit(failures, successes, tail));
        return new Bounds(lo, hi);
    }

    /** Log-odds of the p at which P(more than k) + ½ P(k) equals the tail. */
    private static double midPLogit(double k, double rest, double tail) {
        if (rest == 0) {
            double ln = StrictMath.log(2 * tail) / k;
            return ln - StrictMath.log(-StrictMath.expm1(ln));
        }
        double target = StrictMath.log(tail);
        return Root.of(
                u -> StrictMath.log(midPTail(k, rest, u)) - target,
                u -> midPSlope(k, rest, u) / midPTail(k, rest, u),
                StrictMath.log(k / rest),
                StrictMath.sqrt(1 / k + 1 / rest));
    }

    private static double midPTail(double k, double rest, double u) {
        double x = Logit.inverse(u);
        double y = Logit.inverse(-u);
        return IncompleteBeta.lower(k + 1, rest, x, y) + Deviance.binomial(k, rest, x, y) / 2;
    }

    private static double midPSlope(double k, double rest, double u) {
        double x = Logit.inverse(u);
        double y = Logit.inverse(-u);
        return Deviance.binomial(k, rest, x, y) * (k * y + rest * x) / 2;
    }

    private static void check(double successes, double trials) {
        if (!(successes >= 0 && successes <= trials)) {
            throw new IllegalArgumentException(
                    "successes must lie between 0 and the trials, not " + successes + " of " + trials);
        }
    }
}
