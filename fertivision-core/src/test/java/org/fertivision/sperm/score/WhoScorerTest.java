package org.fertivision.sperm.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Interval;
import org.fertivision.finding.Quality;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Score;
import org.fertivision.finding.Summary;
import org.fertivision.finding.measures.Measures;
import org.fertivision.finding.measures.MotilityMeasures;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhoScorerTest {
    @ParameterizedTest
    @CsvSource({
        "45, 40, 53.9, below, below the 5th centile",
        "45, 40, 54, not-distinguishable, not distinguishable from the 5th centile",
        "60, 54, 66, not-distinguishable, not distinguishable from the 5th centile",
        "60, 54.1, 66, above, above the 5th centile"
    })
    void theIntervalDecides(double live, double lo, double hi, String grade, String words) {
        Score.Scored score = scored(WhoScorer.sixthEdition(), measured(live, lo, hi));

        assertThat(score.grade()).isEqualTo(grade);
        assertThat(score.components().get(0).detail())
                .contains(words)
                .contains("of men whose partner conceived within 12 months (WHO 2021)");
    }

    @Test
    void theFifthEditionHasItsOwnCentile() {
        Reading live = measured(55.5, 53.5, 57.5);

        assertThat(scored(WhoScorer.sixthEdition(), live).grade()).isEqualTo("not-distinguishable");
        assertThat(scored(WhoScorer.fifthEdition(), live).grade()).isEqualTo("below");
        assertThat(scored(WhoScorer.fifthEdition(), live).components().get(0).detail())
                .contains("58 %")
                .contains("WHO 2010");
    }

    @Test
    void noWordIsSaidOfTheManAndNoneOfNormality() {
        for (double live : new double[] {10, 54, 90}) {
            String detail = scored(WhoScorer.sixthEdition(), measured(live, live - 5, live + 5))
                    .components()
                    .get(0)
                    .detail();

            assertThat(detail).doesNotContainIgnoringCase("normal").doesNotContainIgnoringCase("fertil");
        }
    }

    @Test
    void whatWasNotMeasuredIsNotScored() {
        Score score = score(WhoScorer.sixthEdition(), Reading.notMeasured(SpermMeasures.LIVE, "no objects"), Map.of());

        assertThat(score)
                .isInstanceOfSatisfying(
                        Score.NotScored.class, n -> assertThat(n.reason()).contains("live (no objects)"));
    }

    @Test
    void anotherSpeciesIsNotScored() {
        Score score = score(WhoScorer.sixthEdition(), measured(60, 55, 65), Map.of("species", "other"));

        assertThat(score).isInstanceOf(Score.NotScored.class);
    }

    @Test
    void aGivenValueIsComparedAsItIs() {
        Score.Scored score = scored(WhoScorer.sixthEdition(), Reading.given(SpermMeasures.LIVE, 53, "lab"));

        assertThat(score.grade()).isEqualTo("below");
        assertThat(score.components().get(0).detail()).contains("given by lab");
    }

    @ParameterizedTest
    @CsvSource({
        "motile, 37, 36, 39.9, below, below, 42, 40",
        "motile, 40.5, 39, 41.9, below, not-distinguishable, 42, 40",
        "motile, 44, 42.1, 46, above, above, 42, 40",
        "progressive, 28, 26, 29.9, below, below, 30, 32",
        "progressive, 31, 30.1, 31.9, above, below, 30, 32",
        "progressive, 33, 32.1, 34, above, above, 30, 32"
    })
    void motilityHasTheCentilesOfEachEdition(
            String code, double value, double lo, double hi, String sixth, String fifth, String who6, String who5) {
        Reading reading =
                Reading.measured(Measures.of(code).orElseThrow(), value, new Interval(lo, hi), 400, "share-of-frames");

        Score.Scored sixthSays = (Score.Scored) motility(WhoScorer.sixthEdition(), reading);
        Score.Scored fifthSays = (Score.Scored) motility(WhoScorer.fifthEdition(), reading);

        assertThat(sixthSays.grade()).isEqualTo(sixth);
        assertThat(sixthSays.components().get(0).detail()).contains("(" + who6 + " %;");
        assertThat(fifthSays.grade()).isEqualTo(fifth);
        assertThat(fifthSays.components().get(0).detail()).contains("(" + who5 + " %;");
    }

    @Test
    void motilityWithoutAScaleIsNotScored() {
        Score score =
                motility(WhoScorer.sixthEdition(), Reading.notMeasured(MotilityMeasures.PROGRESSIVE, "uncalibrated"));

        assertThat(score)
                .isInstanceOfSatisfying(
                        Score.NotScored.class, n -> assertThat(n.reason()).contains("progressive (uncalibrated)"));
    }

    @ParameterizedTest
    @CsvSource({"199, true", "200, false", "201, false"})
    void fewSpermAreSaid(int n, boolean said) {
        Reading few = Reading.measured(SpermMeasures.LIVE, 60, new Interval(55, 65), n, "share-pooled");

        String detail =
                scored(WhoScorer.sixthEdition(), few).components().get(0).detail();

        assertThat(detail.contains("It rests on " + n + " sperm; the manual asks for at least 200."))
                .isEqualTo(said);
    }

    private static Score motility(WhoScorer scorer, Reading reading) {
        return score(scorer, "fertivision.sperm-motility", reading, Map.of());
    }

    private static Reading measured(double live, double lo, double hi) {
        return Reading.measured(SpermMeasures.LIVE, live, new Interval(lo, hi), 200, "share-pooled");
    }

    private static Score.Scored scored(WhoScorer scorer, Reading reading) {
        return (Score.Scored) score(scorer, reading, Map.of());
    }

    private static Score score(WhoScorer scorer, Reading reading, Map<String, String> set) {
        return score(scorer, "fertivision.sperm-vitality", reading, set);
    }

    private static Score score(WhoScorer scorer, String kind, Reading reading, Map<String, String> set) {
        FieldOfView field =
                FieldOfView.still(10, 10, List.of(), List.of(), new Quality(null, 1, true, List.of()), List.of(), null);
        Findings findings = Findings.of(kind, List.of(field), new Summary(List.of(reading)));
        Settings settings = Settings.of(scorer.descriptor().parameters(), set, Map.of());
        return scorer.score(findings, settings, Work.unlimited());
    }
}
