package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.junit.jupiter.api.Test;

class DiscContrastTest {
    private static final int SIDE = 80;

    @Test
    void discsAreFoundAtTheirPlacesTheMoreContrastedFirst() {
        float[] samples = new float[SIDE * SIDE];
        add(samples, new Point(25.5, 28.5), 12, 50);
        add(samples, new Point(56.5, 53.5), 15, 80);

        List<DiscContrast.Disc> discs = DiscContrast.of(new Raster(new Region(0, 0, SIDE, SIDE), samples), 8, 20, 2);

        assertThat(discs).hasSize(2);
        assertDisc(discs.get(0), new Point(56.5, 53.5), 15, 80);
        assertDisc(discs.get(1), new Point(25.5, 28.5), 12, 50);
    }

    @Test
    void anEvenPictureHasNone() {
        assertThat(DiscContrast.of(new Raster(new Region(0, 0, SIDE, SIDE), new float[SIDE * SIDE]), 8, 20, 2))
                .isEmpty();
    }

    private static void add(float[] samples, Point center, double radius, float level) {
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                if (new Point(x + 0.5, y + 0.5).distanceTo(center) <= radius) {
                    samples[y * SIDE + x] = level;
                }
            }
        }
    }

    private static void assertDisc(DiscContrast.Disc disc, Point center, double radius, double contrast) {
        assertThat(disc.center().distanceTo(center)).isLessThan(1.5);
        assertThat(disc.radius()).isCloseTo(radius, within(1.0));
        assertThat(disc.contrast()).isCloseTo(contrast, within(0.1 * contrast));
    }
}
