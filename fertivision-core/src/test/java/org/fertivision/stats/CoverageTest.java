package org.fertivision.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.hipparchus.distribution.discrete.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How often the nominal 95 % intervals hold the truth: 1,000 draws a design with fixed seeds, 93 % or more always, 97 %
 * or less for 50 objects or more. Where the whole distribution can be summed, exact coverage is tested beside it.
 */
class CoverageTest {

    private static final int DRAWS = 1000;

    /** Designs in which 50 objects or more must be covered 97 % at most, and cannot be: see each test. */
    private static final double NO_UPPER_LIMIT = 1;

    private static final double UPPER = 0.97;

    @ParameterizedTest
    @CsvSource({
        "0.02,20", "0.04,20", "0.3,20", "0.5,20", "0.72,20", "0.95,20",
        "0.02,50", "0.04,50", "0.3,50", "0.5,50", "0.72,50", "0.95,50",
        "0.02,200", "0.04,200", "0.3,200", "0.5,200", "0.72,200", "0.95,200",
        "0.02,400", "0.04,400", "0.3,400", "0.5,400", "0.72,400", "0.95,400"
    })
    void proportionsAreCovered(double p, int n) {
        Draws draws = new Draws(1000 * n + Math.round(100 * p));
        Map<Integer, Bounds> bounds = new HashMap<>();
        double coverage = coverage(
                p,
                () -> bounds.computeIfAbsent(
                        draws.binomial(n, p), k -> BinomialInterval.of(k, n).orElseThrow()));
        within(coverage, upperFor(p, n));
    }

    @ParameterizedTest
    @CsvSource({
        "0.02,20", "0.04,20", "0.3,20", "0.5,20", "0.72,20", "0.95,20",
        "0.02,50", "0.04,50", "0.3,50", "0.5,50", "0.72,50", "0.95,50",
        "0.02,200", "0.04,200", "0.3,200", "0.5,200", "0.72,200", "0.95,200",
        "0.02,400", "0.04,400", "0.3,400", "0.5,400", "0.72,400", "0.95,400"
    })
    void exactCoverageOfProportionsIsWithinTheBand(double p, int n) {
        BinomialDistribution counts = new BinomialDistribution(n, p);
        double coverage = 0;
        for (int k = 0; k <= n; k++) {
            coverage += BinomialInterval.of(k, n).orElseThrow().contains(p) ? counts.probability(k) : 0;
        }
        within(coverage, upperFor(p, n));
    }

