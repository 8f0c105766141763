package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fertivision.image.Region;
import org.junit.jupiter.api.Test;

class SlopeFieldTest {
    @Test
    void aSlantedPictureIsAsSteepEverywhere() {
        float[] samples = new float[40 * 30];
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 40; x++) {
                samples[y * 40 + x] = 3 * x - 2 * y;
            }
        }
        SlopeField field = SlopeField.of(Raster.of(new Region(0, 0, 40, 30), samples), 1);

        assertThat(field.across(20.3, 14.8)).isCloseTo(3, within(1e-3));
        assertThat(field.down(20.3, 14.8)).isCloseTo(-2, within(1e-3));
        assertThat(field.across(-5, 10)).isZero();
        assertThat(field.down(20, 31)).isZero();
    }
}
