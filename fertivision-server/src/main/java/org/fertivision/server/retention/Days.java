package org.fertivision.server.retention;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For how many days a tenant keeps what; null for no end.
 *
 * @param analyses analyses, from their completion on; then they are deleted as if somebody did
 * @param idempotencyKeys under which the same request is answered once
 */
record Days(@Nullable Integer analyses, @Nullable Integer idempotencyKeys) {
    private static final String ANALYSIS = "analysis";
    private static final String IDEMPOTENCY = "idempotency";

    /** Those of the tenant of a transaction. */
    static Days of(Connection connection) throws SQLException {
        Map<String, Integer> days = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT class, days FROM retention_days");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                days.put(row.getString(1), row.getInt(2));
            }
        }
        return new Days(days.get(ANALYSIS), days.get(IDEMPOTENCY));
    }

    /** Keeps these in place of those of the tenant. */
    void keep(Connection connection, UUID tenant) throws SQLException {
        try (Statement delete = connection.createStatement()) {
            delete.execute("DELETE FROM retention_days");
        }
        keep(connection, tenant, ANALYSIS, analyses);
        keep(connection, tenant, IDEMPOTENCY, idempotencyKeys);
    }

    private static void keep(Connection connection, UUID tenant, String what, @Nullable Integer days)
            throws SQLException {
        if (days == null) {
            return;
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO retention_days (tenant_id, class, days) VALUES (?, ?, ?)")) {
            insert.setObject(1, tenant);
            insert.setString(2, what);
            insert.setInt(3, days);
            insert.executeUpdate();
        }
    }

    /** Its members, as they are told; what has no end is null. */
    Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("analysisDays", analyses);
        members.put("idempotencyDays", idempotencyKeys);
        return members;
    }
}
