package org.fertivision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.fertivision.finding.Annotation;
import org.fertivision.finding.Exclusion;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Label;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.finding.Summary;
import org.fertivision.finding.measures.FieldMeasures;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.report.ParsedReport;
import org.fertivision.report.Report;
import org.fertivision.report.ReportHtml;
import org.fertivision.report.ReportJson;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CorrectionsTest {
    private static final String BY = "Dr. A";
    private static final int CELLS = 5;

    private final Eye eye = new Eye();

    @Test
    void anExcludedObjectCountsNoMoreAndTheSummaryBeforeIsKept() {
        Report report = corrected(new Annotation.Exclude(BY, 0, 2, new Exclusion("debris", "a crumb")));

        assertThat(cells(report.findings().summary())).isEqualTo(CELLS - 1);
        assertThat(report.findings().beforeCorrections().map(CorrectionsTest::cells))
                .contains((double) CELLS);
        assertThat(item(report, 2).whyExcluded()).contains(new Exclusion("debris", "a crumb"));
    }

    @Test
    void anObjectTakenBackCounts() {
        Report report = corrected(
                new Annotation.Exclude(BY, 0, 2, new Exclusion("debris")), new Annotation.Include("Dr. B", 0, 2));

        assertThat(cells(report.findings().summary())).isEqualTo(CELLS);
        assertThat(item(report, 2).counts()).isTrue();
    }

    @Test
    void anotherWordTakesThePlaceOfTheOneInItsSystem() {
        Report report = corrected(
                new Annotation.Relabel(BY, 0, 1, new Label("colour", "red")),
                new Annotation.Relabel(BY, 0, 1, new Label("vitality", "dead")),
                new Annotation.Relabel(BY, 0, 1, new Label("colour", "green")));

        assertThat(item(report, 1).labels())
                .containsExactly(new Label("vitality", "dead"), new Label("colour", "green"));
    }

    @Test
    void aDrawnObjectCountsAndMayBeSpokenOf() {
        Report report =
                corrected(square(null, 10, 12), new Annotation.Relabel(BY, 0, CELLS, new Label("vitality", "live")));

        Item drawn = item(report, CELLS);
        assertThat(cells(report.findings().summary())).isEqualTo(CELLS + 1);
        assertThat(drawn.center()).isEqualTo(new Point(12, 14));
        assertThat(drawn.term("vitality")).contains("live");
        assertThat(drawn.reading(FieldMeasures.AREA))
                .isEqualTo(Reading.notMeasured(FieldMeasures.AREA, Reading.NotMeasured.DRAWN));
    }

    @Test
    void aRedrawnHeadHasTheGeometryOfTheDrawingAndNoGrayLevel() {
        Source black = Source.frames(() -> Frames.of(Frame.gray(Plane.takeBytes(64, 64, noise()))));
        try (FertiVision fv = FertiVision.create()) {
            Report report = fv.analyze(Request.of("sperm-morphology")
                            .field(black)
                            .calibration(Calibration.umPerPixel(0.5))
                            .annotation(square(null, 20, 30))
                            .build())
                    .orElseThrow();

            Item head = report.findings().fields().get(0).items().get(0);
            assertThat(figure(head.reading(SpermMeasures.HEAD_AREA))).isEqualTo(4, within(1e-9));
            assertThat(figure(head.reading(SpermMeasures.HEAD_LENGTH))).isEqualTo(2 * Math.sqrt(2), within(1e-6));
            assertThat(head.reading(SpermMeasures.HEAD_WIDTH))
                    .isEqualTo(Reading.measured(SpermMeasures.HEAD_WIDTH, 2, "drawn"));
            assertThat(head.reading(SpermMeasures.MEAN_GRAY))
                    .isEqualTo(Reading.notMeasured(SpermMeasures.MEAN_GRAY, Reading.NotMeasured.DRAWN));
            assertThat(cells(report.findings().summary())).isEqualTo(1);
        }
    }

    @Test
    void theDocumentHoldsTheCorrectedFieldsAndSumsUpToItsSummary() {
        Request request = request(new Annotation.Exclude(BY, 0, 2, new Exclusion("debris")), square(0, 4, 4));
        try (FertiVision fv = with(eye)) {
            Report report = fv.analyze(request).orElseThrow();
            ParsedReport parsed =
                    ReportJson.parse(ReportJson.write(report), eye.descriptor().measures());

            assertThat(parsed.findings().beforeCorrections())
                    .isEqualTo(report.findings().beforeCorrections());
            assertThat(fv.summarize(request, parsed.fields()).summary()).isEqualTo(parsed.summary());
        }
    }

    @Test
    void thePageShowsWhatItWasBefore() {
        Report report = corrected(new Annotation.Exclude(BY, 0, 2, new Exclusion("debris")));

        assertThat(new String(ReportHtml.write(report), StandardCharsets.UTF_8)).contains("Before corrections");
        assertThat(new String(ReportHtml.write(corrected()), StandardCharsets.UTF_8))
                .doesNotContain("Before corrections");
    }

    @Test
    void wordsThatChangeNothingLeaveNoSecondSummary() {
        assertThat(corrected(new Annotation.Remark(BY, "warm")).findings().beforeCorrections())
                .isEmpty();
        assertThat(corrected(new Annotation.Include(BY, 0, 1)).findings().beforeCorrections())
                .isEmpty();
    }

    @Test
    void correctionsCostNoSecondLook() {
        try (FertiVision fv = with(eye)) {
            fv.analyze(request()).orElseThrow();
            fv.analyze(request(square(1, 3, 3))).orElseThrow();

            assertThat(eye.looks).hasValue(1);
        }
    }

    @Test
    void whatIsNotThereIsRefusedByItsNumber() {
        assertThat(refused(new Annotation.Include(BY, 0, 99)).detail()).contains("item 99");
        assertThat(refused(new Annotation.Include(BY, 0, 99)).inField()).contains(0);
    }

    @Test
    void anOutlineLiesInTheImageAndEnclosesSomething() {
        assertThat(refused(square(null, 30, 3)).detail()).contains("34.0", "32 x 24");
        List<Point> line = List.of(new Point(1, 1), new Point(5, 5), new Point(9, 9));
        assertThat(refused(new Annotation.Draw(BY, 0, null, line)).detail()).contains("encloses nothing");
    }

    private Report corrected(Annotation... words) {
        try (FertiVision fv = with(eye)) {
            return fv.analyze(request(words)).orElseThrow();
        }
    }

    private Rejection refused(Annotation word) {
        try (FertiVision fv = with(eye)) {
            Rejection rejection = fv.analyze(request(word))
                    .fold(
                            report -> {
                                throw new AssertionError("completed");
                            },
                            r -> r);
            assertThat(rejection.code()).isEqualTo(RejectionCode.INVALID_REQUEST);
            return rejection;
        }
    }

    private Request request(Annotation... words) {
        Request.Builder request = Request.of("acme.eye").field(Source.frames(() -> Frames.of(Eye.field(CELLS, 1))));
        List.of(words).forEach(request::annotation);
        return request.build();
    }

    private static Annotation.Draw square(@Nullable Integer item, int x, int y) {
        return new Annotation.Draw(
                BY,
                0,
                item,
                List.of(new Point(x, y), new Point(x + 4, y), new Point(x + 4, y + 4), new Point(x, y + 4)));
    }

    /** Gray noise of a few levels, in which there is no head. */
    private static byte[] noise() {
        byte[] samples = new byte[64 * 64];
        Random random = new Random(4);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (60 + random.nextInt(5));
        }
        return samples;
    }

    private static Item item(Report report, int number) {
        FieldOfView field = report.findings().fields().get(0);
        return field.items().stream().filter(i -> i.id() == number).findFirst().orElseThrow();
    }

    private static double cells(Summary summary) {
        return figure(summary.reading(SpermMeasures.CELLS));
    }

    private static double figure(Reading reading) {
        return reading.figure().orElseThrow();
    }

    private static FertiVision with(Eye eye) {
        return FertiVision.create(EngineConfig.builder().plugin(eye).build());
    }
}
