package org.fertivision.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.Label;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Path;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Summary;
import org.fertivision.finding.measures.MotilityMeasures;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Settings;
import org.junit.jupiter.api.Test;

class MotionTest {
    @Test
    void whatRestsHasNoChart() {
        Report report = report(List.of(resting(0), resting(1)));

        assertThat(Motion.charts(report, Language.ENGLISH)).isEmpty();
        assertThat(Motion.paths(report, Language.ENGLISH)).isEmpty();
        assertThat(Legend.of(report, Language.ENGLISH)).isEmpty();
    }

    @Test
    void everyMoverIsAPointInTheInkOfItsWord() {
        Chart scatter = Motion.charts(
                        report(List.of(moving(0, "fast", 10, 0), moving(1, "slow", 5, 0), resting(2))),
                        Language.ENGLISH)
                .get(0)
                .chart();

        assertThat(scatter.marks())
                .filteredOn(Chart.Disc.class::isInstance)
                .extracting(mark -> ((Chart.Disc) mark).ink())
                .containsExactly(Chart.Ink.FIRST, Chart.Ink.THIRD);
        assertThat(scatter.marks())
                .filteredOn(Chart.Disc.class::isInstance)
                .extracting(mark -> ((Chart.Disc) mark).hint())
                .containsExactly("0: VCL 100, LIN 50", "1: VCL 100, LIN 50");
    }

    @Test
    void theRoseTellsACurrentFromAllWaysAlike() {
        List<Item> oneWay = new ArrayList<>();
        List<Item> allWays = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            double turn = Math.PI * i / 12;
            oneWay.add(moving(i, "fast", 30, 0));
            allWays.add(moving(i, "fast", 30 * Math.cos(turn), 30 * Math.sin(turn)));
        }

        Motion current = Motion.charts(report(oneWay), Language.ENGLISH).get(1);
        Motion alike = Motion.charts(report(allWays), Language.ENGLISH).get(1);

        assertThat(current.caption()).contains("mean resultant 1 ");
        assertThat(sectors(current)).hasSize(1);
        assertThat(alike.caption()).contains("mean resultant 0 ");
        assertThat(sectors(alike)).hasSize(24);
    }

    @Test
    void aPathStandsByItselfAtTheScaleOfAll() {
        Motion paths = Motion.paths(
                        report(List.of(moving(0, "fast", 60, 0), moving(1, "fast", 30, 0), resting(2))),
                        Language.ENGLISH)
                .orElseThrow();

        List<Chart.Shape> lines = paths.chart().marks().stream()
                .filter(Chart.Shape.class::isInstance)
                .map(Chart.Shape.class::cast)
                .toList();
        assertThat(lines).hasSize(2);
        assertThat(width(lines.get(0))).isEqualTo(2 * width(lines.get(1)));
        assertThat(paths.caption()).contains("2 of the 2 paths", "pixels wide");
    }

    @Test
    void manyPathsAreShownInPart() {
        List<Item> many = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            many.add(moving(i, "fast", 30, i));
        }

        assertThat(Motion.paths(report(many), Language.ENGLISH).orElseThrow().caption())
                .contains("60 of the 90 paths", "evenly spread");
    }

    @Test
    void theLegendNamesEachWordWithItsNumber() {
        Chart legend = Legend.of(
                        report(List.of(moving(0, "fast", 10, 0), moving(1, "slow", 5, 0), resting(2))),
                        Language.ENGLISH)
                .orElseThrow();

        assertThat(legend.words()).isEqualTo("Colors: fast 1, resting 1, slow 1");
        assertThat(legend.marks()).filteredOn(Chart.Box.class::isInstance).hasSize(3);
    }

    @Test
    void barsOfAHistogramAreMadeUpOfTheWords() {
        Chart speeds = Spread.of(report(List.of(moving(0, "fast", 10, 0), moving(1, "slow", 5, 0))), Language.ENGLISH)
                .get(0)
                .chart();

        assertThat(speeds.marks())
                .filteredOn(Chart.Box.class::isInstance)
                .extracting(mark -> ((Chart.Box) mark).hint())
                .allMatch(hint -> hint.endsWith(": 2, fast 1") || hint.endsWith(": 2, slow 1"))
                .hasSize(2);
    }

    private static List<Chart.Shape> sectors(Motion rose) {
        return rose.chart().marks().stream()
                .filter(mark -> mark instanceof Chart.Shape shape && shape.filled())
                .map(Chart.Shape.class::cast)
                .toList();
    }

    private static double width(Chart.Shape line) {
        return line.corners().get(line.corners().size() - 1).x()
                - line.corners().get(0).x();
    }

    private static Item resting(int id) {
        return Item.of(
                        id,
                        new Point(50, 50),
                        Outline.none(),
                        new Region(49, 49, 2, 2),
                        List.of(Reading.notMeasured(MotilityMeasures.LIN, "no motion")),
                        List.of(new Label("gait", "resting")))
                .moving(new Path(new int[] {0, 1}, new double[] {50, 50}, new double[] {50, 50}));
    }

    private static Item moving(int id, String word, double dx, double dy) {
        return Item.of(
                        id,
                        new Point(100, 100),
                        Outline.none(),
                        new Region(99, 99, 2, 2),
                        List.of(
                                Reading.measured(MotilityMeasures.VCL, 100, "drawn"),
                                Reading.measured(MotilityMeasures.LIN, 50, "drawn")),
                        List.of(new Label("gait", word)))
                .moving(new Path(new int[] {0, 1}, new double[] {100, 100 + dx}, new double[] {100, 100 + dy}));
    }

    private static Report report(List<Item> items) {
        Descriptor analyzer = Descriptor.analyzer("acme.swim", "1.0.0")
                .title("Swim")
                .intendedUse("Tests.")
                .source("none")
                .itemMeasures(MotilityMeasures.VCL, MotilityMeasures.LIN)
                .labels("gait")
                .build();
        FieldOfView field = FieldOfView.still(
                200,
                200,
                items,
                List.of(),
                new org.fertivision.finding.Quality(null, 1, true, List.of()),
                List.of(),
                null);
        Report like = SampleReport.of(1);
        return new Report(
                null,
                analyzer,
                "built-in",
                Settings.defaults(List.of()),
                List.of(new FieldFacts(like.inputs().get(0).input(), null, null)),
                Findings.of("acme.swim", List.of(field), new Summary(List.of())),
                List.of(),
                List.of(),
                "test",
                Pictures.none(),
                List.of());
    }
}
