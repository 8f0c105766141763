package org.fertivision.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.fertivision.finding.RejectionCode;
import org.fertivision.finding.measures.FieldMeasures;
import org.fertivision.spi.RejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportJsonTest {
    private static final Report SAMPLE = SampleReport.of(2, 4);

    private static String text(Report report) {
        return new String(ReportJson.write(report), StandardCharsets.UTF_8);
    }

    @Test
    void documentIsOneLineWithEveryPromisedMember() {
        String text = text(SAMPLE);
        assertThat(text).doesNotContain("\n").startsWith("{\"algorithm\":{\"id\":\"fertivision.sperm-vitality\"");
        Json.Members members = (Json.Members) JsonReader.read(ReportJson.write(SAMPLE), 1 << 20);
        assertThat(members.named().keySet())
                .containsExactly(
                        "algorithm",
                        "annotations",
                        "calibration",
                        "fields",
                        "inputs",
                        "intendedUse",
                        "items",
                        "kind",
                        "notices",
                        "parameters",
                        "resultSha256",
                        "schemaVersion",
                        "scores",
                        "software",
                        "specimen",
                        "summary");
    }

    @Test
    void readingsHaveTheirThreeForms() {
        assertThat(text(SAMPLE))
                .contains("\"ci95\":[")
                .contains("\"method\":\"wilson\",\"n\":")
                .contains("{\"code\":\"concentration\",\"notMeasured\":\"no chamber depth given\"}")
                .contains("{\"code\":\"ejaculateVolume\",\"given\":\"Dr. Amin\",\"unit\":\"mL\",\"value\":3.1}");
    }

    @Test
    void settingsKeepTheirTypes() {
        assertThat(text(SAMPLE))
                .contains("\"parameters\":{\"effective\":{\"minArea\":9.5,\"polarity\":\"auto\"},"
                        + "\"fields\":{\"0\":{\"minArea\":7}}}");
    }

    @Test
    void excludedItemIsWholeAndSaysWhy() {
        ParsedReport parsed = ReportJson.parse(ReportJson.write(SampleReport.of(1, 60)));
        assertThat(parsed.fields().get(0).items()).anySatisfy(item -> {
            assertThat(item.whyExcluded()).isPresent();
            assertThat(item.outline().size()).isEqualTo(40);
            assertThat(item.reading(FieldMeasures.AREA).figure()).isPresent();
        });
    }

    @Test
    void whatWasWrittenReadsBack() {
        ParsedReport parsed = ReportJson.parse(ReportJson.write(SAMPLE));
        assertThat(parsed.kind()).isEqualTo("sperm-vitality");
        assertThat(parsed.specimen()).isEqualTo("S-0042");
        assertThat(parsed.settings()).isEqualTo(SAMPLE.settings().texts());
        assertThat(parsed.fieldSettings()).isEqualTo(SAMPLE.settings().fieldTexts());
        assertThat(parsed.inputs()).isEqualTo(SAMPLE.inputs());
        assertThat(parsed.findings()).isEqualTo(SAMPLE.findings());
        assertThat(parsed.scores())
                .extracting(ParsedReport.ScorerResult::score)
                .containsExactlyElementsOf(
                        SAMPLE.scores().stream().map(Report.ScorerResult::score).toList());
        assertThat(parsed.notices()).isEqualTo(SAMPLE.notices());
        assertThat(parsed.hashIsRight()).isTrue();
        assertThat(parsed.hashes().told()).isEqualTo(ReportJson.resultSha256(SAMPLE));
    }

    @Property(tries = 150)
    void arbitraryReportReadsBack(@ForAll("reports") Report report) {
        byte[] document = ReportJson.write(report);
        ParsedReport parsed = ReportJson.parse(document, ReportArbitraries.measures(report));
        assertThat(parsed.findings()).isEqualTo(ReportArbitraries.withoutPaths(report.findings()));
        assertThat(parsed.inputs()).isEqualTo(report.inputs());
        assertThat(parsed.settings()).isEqualTo(report.settings().texts());
        assertThat(parsed.hashIsRight()).isTrue();
        assertThat(parsed.hashes().tracksSha256() != null).isEqualTo(ReportCsv.hasTracks(report));
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<Report> reports() {
        return ReportArbitraries.reports();
    }

    @Test
    void softwareStandsOutsideTheHash() {
        Report other = new Report(
                SAMPLE.specimen(),
                SAMPLE.analyzer(),
                SAMPLE.provider(),
                SAMPLE.settings(),
                SAMPLE.inputs(),
                SAMPLE.findings(),
                SAMPLE.scores(),
                SAMPLE.notices(),
                "another build",
                SAMPLE.pictures());
        assertThat(ReportJson.resultSha256(other)).isEqualTo(ReportJson.resultSha256(SAMPLE));
    }

    @Test
    void oneChangedDigitIsSeenInTheHash() {
        String forged = text(SAMPLE).replace("\"minArea\":9.5", "\"minArea\":9.6");
        assertThat(ReportJson.parse(forged.getBytes(StandardCharsets.UTF_8)).hashIsRight())
                .isFalse();
    }

    @Test
    void spaceAndOrderDoNotMatterToTheHash() {
        String loose = text(SAMPLE).replace("\"kind\":", "\n  \"kind\" : ");
        assertThat(ReportJson.parse(loose.getBytes(StandardCharsets.UTF_8)).hashIsRight())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "de-DE", "ar-EG", "hi-IN"})
    void theLocaleDoesNotMatter(String tag) {
        byte[] here = ReportJson.write(SAMPLE);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertThat(ReportJson.write(SAMPLE)).isEqualTo(here);
            assertThat(ReportJson.parse(here).inputs()).isEqualTo(SAMPLE.inputs());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void measureOfAStrangerIsTakenByItsCode() {
        String foreign = text(SAMPLE).replace("\"code\":\"live\"", "\"code\":\"sparkle\"");
        ParsedReport parsed = ReportJson.parse(foreign.getBytes(StandardCharsets.UTF_8));
        assertThat(parsed.summary().readings()).anySatisfy(reading -> {
            assertThat(reading.code()).isEqualTo("sparkle");
            assertThat(reading.measure().unit().ucum()).isEqualTo("%");
        });
    }

    @Test
    void everyDamageIsNamedByItsPlace() {
        Map<String, String> damages = Map.of(
                "\"kind\":\"sperm-vitality\",", "kind is missing",
                "\"id\":0,", "items[0].id is missing",
                "\"umPerPixelX\":0.481,", "calibration.umPerPixelX is missing",
                "\"exposure\":0.71,", "fields[0].quality.exposure is missing");
        damages.forEach((cut, complaint) -> assertThatThrownBy(() ->
                        ReportJson.parse(text(SAMPLE).replaceFirst(cut, "").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining(complaint));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"schemaVersion\":\"2.0\"}",
                "{\"a\":1,\"a\":2}",
                "nonsense",
                "{\"a\":1e999}",
                "{} {}",
                "[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]",
                "{\"schemaVersion\":7}",
                "\"text\"",
                "{\"a\":null}"
            })
    void whatIsNoDocumentIsRejected(String text) {
        assertThatThrownBy(() -> ReportJson.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        e -> assertThat(e.rejection().code()).isEqualTo(RejectionCode.INVALID_REQUEST));
    }

    @Property(tries = 300)
    void changedBytesAreReadOrRejectedButNeverCrash(@ForAll int where, @ForAll byte what) {
        byte[] document = ReportJson.write(SAMPLE);
        document[Math.floorMod(where, document.length)] = what;
        try {
            assertThat(ReportJson.parse(document).fields()).hasSize(2);
        } catch (RejectedException rejected) {
            assertThat(rejected.rejection().detail()).isNotBlank();
        }
    }

    @Test
    void cutDocumentIsRejected() {
        byte[] document = ReportJson.write(SAMPLE);
        for (int length = 0; length < document.length; length += 97) {
            byte[] cut = java.util.Arrays.copyOf(document, length);
            assertThatThrownBy(() -> ReportJson.parse(cut)).isInstanceOf(RejectedException.class);
        }
    }

    @Test
    void tooLongADocumentIsRejected() {
        assertThatThrownBy(() -> JsonReader.read(new byte[11], 10))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        e -> assertThat(e.rejection().code()).isEqualTo(RejectionCode.PAYLOAD_TOO_LARGE));
    }

    @Test
    void fieldsThatDifferInScaleCarryTheirOwn() {
        Report report = ReportArbitraries.withCalibrations(SAMPLE, List.of(0.5, 0.25));
        String text = text(report);
        assertThat(text).contains("\"calibration\":{\"origin\":\"user\",\"umPerPixelX\":0.25,\"umPerPixelY\":0.25}");
        assertThat(JsonReader.read(ReportJson.write(report), 1 << 20))
                .isInstanceOfSatisfying(
                        Json.Members.class, m -> assertThat(m.named()).doesNotContainKey("calibration"));
        assertThat(ReportJson.parse(ReportJson.write(report)).inputs()).isEqualTo(report.inputs());
    }
}
