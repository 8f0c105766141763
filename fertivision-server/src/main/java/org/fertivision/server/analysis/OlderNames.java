package org.fertivision.server.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.fertivision.Plugins;
import org.fertivision.finding.Reading;
import org.fertivision.report.Language;
import org.fertivision.report.Letterhead;
import org.fertivision.report.ParsedReport;
import org.fertivision.report.ReportJson;
import org.fertivision.server.http.Answer;
import org.fertivision.server.http.Call;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.http.Route;
import org.fertivision.server.http.Route.Method;
import org.fertivision.server.http.Scope;

/**
 * The routes that clients of the application before know, with its names of members. They measure and find as all others
 * do: what is not measured is named with its reason, and an id that is not known is not found. What the form says of
 * persons is neither read nor kept.
 */
final class OlderNames {
    /** What the older clients call a kind, in their order. */
    private static final Map<String, String> KINDS = new TreeMap<>(Map.of(
            "sperm", "sperm-morphology",
            "oocyte", "oocyte",
            "embryo", "embryo",
            "follicle", "follicle",
            "hysteroscopy", "hysteroscopy"));

    private final Plugins plugins;
    private final Analyses analyses;
    private final OlderForm form;
    private final AnalysisRoutes analysisRoutes;
    private final Rendering rendering;
    private final Versions versions;

    OlderNames(
            Plugins plugins,
            Analyses analyses,
            OlderForm form,
            AnalysisRoutes analysisRoutes,
            Rendering rendering,
            Versions versions) {
        this.plugins = plugins;
        this.analyses = analyses;
        this.form = form;
        this.analysisRoutes = analysisRoutes;
        this.rendering = rendering;
        this.versions = versions;
    }

    List<Route> routes() {
        return List.of(
                Route.of(Method.POST, "/api/v1/analyze/{type}", Scope.ANALYSES_WRITE, this::analyze),
                Route.of(Method.GET, "/api/v1/report/{analysis}", Scope.REPORTS_READ, this::report),
                Route.of(Method.GET, "/api/v1/export/pdf/{analysis}", Scope.REPORTS_READ, this::pdf));
    }

    private Answer analyze(Call call) {
        AnalysisQuery query =
                new AnalysisQuery(kind(call), null, null, null, List.of(), new TreeMap<>(), null, List.of(), List.of());
        AnalysisRow row = analysisRoutes.measured(call, handedIn -> form.take(handedIn, query));
        String id = PublicId.text(Analyses.PREFIX, row.id());
        if (!row.isOver()) {
            Map<String, Object> waiting = new LinkedHashMap<>();
            waiting.put("success", false);
            waiting.put("analysis_id", id);
            waiting.put("status", "running");
            return Answer.json(202, waiting)
                    .header("Location", "/v1/jobs/" + PublicId.text(Lookup.JOB, row.id()))
                    .header("Retry-After", "1");
        }
        if (row.resultSha256() == null) {
            throw new ProblemException(
                    AnalysisRoutes.failure(row).with("success", false).with("analysis_id", id));
        }
        return Answer.json(200, document(call.principal().tenant(), row));
    }

    private String kind(Call call) {
        String kind = KINDS.get(call.value("type"));
        if (kind == null || plugins.analyzer(kind).isEmpty()) {
            List<String> measured = KINDS.entrySet().stream()
                    .filter(type -> plugins.analyzer(type.getValue()).isPresent())
                    .map(Map.Entry::getKey)
                    .toList();
            throw new ProblemException(
                    ProblemCode.NOT_FOUND, "That is not measured here; what is: " + String.join(", ", measured) + ".");
        }
        return kind;
    }

    private Answer report(Call call) {
        AnalysisRow row = versions.of(call).row();
        return Lookup.cached(
                call,
                row.resultSha256() + "-older",
                () -> Answer.json(200, document(call.principal().tenant(), row)));
    }

    private Answer pdf(Call call) {
        Version version = versions.of(call);
        UUID tenant = call.principal().tenant();
        Letterhead letterhead = rendering.letterhead(tenant);
        return Lookup.cached(
                call,
                version.tag() + "-pdf" + rendering.tag() + Rendering.tag(letterhead),
                () -> Answer.of(200, "application/pdf", rendering.pdf(tenant, version, letterhead, Language.ENGLISH)));
    }

    private Map<String, Object> document(UUID tenant, AnalysisRow row) {
        ParsedReport report = ReportJson.parse(analyses.document(tenant, row.id()), rendering.measures(row.kind()));
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Object> units = new LinkedHashMap<>();
        Map<String, Object> notMeasured = new LinkedHashMap<>();
        for (Reading reading : report.summary().readings()) {
            if (reading instanceof Reading.NotMeasured not) {
                notMeasured.put(reading.code(), not.reason());
            } else {
                values.put(reading.code(), reading.figure().orElseThrow());
                units.put(reading.code(), reading.measure().unit().ucum());
            }
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("success", true);
        document.put("analysis_id", PublicId.text(Analyses.PREFIX, row.id()));
        document.put("analysis_type", row.kind());
        report.scores().stream()
                .flatMap(result -> result.score().fold(scored -> Stream.of(scored.grade()), not -> Stream.empty()))
                .findFirst()
                .ifPresent(grade -> document.put("classification", grade));
        document.put("parameters", values);
        document.put("units", units);
        document.put("not_measured", notMeasured);
        document.put("intended_use", report.intendedUse());
        document.put(
                "timestamp",
                Objects.requireNonNull(row.completedAt(), "what succeeded is complete")
                        .toString());
        return document;
    }
}
