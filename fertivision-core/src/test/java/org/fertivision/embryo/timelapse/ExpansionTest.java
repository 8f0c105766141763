package org.fertivision.embryo.timelapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExpansionTest {
    private static double[] growing(int frames, int rest, double perFrame) {
        return IntStream.range(0, frames)
                .mapToDouble(i -> 12_000 + perFrame * Math.max(0, i - rest))
                .toArray();
    }

    @Test
    void theRateIsThatOfTheGrowthWithoutTheRestBeforeIt() {
        Expansion found = Expansion.of(CollapsesTest.curve(growing(60, 20, 250)), List.of())
                .orElseThrow();

        assertThat(found.rate().slope()).isCloseTo(500, within(1e-9));
        assertThat(found.fromHours()).isBetween(11.0, 13.0);
        assertThat(found.toHours()).isBetween(27.0, 29.5);
    }

    @Test
    void theIntervalHoldsTheTrueRateInMostNoisySeries() {
        int holds = 0;
        for (int seed = 1; seed <= 200; seed++) {
            Random chance = new Random(seed);
            double[] noisy = growing(60, 0, 250);
            for (int i = 0; i < noisy.length; i++) {
                noisy[i] += 100 * chance.nextGaussian();
            }
            Expansion found = Expansion.within(CollapsesTest.curve(noisy), List.of(), 0, 100)
                    .orElseThrow();
            holds += found.rate().low() <= 500 && 500 <= found.rate().high() ? 1 : 0;
        }

        assertThat(holds).isBetween(182, 199); // 95 % of 200 within four standard deviations
    }

    @Test
    void aCollapseAndTheWayBackAreLeftOut() {
        double[] areas = growing(60, 0, 250);
        for (int i = 30; i < 50; i++) {
            areas[i] *= 0.75 + 0.0125 * (i - 30);
        }
        Curve area = CollapsesTest.curve(areas);
        List<Collapses.Collapse> collapses = Collapses.of(area);

        assertThat(collapses).hasSize(1);
        assertThat(Expansion.within(area, collapses, 0, 100)
                        .orElseThrow()
                        .rate()
                        .slope())
                .isCloseTo(500, within(10.0));
    }

    @Test
    void aChosenWindowIsKept() {
        Expansion found = Expansion.within(CollapsesTest.curve(growing(60, 20, 250)), List.of(), 12, 20)
                .orElseThrow();

        assertThat(found.fromHours()).isEqualTo(12);
        assertThat(found.toHours()).isEqualTo(20);
        assertThat(found.rate().n()).isEqualTo(17);
    }

    @Test
    void whatDoesNotGrowHasNoRate() {
        assertThat(Expansion.of(CollapsesTest.curve(growing(60, 0, 0)), List.of()))
                .isEmpty();
        assertThat(Expansion.of(CollapsesTest.curve(growing(60, 0, 15)), List.of()))
                .isEmpty();
        assertThat(Expansion.of(CollapsesTest.curve(growing(5, 0, 2000)), List.of()))
                .isEmpty();
        assertThat(Expansion.within(CollapsesTest.curve(growing(60, 0, 250)), List.of(), 1, 3))
                .isEmpty();
    }
}
