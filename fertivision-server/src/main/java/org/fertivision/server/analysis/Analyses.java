package org.fertivision.server.analysis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.fertivision.server.analysis.AnalysisRow.Status;
import org.fertivision.server.audit.AuditTrail;
import org.fertivision.server.audit.AuditTrail.Act;
import org.fertivision.server.hold.Holds;
import org.fertivision.server.http.Principal;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.store.Database;
import org.jspecify.annotations.Nullable;

/** The analyses of all tenants. What is written stands with its audit entry in one transaction. Thread-safe. */
final class Analyses {
    /** The prefix of an analysis's public id. */
    static final String PREFIX = "ana";

    private static final String COLUMNS =
            "SELECT a.id, a.kind, CASE WHEN a.status = 'queued' AND j.state = 'running' THEN 'running' ELSE a.status"
                    + " END, a.subject_id, a.created_at, a.completed_at, a.deleted_at, a.result_sha256, a.problem_code,"
                    + " a.problem, v.version, v.state, a.demo FROM analysis a JOIN job j ON j.id = a.id LEFT JOIN LATERAL"
                    + " (SELECT r.version, r.state FROM review r WHERE r.analysis_id = a.id ORDER BY r.version DESC LIMIT"
                    + " 1) v ON true ";

    private final Database database;
    private final Contents contents;
    private final AuditTrail audit;
    private final QueueRoom room;
    private final Clock clock;

    /**
     * What became of a submission.
     *
     * @param id the analysis
     * @param replayed whether it was there already, under the client's key
     */
    record Submitted(UUID id, boolean replayed) {}

    /**
     * Which analyses are listed.
     *
     * @param before those older than this one, or null
     * @param kind those of this kind, or null
     * @param subject those of this subject, or null
     */
    record Filter(
            @Nullable UUID before,
            @Nullable String kind,
            @Nullable UUID subject) {}

    /** Another request took the key at the same moment. */
    private static final class KeyTakenException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    Analyses(Database database, Contents contents, AuditTrail audit, QueueRoom room, Clock clock) {
        this.database = database;
        this.contents = contents;
        this.audit = audit;
        this.room = room;
        this.clock = clock;
    }

    /** Keeps a submission with the work on it; from its return on nothing of it is lost. */
    Submitted submit(Principal who, Submission submission, String requestId) {
        try {
            return database.inTenant(who.tenant(), connection -> submit(connection, who, submission, requestId));
        } catch (KeyTakenException e) {
            // The other request has committed: this look finds its analysis.
            return database.inTenant(who.tenant(), connection -> submit(connection, who, submission, requestId));
        }
    }

    private Submitted submit(Connection connection, Principal who, Submission submission, String requestId)
            throws SQLException {
        if (submission.once() != null) {
            Optional<UUID> known = known(connection, submission.once());
            if (known.isPresent()) {
                return new Submitted(known.get(), true);
            }
        }
        room.refuse(connection, who.tenant());
        UUID id = PublicId.fresh(clock);
        contents.keep(connection, who.tenant(), id, submission);
        insert(connection, "INSERT INTO job (id, tenant_id) VALUES (?, ?)", id, who.tenant());
        if (submission.once() != null) {
            int kept = insert(
                    connection,
                    "INSERT INTO idempotency (tenant_id, key_mac, fingerprint, analysis_id) VALUES (?, ?, ?, ?)"
                            + " ON CONFLICT DO NOTHING",
                    who.tenant(),
                    HexFormat.of().parseHex(submission.once().keyCode()),
                    submission.once().fingerprint(),
                    id);
            if (kept == 0) {
                throw new KeyTakenException();
            }
        }
        audit.append(
                connection,
                who.tenant(),
                new Act(who.token().toString(), "analysis created", PublicId.text(PREFIX, id), "done", requestId));
        return new Submitted(id, false);
    }

