package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.fertivision.image.Region;
import org.junit.jupiter.api.Test;

class RadialOutlineTest {
    private static final int SIDE = 200;
    private static final double RADIUS = 40;
    private static final double INSIDE = 20;
    private static final double RISE = 0.6;
    private static final double HALF = 0.5;
    private static final double REACH = 8;

    @Test
    void oneLevelMissesADiscWhoseSidesDiffer() {
        Scene scene = new Scene(70, 200, 0);
        double atCenter = scene.around.at(SIDE / 2.0, SIDE / 2.0);

        assertThat(RadialOutline.of(scene.disc, scene.gray, scene.dark, INSIDE + 0.85 * (atCenter - INSIDE), REACH))
                .isEmpty();
        assertThat(scene.rising()).hasValueSatisfying(outline -> {
            assertThat(outline.contour().area()).isCloseTo(Math.PI * RADIUS * RADIUS, within(60.0));
            assertThat(outline.center().x()).isCloseTo(SIDE / 2.0, within(0.1));
        });
    }

    @Test
    void aDiscThatIsOpenAtOneSideHasNoEdgeAround() {
        assertThat(new Scene(26, 200, 0).rising()).isEmpty();
    }

    @Test
    void aSideThatIsHardlyBrighterThanTheInsideIsNoEdge() {
        assertThat(new Scene((float) INSIDE, 200, 5).rising()).isEmpty();
        assertThat(new Scene((float) INSIDE + 6, 200, 5).rising()).isEmpty();
    }

    /** A dark disc, gray at its left and gray of another level at its right, under rows of black: with them a dark side counts as surroundings, too. */
    private static final class Scene {
        final Raster gray;
        final Blob disc;
        final Mask dark;
        final UpperLevel around;

        Scene(float left, float right, int black) {
            Region whole = new Region(0, 0, SIDE, SIDE);
            float[] samples = new float[SIDE * SIDE];
            boolean[] bits = new boolean[samples.length];
            for (int at = 0; at < samples.length; at++) {
                double x = at % SIDE + 0.5 - SIDE / 2.0;
                double y = at / SIDE + 0.5 - SIDE / 2.0;
                bits[at] = x * x + y * y < RADIUS * RADIUS;
                samples[at] = at < black * SIDE ? 0 : bits[at] ? (float) INSIDE : x < 10 ? left : right;
            }
            boolean[] all = new boolean[samples.length];
            Arrays.fill(all, true);
            gray = Raster.of(whole, samples);
            dark = Mask.of(whole, bits);
            disc = Components.of(dark, Connectivity.FOUR).get(0);
            around = UpperLevel.of(gray, Mask.of(whole, all), 12, 0.35, 3);
        }

        Optional<RadialOutline> rising() {
            return RadialOutline.rising(disc, gray, dark, INSIDE, around, RISE, HALF, REACH);
        }
    }
}
