package org.fertivision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.fertivision.finding.Findings;
import org.fertivision.image.Frames;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantoms;
import org.fertivision.report.ParsedReport;
import org.fertivision.report.Report;
import org.fertivision.report.ReportJson;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The document alone gives the summary again: no pixel is needed. */
class SummaryFromDocumentTest {
    private static final Map<String, Map<String, String>> SETTINGS =
            Map.of("sperm-count", Map.of("chamber", "leja", "volume", "3"));

    @ParameterizedTest
    @ValueSource(strings = {"sperm-vitality", "sperm-morphology", "sperm-count"})
    void fieldsOfTheDocumentSumUpToItsSummary(String kind) {
        Drawn first = Phantoms.of(kind).with("snr", 10).seed(1).draw();
        Drawn second = Phantoms.of(kind).with("snr", 10).seed(2).draw();
        Request.Builder builder = Request.of(kind)
                .field(Source.frames(() -> Frames.of(first.frame())))
                .field(Source.frames(() -> Frames.of(second.frame())))
                .calibration(first.calibration());
        SETTINGS.getOrDefault(kind, Map.of()).forEach(builder::set);
        Request request = builder.build();
        try (FertiVision engine = FertiVision.create()) {
            Report report = engine.analyze(request).orElseThrow();

            ParsedReport parsed = ReportJson.parse(ReportJson.write(report));
            Findings again = engine.summarize(request, parsed.findings().fields());

            assertThat(again.summary().readings())
                    .isNotEmpty()
                    .isEqualTo(parsed.findings().summary().readings())
                    .isEqualTo(report.findings().summary().readings());
        }
    }
}
