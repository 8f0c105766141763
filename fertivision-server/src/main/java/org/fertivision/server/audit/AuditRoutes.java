package org.fertivision.server.audit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.fertivision.server.http.Answer;
import org.fertivision.server.http.Call;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.Route;
import org.fertivision.server.http.Route.Method;
import org.fertivision.server.http.Scope;

/** Reading the audit trail of the own tenant. */
public final class AuditRoutes {
    private static final int PAGE = 1_000;

    private final AuditTrail audit;
    private final NotedReadings readings;

    /** The routes of a trail, to which readings are still to be added. */
    public AuditRoutes(AuditTrail audit, NotedReadings readings) {
        this.audit = audit;
        this.readings = readings;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.of(Method.GET, "/v1/admin/audit.ndjson", Scope.AUDIT_READ, this::entries),
                Route.of(Method.POST, "/v1/admin/audit/verify", Scope.AUDIT_READ, this::verify));
    }

    /** A thousand entries behind the number {@code after}, one a line. */
    private Answer entries(Call call) {
        String after = call.query().one("after").orElse("0");
        if (!after.matches("[0-9]{1,18}")) {
            throw new ProblemException(ProblemCode.INVALID_REQUEST, "after is the number of an entry.");
        }
        readings.writeDown();
        StringBuilder lines = new StringBuilder();
        audit.entries(call.principal().tenant(), Long.parseLong(after), PAGE)
                .forEach(entry -> lines.append(entry).append('\n'));
        return Answer.of(200, "application/x-ndjson", lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Answer verify(Call call) {
        OptionalLong broken = audit.firstBroken(call.principal().tenant());
        return Answer.json(
                200,
                broken.isPresent() ? Map.of("whole", false, "firstBroken", broken.getAsLong()) : Map.of("whole", true));
    }
}
