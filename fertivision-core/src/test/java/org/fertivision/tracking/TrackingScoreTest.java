package org.fertivision.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Scores held against figures worked out by hand. */
class TrackingScoreTest {
    private static final double REACH = 5;
    private static final Offset<Double> ALMOST = within(1e-9);

    @Test
    void equalTracksAreRightThroughout() {
        TrackTable table = table(run("a", 0, 10, 0, 0), run("b", 2, 12, 100, 0));

        TrackingScore score = TrackingScore.of(table, table, REACH);

        assertThat(score.idf1()).isEqualTo(100);
        assertThat(score.hota()).isCloseTo(100, ALMOST);
        assertThat(score.mota()).isEqualTo(100);
        assertThat(score.recall()).isEqualTo(100);
        assertThat(score.precision()).contains(100.0);
        assertThat(score.switches()).isZero();
        assertThat(score.wrongEndsShare()).contains(0.0);
        assertThat(score.idf1Ci95().lo()).isEqualTo(100);
    }

    @Test
    void aBrokenTrackLosesIdentityAndLittleElse() {
        TrackTable truth = table(run("cell", 0, 10, 0, 0));
        TrackTable told = table(run("a", 0, 6, 0, 0), run("b", 6, 10, 0, 0));

        TrackingScore score = TrackingScore.of(truth, told, REACH);

        assertThat(score.switches()).isOne();
        assertThat(score.mota()).isCloseTo(90, ALMOST);
        // IDTP 6 of 10 true and 10 told places
        assertThat(score.idf1()).isCloseTo(60, ALMOST);
        // 6 places with A = 6/10, 4 with A = 4/10, over 10 places, at every threshold
        assertThat(score.hota()).isCloseTo(100 * Math.sqrt((6 * 0.6 + 4 * 0.4) / 10), ALMOST);
    }

    @Test
    void cellsThatWereMistakenForEachOtherAreCountedTwice() {
        TrackTable truth = table(run("one", 0, 10, 0, 0), run("other", 0, 10, 20, 0));
        TrackTable told =
                table(run("a", 0, 7, 0, 0), run("a", 7, 10, 20, 0), run("b", 0, 7, 20, 0), run("b", 7, 10, 0, 0));

        TrackingScore score = TrackingScore.of(truth, told, REACH);

        assertThat(score.switches()).isEqualTo(2);
        assertThat(score.mota()).isCloseTo(90, ALMOST);
        assertThat(score.idf1()).isCloseTo(70, ALMOST);
        // 7 places with A = 7/(7 + 3 + 3) and 3 with A = 3/(3 + 7 + 7), twice, over 20 places
        assertThat(score.hota()).isCloseTo(100 * Math.sqrt(2 * (49.0 / 13 + 9.0 / 17) / 20), ALMOST);
        // three of the last five places belong to the other cell
        assertThat(score.wrongEnds()).isEqualTo(2);
        assertThat(score.judgedEnds()).isEqualTo(2);
    }

    @Test
    void missedAndInventedPlacesAreTold() {
        TrackTable truth = table(run("cell", 0, 10, 0, 0));
        TrackTable told = table(run("a", 0, 8, 0, 0), run("dust", 0, 4, 300, 300));

        TrackingScore score = TrackingScore.of(truth, told, REACH);

        assertThat(score.matched()).isEqualTo(8);
        assertThat(score.recall()).isCloseTo(80, ALMOST);
        assertThat(score.precision().orElseThrow()).isCloseTo(100.0 * 8 / 12, ALMOST);
        assertThat(score.mota()).isCloseTo(40, ALMOST);
        assertThat(score.idf1()).isCloseTo(100.0 * 16 / 22, ALMOST);
        // all 8 places have A = 8/10; TP + FN + FP = 8 + 2 + 4
        assertThat(score.hota()).isCloseTo(100 * Math.sqrt(8 * 0.8 / 14), ALMOST);
        assertThat(score.idf1Ci95().lo()).isLessThan(score.idf1());
        assertThat(score.idf1Ci95().hi()).isGreaterThan(score.idf1());
    }

