package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExposureTest {
    @Test
    void blackAndWhiteAreCountedAtTheEndsOfTheScale() {
        int[] counts = new int[256];
        counts[0] = 10;
        counts[100] = 70;
        counts[255] = 20;
        Exposure exposure = Exposure.of(Histogram.ofCounts(counts));
        assertThat(exposure.black()).isCloseTo(0.1, within(1e-12));
        assertThat(exposure.white()).isCloseTo(0.2, within(1e-12));
        assertThat(exposure.saturated()).isCloseTo(0.3, within(1e-12));
        assertThat(exposure.range()).isEqualTo(1);
    }

    @Test
    void aSensorOfTwelveBitsInSixteenIsWhiteAtItsOwnFullScale() {
        int[] counts = new int[65536];
        counts[1000] = 90;
        counts[4095] = 10;
        Exposure exposure = Exposure.of(Histogram.ofCounts(counts));
        assertThat(exposure.white()).isCloseTo(0.1, within(1e-12));
        assertThat(exposure.range()).isCloseTo(3095 / 4095.0, within(1e-12));
    }

    @Test
    void sixteenFullBitsAreWhiteOnlyAtTheirEnd() {
        int[] counts = new int[65536];
        counts[30_000] = 50;
        counts[40_000] = 50;
        assertThat(Exposure.of(Histogram.ofCounts(counts)).saturated()).isZero();
    }

    @Test
    void anEvenPictureUsesNothing() {
        assertThat(Exposure.of(Histogram.of(new Drawing(9, 9, 90).toBytes()))).isEqualTo(new Exposure(0, 0, 0));
    }
}
