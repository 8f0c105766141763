package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;
import org.fertivision.image.Region;
import org.junit.jupiter.api.Test;

class ColorToneTest {
    private static final int SIDE = 800;

    /** CIELAB of sRGB (120, 80, 60) by the formulas of IEC 61966-2-1 and CIE 15, worked out apart. */
    @Test
    void oneColorHasItsOwnValues() {
        ColorTone tone = ColorTone.of(even(40, 120, 80, 60), all(40)).orElseThrow();

        assertThat(tone.n()).isEqualTo(1600);
        assertThat(tone.redOverGreen()).isCloseTo(0.36946, within(1e-5));
        assertThat(tone.aStar()).isCloseTo(14.277, within(0.002));
        assertThat(tone.aStarHigh()).isCloseTo(tone.aStar(), within(0.01));
    }

    @Test
    void someRowsOfManyTellTheColorOfAll() {
        Frame frame = noisy(new Random(3));
        Mask whole = all(SIDE);

        ColorTone some = ColorTone.of(frame, whole).orElseThrow();

        double sum = 0;
        for (int at = 0; at < SIDE * SIDE; at++) {
            int x = at % SIDE;
            int y = at / SIDE;
            sum += StrictMath.log10(
                    linear(frame.red().at(x, y)) / linear(frame.green().at(x, y)));
        }
        assertThat(some.n()).isBetween(1 << 15, SIDE * SIDE / 10);
        assertThat(some.redOverGreen()).isCloseTo(sum / (SIDE * SIDE), within(0.001));
    }

    @Test
    void rowsAreSoughtUntilOneHasColor() {
        byte[] green = new byte[SIDE * SIDE];
        Arrays.fill(green, SIDE, 2 * SIDE, (byte) 90);
        byte[] red = new byte[SIDE * SIDE];
        Arrays.fill(red, (byte) 180);
        Plane plane = Plane.takeBytes(SIDE, SIDE, red);
        Frame frame = Frame.color(plane, Plane.takeBytes(SIDE, SIDE, green), plane);

        assertThat(ColorTone.of(frame, all(SIDE)).map(ColorTone::n)).contains(SIDE);
        assertThat(ColorTone.of(frame, Mask.of(new Region(0, 2, SIDE, 9), filled(9 * SIDE))))
                .isEqualTo(Optional.empty());
    }

    private static double linear(int level) {
        double v = level / 255.0;
        return v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4);
    }

    private static Mask all(int side) {
        return Mask.of(new Region(0, 0, side, side), filled(side * side));
    }

    private static boolean[] filled(int n) {
        boolean[] bits = new boolean[n];
        Arrays.fill(bits, true);
        return bits;
    }

    private static Frame even(int side, int red, int green, int blue) {
        return Frame.color(plane(side, red), plane(side, green), plane(side, blue));
    }

    private static Plane plane(int side, int level) {
        byte[] samples = new byte[side * side];
        Arrays.fill(samples, (byte) level);
        return Plane.takeBytes(side, side, samples);
    }

    /** Red falls from the top down, all channels scatter by 8 levels. */
    private static Frame noisy(Random random) {
        Plane[] planes = new Plane[3];
        for (int channel = 0; channel < 3; channel++) {
            byte[] samples = new byte[SIDE * SIDE];
            for (int at = 0; at < samples.length; at++) {
                double level = (channel == 0 ? 200 - 60.0 * at / samples.length : 110) + 8 * random.nextGaussian();
                samples[at] = (byte) Math.round(level);
            }
            planes[channel] = Plane.takeBytes(SIDE, SIDE, samples);
        }
        return Frame.color(planes[0], planes[1], planes[2]);
    }
}