    @Test
    void similarityFallsWithDistance() {
        TrackTable truth = table(run("cell", 0, 4, 0, 0));
        TrackTable told = table(run("a", 0, 4, 0, 2.5));

        // half the reach away: similar enough for the 10 thresholds up to 0.5 and for none of the 9 above
        assertThat(TrackingScore.of(truth, told, REACH).hota()).isCloseTo(100.0 * 10 / 19, ALMOST);
    }

    @Test
    void theReachItselfIsWithinReach() {
        TrackTable truth = table(run("cell", 0, 4, 0, 0));

        assertThat(TrackingScore.of(truth, table(run("a", 0, 4, 3, 4)), REACH).recall())
                .isEqualTo(100);
        assertThat(TrackingScore.of(truth, table(run("a", 0, 4, 3, 4.001)), REACH)
                        .recall())
                .isZero();
    }

    @Test
    void aMatchIsKeptWhileItIsWithinReachThoughAnotherComesNearer() {
        TrackTable truth = table(run("cell", 0, 10, 0, 0));
        TrackTable told = table(run("a", 0, 5, 0, 0), run("a", 5, 10, 4, 0), run("b", 5, 10, 0, 0));

        assertThat(TrackingScore.of(truth, told, REACH).switches()).isZero();
    }

    @Test
    void asManyPlacesAsPossibleAreMatched() {
        TrackTable truth = table(run("left", 0, 1, 0, 0), run("right", 0, 1, 4, 0));
        // the nearest pair (right, a) would leave left and b without a partner
        TrackTable told = table(run("a", 0, 1, 3, 0), run("b", 0, 1, 8.5, 0));

        assertThat(TrackingScore.of(truth, told, REACH).matched()).isEqualTo(2);
    }

    @Test
    void tracksOfTenPlacesAreJudgedByTheirEndsAndShorterOnesAreNot() {
        TrackTable truth = table(run("one", 0, 20, 0, 0));

        assertThat(TrackingScore.of(truth, table(run("a", 0, 9, 0, 0)), REACH).wrongEndsShare())
                .isEmpty();
        assertThat(TrackingScore.of(truth, table(run("a", 0, 10, 0, 0)), REACH).judgedEnds())
                .isOne();
    }

    @Test
    void nothingToldIsNothingFound() {
        TrackingScore score = TrackingScore.of(
                table(run("cell", 0, 5, 0, 0)), TrackTable.builder().build(), REACH);

        assertThat(score.precision()).isEmpty();
        assertThat(score.idf1()).isZero();
        assertThat(score.hota()).isZero();
        assertThat(score.mota()).isZero();
    }

    @Test
    void whatCannotBeComparedIsRejected() {
        TrackTable none = TrackTable.builder().build();
        TrackTable some = table(run("cell", 0, 5, 0, 0));

        assertThatIllegalArgumentException().isThrownBy(() -> TrackingScore.of(none, some, REACH));
        assertThatIllegalArgumentException().isThrownBy(() -> TrackingScore.of(some, some, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> TrackingScore.of(some, some, Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(run("cell", 0, 5, 0, 0), run("cell", 4, 5, 9, 9)))
                .withMessageContaining("two places in frame 4");
        assertThatIllegalArgumentException().isThrownBy(() -> table(run("cell", 0, 1, Double.NaN, 0)));
    }

    /** Places of a track that rests from one frame to before another. */
    private record Run(String track, int from, int to, double x, double y) {}

    private static Run run(String track, int from, int to, double x, double y) {
        return new Run(track, from, to, x, y);
    }

    private static TrackTable table(Run... runs) {
        TrackTable.Builder table = TrackTable.builder();
        for (Run run : runs) {
            for (int frame = run.from(); frame < run.to(); frame++) {
                table.add(run.track(), frame, run.x(), run.y());
            }
        }
        return table.build();
    }
}
