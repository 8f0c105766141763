package org.fertivision.server.fhir;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Reading;
import org.fertivision.report.ParsedReport;
import org.fertivision.report.Standing;
import org.fertivision.server.http.Json;
import org.jspecify.annotations.Nullable;

/**
 * A finished analysis as a Bundle of FHIR R4: a preliminary DiagnosticReport, an Observation for each measure of the
 * summary and each scorer, and the Device that measured. Nothing is in it that the result document does not hold, but for the
 * id under which the server knows the subject; nobody is named.
 */
public final class ReportBundle {
    /** The media type of a Bundle. */
    public static final String MEDIA_TYPE = "application/fhir+json";

    private static final String SYSTEM = "urn:fertivision:";

    private final ParsedReport report;
    private final String analysis;
    private final @Nullable String subject;
    private final Instant completedAt;
    private final Standing standing;
    private final Purpose purpose;
    private final List<Object> entries = new ArrayList<>();

    private ReportBundle(
            ParsedReport report,
            String analysis,
            @Nullable String subject,
            Instant completedAt,
            Standing standing,
            Purpose purpose) {
        this.report = report;
        this.analysis = analysis;
        this.subject = subject;
        this.completedAt = completedAt;
        this.standing = standing;
        this.purpose = purpose;
    }

    /**
     * The Bundle in JSON.
     *
     * @param report what was measured
     * @param analysis the public id of the analysis
     * @param subject the public id of whose it is, or null where nobody said
     * @param completedAt when it was measured
     * @param standing how persons stand to it
     * @param purpose what it is for
     */
    public static byte[] write(
            ParsedReport report,
            String analysis,
            @Nullable String subject,
            Instant completedAt,
            Standing standing,
            Purpose purpose) {
        return Json.bytes(new ReportBundle(report, analysis, subject, completedAt, standing, purpose).bundle());
    }

    /** What a report is for. */
    public enum Purpose {
        /** A person's care. */
        CARE,
        /** Trying things out. */
        TEST
    }

    private static Map<String, Object> meta() {
        Map<String, Object> tag =
                Coded.two("system", "http://terminology.hl7.org/CodeSystem/v3-ActReason", "code", "HTEST");
        return Map.of("tag", List.of(tag));
    }

    private Map<String, Object> bundle() {
        String device = address("device");
        List<Object> results = new ArrayList<>();
        List<Object> observations = new ArrayList<>();
        for (Reading reading : report.summary().readings()) {
            String address = address("measure " + reading.code());
            results.add(Map.of("reference", address));
            observations.add(entry(address, Observation.of(reading, report.scores(), device)));
        }
        for (ParsedReport.ScorerResult score : report.scores()) {
            String address = address("scorer " + score.scorer());
            results.add(Map.of("reference", address));
            observations.add(entry(address, Observation.of(score, device)));
        }
        entries.add(entry(address("report"), diagnosticReport(results)));
        entries.addAll(observations);
        entries.add(entry(device, device()));
        Map<String, Object> bundle = new LinkedHashMap<>();
        bundle.put("resourceType", "Bundle");
        if (purpose == Purpose.TEST) {
            bundle.put("meta", meta());
        }
        bundle.put("identifier", identifier("analysis", analysis));
        bundle.put("type", "collection");
        bundle.put("timestamp", completedAt.toString());
        bundle.put("entry", entries);
        return bundle;
    }

    /** The same address for the same part of the same analysis, always. */
    private String address(String part) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes((analysis + " " + part).getBytes(StandardCharsets.UTF_8));
    }

    /** With its resource, which says by itself that it is for trying out: a receiver may keep it without the Bundle. */
    private Map<String, Object> entry(String address, Map<String, Object> resource) {
        if (purpose == Purpose.CARE) {
            return Coded.two("fullUrl", address, "resource", resource);
        }
        Map<String, Object> marked = new LinkedHashMap<>();
        marked.put("resourceType", resource.get("resourceType"));
        marked.put("meta", meta());
        resource.forEach(marked::putIfAbsent);
        return Coded.two("fullUrl", address, "resource", marked);
    }

    private static Map<String, Object> identifier(String of, String value) {
        return Coded.two("system", SYSTEM + of, "value", value);
    }

    private Map<String, Object> diagnosticReport(List<Object> results) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("resourceType", "DiagnosticReport");
        members.put("text", narrative());
        members.put(
                "identifier",
                List.of(
                        identifier("analysis", analysis),
                        identifier("result-sha256", report.hashes().told())));
        members.put("status", standing.isSigned() ? "final" : "preliminary");
        members.put("code", Coded.own("kind", report.kind(), report.kind()));
        if (subject != null) {
            members.put("subject", Coded.two("type", "Patient", "identifier", identifier("subject", subject)));
        }
        members.put("issued", completedAt.toString());
        if (!results.isEmpty()) {
            members.put("result", results);
        }
        String sheets = "/v1/analyses/" + analysis + "/report.pdf";
        members.put("presentedForm", List.of(Coded.two("contentType", "application/pdf", "url", sheets)));
        return members;
    }

    /** What a person must know who sees the report alone: what it is not, and what was noticed. */
    private Map<String, Object> narrative() {
        StringBuilder text = new StringBuilder("<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>")
                .append(escaped(standing.words() + " " + report.kind() + ", "
                        + report.inputs().size() + " field(s). " + report.intendedUse()))
                .append("</p>");
        for (Notice notice : report.notices()) {
            text.append("<p>").append(escaped(notice.detail())).append("</p>");
        }
        return Coded.two("status", "additional", "div", text.append("</div>").toString());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private Map<String, Object> device() {
        ParsedReport.Algorithm algorithm = report.algorithm();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("resourceType", "Device");
        members.put("deviceName", List.of(Coded.two("name", "FertiVision", "type", "user-friendly-name")));
        members.put("type", Coded.words("image analysis software"));
        members.put(
                "version",
                List.of(version("software", report.software()), version(algorithm.id(), algorithm.version())));
        return members;
    }

    private static Map<String, Object> version(String of, String value) {
        return Coded.two("type", Coded.words(of), "value", value);
    }
}
