package org.fertivision.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.fertivision.EngineConfig;
import org.fertivision.FertiVision;
import org.fertivision.Outcome;
import org.fertivision.finding.Notice;
import org.fertivision.finding.measures.FollicleMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantoms;
import org.fertivision.report.Report;
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

    private static Report analyze(byte[] file) {
        try (FertiVision engine = FertiVision.create(
                EngineConfig.builder().plugin(new DicomReader()).build())) {
            Outcome outcome = engine.analyze(Request.of("follicle")
                    .field(Source.of(file))
                    .reader("fertivision-dicom.frames")
                    .build());
            return outcome.orElseThrow();
        }
    }
}
