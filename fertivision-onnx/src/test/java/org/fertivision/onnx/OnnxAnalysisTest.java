package org.fertivision.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.fertivision.EngineConfig;
import org.fertivision.FertiVision;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.Score;
import org.fertivision.phantom.Phantoms;
import org.fertivision.report.Report;
import org.fertivision.report.ReportJson;
import org.fertivision.request.Request;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model from the picture to the report: every head that counts is asked about, and the report says by which model. */
class OnnxAnalysisTest {
    @TempDir
    Path place;

    @Test
    void everyHeadThatCountsIsAskedAboutAndTheReportNamesTheModel() throws Exception {
        byte[] model = TinyModel.brightness(8, 0.5f, true);
        Path picture = place.resolve("heads.png");
        Phantoms.draw("sperm-morphology", 11, Map.of()).writePng(picture);
        OnnxScorer scorer = OnnxScorerTest.scorer(model, "probabilities");

        Report report;
        try (FertiVision engine =
                FertiVision.create(EngineConfig.builder().plugin(scorer).build())) {
            report = engine.analyze(Request.of("sperm-morphology")
                            .field(picture)
                            .score("clinic.brightness")
                            .build())
                    .orElseThrow();
        }

        List<Item> counted = report.findings().fields().get(0).items().stream()
                .filter(Item::counts)
                .toList();
        Score.Scored scored = (Score.Scored) report.scores().get(0).score();
        assertThat(counted).isNotEmpty();
        assertThat(scored.items())
                .extracting(Score.ItemGrade::item)
                .containsExactlyElementsOf(counted.stream().map(Item::id).toList());
        assertThat(new String(ReportJson.write(report), StandardCharsets.UTF_8))
                .contains("clinic.brightness@1.2.0", TinyModel.sha256(model), "ONNX Runtime");
        Findings findings = report.findings();
        assertThatThrownBy(() -> scorer.score(findings, Settings.defaults(List.of()), Work.unlimited()))
                .as("closed with the engine")
                .hasMessageContaining("was closed");
    }
}
