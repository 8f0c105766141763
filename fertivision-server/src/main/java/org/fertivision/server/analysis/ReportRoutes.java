package org.fertivision.server.analysis;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fertivision.report.ReportJson;
import org.fertivision.server.fhir.ReportBundle;
import org.fertivision.server.http.Answer;
import org.fertivision.server.http.Call;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.http.Route;
import org.fertivision.server.http.Route.Method;
import org.fertivision.server.http.Scope;
import org.fertivision.server.subject.Subjects;

/** The report of an analysis in its forms. */
final class ReportRoutes {
    private static final String ANEW = "private, no-cache";

    private final Rendering rendering;
    private final Versions versions;

    /** Writes a form of a report. */
    private interface Form {
        byte[] of(UUID tenant, Version version);
    }

    ReportRoutes(Rendering rendering, Versions versions) {
        this.rendering = rendering;
        this.versions = versions;
    }

    List<Route> routes() {
        return List.of(
                report("json", "application/json", versions::document),
                report("html", "text/html; charset=utf-8", rendering::html),
                report("pdf", "application/pdf", rendering::pdf),
                report("csv", "text/csv; charset=utf-8", rendering::csv),
                report("items.csv", "text/csv; charset=utf-8", rendering::items),
                report("tracks.csv", "text/csv; charset=utf-8", rendering::tracks),
                report("fhir.json", ReportBundle.MEDIA_TYPE, this::fhir),
                Route.of(
                        Method.GET,
                        "/v1/analyses/{analysis}/fields/{field}/overlay.png",
                        Scope.IMAGES_READ,
                        this::overlay));
    }

    private byte[] fhir(UUID tenant, Version version) {
        AnalysisRow row = version.row();
        return ReportBundle.write(
                ReportJson.parse(versions.document(tenant, version), rendering.measures(row.kind())),
                PublicId.text(Analyses.PREFIX, row.id()),
                row.subject() == null ? null : PublicId.text(Subjects.PREFIX, row.subject()),
                Objects.requireNonNull(row.completedAt(), "what succeeded is complete"),
                version.standing());
    }

    private Route report(String ending, String mediaType, Form form) {
        return Route.of(Method.GET, "/v1/analyses/{analysis}/report." + ending, Scope.REPORTS_READ, call -> {
            Version version = versions.of(call);
            Answer answer = Lookup.cached(
                            call,
                            version.tag() + "-" + ending,
                            ANEW,
                            () -> Answer.of(
                                    200, mediaType, form.of(call.principal().tenant(), version)))
                    .header("X-Review-State", version.state().text());
            return ending.equals("html")
                    ? answer.header(
                            "Content-Security-Policy",
                            "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'none'")
                    : answer;
        });
    }

    private Answer overlay(Call call) {
        Version version = versions.of(call);
        String field = call.value("field");
        if (!field.matches("[0-9]{1,6}")) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "Fields are numbers, from 0.");
        }
        int number = Integer.parseInt(field);
        return Lookup.cached(
                call,
                version.resultSha256() + "-overlay-" + number,
                () -> Answer.of(
                        200, "image/png", rendering.overlay(call.principal().tenant(), version, number)));
    }
}
