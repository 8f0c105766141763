package org.fertivision.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Path;
import org.fertivision.finding.Quality;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.fertivision.image.Timing;
import org.junit.jupiter.api.Test;

class MovingFieldTest {
    @Test
    void anObjectIsAtItsPlacesWhenItWasThereAndSeenWhileItWas() {
        String svg = svg(field(item(7, new int[] {1, 2, 4}), item(8, new int[] {0, 1, 9})));

        assertThat(svg)
                .contains("values=\"11 20;11 20;12 20;14 20;14 20\"")
                .contains("keyTimes=\"0;0.10000;0.20000;0.40000;1\"")
                .contains("keyTimes=\"0;0.10000;0.50000\"")
                .contains("dur=\"2s\"")
                .contains(">7</text>")
                .contains(">8</text>");
    }

    @Test
    void whatWasExcludedAndWhatHasNoCourseIsLeftOut() {
        Item still = Item.of(3, new Point(5, 5), Outline.none(), new Region(4, 4, 2, 2), List.of(), List.of());
        Item excluded = item(4, new int[] {0, 1}).excluded(new org.fertivision.finding.Exclusion("too-short", "2"));

        assertThat(new MovingField(field(still, excluded), Timing.framesPerSecond(5), key(), Language.ENGLISH)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void ofMorePlacesThanAPageHoldsSomeAreLeftOutButNeverTheLast() {
        int[] frames = new int[30_000];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = i;
        }
        MovingField film = new MovingField(field(item(1, frames)), Timing.framesPerSecond(50), key(), Language.ENGLISH);
        Html page = new Html();
        film.write(page);

        assertThat(page.toString()).contains(";0.99997;1\"", ";30006 20;30008 20;30009 20;30009 20\"");
        assertThat(film.caption()).contains("1 counted objects over 600 s", "one place in 2");
    }

    private static String svg(FieldOfView field) {
        Html page = new Html();
        new MovingField(field, Timing.framesPerSecond(5), key(), Language.ENGLISH).write(page);
        return page.toString();
    }

    private static OverlayKey key() {
        return OverlayKey.of(SampleReport.of(1));
    }

    private static Item item(int id, int[] frames) {
        double[] x = new double[frames.length];
        double[] y = new double[frames.length];
        for (int i = 0; i < frames.length; i++) {
            x[i] = 10 + frames[i];
            y[i] = 20;
        }
        return Item.of(id, new Point(x[0], 20), Outline.none(), new Region(0, 0, 9, 9), List.of(), List.of())
                .moving(new Path(frames, x, y));
    }

    private static FieldOfView field(Item... items) {
        return FieldOfView.still(
                64, 48, List.of(items), List.of(), new Quality(null, 1, true, List.of()), List.of(), null);
    }
}
