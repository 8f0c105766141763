package org.fertivision.server.analysis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fertivision.server.http.Answer;
import org.fertivision.server.http.Call;
import org.fertivision.server.http.Route;
import org.fertivision.server.http.Route.Method;
import org.fertivision.server.http.Scope;
import org.fertivision.server.store.Database;

/** How much a tenant had measured, month by month, and how much of it is kept. */
final class UsageRoutes {
    private static final String MONTHS = "SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM'), kind, count(*),"
            + " count(*) FILTER (WHERE status = 'succeeded'), count(*) FILTER (WHERE status = 'failed')"
            + " FROM analysis GROUP BY 1, 2 ORDER BY 1 DESC, 2";
    private static final String KEPT = "SELECT (SELECT count(*) FROM analysis WHERE deleted_at IS NULL),"
            + " (SELECT count(*) FROM analysis WHERE deleted_at IS NOT NULL AND purged_at IS NULL),"
            + " count(*), coalesce(sum(bytes), 0) FROM analysis_field";

    private final Database database;

    UsageRoutes(Database database) {
        this.database = database;
    }

    List<Route> routes() {
        return List.of(Route.of(Method.GET, "/v1/admin/usage", Scope.RETENTION_ADMIN, this::usage));
    }

    private Answer usage(Call call) {
        return Answer.json(200, database.inTenant(call.principal().tenant(), UsageRoutes::members));
    }

    private static Map<String, Object> members(Connection connection) throws SQLException {
        Map<String, Object> members = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(KEPT);
                ResultSet row = select.executeQuery()) {
            row.next();
            members.put("analyses", row.getLong(1));
            members.put("deleted", row.getLong(2));
            members.put("images", row.getLong(3));
            members.put("bytes", row.getLong(4));
        }
        members.put("months", months(connection));
        return members;
    }

    private static List<Map<String, Object>> months(Connection connection) throws SQLException {
        List<Map<String, Object>> months = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(MONTHS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Map<String, Object> month = new LinkedHashMap<>();
                month.put("month", row.getString(1));
                month.put("kind", row.getString(2));
                month.put("analyses", row.getLong(3));
                month.put("succeeded", row.getLong(4));
                month.put("failed", row.getLong(5));
                months.add(month);
            }
        }
        return months;
    }
}
