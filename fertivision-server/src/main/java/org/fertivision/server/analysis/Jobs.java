package org.fertivision.server.analysis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.fertivision.server.analysis.AnalysisRow.Status;
import org.fertivision.server.audit.AuditTrail;
import org.fertivision.server.audit.AuditTrail.Act;
import org.fertivision.server.http.Principal;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.store.Database;

/** The work on analyses as clients see it: how far it is, and that it is called off. Thread-safe. */
final class Jobs {
    private static final String FIND =
            "SELECT j.id, CASE WHEN a.status = 'queued' AND j.state = 'running' THEN 'running' ELSE a.status END,"
                    + " j.progress, j.stage, j.attempt, j.cancel_asked_at IS NOT NULL,"
                    + " CASE WHEN j.state = 'queued'"
                    + " THEN (SELECT count(*) FROM job q WHERE q.state = 'queued' AND q.id <= j.id) ELSE 0 END,"
                    + " a.problem_code, a.problem FROM job j JOIN analysis a ON a.id = j.id WHERE j.id = ?";

    private final Database database;
    private final AuditTrail audit;

    Jobs(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /** The work on an analysis of a tenant. */
    Optional<JobRow> find(UUID tenant, UUID id) {
        return database.inTenant(tenant, connection -> {
            try (PreparedStatement select = connection.prepareStatement(FIND)) {
                select.setObject(1, id);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row(row)) : Optional.empty();
                }
            }
        });
    }

    private static JobRow row(ResultSet row) throws SQLException {
        return new JobRow(
                row.getObject(1, UUID.class),
                Status.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                row.getDouble(3),
                row.getString(4),
                row.getInt(5),
                row.getBoolean(6),
                row.getLong(7),
                row.getString(8),
                row.getString(9));
    }

    /**
     * Calls an analysis off. One that waits is over at once; one that is measured ends as called off, whatever comes of
     * the measuring; one that is over stays as it is.
     */
    void cancel(Principal who, UUID id, String requestId) {
        database.inTenant(who.tenant(), connection -> {
            if (changed(
                    connection,
                    "UPDATE job SET state = 'done', cancel_asked_at = now() WHERE id = ? AND state = 'queued'",
                    id)) {
                end(connection, id);
                append(connection, who, "analysis canceled", id, requestId);
            } else if (changed(
                    connection,
                    "UPDATE job SET cancel_asked_at = now()"
                            + " WHERE id = ? AND state = 'running' AND cancel_asked_at IS NULL",
                    id)) {
                append(connection, who, "cancellation asked", id, requestId);
            }
            return true;
        });
    }

    private static boolean changed(Connection connection, String sql, UUID id) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, id);
            return update.executeUpdate() == 1;
        }
    }

    private static void end(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE analysis SET status = 'canceled',"
                + " completed_at = now(), problem_code = ?, problem = ? WHERE id = ?")) {
            update.setString(1, ProblemCode.CANCELED.slug());
            update.setString(2, "It was called off before it was begun.");
            update.setObject(3, id);
            update.executeUpdate();
        }
    }

    private void append(Connection connection, Principal who, String action, UUID id, String requestId)
            throws SQLException {
        String object = PublicId.text(Analyses.PREFIX, id);
        audit.append(connection, who.tenant(), new Act(who.token().toString(), action, object, "done", requestId));
    }
}
