package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
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
    void blocksAreTakenOutOfARowOfPixels() {
        Mask mask = Mask.of(new Region(1, 3, 6, 1), new boolean[] {X, X, X, O, X, X});
        Mask blocks = Mask.of(new Region(0, 0, 3, 2), new boolean[] {O, O, O, X, O, X});
        boolean[] row = {O, X, X, X, X};

        mask.row(3, row);
        assertThat(row).containsExactly(O, X, X, X, O);
        blocks.takeBlocks(1, 2, row);
        assertThat(row).containsExactly(O, O, X, X, O);
        mask.row(4, row);
        assertThat(row).containsExactly(O, O, O, O, O);
    }

    @Test
    void aCroppedMaskStandsWhereItStood() {
        Mask mask = Mask.of(new Region(2, 1, 4, 3), new boolean[] {O, O, O, O, O, X, X, O, O, O, O, O});

        assertThat(mask.cropped(0).box()).isEqualTo(new Region(3, 2, 2, 1));
        assertThat(mask.cropped(1).box()).isEqualTo(mask.box());
        assertThat(mask.cropped(1).bits()).containsExactly(mask.bits());
        assertThat(mask.cropped(0).bits()).containsExactly(X, X);
        boolean[] row = {X, X, X, X, X, X, X, X, X, X};
        mask.cropped(0).takeBlocks(2, 2, row);
        assertThat(row).containsExactly(X, X, X, X, X, X, O, O, O, O);
        mask.cropped(0).takeBlocks(1, 2, row);
        assertThat(row).containsExactly(X, X, X, X, X, X, O, O, O, O);
    }

    @Test
    void someRowsAreAskedOfLargeMasksAndAllOfSmallOnes() {
        assertThat(whole(100).rowsApart(10_000)).isEqualTo(1);
        assertThat(whole(100).rowsApart(20_000)).isEqualTo(1);
        assertThat(whole(100).rowsApart(2_500)).isEqualTo(3);
        assertThat(whole(100).rowsApart(2_000)).isEqualTo(5);
    }

    private static Mask whole(int side) {
        boolean[] bits = new boolean[side * side];
        Arrays.fill(bits, X);
        return Mask.of(new Region(0, 0, side, side), bits);
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
