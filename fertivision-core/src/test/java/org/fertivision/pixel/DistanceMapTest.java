package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fertivision.image.Region;
import org.junit.jupiter.api.Test;

class DistanceMapTest {
    @Property(tries = 200)
    void distancesAreThoseOfTryingEveryPixel(
            @ForAll @IntRange(min = 1, max = 22) int width,
            @ForAll @IntRange(min = 1, max = 22) int height,
            @ForAll @IntRange(min = 1, max = 12) int rare,
            @ForAll long seed) {
        Random random = new Random(seed);
        boolean[] bits = new boolean[width * height];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = random.nextInt(rare) > 0;
        }
        Mask mask = Mask.of(new Region(3, 5, width, height), bits);
        DistanceMap inside = DistanceMap.inside(mask);
        DistanceMap outside = DistanceMap.outside(mask);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                assertThat(inside.at(x + 3, y + 5)).isCloseTo(nearest(bits, width, height, x, y, false), within(1e-9));
                double object = nearest(bits, width, height, x, y, true);
                if (Double.isFinite(object)) {
                    assertThat(outside.at(x + 3, y + 5)).isCloseTo(object, within(1e-9));
                }
            }
        }
    }

    private static double nearest(boolean[] bits, int width, int height, int x, int y, boolean kind) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int v = -1; v <= height; v++) {
            for (int u = -1; u <= width; u++) {
                boolean beyond = u < 0 || v < 0 || u >= width || v >= height;
                if (beyond ? !kind : bits[v * width + u] == kind) {
                    nearest = Math.min(nearest, Math.hypot(u - x, v - y));
                }
            }
        }
        return nearest;
    }

    @Test
    void theLargestDistanceIsHalfTheWidth() {
        boolean[] bits = new boolean[9 * 21];
        java.util.Arrays.fill(bits, true);
        DistanceMap map = DistanceMap.inside(Mask.of(new Region(0, 0, 21, 9), bits));
        assertThat(map.largest()).isEqualTo(5);
        assertThat(map.at(-1, 0)).isZero();
    }
}
