package org.fertivision.sperm.morphology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fertivision.finding.Item;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;

/** Things of the size of heads on the ground of a stained smear, with and without the marks of a head. */
class HeadLikenessTest {
    private static final int SIDE = 240;
    private static final int GROUND = 215;
    private static final int[] NUCLEUS = {60, 30, 150};
    private static final int[] PALE = {118, 60, 165};
    private static final int[] CLOT = {165, 90, 175};
    private static final int[] TAIL = {165, 170, 200};

    /** Which places are stained. */
    private interface Stained {
        boolean at(double x, double y);
    }

    private static final Stained OVAL = (x, y) -> x * x / (34.0 * 34) + y * y / (22.0 * 22) <= 1;
    private static final Stained WEDGE = (x, y) -> Math.abs(x) <= 36 && Math.abs(y) <= 0.5 * (x + 40);
    private static final Stained THREAD = (x, y) -> x < -20 && x > -110 && Math.abs(y) <= 2.5;
    private static final Stained NOTHING = (x, y) -> false;

    @Test
    void anOvalWithANucleusIsAHeadThoughNoTailIsSeen() {
        assertThat(only(OVAL, NUCLEUS, NOTHING).whyExcluded()).isEmpty();
    }

    @Test
    void anOvalThatLetsRedLightPassIsNoHead() {
        assertThat(only(OVAL, CLOT, NOTHING).whyExcluded()).hasValueSatisfying(why -> {
            assertThat(why.reason()).isEqualTo("not-a-head");
            assertThat(why.detail()).contains("red light");
        });
    }

    @Test
    void aPaleOvalIsAHeadOnlyIfATailLeavesIt() {
        assertThat(only(OVAL, PALE, NOTHING).whyExcluded())
                .hasValueSatisfying(why -> assertThat(why.detail()).startsWith("no tail, and 0.00 of it as dark"));
        assertThat(only(OVAL, PALE, THREAD).whyExcluded()).isEmpty();
    }

    @Test
    void aWedgeIsAHeadOnlyIfATailLeavesIt() {
        assertThat(only(WEDGE, NUCLEUS, NOTHING).whyExcluded()).hasValueSatisfying(why -> {
            assertThat(why.reason()).isEqualTo("not-a-head");
            assertThat(why.detail()).contains("no tail");
        });
        assertThat(only(WEDGE, NUCLEUS, THREAD).whyExcluded()).isEmpty();
    }

    @Test
    void theBlackRimOfTheFieldOfViewDoesNotHideThatAPictureIsStained() {
        Frame rimmed = drawn((x, y) -> OVAL.at(x, y), NUCLEUS, NOTHING, 40);

        assertThat(StainedSmear.isShownBy(rimmed)).isTrue();
    }

    private static Item only(Stained head, int[] color, Stained tail) {
        SpermMorphologyAnalyzer analyzer = new SpermMorphologyAnalyzer();
        Settings settings = Settings.defaults(analyzer.descriptor().parameters());
        List<Item> items = analyzer.look(Frames.of(drawn(head, color, tail, 0)), settings, Work.unlimited())
                .items();
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    /** Rows from the top that let no light pass come last. */
    private static Frame drawn(Stained head, int[] color, Stained tail, int blackRows) {
        Plane[] planes = new Plane[3];
        for (int channel = 0; channel < planes.length; channel++) {
            byte[] samples = new byte[SIDE * SIDE];
            for (int at = 0; at < samples.length; at++) {
                double x = at % SIDE - SIDE / 2.0;
                double y = at / SIDE - SIDE / 2.0;
                int level = head.at(x, y) ? color[channel] : tail.at(x, y) ? TAIL[channel] : GROUND;
                samples[at] = (byte) (at / SIDE < blackRows ? 4 : level);
            }
            planes[channel] = Plane.takeBytes(SIDE, SIDE, samples);
        }
        return Frame.color(planes[0], planes[1], planes[2]);
    }
}
