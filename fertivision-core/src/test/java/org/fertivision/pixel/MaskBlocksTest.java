package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import org.fertivision.image.Plane;
import org.fertivision.image.Region;
import org.junit.jupiter.api.Test;

class MaskBlocksTest {
    private static final boolean O = false;
    private static final boolean X = true;

    @Test
    void onlyFullBlocksStay() {
        Mask mask = Mask.of(new Region(0, 0, 5, 3), new boolean[] {
            X, X, X, O, X,
            X, X, X, X, X,
            X, X, O, O, X
        });

        Mask blocks = mask.wholeBlocks(2);

        assertThat(blocks.box()).isEqualTo(new Region(0, 0, 3, 2));
        assertThat(blocks.bits()).containsExactly(X, O, X, X, O, X);
    }

    @Test
    void blocksSpreadOverTheirPixels() {
        Mask blocks = Mask.of(new Region(0, 0, 2, 1), new boolean[] {X, O});

        assertThat(blocks.inPixels(2, new Region(0, 0, 3, 2)).bits()).containsExactly(X, X, O, X, X, O);
    }

    @Test
    void meansOfLogarithmsCountLeftOverPixelsToo() {
        Plane plane = Plane.takeBytes(3, 2, new byte[] {1, 2, 4, 4, 8, 16});

        Raster logs = Raster.logarithmOf(plane, 2);

        assertThat(logs.region()).isEqualTo(new Region(0, 0, 2, 1));
        assertThat(logs.at(0, 0)).isEqualTo((float) (1.5 * Math.log(2)));
        assertThat(logs.at(1, 0)).isEqualTo((float) (3 * Math.log(2)));
    }
}
