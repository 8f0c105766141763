package org.fertivision.server.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fertivision.finding.Measure;
import org.fertivision.report.ParsedReport;
import org.fertivision.report.ReportJson;
import org.fertivision.server.http.Answer;
import org.fertivision.server.http.Call;
import org.fertivision.server.http.JsonFields;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.http.Route;
import org.fertivision.server.http.Route.Method;
import org.fertivision.server.http.Scope;

/** How well two readers of the same pictures agree: two persons, or a person and what was measured. */
final class AgreementRoutes {
    private static final String KIND = "kind";

    private final Readers readers;
    private final Versions versions;
    private final Rendering rendering;

    AgreementRoutes(Readers readers, Versions versions, Rendering rendering) {
        this.readers = readers;
        this.versions = versions;
        this.rendering = rendering;
    }

    List<Route> routes() {
        return List.of(
                Route.of(Method.GET, "/v1/readers", Scope.REVIEWS_READ, this::whoReads),
                Route.of(Method.POST, "/v1/agreements", Scope.REVIEWS_READ, this::compare)
                        .and(Scope.REPORTS_READ));
    }

    private Answer whoReads(Call call) {
        call.query().noneBut(KIND);
        String kind = call.query()
                .one(KIND)
                .orElseThrow(() -> new ProblemException(ProblemCode.INVALID_REQUEST, "Say of which kind."));
        List<Map<String, Object>> items = new ArrayList<>();
        readers.of(call.principal().tenant(), kind).forEach((name, count) -> {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("name", name);
            members.put("analyses", count);
            items.add(members);
        });
        return Answer.json(200, Map.of("items", items));
    }

    private Answer compare(Call call) {
        JsonFields fields = JsonFields.of(call);
        String kind = fields.text(KIND);
        String first = fields.optionalText("first").orElse(null);
        String second = fields.text("second");
        String code = fields.optionalText("code").orElse(null);
        String label = fields.optionalText("label").orElse(null);
        fields.noMore();
        if ((code == null) == (label == null)) {
            throw fields.wrong("code", "or else label is needed");
        }
        if (second.equals(first)) {
            throw fields.wrong("second", "is somebody else than the first");
        }
        List<Measure> measures = rendering.measures(kind);
        if (measures.isEmpty()) {
            throw fields.wrong(KIND, "is a kind that is measured here");
        }
        List<String> codes = measures.stream().map(Measure::code).toList();
        if (code != null && !codes.contains(code)) {
            throw fields.wrong("code", "is one of " + String.join(", ", codes));
        }
        List<String> systems = rendering.labelSystems(kind);
        if (label != null && !systems.contains(label)) {
            throw fields.wrong(
                    "label",
                    systems.isEmpty()
                            ? "is for kinds whose objects have words"
                            : "is one of " + String.join(", ", systems));
        }
        UUID tenant = call.principal().tenant();
        Comparison comparison =
                comparison(tenant, readers.readings(tenant, kind, first), readers.readings(tenant, kind, second));
        byte[] found = code == null ? comparison.label(String.valueOf(label)) : comparison.measure(code);
        return Answer.of(200, "application/json", found);
    }

    private Comparison comparison(UUID tenant, Map<String, Version> first, Map<String, Version> second) {
        Comparison comparison = new Comparison();
        first.forEach((pictures, version) -> {
            Version other = second.get(pictures);
            if (other == null) {
                comparison.leaveOut(name(version), "not read by the second");
            } else {
                Version measured = new Version(version.row(), List.of(), version.latest());
                comparison.add(
                        name(other),
                        new Comparison.Both(
                                () -> parsed(tenant, measured),
                                () -> parsed(tenant, version),
                                () -> parsed(tenant, other)));
            }
        });
        second.forEach((pictures, version) -> {
            if (!first.containsKey(pictures)) {
                comparison.leaveOut(name(version), "not read by the first");
            }
        });
        return comparison;
    }

    private static String name(Version version) {
        return PublicId.text(Analyses.PREFIX, version.row().id());
    }

    private ParsedReport parsed(UUID tenant, Version version) {
        return ReportJson.parse(
                versions.document(tenant, version),
                rendering.measures(version.row().kind()));
    }
}
