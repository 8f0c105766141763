package org.fertivision.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FisherFTest {
    /** The 5 % and 2.5 % points of printed tables. */
    @ParameterizedTest
    @CsvSource({"0.95, 1, 1, 161.4476", "0.95, 5, 10, 3.3258", "0.95, 10, 5, 4.7351", "0.975, 5, 15, 3.5764"})
    void quantilesAreThoseOfPrintedTables(double p, double df1, double df2, double f) {
        assertThat(FisherF.quantile(p, df1, df2)).isCloseTo(f, within(6e-5));
    }

    @ParameterizedTest
    @CsvSource({"0.025, 3, 7.5", "0.5, 16, 16", "0.975, 1, 2.25", "0.999, 120, 1"})
    void quantileAndProbabilityUndoEachOther(double p, double df1, double df2) {
        assertThat(FisherF.cdf(FisherF.quantile(p, df1, df2), df1, df2)).isCloseTo(p, within(1e-12));
    }

    @Test
    void aSquaredTHasIt() {
        double t = StudentT.quantile(0.975, 9);
        assertThat(FisherF.quantile(0.95, 1, 9)).isCloseTo(t * t, within(1e-10));
        assertThat(FisherF.cdf(0, 2, 3)).isZero();
        assertThatThrownBy(() -> FisherF.quantile(0.5, 0, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
