package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import org.fertivision.image.Region;
import org.junit.jupiter.api.Test;

class DarkLinesTest {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 8192;
    private static final double SIGMA = 0.05;

    @Test
    void knowsTheNoiseOfAMaskThatLiesBetweenTheRowsThatAreAsked() {
        assertThat(lines(1, 8))
                .hasValueSatisfying(lines -> assertThat(lines.noise()).isCloseTo(SIGMA, within(0.1 * SIGMA)));
        assertThat(lines(0, HEIGHT))
                .hasValueSatisfying(lines -> assertThat(lines.noise()).isCloseTo(SIGMA, within(0.02 * SIGMA)));
    }

    @Test
    void tellsOfNoLinesWhereTheNoiseIsUnknown() {
        assertThat(lines(0, 0)).isEmpty();
    }

    /** In noise, of which the rows from one to another count. */
    private static Optional<DarkLines> lines(int from, int to) {
        Random random = new Random(19);
        float[] samples = new float[WIDTH * HEIGHT];
        boolean[] bits = new boolean[samples.length];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (float) (5 + SIGMA * random.nextGaussian());
            bits[at] = at / WIDTH >= from && at / WIDTH < to;
        }
        Region whole = new Region(0, 0, WIDTH, HEIGHT);
        return DarkLines.of(Raster.of(whole, samples), Mask.of(whole, bits), 12, new double[] {1.5, 2, 3}, 4, 0.04, 60);
    }
}
