package org.fertivision.sperm.motility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.fertivision.real.RealData;
import org.fertivision.tracking.TrackTable;
import org.fertivision.tracking.TrackingScore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Places of real heads, their tracks set right by people, linked anew without their numbers. */
class LinkingRealTest {
    private static final double REACH_PX = 5;

    @ParameterizedTest
    @ValueSource(strings = {"P001", "P002"})
    void crowdedTracksOfEdithCowanUniversity(String film) throws IOException {
        Path folder = RealData.folder("ecu-crowded-tracks");
        List<LinkPoints.Place> corrected = LinkPoints.read(folder.resolve(film + "_corrected.csv"));
        TrackTable truth = LinkPoints.table(corrected);

        TrackingScore ours = TrackingScore.of(truth, LinkPoints.linked(corrected, 9, 1.0476), REACH_PX);

        TrackingScore theirs = TrackingScore.of(
                truth, LinkPoints.table(LinkPoints.read(folder.resolve(film + "_predicted.csv"))), REACH_PX);
        tell(film + " ours", ours);
        tell(film + " published linker, on its own uncorrected places", theirs);
        assertThat(ours.idf1()).isGreaterThan(Math.max(98, theirs.idf1Ci95().hi()));
        assertThat(ours.hota()).isGreaterThan(theirs.hota());
        assertThat(ours.switches()).isLessThan(theirs.switches());
    }

    @Test
    void linksOfBristol() throws IOException {
        List<LinkPoints.Place> places =
                LinkPoints.read(RealData.folder("bristol-links").resolve("tp49-cover0_4.csv"));

        // neither the rate nor the scale was published: a usual camera is assumed
        TrackingScore ours = TrackingScore.of(LinkPoints.table(places), LinkPoints.linked(places, 50, 3.5), REACH_PX);

        tell("Bristol tp49", ours);
        assertThat(ours.idf1()).isGreaterThan(85);
        assertThat(ours.wrongEnds()).isLessThanOrEqualTo(1);
    }

    private static void tell(String what, TrackingScore score) {
        System.out.printf(
                Locale.ROOT,
                "%s: %d true and %d told tracks, %d places, IDF1 %.1f [%.1f, %.1f], HOTA %.1f, switches %d, wrong ends %d"
                        + " of %d%n",
                what,
                score.trueTracks(),
                score.toldTracks(),
                score.toldPlaces(),
                score.idf1(),
                score.idf1Ci95().lo(),
                score.idf1Ci95().hi(),
                score.hota(),
                score.switches(),
                score.wrongEnds(),
                score.judgedEnds());
    }
}
