package org.fertivision.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final Measure LIVE = new Measure("live", Unit.PERCENT, "Live", "Live / all.", "test");

    private final Reading measured = Reading.measured(LIVE, 58, new Interval(51, 65), 200, "two-channels");
    private final Reading given = Reading.given(LIVE, 60, "Dr. Example");
    private final Reading notMeasured = Reading.notMeasured(LIVE, Reading.NotMeasured.NO_OBJECTS);

    @Test
    void answersByItsOwnCaseOnly() {
        assertThat(byCase(measured)).isEqualTo("measured 58.0");
        assertThat(byCase(given)).isEqualTo("given 60.0 by Dr. Example");
        assertThat(byCase(notMeasured)).isEqualTo("not measured: no objects");
    }

    @Test
    void hasAFigureWhereOneIsKnown() {
        assertThat(measured.figure()).contains(58.0);
        assertThat(given.figure()).contains(60.0);
        assertThat(notMeasured.figure()).isEmpty();
    }

    @Test
    void hasTheCodeOfItsMeasure() {
        assertThat(measured.code()).isEqualTo("live");
        assertThat(given.code()).isEqualTo("live");
        assertThat(notMeasured.code()).isEqualTo("live");
    }

    @Test
    void knowsItsIntervalOnlyWhereThereIsOne() {
        assertThat(((Reading.Measured) measured).interval()).contains(new Interval(51, 65));
        assertThat(((Reading.Measured) Reading.measured(LIVE, 58, "m")).interval())
                .isEmpty();
        assertThat(((Reading.Measured) Reading.measured(LIVE, 58, 9, "m")).n()).isEqualTo(9);
    }

    @Test
    void refusesToBeSilentOnHowByWhomOrWhy() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reading.measured(LIVE, 1, " "))
                .withMessageContaining("live");
        assertThatIllegalArgumentException().isThrownBy(() -> Reading.given(LIVE, 1, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> Reading.notMeasured(LIVE, " "));
        assertThatIllegalArgumentException().isThrownBy(() -> Reading.measured(LIVE, 1, -1, "m"));
    }

    @Test
    void anIntervalHoldsBothItsBounds() {
        Interval interval = new Interval(1, 2);
        assertThat(interval.contains(1)).isTrue();
        assertThat(interval.contains(2)).isTrue();
        assertThat(interval.contains(Math.nextDown(1.0))).isFalse();
        assertThat(interval.contains(Math.nextUp(2.0))).isFalse();
        assertThat(interval.contains(Double.NaN)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(2, 1));
    }

    private static String byCase(Reading reading) {
        return reading.fold(
                m -> "measured " + m.value(),
                g -> "given " + g.value() + " by " + g.by(),
                n -> "not measured: " + n.reason());
    }
}
