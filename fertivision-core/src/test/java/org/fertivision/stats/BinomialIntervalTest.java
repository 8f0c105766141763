package org.fertivision.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withPrecision;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.junit.jupiter.api.Test;

class BinomialIntervalTest {

    private static final double Z95 = 1.959963984540054;

    @Test
    void wilsonReproducesTheTextbookExamples() {
        near(BinomialInterval.wilson(8, 200, Z95), 0.020406, 0.076932);
        near(BinomialInterval.wilson(60, 200, Z95), 0.240747, 0.366791);
        near(BinomialInterval.wilson(84, 200, Z95), 0.353736, 0.489279);
    }

    @Test
    void noSuccessAndOnlySuccessesGetTheExactInterval() {
        Bounds none = BinomialInterval.of(0, 200).orElseThrow();
        Bounds all = BinomialInterval.of(200, 200).orElseThrow();
        assertThat(none.lo()).isZero();
        assertThat(none.hi()).isEqualTo(1 - Math.pow(0.025, 1.0 / 200), withPrecision(1e-14));
        assertThat(all.lo()).isEqualTo(Math.pow(0.025, 1.0 / 200), withPrecision(1e-14));
        assertThat(all.hi()).isEqualTo(1);
    }

    @Test
    void noTrialsGiveNoInterval() {
        assertThat(BinomialInterval.of(0, 0)).isEmpty();
    }

    @Test
    void moreSuccessesThanTrialsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> BinomialInterval.of(3, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> BinomialInterval.of(-1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> BinomialInterval.of(1, 2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> BinomialInterval.wilson(0, 0, 2));
    }

    @Property
    void exactEndsLeaveExactlyTheTailOutsideByTheReference(
            @ForAll @IntRange(min = 1, max = 600) int n, @ForAll @IntRange(min = 0, max = 600) int any) {
        int k = any % (n + 1);
        Bounds exact = BinomialInterval.clopperPearson(k, n, 0.95);
        if (k > 0) {
            double above = 1 - new BinomialDistribution(n, exact.lo()).cumulativeProbability(k - 1);
            assertThat(above).isEqualTo(0.025, withPrecision(1e-11));
        }
        if (k < n) {
            assertThat(new BinomialDistribution(n, exact.hi()).cumulativeProbability(k))
                    .isEqualTo(0.025, withPrecision(1e-11));
        }
    }

    @Property
    void midPEndsLeaveTheTailOutsideWithTheCountItselfHalved(
            @ForAll @IntRange(min = 1, max = 600) int n, @ForAll @IntRange(min = 0, max = 600) int any) {
        int k = any % (n + 1);
        Bounds midP = BinomialInterval.midP(k, n, 0.95);
        if (k > 0) {
            BinomialDistribution low = new BinomialDistribution(n, midP.lo());
            assertThat(1 - low.cumulativeProbability(k) + low.probability(k) / 2)
                    .isEqualTo(0.025, withPrecision(1e-11));
        }
        if (k < n) {
            BinomialDistribution high = new BinomialDistribution(n, midP.hi());
            assertThat(high.cumulativeProbability(k) - high.probability(k) / 2).isEqualTo(0.025, withPrecision(1e-11));
        }
    }

    @Property
    void intervalsMirrorWhenSuccessAndFailureSwap(
            @ForAll @IntRange(min = 1, max = 2000) int n, @ForAll @IntRange(min = 0, max = 2000) int any) {
        int k = any % (n + 1);
        Bounds one = BinomialInterval.of(k, n).orElseThrow();
        Bounds other = BinomialInterval.of(n - k, n).orElseThrow();
        assertThat(one.lo()).isEqualTo(1 - other.hi(), withPrecision(1e-13));
        assertThat(one.hi()).isEqualTo(1 - other.lo(), withPrecision(1e-13));
    }

    @Property
    void estimateLiesInsideAndTheMidPLiesInsideTheExactInterval(
            @ForAll @IntRange(min = 1, max = 2000) int n, @ForAll @IntRange(min = 0, max = 2000) int any) {
        int k = any % (n + 1);
        Bounds rule = BinomialInterval.of(k, n).orElseThrow();
        Bounds exact = BinomialInterval.clopperPearson(k, n, 0.95);
        assertThat(rule.contains((double) k / n)).isTrue();
        assertThat(rule.lo()).isGreaterThanOrEqualTo(exact.lo());
        assertThat(rule.hi()).isLessThanOrEqualTo(exact.hi());
        assertThat(BinomialInterval.wilson(k, n, Z95).contains((double) k / n)).isTrue();
    }

    @Property
    void endsRiseWithEverySuccess(
            @ForAll @IntRange(min = 1, max = 500) int n, @ForAll @IntRange(min = 0, max = 499) int any) {
        int k = any % n;
        Bounds fewer = BinomialInterval.of(k, n).orElseThrow();
        Bounds more = BinomialInterval.of(k + 1, n).orElseThrow();
        assertThat(more.lo()).isGreaterThan(fewer.lo());
        assertThat(more.hi()).isGreaterThan(fewer.hi());
    }

    private static void near(Bounds bounds, double lo, double hi) {
        assertThat(bounds.lo()).isEqualTo(lo, withPrecision(6e-6));
        assertThat(bounds.hi()).isEqualTo(hi, withPrecision(6e-6));
    }
}
