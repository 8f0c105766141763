package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.fertivision.image.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscShapingTest {
    private static final Region BOX = new Region(3, 2, 60, 40);

    @Test
    void openingTakesThreadsAndKeepsDiscs() {
        Mask mask = drawn((x, y) -> inDisc(x, y, 20, 20, 10) || (y == 20 && x < 60));

        Mask opened = DiscShaping.opened(mask, 3);

        assertThat(opened.contains(50, 20)).isFalse();
        assertThat(opened.contains(20, 20)).isTrue();
        assertThat(opened.area()).isBetween((int) (0.93 * Math.PI * 100), (int) (1.02 * Math.PI * 100));
        assertThat(opened.box()).isEqualTo(BOX);
    }

    @Test
    void closingFillsGapsAndLeavesTheRest() {
        Mask mask = drawn((x, y) -> inDisc(x, y, 25, 20, 12) && x != 25);

        Mask closed = DiscShaping.closed(mask, 2);

        assertThat(closed.contains(25, 20)).isTrue();
        assertThat(closed.contains(50, 20)).isFalse();
        assertThat(closed.box()).isEqualTo(BOX);
        assertThat(closed.area()).isBetween(mask.area() + 15, mask.area() + 40);
    }

    @Test
    void whatIsClosedReachesTheBorderAndNotAcrossIt() {
        Mask mask = drawn((x, y) -> x < 10);

        assertThat(DiscShaping.closed(mask, 4).area()).isEqualTo(mask.area());
        assertThat(mask.touchesBorder()).isTrue();
        assertThat(drawn((x, y) -> inDisc(x, y, 25, 20, 5)).touchesBorder()).isFalse();
        assertThat(drawn((x, y) -> y == 41).touchesBorder()).isTrue();
    }

    @Test
    void blobsJoinInOneMask() {
        Mask mask = drawn((x, y) -> inDisc(x, y, 15, 15, 5) || inDisc(x, y, 45, 25, 6));
        List<Blob> blobs = Components.of(mask, Connectivity.FOUR);

        Mask joined = Mask.union(BOX, blobs);

        assertThat(blobs).hasSize(2);
        assertThat(joined.area()).isEqualTo(mask.area());
        assertThat(Mask.union(BOX, blobs.subList(0, 1)).contains(45, 25)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 1.25, 2, 4.5, 23.7, 70})
    void discsReachAsFarAsDistancesSay(double radius) {
        for (int width : new int[] {1, 62, 63, 150}) {
            Random random = new Random(width);
            Region box = new Region(5, 4, width, 90);
            boolean[] few = new boolean[width * 90];
            boolean[] most = new boolean[few.length];
            for (int i = 0; i < few.length; i++) {
                few[i] = random.nextInt(400) == 0;
                most[i] = random.nextInt(400) != 0;
            }
            int[] outside = DistanceMap.outside(Mask.of(box, few)).squares();
            int[] inside = DistanceMap.inside(Mask.of(box, most)).squares();

            boolean[] near = new boolean[few.length];
            boolean[] deep = new boolean[few.length];
            for (int i = 0; i < few.length; i++) {
                near[i] = outside[i] <= radius * radius;
                deep[i] = inside[i] > radius * radius;
            }

            assertThat(DiscShaping.grown(Mask.of(box, few), radius).bits()).isEqualTo(near);
            assertThat(DiscShaping.shrunk(Mask.of(box, most), radius).bits()).isEqualTo(deep);
        }
    }

    private static boolean inDisc(int x, int y, int centerX, int centerY, double radius) {
        return (x - centerX) * (x - centerX) + (y - centerY) * (y - centerY) <= radius * radius;
    }

    private static Mask drawn(Shape shape) {
        boolean[] bits = new boolean[BOX.width() * BOX.height()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = shape.holds(BOX.x() + i % BOX.width(), BOX.y() + i / BOX.width());
        }
        return Mask.of(BOX, bits);
    }

    /** Which pixels are object. */
    private interface Shape {
        boolean holds(int x, int y);
    }
}
