package org.fertivision.embryo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CoveredPlacesTest {
    @Test
    void nothingIsCoveredByNoDisc() {
        assertThat(new CoveredPlaces(List.of(), 2).hold(0, 0)).isFalse();
    }

    /** 68.3 + 22.4 + 1.3 and 68.3 + (22.4 + 1.3) lie on both sides of the edge of a square. */
    @Test
    void aDiscThatEndsWhereASquareEndsIsEntered() {
        CoveredPlaces places = new CoveredPlaces(List.of(new RoundCell(68.3, 68.3, 22.4)), 1.3);

        assertThat(places.hold(68.3, 68.3)).isTrue();
        assertThat(places.hold(68.3, 91.9)).isTrue();
        assertThat(places.hold(68.3, 92.1)).isFalse();
    }

    @Test
    void thoseArePlacesThatLieInADiscGrown() {
        Random random = new Random(31);
        List<RoundCell> discs = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            discs.add(new RoundCell(
                    60 * random.nextDouble() - 20, 60 * random.nextDouble() - 20, 2 + 7 * random.nextDouble()));
        }
        CoveredPlaces places = new CoveredPlaces(discs, 1.5);

        int covered = 0;
        for (int i = 0; i < 4000; i++) {
            double x = 100 * random.nextDouble() - 40;
            double y = 100 * random.nextDouble() - 40;
            boolean inside = RoundCell.anyHolds(discs, 1.5, x, y);
            assertThat(places.hold(x, y)).as(x + " " + y).isEqualTo(inside);
            covered += inside ? 1 : 0;
        }
        assertThat(covered).isBetween(300, 3700);
    }
}
