package org.fertivision.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.fertivision.finding.Interval;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.SpermMeasures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "53, 53",
        "12345.6, 12346",
        "61.23456, 61.23",
        "0.0123456, 0.01235",
        "-3.14159, -3.142",
        "0.00001, 0.00001",
        "100, 100",
        "0.5, 0.5"
    })
    void plainNumbersHaveFourDigitsAndWholeOnesAllOfThem(double value, String text) {
        assertThat(Figures.plain(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"63.21, 57.9, 68.5, 1", "63.21, 50, 75, 0", "8.5, 8.45, 8.55, 3", "53, 39.7, 69.3, 0", "4, 4, 4, 0"})
    void intervalsLimitTheDecimals(double value, double lo, double hi, int decimals) {
        Reading.Measured reading =
                (Reading.Measured) Reading.measured(SpermMeasures.LIVE, value, new Interval(lo, hi), 10, "test");
        assertThat(Figures.decimals(reading)).isEqualTo(decimals);
    }
}
