package org.fertivision.server.hold;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fertivision.server.http.Answer;
import org.fertivision.server.http.Call;
import org.fertivision.server.http.JsonFields;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.http.Route;
import org.fertivision.server.http.Route.Method;
import org.fertivision.server.http.Scope;

/** Placing legal holds, and ending them. */
public final class HoldRoutes {
    private static final String ANALYSIS = "ana";
    private static final String SUBJECT = "sub";
    private static final String EVERYTHING = "all";
    private static final int LONGEST_REASON = 1_000;

    private final Holds holds;

    /** The routes of all holds. */
    public HoldRoutes(Holds holds) {
        this.holds = holds;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.of(Method.POST, "/v1/admin/holds", Scope.RETENTION_ADMIN, this::place),
                Route.of(Method.GET, "/v1/admin/holds", Scope.RETENTION_ADMIN, this::list),
                Route.of(Method.DELETE, "/v1/admin/holds/{hold}", Scope.RETENTION_ADMIN, this::end));
    }

    private Answer place(Call call) {
        JsonFields json = JsonFields.of(call);
        String object = json.text("object");
        String reason = json.text("reason").strip();
        json.noMore();
        if (reason.length() > LONGEST_REASON) {
            throw json.wrong("reason", "has " + LONGEST_REASON + " characters at most");
        }
        UUID analysis = PublicId.of(ANALYSIS, object).orElse(null);
        UUID subject = PublicId.of(SUBJECT, object).orElse(null);
        if (analysis == null && subject == null && !object.equals(EVERYTHING)) {
            throw json.wrong("object", "is the id of an analysis or a subject, or 'all'");
        }
        UUID id = holds.place(call.principal(), analysis, subject, reason, call.requestId())
                .orElseThrow(HoldRoutes::nothing);
        return holds.inForce(call.principal().tenant()).stream()
                .filter(hold -> hold.id().equals(id))
                .findFirst()
                .map(hold -> Answer.json(201, members(hold)))
                .orElseThrow(HoldRoutes::nothing);
    }

    private static Map<String, Object> members(Hold hold) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", PublicId.text(Holds.PREFIX, hold.id()));
        UUID analysis = hold.analysis();
        UUID subject = hold.subject();
        members.put(
                "object",
                analysis != null
                        ? PublicId.text(ANALYSIS, analysis)
                        : subject != null ? PublicId.text(SUBJECT, subject) : EVERYTHING);
        members.put("reason", hold.reason());
        members.put("createdAt", hold.createdAt().toString());
        return members;
    }

    private Answer list(Call call) {
        return Answer.json(
                200,
                Map.of(
                        "items",
                        holds.inForce(call.principal().tenant()).stream()
                                .map(HoldRoutes::members)
                                .toList()));
    }

    private Answer end(Call call) {
        return PublicId.of(Holds.PREFIX, call.value("hold"))
                .filter(id -> holds.end(call.principal(), id, call.requestId()))
                .map(id -> Answer.empty(204))
                .orElseThrow(HoldRoutes::nothing);
    }

    private static ProblemException nothing() {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is nothing of that name.");
    }
}
