package org.fertivision.sperm.motility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fertivision.image.Plane;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pixels that stand out, held against looking at every pixel by itself. */
class OutstandingTest {
    @ParameterizedTest
    @CsvSource({"64, 24, 20", "67, 21, 150", "8, 8, 110", "100, 40, 128", "5, 9, 60"})
    void theFirstOfEveryRunAboveItsThresholdIsHandedOverInOrder(int width, int height, int level) {
        Random random = new Random(7);
        byte[] pixels = new byte[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.max(0, Math.min(255, Math.round(level + 12 * random.nextGaussian())));
        }
        Levels levels = new Levels(width, height);
        levels.take(Plane.takeBytes(width, height, pixels));
        Backdrop backdrop = new Backdrop(levels);
        backdrop.begin();
        List<Integer> expected = new ArrayList<>();
        boolean isBefore = false;
        for (int i = 0; i < pixels.length; i++) {
            int x = i % width;
            int y = i / width;
            int threshold = (int) (backdrop.at(x / 8 * 8 + 4, y / 8 * 8 + 4) + 15);
            boolean isOut = levels.at(i) > Math.min(255, threshold);
            if (isOut && (x == 0 || !isBefore)) {
                expected.add(i);
            }
            isBefore = isOut;
        }

        List<Integer> seen = new ArrayList<>();
        new Outstanding(levels, backdrop).each(15, new BrightBlob(levels), (x, y) -> seen.add(y * width + x));

        assertThat(seen).isEqualTo(expected);
    }
}
