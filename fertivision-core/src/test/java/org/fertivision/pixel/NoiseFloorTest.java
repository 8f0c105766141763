package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fertivision.image.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseFloorTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.7, 1, 2, 5, 12})
    void noiseUnderObjectsIsFoundWithinSixPercent(double sigma) {
        Drawing drawing = new Drawing(400, 400, 60);
        for (int i = 0; i < 40; i++) {
            drawing.ellipse(30 + 45 * (i % 8), 40 + 70 * (i / 8), 34, 23, i, 90);
        }
        Plane plane = drawing.blur(1.5).slope(0.02, 0.03).noise(sigma, 7).toBytes();
        double digitized = Math.sqrt(sigma * sigma + 1.0 / 12);
        assertThat(NoiseFloor.pixelSigma(plane)).isCloseTo(digitized, within(0.06 * digitized));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 3, 9})
    void levelAndMedianSigmaAreThoseOfTheBackground(double sigma) {
        Drawing drawing = new Drawing(400, 400, 60).ellipse(200, 200, 100, 60, 1, 90);
        NoiseFloor floor = NoiseFloor.of(Histogram.of(drawing.noise(sigma, 3).toBytes()));
        assertThat(floor.level()).isEqualTo(60);
        assertThat(floor.medianSigma()).isCloseTo(sigma, within(0.1 + 0.06 * sigma));
        assertThat(floor.standardDeviation()).isBetween(Math.max(1, 0.75 * sigma), Math.max(1.0, sigma));
        assertThat(floor.above(12)).isEqualTo(floor.level() + 12 * floor.standardDeviation());
    }

    @Test
    void aFlatPictureHasNoNoiseButAFloorOfOneLevel() {
        Plane plane = new Drawing(30, 30, 17).toBytes();
        NoiseFloor floor = NoiseFloor.of(Histogram.of(plane));
        assertThat(floor).isEqualTo(new NoiseFloor(17, 1, 0));
        assertThat(NoiseFloor.pixelSigma(plane)).isZero();
    }

    @Test
    void tooSmallToTellIsZero() {
        assertThat(NoiseFloor.pixelSigma(new Drawing(2, 9, 0).toBytes())).isZero();
    }
}
