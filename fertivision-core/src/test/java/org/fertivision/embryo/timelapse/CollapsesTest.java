package org.fertivision.embryo.timelapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CollapsesTest {
    private static final double HALF_AN_HOUR = 1800;

    static Curve curve(double... areas) {
        Curve.Growing growing = new Curve.Growing();
        IntStream.range(0, areas.length).forEach(i -> growing.add(i, areas[i]));
        return growing.curve(HALF_AN_HOUR);
    }

    @Test
    void aFallWithinThreeHoursIsOneCollapseUntilTheAreaIsBack() {
        Curve area = curve(100, 101, 102, 80, 78, 84, 90, 96, 101, 104, 106);

        assertThat(Collapses.of(area)).singleElement().satisfies(collapse -> {
            assertThat(collapse.before()).isEqualTo(2);
            assertThat(collapse.lowest()).isEqualTo(4);
            assertThat(collapse.back()).isEqualTo(8);
            assertThat(collapse.depth()).isCloseTo(1 - 78.0 / 102, within(1e-12));
        });
    }

    @Test
    void twoFallsAreTwo() {
        assertThat(Collapses.of(curve(100, 100, 80, 80, 90, 100, 100, 85, 85, 95, 101)))
                .hasSize(2);
    }

    @Test
    void aSlowFallIsNone() {
        double[] slow = IntStream.range(0, 40).mapToDouble(i -> 100 - i).toArray();

        assertThat(Collapses.of(curve(slow))).isEmpty();
    }

    @Test
    void lessThanATenthIsNone() {
        assertThat(Collapses.of(curve(100, 100, 90.1, 90.1, 100))).isEmpty();
        assertThat(Collapses.of(curve(100, 100, 89.9, 89.9, 100))).hasSize(1);
    }

    @Test
    void oneFrameAloneIsAnOutlineGoneAstray() {
        assertThat(Collapses.of(curve(100, 100, 70, 100, 100))).isEmpty();
        assertThat(Collapses.of(curve(100, 100, 130, 100, 100))).isEmpty();
        assertThat(Collapses.of(curve(130, 100, 100, 100))).isEmpty();
    }

    @Test
    void aGapOfMoreThanThreeHoursIsNotBridged() {
        Curve.Growing growing = new Curve.Growing();
        growing.add(0, 100);
        growing.add(1, 100);
        growing.add(8, 70);
        growing.add(9, 70);

        assertThat(Collapses.of(growing.curve(HALF_AN_HOUR))).isEmpty();
    }

    @Test
    void aDepthIsWholeOnlyWhereNoFrameIsMissingAroundTheLowest() {
        Curve.Growing growing = new Curve.Growing();
        growing.add(0, 100);
        growing.add(1, 100);
        growing.add(3, 80);
        growing.add(4, 84);
        growing.add(5, 100);

        assertThat(Collapses.of(growing.curve(HALF_AN_HOUR)))
                .singleElement()
                .satisfies(collapse -> assertThat(collapse.whole()).isFalse());
        assertThat(Collapses.of(curve(100, 100, 80, 84, 100)))
                .singleElement()
                .satisfies(collapse -> assertThat(collapse.whole()).isTrue());
    }
}
