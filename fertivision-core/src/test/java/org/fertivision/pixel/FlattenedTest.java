package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import org.fertivision.image.Plane;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The flat picture held against means over boxes taken pixel by pixel. */
class FlattenedTest {
    private static final int WIDTH = 101;
    private static final int HEIGHT = 57;

    @ParameterizedTest
    @CsvSource({"8, 0", "8, 1", "8, 2", "8, 3", "8, 9", "16, 0", "16, 1", "16, 2", "16, 3", "16, 9"})
    void everyPixelIsTheMeanOfItsBoxLessTheLight(int bits, int radius) {
        Plane gray = gray(bits);
        Flattened flat = Flattened.of(gray, radius, Optional.of(Polarity.DARK));
        Illumination light = Illumination.of(gray);
        float[] behind = new float[WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            light.row(y, behind);
            for (int x = 0; x < WIDTH; x++) {
                double expected = behind[x] - mean(gray, x, y, radius);
                assertThat(flat.gray(flat.plane().at(x, y)))
                        .as("%d, %d", x, y)
                        .isCloseTo(expected, within(0.6 / flat.scale()));
            }
        }
    }

    private static double mean(Plane gray, int x, int y, int radius) {
        double sum = 0;
        for (int dy = -radius; dy <= radius; dy++) {
            for (int dx = -radius; dx <= radius; dx++) {
                sum += gray.at(Math.max(0, Math.min(WIDTH - 1, x + dx)), Math.max(0, Math.min(HEIGHT - 1, y + dy)));
            }
        }
        return sum / ((2 * radius + 1) * (2 * radius + 1));
    }

    private static Plane gray(int bits) {
        Random random = new Random(3);
        int most = (1 << bits) - 1;
        byte[] bytes = new byte[WIDTH * HEIGHT];
        short[] shorts = new short[WIDTH * HEIGHT];
        for (int i = 0; i < bytes.length; i++) {
            int level = (int) (most * (0.2 + 0.004 * (i % WIDTH) + 0.3 * random.nextDouble()));
            bytes[i] = (byte) level;
            shorts[i] = (short) level;
        }
        return bits == 8 ? Plane.takeBytes(WIDTH, HEIGHT, bytes) : Plane.takeShorts(WIDTH, HEIGHT, shorts);
    }
}
