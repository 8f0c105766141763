package org.fertivision.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withPrecision;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.distribution.discrete.PoissonDistribution;
import org.junit.jupiter.api.Test;

class PoissonIntervalTest {

    @Test
    void zeroCountStillHasAnUpperEnd() {
        assertThat(PoissonInterval.of(0).lo()).isZero();
        assertThat(PoissonInterval.of(0).hi()).isEqualTo(-Math.log(0.025), withPrecision(1e-13));
    }

    @Test
    void relativeWidthsAreThoseOfTheTables() {
        relative(50, -0.26, 0.32);
        relative(100, -0.19, 0.22);
        relative(200, -0.13, 0.15);
        relative(800, -0.07, 0.07);
    }

    @Property
    void endsLeaveExactlyTheTailOutsideByTheReference(@ForAll @IntRange(min = 1, max = 5000) int count) {
        Bounds exact = PoissonInterval.of(count);
        assertThat(1 - new PoissonDistribution(exact.lo()).cumulativeProbability(count - 1))
                .isEqualTo(0.025, withPrecision(1e-11));
        assertThat(new PoissonDistribution(exact.hi()).cumulativeProbability(count))
                .isEqualTo(0.025, withPrecision(1e-11));
    }

    @Test
    void negativeAndUnboundedCountsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PoissonInterval.of(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> PoissonInterval.of(Double.POSITIVE_INFINITY, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> PoissonInterval.of(3, 0));
    }

    private static void relative(int count, double below, double above) {
        Bounds bounds = PoissonInterval.of(count);
        assertThat(bounds.lo() / count - 1).isEqualTo(below, withPrecision(0.006));
        assertThat(bounds.hi() / count - 1).isEqualTo(above, withPrecision(0.006));
    }
}
