package org.fertivision.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.fertivision.image.Plane;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantom;
import org.fertivision.phantom.Phantoms;
import org.fertivision.spi.RejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DepthTicksTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.113, 0.15, 0.2, 0.27})
    void ticksBesideADrawnOvaryTellItsScale(double mmPerPixel) {
        Graticule found = read(ovary(mmPerPixel).with("ticks", true).seed(61).draw());

        assertThat(found.calibration().umPerPixelY()).isCloseTo(1000 * mmPerPixel, within(5 * mmPerPixel));
        assertThat(found.rulings()).singleElement().satisfies(ruling -> {
            assertThat(ruling.ci95().lo()).isLessThan(ruling.umPerPixel());
            assertThat(ruling.marks()).hasSize(ruling.lines());
        });
        assertThat(found.notices())
                .singleElement()
                .satisfies(notice -> assertThat(notice.detail()).contains("every 5. one longer"));
    }

    /** Seeds never looked at before. */
    @Test
    void ticksAreReadRightOrNotAtAll() {
        int right = 0;
        int silent = 0;
        int stills = 40;
        for (int i = 0; i < stills; i++) {
            double mmPerPixel = 0.1 + 0.005 * i;
            Drawn drawn = ovary(mmPerPixel)
                    .with("ticks", true)
                    .with("letters", i % 2 == 1)
                    .with("crosses", i % 3)
                    .with("crop", i % 4 == 3 ? 10 : 0)
                    .seed(66_001 + i)
                    .draw();
            try {
                double read = read(drawn).calibration().umPerPixelY();
                right += Math.abs(read - 1000 * mmPerPixel) <= 10 * mmPerPixel ? 1 : 0;
            } catch (RejectedException e) {
                silent++;
            }
        }
        System.out.printf("depth ticks: %d of %d right within 1 %%, %d silent%n", right, stills, silent);

        assertThat(right + silent).isGreaterThanOrEqualTo(38);
        assertThat(right).isGreaterThan(stills / 2);
    }

    @Test
    void lettersAndCrossesAreNoTicks() {
        Drawn drawn =
                ovary(0.2).with("letters", true).with("crosses", 4).seed(62).draw();

        assertThatThrownBy(() -> read(drawn))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("no 5 short bright ticks");
    }

    @Test
    void hiddenTicksAreAllowedForAndStrangersAreNot() {
        assertThat(spacing(true, 0, 1, 2, 4, 5, 7)).isCloseTo(40, within(0.1));
        assertThatThrownBy(() -> spacing(true, 0, 1, 5, 9, 14)).hasMessageContaining("no 5 short bright ticks");
        assertThatThrownBy(() -> spacing(false, 0, 1, 2, 3)).hasMessageContaining("no 5 short bright ticks");
    }

    @Test
    void twoColumnsThatContradictEachOtherAreRefused() {
        byte[] screen = new byte[400 * 600];
        for (int tick = 0; tick < 10; tick++) {
            dash(screen, 20, 20 + 40 * tick);
            dash(screen, 380, 20 + 47 * tick);
        }

        assertThatThrownBy(() -> DepthTicks.of(Plane.takeBytes(400, 600, screen)))
                .hasMessageContaining("40.0 and 47.0 pixels");
    }

    @Test
    void noiseHasNoTicks() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            byte[] screen = new byte[400 * 600];
            for (int dash = 0; dash < 60; dash++) {
                dash(screen, 8 + random.nextInt(380), 8 + random.nextInt(580));
            }

            assertThatThrownBy(() -> DepthTicks.of(Plane.takeBytes(400, 600, screen)))
                    .isInstanceOf(RejectedException.class);
        }
    }

    private static double spacing(boolean stranger, int... numbers) {
        byte[] screen = new byte[400 * 600];
        for (int number : numbers) {
            dash(screen, 20, 20 + 40 * number);
        }
        if (stranger) {
            dash(screen, 20, 20 + 40 * 3 + 13);
        }
        return DepthTicks.of(Plane.takeBytes(400, 600, screen)).spacing();
    }

    private static void dash(byte[] screen, int x, int y) {
        for (int i = -2; i <= 2; i++) {
            screen[y * 400 + x + i] = (byte) 240;
            screen[(y + 1) * 400 + x + i] = (byte) 240;
        }
    }

    private static Phantom<Drawn> ovary(double mmPerPixel) {
        return Phantoms.of("follicle").with("mmPerPixel", mmPerPixel);
    }

    private static Graticule read(Drawn drawn) {
        return GraticuleReader.read(drawn.frame().gray(), 10_000, WhichLines.DEPTH_TICKS);
    }
}
