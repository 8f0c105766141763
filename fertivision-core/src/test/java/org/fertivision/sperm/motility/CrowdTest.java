package org.fertivision.sperm.motility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.fertivision.finding.Summary;
import org.fertivision.finding.measures.MotilityMeasures;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.phantom.Film;
import org.fertivision.tracking.TrackingScore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Crowds of 60, 150 and 250 heads in 640x480 pixels, 50 frames at 50 a second; the seeds were not used while developing. */
class CrowdTest {
    private static final int FILMS = 2;

    @ParameterizedTest
    @CsvSource({"60, 95, 3, 11.5, 1, 3", "150, 90, 5, 21.5, 2, 5", "250, 86, 8, 31, 3, 8"})
    void cellsIdentitiesAndMotilityAreTrue(
            int cells, double leastIdf1, double beyondPerfect, double mostWrongEnds, double bias, double mostCellsOff) {
        double idf1 = 0;
        double hota = 0;
        double wrong = 0;
        double perfect = 0;
        double motileOff = 0;
        double cellsOff = 0;
        for (int film = 0; film < FILMS; film++) {
            String[] choices = {"cells=" + cells, "frames=50", "snr=10"};
            Watched crowd = Watched.film(284_000 + 10L * cells + film, choices);
            TrackingScore score = TrackScore.of(crowd.truth(), crowd.tracks());
            idf1 += score.idf1() / FILMS;
            hota += score.hota() / FILMS;
            wrong += score.wrongEndsShare().orElseThrow() / FILMS;
            perfect += TrackScore.of(crowd.truth(), TrackScore.perfect(crowd.truth(), crowd.heads()))
                            .wrongEndsShare()
                            .orElseThrow()
                    / FILMS;
            Film drawn = Analyzed.film(284_000 + 10L * cells + film, "snr=10 cells=" + cells)
                    .draw();
            Summary summary = Analyzed.summary(drawn.frames());
            motileOff += (summary.reading(MotilityMeasures.MOTILE).figure().orElseThrow()
                            - drawn.truth().value("motile"))
                    / FILMS;
            cellsOff += 100
                    * (summary.reading(SpermMeasures.CELLS).figure().orElseThrow()
                                    / drawn.truth().value("cells")
                            - 1)
                    / FILMS;
        }
        System.out.printf(
                Locale.ROOT,
                "%d heads, %d films: IDF1 %.1f, HOTA %.1f, wrong ends %.1f %% (perfect linker %.1f), motile %+.1f points,"
                        + " cells %+.1f %%%n",
                cells,
                FILMS,
                idf1,
                hota,
                wrong,
                perfect,
                motileOff,
                cellsOff);
        assertThat(idf1).isGreaterThanOrEqualTo(leastIdf1);
        assertThat(wrong).isLessThanOrEqualTo(Math.min(mostWrongEnds, perfect + beyondPerfect));
        assertThat(Math.abs(motileOff)).isLessThanOrEqualTo(bias);
        assertThat(Math.abs(cellsOff)).isLessThanOrEqualTo(mostCellsOff);
    }
}
