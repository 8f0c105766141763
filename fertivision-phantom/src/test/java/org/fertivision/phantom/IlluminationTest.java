package org.fertivision.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IlluminationTest {
    private static double[][] field(Illumination light) {
        double[][] rows = new double[300][400];
        for (int y = 0; y < 300; y++) {
            light.row(y, 400, 300, rows[y]);
        }
        return rows;
    }

    @Test
    void gradientReachesItsShareAtBothBordersAndNoneInTheMiddle() {
        double[][] field = field(new Illumination(0.2, 0, 0));

        assertThat(field[10][0]).isCloseTo(0.8, within(0.001));
        assertThat(field[290][399]).isCloseTo(1.2, within(0.001));
        assertThat(field[150][200]).isCloseTo(1, within(0.001));
    }

    @Test
    void slantedGradientReachesItsShareInOppositeCorners() {
        double[][] field = field(new Illumination(0.2, 0.9, 0));

        assertThat(field[0][0]).isCloseTo(0.8, within(0.002));
        assertThat(field[299][399]).isCloseTo(1.2, within(0.002));
    }

    @Test
    void cornersLoseTheVignetteAndTheMiddleNothing() {
        double[][] field = field(new Illumination(0, 0, 0.25));

        assertThat(field[0][0]).isCloseTo(0.75, within(0.003));
        assertThat(field[299][399]).isCloseTo(0.75, within(0.003));
        assertThat(field[150][200]).isCloseTo(1, within(0.001));
    }
}
