package org.fertivision.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Quality;
import org.fertivision.finding.Series;
import org.fertivision.finding.Summary;
import org.fertivision.finding.measures.EndometriumMeasures;
import org.fertivision.finding.measures.TimelapseMeasures;
import org.junit.jupiter.api.Test;

class LineProfileTest {
    private static final Report SAMPLE = SampleReport.of(1, 3);
    private static final Series GRAY = Series.along(
            EndometriumMeasures.PROFILE_PLACE,
            new double[] {-1, 0, 1, 2},
            EndometriumMeasures.PROFILE_GRAY,
            new double[] {40, 60, 90, 50});
    private static final Series POINTS = Series.along(
            EndometriumMeasures.PROFILE_PLACE, new double[] {0, 1.5}, EndometriumMeasures.PROFILE_POINT, new double[] {
                60, 70
            });
    private static final Series BORDERS = Series.along(
            EndometriumMeasures.PROFILE_PLACE,
            new double[] {-0.25, 1.25},
            EndometriumMeasures.PROFILE_BORDER,
            new double[] {55, 80});
    private static final Series MOTION =
            new Series(TimelapseMeasures.MOTION_ENERGY, new double[] {0, 1}, new double[] {2, 3});

    private static Report report(Series... series) {
        FieldOfView field = new FieldOfView(
                SampleReport.WIDTH,
                SampleReport.HEIGHT,
                List.of(),
                List.of(),
                new Quality(null, 1, true, List.of()),
                List.of(),
                List.of(series),
                null,
                null,
                null);
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

    @Test
    void pointsAreDashedAndBordersDottedOnTheGrayProfile() {
        List<LineProfile> profiles = LineProfile.of(report(GRAY, POINTS, BORDERS), Language.ENGLISH);

        assertThat(profiles).hasSize(1);
        Chart chart = profiles.get(0).chart();
        assertThat(chart.words()).isEqualTo("Gray profile by place on the line (mm)");
        assertThat(lines(chart, Chart.Ink.MEDIAN)).isEqualTo(2);
        assertThat(lines(chart, Chart.Ink.MEAN)).isEqualTo(2);
        assertThat(chart.marks().stream().filter(Chart.Disc.class::isInstance)).hasSize(2);
        assertThat(profiles.get(0).caption())
                .isEqualTo("n 4, gray levels; points set at 0 and 1.5 mm; borders found at -0.25 and 1.25 mm");
    }

    @Test
    void withoutASecondReadingOnlyThePointsStandThere() {
        LineProfile profile =
                LineProfile.of(report(GRAY, POINTS), Language.ENGLISH).get(0);

        assertThat(lines(profile.chart(), Chart.Ink.MEAN)).isZero();
        assertThat(profile.caption()).isEqualTo("n 4, gray levels; points set at 0 and 1.5 mm");
    }

    @Test
    void curvesOverTimeAndAlongLinesStandApart() {
        Report both = report(GRAY, MOTION);

        assertThat(LineProfile.of(both, Language.ENGLISH)).hasSize(1);
        assertThat(TimeCourse.of(both, Language.ENGLISH)).hasSize(1);
        String page = new String(ReportHtml.write(report(GRAY)), StandardCharsets.UTF_8);
        assertThat(page).contains("id=\"profiles\"").doesNotContain("id=\"time\"");
        assertThat(new String(ReportHtml.write(report(MOTION)), StandardCharsets.UTF_8))
                .doesNotContain("id=\"profiles\"");
    }

    @Test
    void theDocumentNamesTheAxisWithItsUnitAndGivesItBack() {
        byte[] document = ReportJson.write(report(GRAY, MOTION));

        assertThat(new String(document, StandardCharsets.UTF_8))
                .contains(
                        "{\"along\":{\"code\":\"profilePlace\",\"unit\":\"mm\"},\"code\":\"profileGray\","
                                + "\"places\":[-1,0,1,2],\"unit\":\"{gray}\",\"values\":[40,60,90,50]}",
                        "{\"code\":\"motionEnergy\",\"timesS\":[0,1],\"unit\":\"%\",\"values\":[2,3]}");
        assertThat(ReportJson.parse(document).findings().fields().get(0).series())
                .containsExactly(GRAY, MOTION);
    }

    @Test
    void theTableHasColumnsForAnAxisOnlyWhereSomethingRunsAlongOne() {
        assertThat(table(report(MOTION)))
                .isEqualTo("field,code,unit,timeS,value\n0,motionEnergy,%,0,2\n0,motionEnergy,%,1,3\n");
        assertThat(table(report(MOTION, BORDERS)))
                .isEqualTo("field,code,unit,timeS,value,along,alongUnit,place\n"
                        + "0,motionEnergy,%,0,2,,,\n0,motionEnergy,%,1,3,,,\n"
                        + "0,profileBorder,{gray},,55,profilePlace,mm,-0.25\n"
                        + "0,profileBorder,{gray},,80,profilePlace,mm,1.25\n");
    }

    private static String table(Report report) {
        return new String(ReportCsv.series(report), StandardCharsets.UTF_8);
    }

    private static long lines(Chart chart, Chart.Ink ink) {
        return chart.marks().stream()
                .filter(mark -> mark instanceof Chart.Line line && line.ink() == ink)
                .count();
    }
}
