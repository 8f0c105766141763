package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
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

    /** Both ways to look for the nearest: each column within a short reach, and the envelope of all columns. */
    @Property(tries = 200)
    void withinItsReachAMapOfNearDistancesIsThatOfAll(
            @ForAll @IntRange(min = 1, max = 60) int width,
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll @IntRange(min = 1, max = 400) int rare,
            @ForAll @DoubleRange(min = 0, max = 30) double reach,
            @ForAll long seed) {
        Random random = new Random(seed);
        boolean[] bits = new boolean[width * height];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = random.nextInt(rare) > 0;
        }
        Mask mask = Mask.of(new Region(0, 0, width, height), bits);
        agree(DistanceMap.inside(mask, reach), DistanceMap.inside(mask), reach);
        agree(DistanceMap.outside(mask, reach), DistanceMap.outside(mask), reach);
        DistanceMap all = DistanceMap.inside(mask);
        for (int i = 0; i < 20; i++) {
            int x = random.nextInt(width + 2) - 1;
            int y = random.nextInt(height + 2) - 1;
            double one = DistanceMap.inside(mask, x, y, reach);
            if (all.at(x, y) <= reach) {
                assertThat(one).isEqualTo(all.at(x, y));
            } else {
                assertThat(one).isGreaterThan(reach);
            }
        }
    }

    private static void agree(DistanceMap near, DistanceMap all, double reach) {
        for (int at = 0; at < all.squares().length; at++) {
            if (all.squares()[at] <= reach * reach) {
                assertThat(near.squares()[at]).isEqualTo(all.squares()[at]);
            } else {
                assertThat((double) near.squares()[at]).isGreaterThan(reach * reach);
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
