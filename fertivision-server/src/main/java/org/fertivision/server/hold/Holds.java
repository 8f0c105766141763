package org.fertivision.server.hold;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fertivision.server.audit.AuditTrail;
import org.fertivision.server.audit.AuditTrail.Act;
import org.fertivision.server.http.Principal;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.seal.DataKey;
import org.fertivision.server.seal.DataKeys;
import org.fertivision.server.store.Database;
import org.jspecify.annotations.Nullable;

/**
 * The legal holds of all tenants. From its entry in the audit trail on a hold is in force: who deletes or purges waits for
 * that trail before it looks. Thread-safe.
 */
public final class Holds {
    /** The prefix of a hold's public id. */
    static final String PREFIX = "hol";

    private static final String TABLE = "legal_hold";
    private static final String REASON = "reason";

    private final Database database;
    private final DataKeys keys;
    private final AuditTrail audit;
    private final Clock clock;

    /** The holds of a database. */
    public Holds(Database database, DataKeys keys, AuditTrail audit, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Refuses to end an analysis that is held, in a transaction that would end it.
     *
     * @throws ProblemException if a hold is in force
     */
    public static void refuseAnalysis(Connection connection, UUID id) throws SQLException {
        refuse(connection, "SELECT is_held(id, subject_id) FROM analysis WHERE id = ?", id);
    }

    /**
     * Refuses to end a subject that is held, or of which an analysis is.
     *
     * @throws ProblemException if a hold is in force
     */
    public static void refuseSubject(Connection connection, UUID id) throws SQLException {
        refuse(
                connection,
                "SELECT is_held(NULL, s.id) OR EXISTS (SELECT FROM analysis a WHERE a.subject_id = s.id"
                        + " AND is_held(a.id, NULL)) FROM subject s WHERE s.id = ?",
                id);
    }

    private static void refuse(Connection connection, String held, UUID id) throws SQLException {
        AuditTrail.await(connection);
        try (PreparedStatement select = connection.prepareStatement(held)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (row.next() && row.getBoolean(1)) {
                    throw new ProblemException(
                            ProblemCode.LEGAL_HOLD, "A legal hold is in force; it can be deleted when that has ended.");
                }
            }
        }
    }

    /**
     * Holds an analysis, a subject, or everything.
     *
     * @return the hold; nothing where there is nothing of that id
     */
    Optional<UUID> place(
            Principal who, @Nullable UUID analysis, @Nullable UUID subject, String reason, String requestId) {
        UUID id = PublicId.fresh(clock);
        DataKey key = keys.fresh(who.tenant());
        return database.inTenant(who.tenant(), connection -> {
            if (!isThere(connection, "analysis", analysis) || !isThere(connection, "subject", subject)) {
                return Optional.empty();
            }
            audit.append(connection, who.tenant(), act(who, "hold placed", id, requestId));
            keys.keep(connection, key, null);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO legal_hold (id, tenant_id, analysis_id, subject_id, data_key, reason)"
                            + " VALUES (?, ?, ?, ?, ?, ?)")) {
                insert.setObject(1, id);
                insert.setObject(2, who.tenant());
                insert.setObject(3, analysis);
                insert.setObject(4, subject);
                insert.setObject(5, key.id());
                insert.setBytes(6, key.seal(reason.getBytes(StandardCharsets.UTF_8), TABLE, REASON, id));
                insert.executeUpdate();
            }
            return Optional.of(id);
        });
    }

    private static boolean isThere(Connection connection, String table, @Nullable UUID id) throws SQLException {
        if (id == null) {
            return true;
        }
        try (PreparedStatement select = connection.prepareStatement("SELECT FROM " + table + " WHERE id = ?")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private static Act act(Principal who, String action, UUID id, String requestId) {
        return new Act(who.token().toString(), action, PublicId.text(PREFIX, id), "done", requestId);
    }

    /** Those of a tenant that are in force, newest first. */
    List<Hold> inForce(UUID tenant) {
        return database.inTenant(tenant, connection -> {
            List<Hold> holds = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT id, analysis_id, subject_id, data_key,"
                            + " reason, created_at FROM legal_hold WHERE ended_at IS NULL ORDER BY id DESC");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID id = row.getObject(1, UUID.class);
                    DataKey key = keys.find(connection, tenant, row.getObject(4, UUID.class));
                    holds.add(new Hold(
                            id,
                            row.getObject(2, UUID.class),
                            row.getObject(3, UUID.class),
                            new String(key.open(row.getBytes(5), TABLE, REASON, id), StandardCharsets.UTF_8),
                            row.getTimestamp(6).toInstant()));
                }
            }
            return holds;
        });
    }

    /** Ends one; whether it was in force. */
    boolean end(Principal who, UUID id, String requestId) {
        return database.inTenant(who.tenant(), connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE legal_hold SET ended_at = now() WHERE id = ? AND ended_at IS NULL")) {
                update.setObject(1, id);
                if (update.executeUpdate() == 0) {
                    return false;
                }
            }
            audit.append(connection, who.tenant(), act(who, "hold ended", id, requestId));
            return true;
        });
    }
}
