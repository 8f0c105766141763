package org.fertivision.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.fertivision.image.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VitalityPhantomTest {
    private static final Phantom<Drawn> SMALL =
            Phantoms.of("sperm-vitality").with("width", 640).with("height", 480).with("cells", 50);
    private static final Phantom<Drawn> CLEAN = SMALL.with("noise", false)
            .with("gradient", 0)
            .with("vignette", 0)
            .with("tail", false)
            .with("debris", 0);

    @Property(tries = 20)
    void sharesAreAsExactAsWholeCellsAllow(
            @ForAll @LongRange(min = 0) long seed,
            @ForAll @IntRange(max = 90) int live,
            @ForAll @IntRange(max = 10) int doubles) {
        Truth truth = SMALL.with("live", live)
                .with("doubles", doubles)
                .seed(seed)
                .draw()
                .truth();

        int green = truth.counts().getOrDefault(ObjectClass.LIVE_SPERM, 0);
        int both = truth.counts().getOrDefault(ObjectClass.DOUBLE_SPERM, 0);
        int red = truth.counts().getOrDefault(ObjectClass.DEAD_SPERM, 0);
        assertThat(green + both + red).isEqualTo(50);
        assertThat(green).isEqualTo((int) Math.round(live / 100.0 * 50));
        assertThat(both).isEqualTo((int) Math.min(50 - green, Math.round(doubles / 100.0 * 50)));
        assertThat(truth.value("live")).isEqualTo(2.0 * green);
        assertThat(truth.value("dead")).isEqualTo(2.0 * (red + both));
    }

    @ParameterizedTest
    @CsvSource({"0", "20"})
    void lightOfEachChannelIsAreaTimesContrast(double bleed) {
        Drawn drawn = CLEAN.with("bleed", bleed).with("doubles", 10).draw();

        for (int channel = 0; channel < 3; channel++) {
            int c = channel;
            Plane plane = drawn.frame().planes().get(channel);
            double light = (Pixels.sum(plane) - 9.0 * 640 * 480) * 0.481 * 0.481;
            double expected = drawn.truth().objects().stream()
                    .mapToDouble(o -> o.shape().areaUm2() * o.contrastLevels().get(c))
                    .sum();
            // what is left is the rounding to whole levels at blurred rims
            assertThat(light).isCloseTo(expected, within(0.003 * expected));
        }
    }

    @Test
    void bleedShowsAShareOfTheLightInTheOtherChannel() {
        List<TrueObject> heads = CLEAN.with("bleed", 20).draw().truth().objects();

        assertThat(heads).allSatisfy(head -> {
            double red = head.contrastLevels().get(0);
            double green = head.contrastLevels().get(1);
            if (head.objectClass() == ObjectClass.LIVE_SPERM) {
                assertThat(red).isCloseTo(0.2 * green, within(1e-9));
            } else if (head.objectClass() == ObjectClass.DEAD_SPERM) {
                assertThat(green).isCloseTo(0.2 * red, within(1e-9));
            } else {
                assertThat(Math.min(red, green)).isGreaterThan(0.2 * Math.max(red, green));
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"red, 0, LIVE_SPERM", "green, 1, DEAD_SPERM"})
    void emptyChannelHoldsNothing(String empty, int channel, ObjectClass all) {
        Drawn drawn = CLEAN.with("emptyChannel", empty)
                .with("debris", 50)
                .with("tail", true)
                .draw();

        assertThat(Pixels.sum(drawn.frame().planes().get(channel))).isEqualTo(9.0 * 640 * 480);
        assertThat(drawn.truth().counts()).containsEntry(all, 50);
        assertThat(drawn.truth().value("live")).isEqualTo(empty.equals("red") ? 100 : 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 40})
    void touchingPairsKeepTheCount(int touching) {
        Truth truth = SMALL.with("touching", touching).draw().truth();

        assertThat(truth.value("cells")).isEqualTo(50);
        assertThat(truth.objects(head -> head.touches().size() == 1)).hasSize(touching / 2);
    }

    @Test
    void fieldWithoutCellsHasNoShares() {
        Truth truth = SMALL.with("cells", 0).draw().truth();

        assertThat(truth.summary()).extracting(TrueValue::code).containsExactly("cells");
        assertThat(truth.value("cells")).isZero();
    }

    @Test
    void moreThanAllHeadsAreRefused() {
        assertThatThrownBy(() -> SMALL.with("live", 95).with("doubles", 10).draw())
                .isInstanceOf(BadSettingException.class)
                .hasMessage("live and doubles are at most 100 % together, not 95 and 10");
    }
}
