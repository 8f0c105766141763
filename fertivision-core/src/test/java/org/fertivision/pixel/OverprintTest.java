package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;
import org.fertivision.image.Region;
import org.junit.jupiter.api.Test;

class OverprintTest {
    private static final int SIDE = 40;

    @Test
    void aThinBrightCrossIsHiddenAndFilledFromAround() {
        byte[] gray = even(90);
        for (int i = 10; i < 30; i++) {
            gray[20 * SIDE + i] = (byte) 250;
            gray[i * SIDE + 20] = (byte) 250;
        }
        Plane plane = Plane.takeBytes(SIDE, SIDE, gray);

        Overprint screen = Overprint.of(Frame.gray(plane), plane, 40, 235, 100, 3);

        assertThat(screen.strokes()).isBetween(30, 40);
        assertThat(screen.colored()).isZero();
        assertThat(BlockMeans.of(plane, screen, 1).at(20, 20)).isEqualTo(90);
        assertThat(BlockMeans.of(plane, screen, 4).at(5, 5)).isEqualTo(90);
    }

    @Test
    void singleBrightGrainsAndBrightAreasStay() {
        byte[] gray = even(90);
        gray[5 * SIDE + 5] = (byte) 255;
        for (int y = 20; y < 40; y++) {
            Arrays.fill(gray, y * SIDE + 10, y * SIDE + 30, (byte) 250);
        }
        Plane plane = Plane.takeBytes(SIDE, SIDE, gray);

        Overprint screen = Overprint.of(Frame.gray(plane), plane, 40, 235, 100, 3);

        assertThat(screen.strokes()).isZero();
        assertThat(BlockMeans.of(plane, screen, 1).at(5, 5)).isEqualTo(255);
    }

    @Test
    void coloredPixelsAreHiddenAndTheirShareIsTold() {
        byte[] red = even(100);
        byte[] blue = even(100);
        Arrays.fill(red, 0, 8 * SIDE, (byte) 200);
        Plane gray = Plane.takeBytes(SIDE, SIDE, even(100));
        Frame frame = Frame.color(Plane.takeBytes(SIDE, SIDE, red), gray, Plane.takeBytes(SIDE, SIDE, blue));
        boolean[] upper = new boolean[20 * 20];
        Arrays.fill(upper, 0, 10 * 20, true);

        Overprint screen = Overprint.of(frame, gray, 40, 235, 100, 3);

        assertThat(screen.colored()).isEqualTo(8 * SIDE);
        assertThat(screen.coloredShare(Mask.of(new Region(0, 0, 20, 20), upper), 2))
                .isEqualTo(0.4);
        assertThat(screen.coloredShare(Mask.of(new Region(0, 0, 20, 20), new boolean[400]), 2))
                .isZero();
    }

    @Test
    void thePartBlocksOfTheBorderAreMeansOfWhatTheyHave() {
        byte[] gray = even(10);
        Arrays.fill(gray, 39 * SIDE, 40 * SIDE, (byte) 70);
        Plane plane = Plane.takeBytes(SIDE, SIDE, gray);
        Overprint none = Overprint.of(Frame.gray(plane), plane, 40, 235, 100, 3);

        Raster shrunk = BlockMeans.of(plane, none, 3);

        assertThat(shrunk.width()).isEqualTo(14);
        assertThat(shrunk.at(0, 13)).isEqualTo(70);
        assertThat(shrunk.at(0, 12)).isEqualTo(10);
    }

    private static byte[] even(int level) {
        byte[] gray = new byte[SIDE * SIDE];
        Arrays.fill(gray, (byte) level);
        return gray;
    }
}
