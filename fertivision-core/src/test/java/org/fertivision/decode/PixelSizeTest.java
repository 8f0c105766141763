package org.fertivision.decode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixelSizeTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 72, 96, 100, 150, 200, 300, 400, 500, 600, 720, 1200, 2400, 4800, 9600})
    void resolutionsOfScreensAndPaperAreNoScale(int dotsPerInch) {
        assertThat(PixelSize.ofDensity(dotsPerInch, dotsPerInch, PixelSize.UM_PER_INCH))
                .isNull();
        double perCentimeter = dotsPerInch / 2.54;
        assertThat(PixelSize.ofDensity(perCentimeter, perCentimeter, PixelSize.UM_PER_CENTIMETER))
                .isNull();
        long perMeter = Math.round(perCentimeter * 100);
        assertThat(PixelSize.ofDensity(perMeter, perMeter, PixelSize.UM_PER_METER))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.081, 0.12, 0.481, 1.293, 6.45, 50})
    void scalesOfMicroscopesAre(double um) {
        assertThat(PixelSize.ofMicrometers(um, um)).isEqualTo(new PixelSize(um, um));
    }

    @Test
    void whatIsNoSizeIsNone() {
        for (double um : new double[] {0, -1, 0.0099, 50.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThat(PixelSize.ofMicrometers(um, 0.5)).isNull();
            assertThat(PixelSize.ofMicrometers(0.5, um)).isNull();
        }
        assertThat(PixelSize.ofDensity(0, 0, PixelSize.UM_PER_INCH)).isNull();
        assertThat(PixelSize.ofDensity(0, 0, 0)).isNull();
    }
}
