package org.fertivision.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.image.Calibration;
import org.fertivision.request.InputFacts;
import org.fertivision.request.PageMeaning;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.junit.jupiter.api.Test;

class RequestAgainTest {
    private static final Report SAMPLE = SampleReport.of(2, 5);
    private static final List<Source> SOURCES = List.of(Source.of(new byte[1]), Source.of(new byte[2]));

    @Test
    void asksForWhatTheReportTells() {
        Request again = parsed(SAMPLE).again(SOURCES);

        assertThat(again.kind()).isEqualTo("sperm-vitality");
        assertThat(again.scorers())
                .contains(SAMPLE.scores().stream()
                        .map(result -> result.scorer().id().toString())
                        .toList());
        assertThat(again.settings())
                .containsEntry("minArea", "9.5")
                .containsEntry("polarity", SAMPLE.settings().get(SampleReport.POLARITY));
        assertThat(again.annotations()).isEqualTo(SAMPLE.findings().annotations());
        assertThat(again.fields()).extracting(field -> field.name().orElse("")).containsExactly(names());
        assertThat(again.specimen().orElse(null)).isEqualTo(SAMPLE.specimen());
        assertThat(again.reader()).isEmpty();
    }

    @Test
    void givesNoScaleThatTheFileTellsAndEveryReaderThatWasNamed() {
        for (Calibration.Origin origin : Calibration.Origin.values()) {
            Calibration scale = new Calibration(0.25, 0.5, origin);
            FieldFacts facts =
                    new FieldFacts(SAMPLE.inputs().get(0).input(), scale, null, "acme.raw@1.0.0", PageMeaning.FIELDS);
            Report scaled = with(facts, facts);
            Request again = parsed(scaled).again(SOURCES);

            assertThat(again.calibration().isPresent()).isEqualTo(origin != Calibration.Origin.FILE);
            assertThat(again.reader()).contains("acme.raw");
            assertThat(again.pages()).contains(PageMeaning.FIELDS);
        }
    }

    @Test
    void pagesOfOneFileAreOneSource() {
        InputFacts file = SAMPLE.inputs().get(0).input();
        Report pages = with(page(file, 0), page(file, 1));

        assertThat(parsed(pages).files()).extracting(InputFacts::page).containsExactly(0);
        assertThat(parsed(pages).again(List.of(Source.of(new byte[1]))).fields())
                .hasSize(1);
        Report twoFiles = with(page(file, 0), page(file, 0));
        assertThat(parsed(twoFiles).files()).hasSize(2);
    }

    private static FieldFacts page(InputFacts file, int page) {
        return new FieldFacts(
                new InputFacts(
                        file.name(),
                        file.sha256(),
                        file.pixelSha256(),
                        file.mediaType(),
                        file.bytes(),
                        file.width(),
                        file.height(),
                        file.frames(),
                        page),
                null,
                null);
    }

    @Test
    void wantsASourceForEachFile() {
        assertThatThrownBy(() -> parsed(SAMPLE).again(SOURCES.subList(0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 files");
    }

    private static ParsedReport parsed(Report report) {
        return ReportJson.parse(ReportJson.write(report));
    }

    private static Report with(FieldFacts first, FieldFacts second) {
        return new Report(
                SAMPLE.specimen(),
                SAMPLE.analyzer(),
                SAMPLE.provider(),
                SAMPLE.settings(),
                List.of(first, second),
                SAMPLE.findings(),
                SAMPLE.scores(),
                SAMPLE.notices(),
                SAMPLE.software(),
                SAMPLE.pictures());
    }

    private static String[] names() {
        List<String> names = new ArrayList<>();
        SAMPLE.inputs().forEach(facts -> names.add(String.valueOf(facts.input().name())));
        return names.toArray(String[]::new);
    }
}