    private static Optional<UUID> known(Connection connection, Submission.Once once) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT analysis_id, fingerprint FROM idempotency WHERE key_mac = ?")) {
            select.setBytes(1, HexFormat.of().parseHex(once.keyCode()));
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                if (!row.getString(2).equals(once.fingerprint())) {
                    throw new ProblemException(
                            ProblemCode.IDEMPOTENCY_KEY_REUSED, "The Idempotency-Key was used for another request.");
                }
                return Optional.of(row.getObject(1, UUID.class));
            }
        }
    }

    static int insert(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            return insert.executeUpdate();
        }
    }

    /** An analysis of a tenant, deleted ones too. */
    Optional<AnalysisRow> find(UUID tenant, UUID id) {
        return database.inTenant(tenant, connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + "WHERE a.id = ?")) {
                select.setObject(1, id);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row(row)) : Optional.empty();
                }
            }
        });
    }

    /** The analyses of a tenant that a filter lets through, newest first, at most so many. */
    List<AnalysisRow> list(UUID tenant, Filter filter, int most) {
        return list(tenant, "", filter, most);
    }

    /** Those of them that have a result and are of somebody: demos tell nothing of a laboratory. */
    List<AnalysisRow> measured(UUID tenant, Filter filter, int most) {
        return list(tenant, " AND a.result_sha256 IS NOT NULL AND NOT a.demo", filter, most);
    }

    private List<AnalysisRow> list(UUID tenant, String further, Filter filter, int most) {
        return database.inTenant(tenant, connection -> {
            List<AnalysisRow> rows = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(COLUMNS
                    + "WHERE a.deleted_at IS NULL AND (?::uuid IS NULL OR a.id < ?::uuid)"
                    + " AND (?::text IS NULL OR a.kind = ?) AND (?::uuid IS NULL OR a.subject_id = ?::uuid)" + further
                    + " ORDER BY a.id DESC LIMIT ?")) {
                select.setObject(1, filter.before());
                select.setObject(2, filter.before());
                select.setString(3, filter.kind());
                select.setString(4, filter.kind());
                select.setObject(5, filter.subject());
                select.setObject(6, filter.subject());
                select.setInt(7, most);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        rows.add(row(row));
                    }
                }
            }
            return rows;
        });
    }

    private static AnalysisRow row(ResultSet row) throws SQLException {
        return new AnalysisRow(
                row.getObject(1, UUID.class),
                row.getString(2),
                Status.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                row.getObject(4, UUID.class),
                row.getTimestamp(5).toInstant(),
                instant(row.getTimestamp(6)),
                instant(row.getTimestamp(7)),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getInt(11),
                row.getString(12),
                row.getBoolean(13));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    /**
     * The result document of an analysis that succeeded.
     *
     * @throws org.fertivision.server.seal.BrokenSealException if it is not as it was kept
     */
    byte[] document(UUID tenant, UUID id) {
        return database.inTenant(tenant, connection -> contents.document(connection, tenant, id));
    }

    /** Where the specimen of an analysis comes from, and its result document where there is one. */
    Contents.Told told(UUID tenant, UUID id) {
        return database.inTenant(tenant, connection -> contents.told(connection, tenant, id));
    }

    /**
     * What was handed in for an analysis.
     *
     * @throws org.fertivision.server.seal.BrokenSealException if it is not as it was kept
     */
    Content content(UUID tenant, UUID id) {
        return database.inTenant(tenant, connection -> contents.of(connection, tenant, id));
    }

    /** Marks an analysis as deleted; nobody sees it any more. */
    void delete(Principal who, UUID id, String requestId) {
        database.inTenant(who.tenant(), connection -> {
            Holds.refuseAnalysis(connection, id);
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE analysis SET deleted_at = now() WHERE id = ? AND deleted_at IS NULL")) {
                update.setObject(1, id);
                update.executeUpdate();
            }
            audit.append(
                    connection,
                    who.tenant(),
                    new Act(who.token().toString(), "analysis deleted", PublicId.text(PREFIX, id), "done", requestId));
            return true;
        });
    }

    /**
     * Keeps what came of an attempt, if its lease still holds; of one that was called off, only that.
     *
     * @return whether it was kept
     */
    boolean complete(JobQueue.Claim claim, Ending came) {
        return database.inTenant(claim.tenant(), connection -> {
            JobQueue.Hold hold = JobQueue.end(connection, claim);
            if (hold == JobQueue.Hold.LOST) {
                return false;
            }
            Ending ending = hold == JobQueue.Hold.CALLED_OFF ? Ending.calledOff() : came;
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE analysis SET status = ?, completed_at = now(), result = ?, result_sha256 = ?,"
                            + " problem_code = ?, problem = ? WHERE id = ?")) {
                update.setString(1, ending.status().name().toLowerCase(Locale.ROOT));
                update.setBytes(2, contents.sealed(connection, claim, ending.document()));
                update.setString(3, ending.resultSha256());
                update.setString(4, ending.problemCode());
                update.setString(5, ending.problem());
                update.setObject(6, claim.id());
                update.executeUpdate();
            }
            String outcome = ending.problemCode() == null ? "done" : ending.problemCode();
            audit.append(
                    connection,
                    claim.tenant(),
                    new Act("server", "analysis completed", PublicId.text(PREFIX, claim.id()), outcome, ""));
            return true;
        });
    }
}
