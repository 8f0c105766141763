package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fertivision.image.Plane;
import org.fertivision.image.Region;
import org.junit.jupiter.api.Test;

class HistogramTest {
    @Property(tries = 60)
    void everySampleIsCountedOnce(
            @ForAll @IntRange(min = 1, max = 70) int width,
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll long seed) {
        Plane plane = Drawing.randomBytes(width, height, seed);
        int[] expected = new int[256];
        for (int i = 0; i < width * height; i++) {
            expected[plane.at(i % width, i / width)]++;
        }
        Histogram whole = Histogram.of(plane);
        Histogram region = Histogram.of(plane, new Region(0, 0, width, height));
        for (int level = 0; level < 256; level++) {
            assertThat(whole.count(level)).isEqualTo(expected[level]);
            assertThat(region.count(level)).isEqualTo(expected[level]);
        }
        assertThat(whole.total()).isEqualTo((long) width * height);
    }

    @Property(tries = 4)
    void everySampleOfALargePlaneIsCountedOnce(@ForAll @IntRange(min = 1, max = 40) int odd, @ForAll long seed) {
        int width = 1024 + odd;
        int height = LevelCounts.MANY_SAMPLES / 1024;
        Plane plane = Drawing.randomBytes(width, height, seed);
        Histogram region = Histogram.of(plane, new Region(0, 0, width, height));

        Histogram whole = Histogram.of(plane);

        for (int level = 0; level < 256; level++) {
            assertThat(whole.count(level)).isEqualTo(region.count(level));
        }
        assertThat(whole.total()).isEqualTo((long) width * height);
    }

    @Test
    void sixteenBitsKeepTheirDepth() {
        Plane plane = Plane.takeShorts(3, 1, new short[] {(short) 65535, 300, 301});
        Histogram histogram = Histogram.of(plane);
        assertThat(histogram.levels()).isEqualTo(65536);
        assertThat(histogram.lowest()).isEqualTo(300);
        assertThat(histogram.highest()).isEqualTo(65535);
        assertThat(histogram.count(301)).isEqualTo(1);
    }

    @Property(tries = 60)
    void percentilesAreThoseOfTheSortedSamples(@ForAll @IntRange(min = 1, max = 100) int percent, @ForAll long seed) {
        Plane plane = Drawing.randomBytes(37, 11, seed);
        int[] sorted = new int[37 * 11];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = plane.at(i % 37, i / 37);
        }
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        Histogram histogram = Histogram.of(plane);
        assertThat(histogram.percentile(percent)).isEqualTo(sorted[rank - 1]);
        assertThat(histogram.smoothPercentile(percent)).isCloseTo(sorted[rank - 1], within(0.5));
        assertThat(histogram.mean()).isCloseTo(Arrays.stream(sorted).average().orElseThrow(), within(1e-9));
    }

    @Test
    void aMedianBetweenLevelsIsFoundByItsShare() {
        Histogram histogram = Histogram.ofCounts(0, 30, 50, 20);
        assertThat(histogram.smoothPercentile(50)).isCloseTo(1.5 + 20.0 / 50, within(1e-12));
    }

    @Test
    void refusesWhatCannotBeCounted() {
        assertThatThrownBy(() -> Histogram.ofCounts(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Histogram.ofCounts(-1, 2)).isInstanceOf(IllegalArgumentException.class);
        Plane plane = Drawing.randomBytes(4, 4, 1);
        assertThatThrownBy(() -> Histogram.of(plane, new Region(1, 1, 4, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Histogram.of(plane).percentile(101)).isInstanceOf(IllegalArgumentException.class);
    }
}