    /**
     * With 50 trials and one or two successes expected, counts are too coarse: at p = 0.02 an interval of counts holds
     * 92.2 or 98.2 % of the draws and nothing between, at 0.04 the rule holds 98.6 % (95.1 % would need limits that hold
     * 92.2 % at 0.02).
     */
    private static double upperFor(double p, int n) {
        return n < 50 || n * p < 2.5 ? NO_UPPER_LIMIT : UPPER;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 2, 10, 50, 200})
    void countsAreCovered(double mean) {
        Draws draws = new Draws(Math.round(10 * mean));
        double simulated = coverage(mean, () -> PoissonInterval.of(draws.poisson(mean)));
        PoissonDistribution counts = new PoissonDistribution(mean);
        double exact = 0;
        for (int k = 0; k < 4 * mean + 20; k++) {
            exact += PoissonInterval.of(k).contains(mean) ? counts.probability(k) : 0;
        }
        within(simulated, mean < 50 ? NO_UPPER_LIMIT : UPPER);
        within(exact, mean < 50 ? NO_UPPER_LIMIT : UPPER);
    }

    @ParameterizedTest
    @CsvSource({
        "5,0", "5,0.02", "5,0.05", "5,0.1", "10,0", "10,0.02", "10,0.05", "10,0.1", "20,0", "20,0.02", "20,0.05",
        "20,0.1"
    })
    void proportionsOverFieldsThatResembleThemselvesAreCovered(int fields, double correlation) {
        for (double p : new double[] {0.1, 0.3, 0.5, 0.72, 0.9}) {
            Draws draws = new Draws(Math.round(1e7 * p + 1e5 * correlation + fields));
            within(coverage(p, () -> proportion(draws, fields, p, correlation)), UPPER);
        }
    }

    static Bounds proportion(Draws draws, int fields, double p, double correlation) {
        int[] successes = new int[fields];
        int[] trials = new int[fields];
        for (int i = 0; i < fields; i++) {
            trials[i] = draws.between(20, 60);
            double pair = 1 / correlation - 1;
            double here = correlation == 0 ? p : draws.beta(p * pair, (1 - p) * pair);
            successes[i] = draws.binomial(trials[i], here);
        }
        return ClusteredProportion.of(successes, trials).orElseThrow().bounds();
    }

    @ParameterizedTest
    @CsvSource({
        "5,0", "5,0.02", "5,0.1", "5,0.3", "10,0", "10,0.02", "10,0.1", "10,0.3", "20,0", "20,0.02", "20,0.1", "20,0.3"
    })
    void countsOverFieldsThatDifferAreCovered(int fields, double variation) {
        for (double mean : new double[] {10, 20, 40}) {
            Draws draws = new Draws(Math.round(1e6 * mean + 1e4 * variation + fields));
            within(coverage(mean * fields, () -> count(draws, fields, mean, variation)), UPPER);
        }
    }

    static Bounds count(Draws draws, int fields, double mean, double variation) {
        int[] counts = new int[fields];
        for (int i = 0; i < fields; i++) {
            double here = variation == 0 ? mean : mean * variation * draws.gamma(1 / variation);
            counts[i] = draws.poisson(here);
        }
        return ClusteredCount.of(counts).orElseThrow().bounds();
    }

    @Test
    void ratesOverFieldsOfUnequalSizeAreCovered() {
        for (double variation : new double[] {0, 0.05, 0.2}) {
            Draws draws = new Draws(Math.round(100 * variation));
            within(coverage(25, () -> rate(draws, 10, 25, variation)), UPPER);
        }
    }

    static Bounds rate(Draws draws, int fields, double rate, double variation) {
        int[] counts = new int[fields];
        double[] exposures = new double[fields];
        for (int i = 0; i < fields; i++) {
            exposures[i] = 0.4 + 1.2 * draws.uniform();
            double here = variation == 0 ? rate : rate * variation * draws.gamma(1 / variation);
            counts[i] = draws.poisson(here * exposures[i]);
        }
        return ClusteredCount.of(counts, exposures).orElseThrow().rateBounds();
    }

    @ParameterizedTest
    @CsvSource({"10,0", "20,0", "50,0", "200,0", "50,0.3", "200,0.3", "50,0.5", "100,0.5", "200,0.8"})
    void meansAreCovered(int n, double skew) {
        Draws draws = new Draws(n + Math.round(1000 * skew));
        within(coverage(trueMean(skew), () -> mean(draws, 1, n, n, 0, skew).bounds()), UPPER);
    }

    @ParameterizedTest
    @CsvSource({
        "5,0,0",
        "5,0.1,0",
        "5,0.3,0",
        "10,0,0",
        "10,0.1,0",
        "20,0,0",
        "20,0.1,0",
        "5,0,0.5",
        "5,0.1,0.5",
        "5,0.3,0.5",
        "10,0,0.5",
        "10,0.1,0.5",
        "20,0,0.5",
        "20,0.1,0.5",
        "20,0.3,0.5"
    })
    void meansOverFieldsThatResembleThemselvesAreCovered(int fields, double correlation, double skew) {
        Draws draws = new Draws(Math.round(1e6 * skew + 1e4 * correlation + fields));
        within(
                coverage(
                        trueMean(skew),
                        () -> mean(draws, fields, 20, 60, correlation, skew).bounds()),
                UPPER);
    }

    /** Normal values about 5, or lognormal ones whose logarithm has the standard deviation {@code skew}. */
    static MeanInterval mean(Draws draws, int fields, int least, int most, double correlation, double skew) {
        double[][] values = new double[fields][];
        for (int i = 0; i < fields; i++) {
            values[i] = new double[draws.between(least, most)];
            double shared = Math.sqrt(correlation) * draws.normal();
            for (int j = 0; j < values[i].length; j++) {
                double z = shared + Math.sqrt(1 - correlation) * draws.normal();
                values[i][j] = skew == 0 ? 5 + z : Math.exp(skew * z);
            }
        }
        return MeanInterval.ofFields(values).orElseThrow();
    }

    static double trueMean(double skew) {
        return skew == 0 ? 5 : Math.exp(skew * skew / 2);
    }

    private static double coverage(double truth, Supplier<Bounds> draw) {
        return coverage(truth, DRAWS, draw);
    }

    static double coverage(double truth, int draws, Supplier<Bounds> draw) {
        int covered = 0;
        for (int i = 0; i < draws; i++) {
            if (draw.get().contains(truth)) {
                covered++;
            }
        }
        return (double) covered / draws;
    }

    private static void within(double coverage, double upper) {
        assertThat(coverage).isBetween(0.93, upper);
    }
}
