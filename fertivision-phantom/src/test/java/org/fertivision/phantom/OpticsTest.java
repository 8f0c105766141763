package org.fertivision.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpticsTest {
    @Test
    void lensOfAperturePointFourSpreadsGreenLightByPointTwoNineMicrometers() {
        assertThat(new Optics(550, 0.4, 0).spreadUm()).isCloseTo(0.289, within(0.001));
    }

    @Test
    void defocusAddsInSquares() {
        assertThat(new Optics(550, 0.385, 0.4).spreadUm()).isCloseTo(0.5, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.1, 0.24, 0.35})
    void kernelSumsToOneAndSpreadsAsTold(double umPerPixel) {
        Optics optics = new Optics(550, 0.4, 0);
        float[] kernel = optics.kernel(umPerPixel);

        double sum = kernel[0];
        double variance = 0;
        for (int i = 1; i < kernel.length; i++) {
            sum += 2 * kernel[i];
            variance += 2.0 * i * i * kernel[i];
        }

        assertThat(sum).isCloseTo(1, within(1e-6));
        assertThat(Math.sqrt(variance) * umPerPixel).isCloseTo(optics.spreadUm(), within(0.003));
    }
}
