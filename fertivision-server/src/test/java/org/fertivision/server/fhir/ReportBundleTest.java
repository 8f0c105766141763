package org.fertivision.server.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fertivision.FertiVision;
import org.fertivision.finding.Reading;
import org.fertivision.image.Calibration;
import org.fertivision.phantom.Phantoms;
import org.fertivision.report.ParsedReport;
import org.fertivision.report.ReportJson;
import org.fertivision.report.Standing;
import org.fertivision.request.Request;
import org.fertivision.server.fhir.ReportBundle.Purpose;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Bundle is valid FHIR R4 by another implementation, and says what the document says. */
class ReportBundleTest {
    private static final FhirContext R4 = FhirContext.forR4();
    private static final Instant DONE = Instant.parse("2026-11-29T10:00:00.123Z");

    @TempDir
    private static Path dir;

    private static FhirValidator validator;
    private static Map<String, ParsedReport> documents;

    @BeforeAll
    static void measure() throws IOException {
        UnknownCodeSystemWarningValidationSupport unknown = new UnknownCodeSystemWarningValidationSupport(R4);
        unknown.setNonExistentCodeSystemSeverity(IValidationSupport.IssueSeverity.WARNING);
        FhirInstanceValidator instance = new FhirInstanceValidator(new ValidationSupportChain(
                new DefaultProfileValidationSupport(R4),
                new CommonCodeSystemsTerminologyService(R4),
                new InMemoryTerminologyServerValidationSupport(R4),
                unknown));
        validator = R4.newValidator().registerValidatorModule(instance);
        documents = new LinkedHashMap<>();
        try (FertiVision engine = FertiVision.create()) {
            documents.put("sperm-vitality", document(engine, "sperm-vitality", Calibration.umPerPixel(0.481)));
            documents.put("sperm-morphology", document(engine, "sperm-morphology", Calibration.umPerPixel(0.2)));
            documents.put("uncalibrated", document(engine, "sperm-morphology", null));
        }
    }

    private static ParsedReport document(FertiVision engine, String kind, Calibration scale) throws IOException {
        Path file = dir.resolve(kind + ".png");
        Phantoms.draw(kind, 3, Map.of("width", "480", "height", "360", "cells", "9"))
                .writePng(file);
        Request.Builder request = Request.of(kind).field(Files.readAllBytes(file));
        if (scale != null) {
            request.calibration(scale);
        }
        return ReportJson.parse(ReportJson.write(engine.analyze(request.build()).orElseThrow()));
    }

    private static String json(ParsedReport document) {
        return new String(
                ReportBundle.write(
                        document, "ana_test", "sub_test", DONE, new Standing("UNSIGNED", false), Purpose.CARE),
                StandardCharsets.UTF_8);
    }

    private static Bundle bundle(ParsedReport document) {
        return R4.newJsonParser().parseResource(Bundle.class, json(document));
    }

    private static List<String> errors(String json) {
        return validator.validateWithResult(json).getMessages().stream()
                .filter(message -> message.getSeverity().ordinal() >= ResultSeverityEnum.ERROR.ordinal())
                .map(SingleValidationMessage::toString)
                .toList();
    }

    @Test
    void everyBundleIsValid() {
        documents.forEach(
                (kind, document) -> assertThat(errors(json(document))).as(kind).isEmpty());
    }

    @Test
    void theReportIsOfItsSubjectByIdAndSaysWhereItsSheetsAre() {
        DiagnosticReport report = (DiagnosticReport)
                bundle(documents.get("sperm-vitality")).getEntryFirstRep().getResource();
        assertThat(report.getSubject().getIdentifier().getSystem()).isEqualTo("urn:fertivision:subject");
        assertThat(report.getSubject().getIdentifier().getValue()).isEqualTo("sub_test");
        assertThat(report.getPresentedFormFirstRep().getContentType()).isEqualTo("application/pdf");
        assertThat(report.getPresentedFormFirstRep().getUrl()).isEqualTo("/v1/analyses/ana_test/report.pdf");
        byte[] nobodys = ReportBundle.write(
                documents.get("sperm-vitality"), "ana_test", null, DONE, new Standing("UNSIGNED", false), Purpose.CARE);
        assertThat(new String(nobodys, StandardCharsets.UTF_8)).doesNotContain("\"subject\"", "HTEST");
    }

