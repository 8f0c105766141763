package org.fertivision.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HistogramTest {
    @Property(tries = 300)
    void everyValueFallsIntoOneBin(
            @ForAll @Size(min = 1, max = 300) List<@DoubleRange(min = -1e4, max = 1e4) Double> values) {
        Histogram histogram = histogram(values);
        assertThat(histogram.bins()).isBetween(1, 70);
        assertThat(histogram.axis().from()).isLessThanOrEqualTo(histogram.lowest() + 1e-6);
        assertThat(histogram.axis().to()).isGreaterThanOrEqualTo(histogram.largest() - 1e-6);
        assertThat(histogram.mean()).isBetween(histogram.lowest() - 1e-6, histogram.largest() + 1e-6);
    }

    @Test
    void noFiniteValueIsTooMuch() {
        List<Double> extremes = List.of(
                0.0, -0.0, Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE, 1.0, 1e300, -1e300, 1e-100, 1e9);
        for (double a : extremes) {
            for (double b : extremes) {
                for (double c : extremes) {
                    assertThat(histogram(List.of(a, b, c)).bins()).isBetween(1, 70);
                }
            }
        }
    }

    private static Histogram histogram(List<Double> values) {
        Histogram histogram =
                Histogram.of(values.stream().mapToDouble(Double::doubleValue).toArray());
        int sum = 0;
        for (int bin = 0; bin < histogram.bins(); bin++) {
            sum += histogram.count(bin);
        }
        assertThat(sum).isEqualTo(values.size());
        return histogram;
    }

    @Test
    void figuresAreThoseOfTheValues() {
        Histogram histogram = Histogram.of(new double[] {4, 1, 3, 2, 10});
        assertThat(histogram.mean()).isEqualTo(4);
        assertThat(histogram.median()).isEqualTo(3);
        assertThat(histogram.n()).isEqualTo(5);
    }

    @Test
    void equalValuesStandInTheMiddle() {
        Histogram histogram = Histogram.of(new double[] {140, 140, 140});
        assertThat(histogram.axis().share(140)).isBetween(0.3, 0.7);
        assertThat(histogram.highest()).isEqualTo(3);
    }

    @Test
    void marksAreRound() {
        assertThat(Axis.over(0, 97, 5).marks()).containsExactly(0.0, 20.0, 40.0, 60.0, 80.0, 100.0);
        assertThat(Axis.over(0.2018, 0.3243, 5).step()).isEqualTo(0.025);
        assertThat(Axis.over(5, 5, 4).from()).isLessThan(5);
        assertThat(Axis.over(0.2, 0.3, 4).text(0.225, Language.ENGLISH)).isEqualTo("0.225");
    }
}
