package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.fertivision.image.Region;
import org.junit.jupiter.api.Test;

class OvalMisfitTest {
    private static final int SIDE = 81;

    /** Which places belong to a drawn thing. */
    private interface Inside {
        boolean at(double x, double y);
    }

    @Property(tries = 40)
    void ovalsFitHoweverTheyLie(
            @ForAll @DoubleRange(min = 0, max = 3.14) double turn,
            @ForAll @DoubleRange(min = 10, max = 24) double width) {
        double cos = Math.cos(turn);
        double sin = Math.sin(turn);

        double misfit = OvalMisfit.of(drawn((x, y) ->
                Math.pow((x * cos + y * sin) / 35, 2) + Math.pow((y * cos - x * sin) / width, 2) <= 1));

        assertThat(misfit).as("only pixels that the line cuts").isBetween(0.0, 0.03);
    }

    @Test
    void aCrossDoesNotFit() {
        double misfit = OvalMisfit.of(
                drawn((x, y) -> Math.abs(x) < 8 && Math.abs(y) < 32 || Math.abs(y) < 8 && Math.abs(x) < 32));

        assertThat(misfit).isGreaterThan(0.3);
    }

    @Test
    void aSquareIsOffAnOvalByWhatItsCornersAre() {
        double misfit = OvalMisfit.of(drawn((x, y) -> Math.abs(x) < 30 && Math.abs(y) < 30));

        assertThat(misfit).isBetween(0.15, 0.22);
    }

    private static Blob drawn(Inside inside) {
        boolean[] bits = new boolean[SIDE * SIDE];
        for (int at = 0; at < bits.length; at++) {
            bits[at] = inside.at(at % SIDE - SIDE / 2, at / SIDE - SIDE / 2);
        }
        List<Blob> blobs = Components.of(Mask.of(new Region(0, 0, SIDE, SIDE), bits), Connectivity.EIGHT);
        assertThat(blobs).hasSize(1);
        return blobs.get(0);
    }
}
