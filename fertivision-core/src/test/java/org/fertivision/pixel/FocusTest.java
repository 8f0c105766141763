package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.fertivision.image.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FocusTest {
    private static Drawing scene(double background, double contrast, double blur) {
        Drawing drawing = new Drawing(300, 240, background);
        for (int i = 0; i < 20; i++) {
            drawing.ellipse(35 + 55 * (i % 5), 35 + 55 * (i / 5), 34, 23, i, contrast);
        }
        return drawing.blur(blur);
    }

    @Test
    void sharpnessFallsWithEveryStepOfBlurThatLeavesObjectsApart() {
        double before = Double.POSITIVE_INFINITY;
        for (double blur : new double[] {0.8, 1.5, 2.5, 4}) {
            double sharpness =
                    Focus.of(scene(60, 90, blur).noise(4, 1).toBytes()).sharpness();
            assertThat(sharpness).isLessThan(0.9 * before).isPositive();
            before = sharpness;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 4, 9, 18})
    void noiseHardlyCounts(double noise) {
        double clean = Focus.of(scene(60, 90, 2).toShorts(100)).sharpness();
        double noisy = Focus.of(scene(60, 90, 2).noise(noise, 5).toShorts(100)).sharpness();
        assertThat(noisy).isCloseTo(clean, within(0.12 * clean));
    }

    @Test
    void contrastAndBrightnessDoNotCount() {
        double bright = Focus.of(scene(60, 90, 2).toShorts(100)).sharpness();
        assertThat(Focus.of(scene(150, 45, 2).toShorts(100)).sharpness()).isCloseTo(bright, within(0.01 * bright));
        assertThat(Focus.of(scene(150, -90, 2).toShorts(100)).sharpness()).isCloseTo(bright, within(0.01 * bright));
    }

    @Test
    void anEmptyPictureIsNotSharp() {
        assertThat(Focus.of(new Drawing(64, 64, 80).toBytes()).sharpness()).isZero();
        assertThat(Focus.of(new Drawing(64, 64, 80).noise(6, 2).toBytes()).sharpness())
                .isZero();
        assertThat(Focus.of(new Drawing(1, 1, 80).toBytes()).sharpness()).isZero();
    }

    @Test
    void aRegionIsSharpByItself() {
        Drawing drawing = scene(60, 90, 1);
        Focus whole = Focus.of(drawing.toBytes());
        Focus part = Focus.of(drawing.toBytes(), new Region(0, 0, 150, 120), 0);
        assertThat(part.sharpness()).isCloseTo(whole.sharpness(), within(0.15 * whole.sharpness()));
        assertThatThrownBy(() -> Focus.of(drawing.toBytes(), new Region(200, 0, 150, 10), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
