package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.fertivision.image.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmoothingTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.7, 1, 2.5, 4})
    void aPointSpreadsAsTheGaussianDoes(double sigma) {
        float[] samples = new float[61 * 51];
        samples[25 * 61 + 30] = 1000;
        Raster spread = Smoothing.gaussian(Raster.of(new Region(0, 0, 61, 51), samples), sigma);
        double sum = 0;
        double variance = 0;
        for (int y = 0; y < 51; y++) {
            for (int x = 0; x < 61; x++) {
                sum += spread.at(x, y);
                variance += spread.at(x, y) * (x - 30) * (x - 30);
            }
        }
        assertThat(sum).isCloseTo(1000, within(0.01));
        assertThat(Math.sqrt(variance / sum)).isCloseTo(sigma, within(0.01 * sigma));
        assertThat(spread.at(30, 20)).isCloseTo(spread.at(30, 30), within(1e-3f));
        assertThat(spread.at(25, 25)).isCloseTo(spread.at(30, 20), within(1e-3f));
    }

    @Test
    void anEvenPictureStaysEven() {
        Raster even = new Drawing(9, 5, 77).toRaster();
        for (Raster raster : new Raster[] {Smoothing.gaussian(even, 3), Smoothing.box(even, 4)}) {
            assertThat(raster.at(0, 0)).isCloseTo(77, within(1e-3f));
            assertThat(raster.at(8, 4)).isCloseTo(77, within(1e-3f));
        }
    }

    @Test
    void theBoxIsTheMeanOfItsPixels() {
        Raster raster = new Drawing(11, 11, 50).noise(20, 4).toRaster();
        double sum = 0;
        for (int y = 3; y <= 7; y++) {
            for (int x = 2; x <= 6; x++) {
                sum += raster.at(x, y);
            }
        }
        assertThat(Smoothing.box(raster, 2).at(4, 5)).isCloseTo((float) (sum / 25), within(1e-3f));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.8, 2})
    void noiseFallsByTheGainForetold(double sigma) {
        Raster noise = Smoothing.gaussian(new Drawing(300, 300, 0).noise(10, 8).toRaster(), sigma);
        double squares = 0;
        for (float sample : noise.samples()) {
            squares += sample * sample;
        }
        double expected = 10 * Smoothing.noiseGain(sigma);
        assertThat(Math.sqrt(squares / noise.samples().length)).isCloseTo(expected, within(0.03 * expected));
    }

    @Test
    void refusesABlurThatIsNone() {
        Raster raster = new Drawing(3, 3, 0).toRaster();
        assertThatThrownBy(() -> Smoothing.gaussian(raster, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Smoothing.box(raster, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
