package org.fertivision.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.withPrecision;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.hipparchus.stat.descriptive.DescriptiveStatistics;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.junit.jupiter.api.Test;

class SummariesTest {

    @Property
    void percentilesAreTheReferencesTypeSeven(
            @ForAll @Size(min = 1, max = 60) double[] values, @ForAll @DoubleRange(min = 0.01, max = 1) double q) {
        double[] mild = mild(values);
        double reference = new Percentile()
                .withEstimationType(Percentile.EstimationType.R_7)
                .evaluate(mild, 100 * q);
        assertThat(Percentiles.of(mild).at(q)).isEqualTo(reference, withPrecision(1e-9));
    }

    @Property
    void runningMomentsAreThoseOfTheReference(@ForAll @Size(min = 2, max = 60) double[] values) {
        double[] mild = mild(values);
        Running running = new Running();
        for (double value : mild) {
            running.add(value);
        }
        DescriptiveStatistics reference = new DescriptiveStatistics(mild);
        assertThat(running.n()).isEqualTo(mild.length);
        assertThat(running.mean()).isEqualTo(reference.getMean(), withPrecision(1e-10));
        assertThat(running.variance()).isEqualTo(reference.getVariance(), withPrecision(1e-7));
        assertThat(running.min()).isEqualTo(reference.getMin());
        assertThat(running.max()).isEqualTo(reference.getMax());
    }

    @Test
    void runningVarianceSurvivesALargeCommonOffset() {
        Running running = new Running();
        for (double value : new double[] {1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16}) {
            running.add(value);
        }
        assertThat(running.variance()).isEqualTo(30, withPrecision(1e-9));
    }

    @Test
    void percentilesInterpolateBetweenRanksAndKeepTheirOwnCopy() {
        double[] values = {4, 1, 3, 2};
        Percentiles percentiles = Percentiles.of(values);
        values[0] = 99;
        assertThat(percentiles.median()).isEqualTo(2.5);
        assertThat(percentiles.at(0)).isEqualTo(1);
        assertThat(percentiles.at(1)).isEqualTo(4);
        assertThat(percentiles.at(0.05)).isEqualTo(1.15, withPrecision(1e-12));
        assertThat(percentiles.n()).isEqualTo(4);
    }

    @Test
    void nothingAndNotANumberAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Percentiles.of(new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> Percentiles.of(new double[] {1, Double.NaN}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Percentiles.of(new double[] {1}).at(1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Running().add(Double.NaN));
        assertThatIllegalStateException().isThrownBy(() -> new Running().mean());
        assertThatIllegalStateException().isThrownBy(() -> new Running().variance());
        assertThatIllegalArgumentException().isThrownBy(() -> new Bounds(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bounds(Double.NaN, 1));
    }

    /** The same values folded into ±1000. */
    private static double[] mild(double[] values) {
        double[] mild = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            mild[i] = values[i] % 1000;
        }
        return mild;
    }
}