    @Test
    void whatIsNobodysIsTaggedAsTestData() {
        ParsedReport document = documents.get("sperm-vitality");
        byte[] demo = ReportBundle.write(document, "ana_test", null, DONE, new Standing("DEMO", false), Purpose.TEST);
        String json = new String(demo, StandardCharsets.UTF_8);
        assertThat(errors(json)).isEmpty();
        Bundle bundle = R4.newJsonParser().parseResource(Bundle.class, json);
        String system = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
        assertThat(bundle.getMeta().getTag(system, "HTEST")).isNotNull();
        assertThat(bundle.getEntry())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.getResource().getMeta().getTag(system, "HTEST"))
                        .as(entry.getResource().fhirType())
                        .isNotNull());
    }

    @Test
    void theValidatorSeesWhatIsWrong() {
        String right = json(documents.get("sperm-vitality"));
        for (String[] wrong : new String[][] {
            {"\"status\":\"preliminary\",", ""},
            {"\"valueQuantity\":{\"value\":", "\"valueQuantity\":{\"value\":\"much\",\"was\":"},
            {"\"code\":\"%\"", "\"code\":\"percents\""},
            {"\"type\":\"collection\"", "\"type\":\"heap\""},
            {"\"timestamp\":\"2026", "\"timestamp\":\"26"}
        }) {
            assertThat(right).contains(wrong[0]);
            assertThat(errors(right.replace(wrong[0], wrong[1]))).as(wrong[1]).isNotEmpty();
        }
    }

    @Test
    void eachReadingIsAnObservationWithItsValueUnitAndInterval() {
        ParsedReport document = documents.get("sperm-vitality");
        Map<String, org.hl7.fhir.r4.model.Observation> observations = observations(bundle(document));

        assertThat(document.summary().readings()).hasSizeGreaterThan(2);
        for (Reading reading : document.summary().readings()) {
            org.hl7.fhir.r4.model.Observation observation = observations.get(reading.code());
            assertThat(observation.getStatus().toCode()).isEqualTo("preliminary");
            if (reading.figure().isEmpty()) {
                assertThat(observation.hasValue()).isFalse();
                continue;
            }
            assertThat(observation.getValueQuantity().getValue())
                    .isEqualByComparingTo(BigDecimal.valueOf(reading.figure().get()));
            assertThat(observation.getValueQuantity().getCode())
                    .isEqualTo(reading.measure().unit().ucum());
            assertThat(observation.getValueQuantity().getSystem()).isEqualTo("http://unitsofmeasure.org");
        }
        Reading.Measured live = (Reading.Measured) document.summary().readings().stream()
                .filter(reading -> reading.code().equals("live"))
                .findFirst()
                .orElseThrow();
        Map<String, ObservationComponentComponent> parts = observations.get("live").getComponent().stream()
                .collect(Collectors.toMap(
                        part -> part.getCode().getCodingFirstRep().getCode(), part -> part));
        assertThat(parts.get("ci95-low").getValueQuantity().getValue().doubleValue())
                .isEqualTo(live.interval().orElseThrow().lo());
        assertThat(parts.get("ci95-high").getValueQuantity().getValue().doubleValue())
                .isEqualTo(live.interval().orElseThrow().hi());
        assertThat(parts.get("n").getValueIntegerType().getValue()).isEqualTo(live.n());
    }

    private static Map<String, org.hl7.fhir.r4.model.Observation> observations(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(entry -> entry.getResource())
                .filter(org.hl7.fhir.r4.model.Observation.class::isInstance)
                .map(org.hl7.fhir.r4.model.Observation.class::cast)
                .collect(Collectors.toMap(
                        o -> o.getCode().getCodingFirstRep().getCode(), o -> o, (a, b) -> a, LinkedHashMap::new));
    }

    @Test
    void whatWasNotMeasuredSaysWhyAndHasNoValue() {
        ParsedReport document = documents.get("uncalibrated");
        org.hl7.fhir.r4.model.Observation area = observations(bundle(document)).get("headArea");

        assertThat(area.hasValue()).isFalse();
        CodeableConcept reason = area.getDataAbsentReason();
        assertThat(reason.getCodingFirstRep().getCode()).isEqualTo("not-performed");
        assertThat(reason.getText()).isEqualTo(Reading.NotMeasured.UNCALIBRATED);
    }

    @Test
    void codesOfLoincStandOnlyWhereTheyWereVerified() {
        Map<String, org.hl7.fhir.r4.model.Observation> vitality = observations(bundle(documents.get("sperm-vitality")));

        assertThat(vitality.get("live").getCode().getCoding())
                .extracting(coding -> coding.getSystem() + " " + coding.getCode())
                .containsExactly("urn:fertivision:codesystem:measure live", "http://loinc.org 10613-8");
        assertThat(vitality.get("cells").getCode().getCoding()).hasSize(1);
        assertThat(json(documents.get("sperm-morphology"))).doesNotContain("snomed");
    }

    @Test
    void theReportIsPreliminaryNamesTheSoftwareAndRefersOnlyToWhatIsThere() {
        ParsedReport document = documents.get("sperm-vitality");
        Bundle bundle = bundle(document);
        DiagnosticReport report = (DiagnosticReport) bundle.getEntryFirstRep().getResource();
        Device device =
                (Device) bundle.getEntry().get(bundle.getEntry().size() - 1).getResource();
        Set<String> addresses = new TreeSet<>();
        bundle.getEntry().forEach(entry -> addresses.add(entry.getFullUrl()));

        assertThat(report.getStatus().toCode()).isEqualTo("preliminary");
        assertThat(report.getResult()).hasSameSizeAs(observations(bundle).values());
        assertThat(addresses)
                .hasSize(bundle.getEntry().size())
                .containsAll(
                        report.getResult().stream().map(Reference::getReference).toList());
        assertThat(report.getText().getDivAsString()).contains("not a diagnosis");
        assertThat(report.getIdentifier())
                .anyMatch(i -> i.getValue().equals(document.hashes().told()));
        assertThat(device.getVersion())
                .extracting(version -> version.getType().getText() + " " + version.getValue())
                .containsExactly(
                        "software " + document.software(),
                        "fertivision.sperm-vitality " + document.algorithm().version());
        assertThat(json(document)).isEqualTo(json(document));
    }
}
