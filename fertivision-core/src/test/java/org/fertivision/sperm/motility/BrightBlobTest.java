package org.fertivision.sperm.motility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.fertivision.image.Plane;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Blobs grown eight pixels at a time, held against growing them pixel by pixel. */
class BrightBlobTest {
    private static final int[] STEPS = {-1, 0, 1};

    @ParameterizedTest
    @CsvSource({"64, 24, 20", "67, 21, 150", "130, 70, 127.5", "7, 5, 60", "200, 3, 128", "1, 9, 250"})
    void everyPixelThatHangsTogetherAndNoneElse(int width, int height, double level) {
        Random random = new Random(7);
        byte[] pixels = new byte[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.max(0, Math.min(255, Math.round(level - 5 + 20 * random.nextGaussian())));
        }
        Levels levels = new Levels(width, height);
        levels.take(Plane.takeBytes(width, height, pixels));
        BrightBlob blob = new BrightBlob(levels);
        boolean[] done = new boolean[pixels.length];
        int blobs = 0;
        for (int i = 0; i < pixels.length; i++) {
            assertThat(blob.isGrown(i % width, i / width)).isEqualTo(done[i]);
            if (levels.at(i) > level && !done[i]) {
                blob.grow(i % width, i / width, level);
                assertGrown(blob, levels, level, i, done);
                blobs++;
            }
        }
        assertThat(blobs).isPositive();
    }

    private static void assertGrown(BrightBlob blob, Levels levels, double level, int seed, boolean[] done) {
        Deque<Integer> left = new ArrayDeque<>();
        done[seed] = true;
        left.add(seed);
        int size = 0;
        double mass = 0;
        double x = 0;
        double y = 0;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        while (!left.isEmpty()) {
            int at = left.remove();
            double weight = levels.at(at) - level;
            double column = at % levels.width() + 0.5;
            double row = at / levels.width() + 0.5;
            size++;
            mass += weight;
            x += weight * column;
            y += weight * row;
            xx += weight * column * column;
            xy += weight * column * row;
            yy += weight * row * row;
            addNeighbors(levels, level, at, done, left);
        }
        assertThat(blob.size()).isEqualTo(size);
        assertThat(blob.mass()).isCloseTo(mass, within(1e-8));
        assertThat(blob.x()).isCloseTo(x / mass, within(1e-8));
        assertThat(blob.y()).isCloseTo(y / mass, within(1e-8));
        assertThat(blob.xx()).isCloseTo(xx / mass - x * x / mass / mass, within(1e-6));
        assertThat(blob.xy()).isCloseTo(xy / mass - x * y / mass / mass, within(1e-6));
        assertThat(blob.yy()).isCloseTo(yy / mass - y * y / mass / mass, within(1e-6));
    }

    private static void addNeighbors(Levels levels, double level, int at, boolean[] done, Deque<Integer> left) {
        for (int dy : STEPS) {
            for (int dx : STEPS) {
                int column = at % levels.width() + dx;
                int row = at / levels.width() + dy;
                boolean inside = column >= 0 && column < levels.width() && row >= 0 && row < levels.height();
                int next = row * levels.width() + column;
                if (inside && levels.at(next) > level && !done[next]) {
                    done[next] = true;
                    left.add(next);
                }
            }
        }
    }
}
