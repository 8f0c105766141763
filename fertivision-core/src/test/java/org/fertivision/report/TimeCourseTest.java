package org.fertivision.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Quality;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Series;
import org.fertivision.finding.Summary;
import org.fertivision.finding.measures.TimelapseMeasures;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.junit.jupiter.api.Test;

class TimeCourseTest {
    private static final double HOUR = 3600;
    private static final Report SAMPLE = SampleReport.of(1, 3);

    private static Report report(Series... series) {
        Item outlined = Item.of(
                0,
                new Point(5, 5),
                Outline.of(new double[] {2, 8, 8, 2}, new double[] {2, 2, 8, 8}),
                new Region(2, 2, 6, 6),
                List.of(Reading.measured(TimelapseMeasures.SEEN_IN_FRAME, 7, "counted")),
                List.of());
        FieldOfView field = new FieldOfView(
                SampleReport.WIDTH,
                SampleReport.HEIGHT,
                List.of(outlined),
                List.of(),
                new Quality(null, 1, true, List.of()),
                List.of(),
                List.of(series),
                null,
                null,
                6 * HOUR);
        return new Report(
                null,
                SAMPLE.analyzer(),
                "built-in",
                SAMPLE.settings(),
                List.of(new FieldFacts(SAMPLE.inputs().get(0).input(), null, null)),
                Findings.of(SAMPLE.findings().kind(), List.of(field), new Summary(List.of())),
                List.of(),
                List.of(),
                "test",
                SAMPLE.pictures());
    }

    private static Series energy() {
        return new Series(
                TimelapseMeasures.MOTION_ENERGY,
                new double[] {HOUR, 2 * HOUR, 3 * HOUR, 5 * HOUR, 6 * HOUR},
                new double[] {1, 1, 4, 1, 1});
    }

    private static Series candidate() {
        return new Series(TimelapseMeasures.EVENT_HEIGHT, new double[] {3 * HOUR}, new double[] {4});
    }

    @Test
    void aGapBetweenPointsIsNotBridged() {
        TimeCourse course = TimeCourse.of(report(energy()), Language.ENGLISH).get(0);

        List<Chart.Shape> lines = course.chart().marks().stream()
                .filter(Chart.Shape.class::isInstance)
                .map(Chart.Shape.class::cast)
                .toList();
        assertThat(lines).extracting(line -> line.corners().size()).containsExactly(3, 2);
        assertThat(course.caption()).isEqualTo("n 5");
        assertThat(course.chart().words()).isEqualTo("Motion energy (%) over time (h)");
    }

    @Test
    void candidatesAreMarksOnTheCurveThatTheyComeFrom() {
        List<TimeCourse> courses = TimeCourse.of(report(energy(), candidate()), Language.ENGLISH);

        assertThat(courses).hasSize(1);
        assertThat(courses.get(0).chart().marks())
                .filteredOn(mark -> mark instanceof Chart.Disc disc && disc.ink() == Chart.Ink.FIFTH)
                .singleElement()
                .satisfies(mark -> assertThat(((Chart.Disc) mark).hint()).startsWith("3: Event candidate"));
        assertThat(courses.get(0).caption()).isEqualTo("n 5; 1 mark: event candidate, height");
    }

    @Test
    void aReportWithoutCurvesHasNoSuchSection() {
        String none = new String(ReportHtml.write(report()), StandardCharsets.UTF_8);
        String some = new String(ReportHtml.write(report(energy())), StandardCharsets.UTF_8);

        assertThat(none).doesNotContain("id=\"time\"");
        assertThat(some).contains("id=\"time\"").contains("nothing is filled in");
    }

    @Test
    void curvesStandInTheDocumentAndComeBack() {
        Report report = report(energy(), candidate());

        byte[] document = ReportJson.write(report);

        assertThat(new String(document, StandardCharsets.UTF_8))
                .contains("\"code\":\"eventHeight\",\"timesS\":[10800],\"unit\":\"1\",\"values\":[4]");
        assertThat(ReportJson.parse(document).findings().fields().get(0).series())
                .containsExactly(energy(), candidate());
    }

    @Test
    void picturesShowTheFrameThatWasOutlined() {
        assertThat(ShownFrame.of(report(), 0)).isEqualTo(7);
        assertThat(ShownFrame.of(SAMPLE, 0)).isZero();
    }
}
