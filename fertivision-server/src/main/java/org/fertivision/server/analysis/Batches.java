package org.fertivision.server.analysis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.fertivision.server.audit.AuditTrail;
import org.fertivision.server.audit.AuditTrail.Act;
import org.fertivision.server.http.Principal;
import org.fertivision.server.http.Problem;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.store.Database;
import org.jspecify.annotations.Nullable;

/** Batches and their items as rows. Thread-safe. */
final class Batches {
    /** The prefix of a batch's public id. */
    static final String PREFIX = "bat";

    private static final String ITEMS = "SELECT i.item, i.analysis_id, CASE WHEN i.analysis_id IS NULL THEN 'refused'"
            + " WHEN a.id IS NULL OR a.deleted_at IS NOT NULL THEN 'deleted'"
            + " WHEN a.status = 'queued' AND j.state = 'running' THEN 'running' ELSE a.status END AS status,"
            + " coalesce(i.problem_code, a.problem_code), coalesce(i.problem, a.problem)"
            + " FROM batch_item i LEFT JOIN analysis a ON a.id = i.analysis_id"
            + " LEFT JOIN job j ON j.id = i.analysis_id WHERE i.batch_id = ?";

    private final Database database;
    private final AuditTrail audit;
    private final Clock clock;

    /**
     * A batch.
     *
     * @param id its id
     * @param items how many items it has
     * @param createdAt when it was handed in
     */
    record Batch(UUID id, int items, Instant createdAt) {}

    Batches(Database database, AuditTrail audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Begins a batch, or finds the one that was begun under the same key.
     *
     * @throws ProblemException if the key was used for another one
     */
    UUID begin(Principal who, Submission.Once once, int items, String requestId) {
        UUID fresh = PublicId.fresh(clock);
        return database.inTenant(who.tenant(), connection -> {
            int begun = Analyses.insert(
                    connection,
                    "INSERT INTO batch (id, tenant_id, key_mac, fingerprint, items) VALUES (?, ?, ?, ?, ?)"
                            + " ON CONFLICT DO NOTHING",
                    fresh,
                    who.tenant(),
                    HexFormat.of().parseHex(once.keyCode()),
                    once.fingerprint(),
                    items);
            if (begun == 0) {
                return known(connection, once);
            }
            append(connection, who, "batch created", fresh, requestId);
            return fresh;
        });
    }

    private static UUID known(Connection connection, Submission.Once once) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id, fingerprint FROM batch WHERE key_mac = ?")) {
            select.setBytes(1, HexFormat.of().parseHex(once.keyCode()));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                if (!row.getString(2).equals(once.fingerprint())) {
                    throw new ProblemException(
                            ProblemCode.IDEMPOTENCY_KEY_REUSED, "The Idempotency-Key was used for another batch.");
                }
                return row.getObject(1, UUID.class);
            }
        }
    }

    private void append(Connection connection, Principal who, String action, UUID id, String requestId)
            throws SQLException {
        String object = PublicId.text(PREFIX, id);
        audit.append(connection, who.tenant(), new Act(who.token().toString(), action, object, "done", requestId));
    }

    /** Which items were taken in before. */
    BitSet taken(UUID tenant, UUID batch) {
        return database.inTenant(tenant, connection -> {
            BitSet taken = new BitSet();
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT item FROM batch_item WHERE batch_id = ?")) {
                select.setObject(1, batch);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        taken.set(row.getInt(1));
                    }
                }
            }
            return taken;
        });
    }

    /** An item became an analysis. */
    void accepted(UUID tenant, UUID batch, int item, UUID analysis) {
        keep(tenant, batch, item, analysis, null);
    }

    /** An item became none. */
    void refused(UUID tenant, UUID batch, int item, Problem problem) {
        keep(tenant, batch, item, null, problem);
    }

    private void keep(UUID tenant, UUID batch, int item, @Nullable UUID analysis, @Nullable Problem problem) {
        database.inTenant(tenant, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO batch_item (batch_id, tenant_id, item, analysis_id, problem_code, problem)"
                            + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
                insert.setObject(1, batch);
                insert.setObject(2, tenant);
                insert.setInt(3, item);
                insert.setObject(4, analysis);
                insert.setString(5, problem == null ? null : problem.code().slug());
                insert.setString(6, problem == null ? null : problem.detail());
                return insert.executeUpdate();
            }
        });
    }

    /** A batch of a tenant. */
    Optional<Batch> find(UUID tenant, UUID id) {
        return database.inTenant(tenant, connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT id, items, created_at FROM batch WHERE id = ?")) {
                select.setObject(1, id);
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Batch(
                                    row.getObject(1, UUID.class),
                                    row.getInt(2),
                                    row.getTimestamp(3).toInstant()))
                            : Optional.empty();
                }
            }
        });
    }

    /** How many items of a batch are how far. */
    Map<String, Long> counts(UUID tenant, UUID id) {
        return database.inTenant(tenant, connection -> {
            Map<String, Long> counts = new TreeMap<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT status, count(*) FROM (" + ITEMS + ") AS item GROUP BY status")) {
                select.setObject(1, id);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        counts.put(row.getString(1), row.getLong(2));
                    }
                }
            }
            return counts;
        });
    }

    /** The items of a batch from a number on, at most so many. */
    List<BatchItem> items(UUID tenant, UUID id, int from, int most) {
        return database.inTenant(tenant, connection -> {
            List<BatchItem> items = new ArrayList<>();
            try (PreparedStatement select =
                    connection.prepareStatement(ITEMS + " AND i.item >= ? ORDER BY i.item LIMIT ?")) {
                select.setObject(1, id);
                select.setInt(2, from);
                select.setInt(3, most);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        items.add(new BatchItem(
                                row.getInt(1),
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5)));
                    }
                }
            }
            return items;
        });
    }

    /** Writes down that a batch was called off. */
    void canceled(Principal who, UUID id, String requestId) {
        database.inTenant(who.tenant(), connection -> {
            append(connection, who, "batch canceled", id, requestId);
            return true;
        });
    }
}
