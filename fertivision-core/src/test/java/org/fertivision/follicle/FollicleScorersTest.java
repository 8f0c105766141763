package org.fertivision.follicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Quality;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Score;
import org.fertivision.finding.measures.FollicleMeasures;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.fertivision.spi.Scorer;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollicleScorersTest {
    private static final Outline SQUARE =
            Outline.of(List.of(new Point(1, 1), new Point(3, 1), new Point(3, 3), new Point(1, 3)));

    @ParameterizedTest
    @CsvSource({
        "9, not-decided, not-decided, not-decided, not-reached",
        "10, not-decided, not-decided, not-decided, reached",
        "12, reached, not-decided, not-decided, reached",
        "20, reached, not-decided, reached, reached",
        "25, reached, reached, reached, reached"
    })
    void aSectionReachesTheNumberOfAnOvaryAndNeverFallsShortOfIt(
            int follicles, String rotterdam, String dewailly, String guideline2018, String guideline2023) {
        Score.Scored score = scored(new FollicleCountScorer(), outlined(many(follicles, 5)));

        assertThat(score.components())
                .extracting(Score.Component::grade)
                .containsExactly(rotterdam, dewailly, guideline2018, guideline2023);
        assertThat(score.components()).extracting(Score.Component::value).containsOnly((double) follicles);
        assertThat(score.components().get(3).detail()).contains("not verified against the original");
    }

    @Test
    void theSectionWithMostCountsAndSectionsAreNotAdded() {
        Score.Scored score =
                scored(new FollicleCountScorer(), outlined(many(7, 5)), outlined(many(9, 5)), outlined(many(8, 5)));

        assertThat(score.components().get(0).value()).isEqualTo(9);
    }

    @Test
    void onlyTwoToNineMillimetersCount() {
        List<Double> sizes = new ArrayList<>(many(3, 2));
        sizes.addAll(many(4, 1.9));
        sizes.addAll(many(2, 9.99));

        assertThat(scored(new FollicleCountScorer(), outlined(sizes))
                        .components()
                        .get(0)
                        .value())
                .isEqualTo(5);
    }

    @Test
    void anOvaryWithALargeFollicleIsNotCompared() {
        assertThat(reason(new FollicleCountScorer(), outlined(List.of(4.0, 10.0))))
                .contains("10 mm or more");
    }

    @Test
    void whatNobodyOutlinedIsNotScored() {
        for (Scorer scorer : List.of(new FollicleCountScorer(), new FollicleSizeScorer())) {
            assertThat(reason(scorer, field(many(30, 5), false))).startsWith("ovary-not-outlined");
        }
    }

    @Test
    void aStillWithoutAnOutlineIsLeftOut() {
        Score.Scored score = scored(new FollicleCountScorer(), outlined(many(3, 5)), field(many(30, 5), false));

        assertThat(score.components().get(0).value()).isEqualTo(3);
    }

    @Test
    void sizesFallIntoThePublishedRanges() {
        Score.Scored score = scored(
                new FollicleSizeScorer(), outlined(List.of(8.0, 11.9, 12.0, 13.0, 15.9, 16.0, 19.9, 20.0, 24.0)));

        assertThat(score.components())
                .extracting(Score.Component::grade)
                .containsExactly(
                        "5 of 12 to 19 mm mean",
                        "4 of 16 mm long or more",
                        "2 of 13 to 15 mm long",
                        "3 of less than 13 mm long");
    }

    @Test
    void noneNamesADiseaseOrAdvisesAnything() {
        for (Scorer scorer : List.of(new FollicleCountScorer(), new FollicleSizeScorer())) {
            String said = scored(scorer, outlined(many(30, 5))).components().stream()
                    .map(Score.Component::detail)
                    .collect(Collectors.joining(" "));

            assertThat(said)
                    .doesNotContainIgnoringCase("polycystic")
                    .doesNotContain("PCO")
                    .doesNotContain("should");
        }
    }

    private static List<Double> many(int n, double mm) {
        return IntStream.range(0, n).mapToObj(i -> mm).toList();
    }

    private static FieldOfView outlined(List<Double> meanMm) {
        return field(meanMm, true);
    }

    private static FieldOfView field(List<Double> meanMm, boolean outlined) {
        List<Item> items = IntStream.range(0, meanMm.size())
                .mapToObj(i -> Item.of(
                        i,
                        new Point(2, 2),
                        SQUARE,
                        new Region(1, 1, 2, 2),
                        List.of(
                                Reading.measured(FollicleMeasures.MEAN_DIAMETER, meanMm.get(i), "test"),
                                Reading.measured(FollicleMeasures.LONG_DIAMETER, meanMm.get(i), "test")),
                        List.of()))
                .toList();
        Reading ovary = outlined
                ? Reading.measured(FollicleMeasures.OVARY_AREA, 600, "user-outline")
                : Reading.notMeasured(FollicleMeasures.OVARY_AREA, "ovary-not-outlined");
        return FieldOfView.still(
                10, 10, items, List.of(ovary), new Quality(null, 0.5, true, List.of()), List.of(), null);
    }

    private static Score.Scored scored(Scorer scorer, FieldOfView... fields) {
        return (Score.Scored) score(scorer, fields);
    }

    private static String reason(Scorer scorer, FieldOfView... fields) {
        return ((Score.NotScored) score(scorer, fields)).reason();
    }

    private static Score score(Scorer scorer, FieldOfView... fields) {
        Settings defaults = Settings.defaults(scorer.descriptor().parameters());
        FollicleAnalyzer analyzer = new FollicleAnalyzer();
        Findings findings = analyzer.summarize(
                List.of(fields), Settings.defaults(analyzer.descriptor().parameters()));
        return scorer.score(findings, defaults, Work.unlimited());
    }
}
