package org.fertivision.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fertivision.image.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseTest {
    @ParameterizedTest
    @ValueSource(doubles = {3, 5, 10, 20})
    void backgroundScattersByContrastOverSnr(double snr) {
        Plane plane = Phantoms.of("sperm-morphology")
                .with("snr", snr)
                .with("cells", 0)
                .with("borderCells", 0)
                .with("gradient", 0)
                .with("vignette", 0)
                .with("background", 128)
                .with("contrastCv", 0)
                .draw()
                .frame()
                .gray();

        double expected = Math.sqrt(Math.pow(110 / snr, 2) + 1 / 12.0);

        assertThat(Pixels.deviation(plane, 0, 0, 1000)).isCloseTo(expected, within(0.01 * expected));
        assertThat(Pixels.mean(plane)).isCloseTo(128, within(0.2));
    }

    @ParameterizedTest
    @CsvSource({"0.5", "4", "9.9", "10.1", "60", "5000"})
    void meanVarianceAndSkewnessAreThoseOfPoissonAndReadNoise(double electrons) {
        Noise noise = new Noise(1, 3);
        Chance chance = Chance.of(11, "test");
        int n = 200_000;
        double mean = 0;
        double squares = 0;
        double cubes = 0;
        for (int i = 0; i < n; i++) {
            double d = noise.read(electrons, chance) - electrons;
            mean += d / n;
            squares += d * d / n;
            cubes += d * d * d / n;
        }
        double variance = electrons + 9;

        assertThat(mean).isCloseTo(0, within(4 * Math.sqrt(variance / n)));
        assertThat(squares).isCloseTo(variance, within(0.02 * variance));
        assertThat(cubes / Math.pow(variance, 1.5))
                .isCloseTo(electrons / Math.pow(variance, 1.5), within(4 * Math.sqrt(15.0 / n)));
    }

    @Test
    void withoutNoiseLevelsPassUnchanged() {
        assertThat(Noise.none().read(12.25, Chance.of(1, "test"))).isEqualTo(12.25);
    }
}
