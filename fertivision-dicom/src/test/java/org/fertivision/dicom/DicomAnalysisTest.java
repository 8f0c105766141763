package org.fertivision.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.fertivision.EngineConfig;
import org.fertivision.FertiVision;
import org.fertivision.Outcome;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.finding.measures.FollicleMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantoms;
import org.fertivision.report.Report;
import org.fertivision.request.PageMeaning;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.junit.jupiter.api.Test;

/** Follicles of a DICOM file: their millimeters come from the file, and what the file warns of reaches the report. */
class DicomAnalysisTest {
    @Test
    void folliclesAreMeasuredByTheScaleOfTheFile() {
        Drawn ovary = Phantoms.draw("follicle", 6, Map.of("mmPerPixel", "0.2", "depthMm", "46", "follicles", "4"));

        Report read = analyze(OvaryFile.of(ovary, "YES"));

        assertThat(read.calibration()).contains(new Calibration(200, 200, Calibration.Origin.FILE));
        assertThat(read.findings().summary().reading(FollicleMeasures.FOLLICLES).figure())
                .hasValueSatisfying(n -> assertThat(n)
                        .isEqualTo(ovary.truth().summary().stream()
                                .filter(value -> value.code().equals("follicles"))
                                .findFirst()
                                .orElseThrow()
                                .value()));
        assertThat(read.findings().fields().get(0).notices())
                .extracting(Notice::code)
                .contains("burned-in-annotation");
    }

    @Test
    void framesOfAClipAreFieldsWhereAskedAndNeverAddedUp() {
        Drawn few = ovary(7, 2);
        Drawn many = ovary(6, 4);
        byte[] clip = OvaryFile.clip("NO", List.of(few, many, few));

        Report read = analyze(request(clip).pages(PageMeaning.FIELDS)).orElseThrow();

        assertThat(read.inputs()).extracting(field -> field.input().page()).containsExactly(0, 1, 2);
        assertThat(read.calibration()).contains(new Calibration(200, 200, Calibration.Origin.FILE));
        assertThat(read.findings().fields()).hasSize(3);
        assertThat(read.findings().fields().get(1).items()).isNotEmpty();
        assertThat(follicles(read))
                .hasValue(follicles(analyze(OvaryFile.of(many, "NO"))).orElseThrow());
    }

    @Test
    void aClipIsNoStillUnlessItsFramesAreAskedFor() {
        byte[] clip = OvaryFile.clip("NO", List.of(ovary(7, 2), ovary(6, 4)));

        Rejection refused = analyze(request(clip)).fold(report -> null, rejection -> rejection);

        assertThat(refused.code()).isEqualTo(RejectionCode.TOO_MANY_FRAMES);
        assertThat(refused.detail()).contains("--pages fields");
        Rejection beyond = analyze(request(clip).pages(PageMeaning.FIELDS).set(2, "ovary", "1,1 90,1 90,90"))
                .fold(report -> null, rejection -> rejection);
        assertThat(beyond.detail()).contains("no field 2").contains("0 to 1");
    }

    private static Drawn ovary(long seed, int follicles) {
        return Phantoms.draw(
                "follicle", seed, Map.of("mmPerPixel", "0.2", "depthMm", "46", "follicles", String.valueOf(follicles)));
    }

    private static OptionalDouble follicles(Report report) {
        return report.findings().summary().reading(FollicleMeasures.FOLLICLES).figure().stream()
                .mapToDouble(Double::doubleValue)
                .findFirst();
    }

    private static Request.Builder request(byte[] file) {
        return Request.of("follicle").field(Source.of(file)).reader("fertivision-dicom.frames");
    }

    private static Report analyze(byte[] file) {
        return analyze(request(file)).orElseThrow();
    }

    private static Outcome analyze(Request.Builder request) {
        try (FertiVision engine = FertiVision.create(
                EngineConfig.builder().plugin(new DicomReader()).build())) {
            return engine.analyze(request.build());
        }
    }
}
