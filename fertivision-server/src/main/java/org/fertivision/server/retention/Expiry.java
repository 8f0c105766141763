package org.fertivision.server.retention;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fertivision.server.audit.AuditTrail;
import org.fertivision.server.audit.AuditTrail.Act;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.store.Database;

/** Ends what a tenant has kept for as many days as it wants to; what is held stays. Thread-safe. */
final class Expiry {
    private static final String OVER =
            " FROM analysis WHERE deleted_at IS NULL AND completed_at <= ? AND NOT is_held(id, subject_id)";

    private final Database database;
    private final AuditTrail audit;
    private final Clock clock;

    /**
     * What ended, or would end.
     *
     * @param analyses how many analyses were deleted, to be purged after their days of grace
     * @param keys how many keys of requests were forgotten
     */
    record Ended(int analyses, int keys) {}

    Expiry(Database database, AuditTrail audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    private Timestamp before(int days) {
        return Timestamp.from(clock.instant().minus(Duration.ofDays(days)));
    }

    /** What would end now. */
    Ended due(UUID tenant) {
        return database.inTenant(tenant, connection -> {
            Days days = Days.of(connection);
            Integer analyses = days.analyses();
            Integer keys = days.idempotencyKeys();
            return new Ended(
                    analyses == null ? 0 : over(connection, analyses).size(),
                    keys == null
                            ? 0
                            : count(connection, "SELECT count(*) FROM idempotency WHERE created_at <= ?", keys));
        });
    }

    private int count(Connection connection, String sql, int days) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setTimestamp(1, before(days));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private List<UUID> over(Connection connection, int days) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT id" + OVER + " ORDER BY id")) {
            select.setTimestamp(1, before(days));
            return Retention.ids(select);
        }
    }

    /** Ends what is due, each with its entry in the trail. */
    Ended run(UUID tenant, String actor, String requestId) {
        Days days = database.inTenant(tenant, Days::of);
        List<UUID> ended = new ArrayList<>();
        Integer analyses = days.analyses();
        if (analyses != null) {
            for (UUID id : database.inTenant(tenant, connection -> over(connection, analyses))) {
                if (database.inTenant(tenant, connection -> end(connection, tenant, id, analyses, actor, requestId))) {
                    ended.add(id);
                }
            }
        }
        Integer keys = days.idempotencyKeys();
        return new Ended(
                ended.size(),
                keys == null
                        ? 0
                        : database.inTenant(tenant, connection -> forget(connection, tenant, keys, actor, requestId)));
    }

    private boolean end(Connection connection, UUID tenant, UUID id, int days, String actor, String requestId)
            throws SQLException {
        AuditTrail.await(connection);
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE analysis SET deleted_at = ? WHERE id IN (SELECT id" + OVER + ") AND id = ?")) {
            update.setTimestamp(1, Timestamp.from(clock.instant()));
            update.setTimestamp(2, before(days));
            update.setObject(3, id);
            if (update.executeUpdate() == 0) {
                return false;
            }
        }
        String object = PublicId.text("ana", id);
        audit.append(connection, tenant, new Act(actor, "analysis expired", object, "done", requestId));
        return true;
    }

    private int forget(Connection connection, UUID tenant, int days, String actor, String requestId)
            throws SQLException {
        int forgotten;
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM idempotency WHERE created_at <= ?")) {
            delete.setTimestamp(1, before(days));
            forgotten = delete.executeUpdate();
        }
        if (forgotten > 0) {
            String object = forgotten + " idempotency keys";
            audit.append(connection, tenant, new Act(actor, "forgotten", object, "done", requestId));
        }
        return forgotten;
    }
}
