package org.fertivision.server.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fertivision.finding.Quality;
import org.fertivision.report.ParsedReport;
import org.fertivision.report.ReportJson;
import org.fertivision.server.http.Answer;
import org.fertivision.server.http.Call;
import org.fertivision.server.http.Pages;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.http.Route;
import org.fertivision.server.http.Route.Method;
import org.fertivision.server.http.Scope;

/** How sharp and how well lit the pictures of a laboratory were, analysis by analysis, with the microscope they are from. */
final class PictureQualityRoutes {
    private static final String KIND = "kind";

    private final Analyses analyses;
    private final Rendering rendering;
    private final Pages pages;

    PictureQualityRoutes(Analyses analyses, Rendering rendering, Pages pages) {
        this.analyses = analyses;
        this.rendering = rendering;
        this.pages = pages;
    }

    List<Route> routes() {
        return List.of(Route.of(Method.GET, "/v1/picture-quality", Scope.REPORTS_READ, this::list));
    }

    private Answer list(Call call) {
        call.query().noneBut(KIND, "limit", "cursor");
        String kind = call.query()
                .one(KIND)
                .orElseThrow(() -> new ProblemException(ProblemCode.INVALID_REQUEST, "Say of which kind."));
        UUID tenant = call.principal().tenant();
        return pages.answer(
                call,
                tenant + " quality " + kind,
                (before, most) -> analyses.measured(tenant, new Analyses.Filter(before, kind, null), most),
                AnalysisRow::id,
                row -> members(tenant, row));
    }

    private Map<String, Object> members(UUID tenant, AnalysisRow row) {
        Contents.Told told = analyses.told(tenant, row.id());
        ParsedReport report = ReportJson.parse(told.document().orElseThrow(), rendering.measures(row.kind()));
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("analysis", PublicId.text(Analyses.PREFIX, row.id()));
        members.put("createdAt", row.createdAt().toString());
        Optional.ofNullable(told.origin().microscope()).ifPresent(name -> members.put("microscope", name));
        List<Map<String, Object>> fields = new ArrayList<>();
        report.fields().forEach(field -> fields.add(members(fields.size(), field.quality())));
        members.put("fields", fields);
        return members;
    }

    private static Map<String, Object> members(int field, Quality quality) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("field", field);
        quality.edgeWidthPx().ifPresent(width -> members.put("focus", width));
        members.put("exposure", quality.exposure());
        members.put("usable", quality.usable());
        return members;
    }
}
