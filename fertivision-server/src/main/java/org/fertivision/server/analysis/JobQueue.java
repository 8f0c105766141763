package org.fertivision.server.analysis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.fertivision.server.store.Database;

/**
 * Hands out the work on analyses, in transactions of an instant: a claim is a lease, which its owner renews; one that has
 * run out is handed out again, three times at most. Of two tenants the one with less under way comes first. Thread-safe.
 */
final class JobQueue {
    /** How often an analysis is begun at most. */
    static final int MOST_ATTEMPTS = 3;

    private static final String OURS = " WHERE id = ? AND state = 'running' AND lease_owner = ? AND attempt = ?";
    private static final String HOLD = " RETURNING cancel_asked_at IS NOT NULL";
    private static final String CLAIM = """
        WITH under_way AS (
            SELECT tenant_id, count(*) AS jobs FROM job
            WHERE state = 'running' AND lease_until >= now() GROUP BY tenant_id)
        UPDATE job SET state = 'running', attempt = attempt + 1, lease_owner = ?, lease_until = now() + ?::interval,
            progress = 0, stage = 'checking'
        WHERE id = (
            SELECT j.id FROM job j LEFT JOIN under_way u ON u.tenant_id = j.tenant_id
            WHERE (j.state = 'queued' OR j.state = 'running' AND j.lease_until < now()) AND j.attempt < ?
              AND j.cancel_asked_at IS NULL
            ORDER BY coalesce(u.jobs, 0), j.id
            FOR UPDATE OF j SKIP LOCKED LIMIT 1)
        RETURNING id, tenant_id, attempt\
        """;
    private static final String BURY = """
        UPDATE job SET state = 'running', lease_owner = ?, lease_until = now() + ?::interval
        WHERE id IN (
            SELECT id FROM job
            WHERE state = 'running' AND lease_until < now() AND (attempt >= ? OR cancel_asked_at IS NOT NULL)
               OR state = 'queued' AND cancel_asked_at IS NOT NULL
            FOR UPDATE SKIP LOCKED)
        RETURNING id, tenant_id, attempt\
        """;

    private final Database database;
    private final UUID owner;
    private final Duration lease;

    /**
     * An attempt at an analysis.
     *
     * @param id the analysis
     * @param tenant whose
     * @param owner who holds the lease
     * @param attempt which attempt, from 1
     */
    record Claim(UUID id, UUID tenant, UUID owner, int attempt) {}

    /** What has become of a claim. */
    enum Hold {
        /** It holds. */
        OURS,
        /** It holds, and somebody called the analysis off. */
        CALLED_OFF,
        /** Its lease ran out, and somebody else went on. */
        LOST
    }

    /** A queue whose claims are held by this process. */
    JobQueue(Database database, Duration lease) {
        this.database = database;
        this.owner = UUID.randomUUID();
        this.lease = lease;
    }

    private String leaseText() {
        return lease.toMillis() + " milliseconds";
    }

    /** Takes the next job, if there is one. */
    Optional<Claim> claim() {
        return database.asSystem(connection -> {
            try (PreparedStatement update = connection.prepareStatement(CLAIM)) {
                update.setObject(1, owner);
                update.setString(2, leaseText());
                update.setInt(3, MOST_ATTEMPTS);
                try (ResultSet row = update.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Claim(
                                    row.getObject(1, UUID.class), row.getObject(2, UUID.class), owner, row.getInt(3)))
                            : Optional.empty();
                }
            }
        });
    }

    /** Takes, to bury them, jobs whose last attempt ended without a word, and those called off that nobody works on. */
    List<Claim> dead() {
        return database.asSystem(connection -> {
            List<Claim> dead = new ArrayList<>();
            try (PreparedStatement update = connection.prepareStatement(BURY)) {
                update.setObject(1, owner);
                update.setString(2, leaseText());
                update.setInt(3, MOST_ATTEMPTS);
                try (ResultSet row = update.executeQuery()) {
                    while (row.next()) {
                        dead.add(new Claim(
                                row.getObject(1, UUID.class), row.getObject(2, UUID.class), owner, row.getInt(3)));
                    }
                }
            }
            return dead;
        });
    }

    /** Renews a lease and tells how far the attempt is. */
    Hold renew(Claim claim, double progress, Attempt.Stage stage) {
        return database.asSystem(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE job SET lease_until = now() + ?::interval, progress = ?, stage = ?" + OURS + HOLD)) {
                update.setString(1, leaseText());
                update.setDouble(2, progress);
                update.setString(3, stage.name().toLowerCase(Locale.ROOT));
                ours(update, 4, claim);
                return hold(update);
            }
        });
    }

    /** How many jobs of all tenants wait and are measured, by their state. */
    Map<String, Long> open() {
        return database.asSystem(connection -> {
            Map<String, Long> open = new TreeMap<>(Map.of("queued", 0L, "running", 0L));
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT state, count(*) FROM job WHERE state IN ('queued', 'running') GROUP BY state");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    open.put(row.getString(1), row.getLong(2));
                }
            }
            return open;
        });
    }

    /** The analysis that has waited or been measured for the longest time, if there is one. */
    Optional<UUID> oldest() {
        return database.asSystem(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT id FROM job WHERE state IN ('queued', 'running') ORDER BY id LIMIT 1");
                    ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        });
    }

    /** Gives a job back that this process cannot finish; the attempt does not count. */
    void giveBack(Claim claim) {
        database.asSystem(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE job SET state = 'queued', attempt = attempt - 1, stage = NULL, lease_owner = NULL,"
                            + " lease_until = NULL" + OURS)) {
                ours(update, 1, claim);
                return update.executeUpdate();
            }
        });
    }

    /** Ends a job within the transaction that keeps its result. */
    static Hold end(Connection connection, Claim claim) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE job SET state = 'done',"
                + " stage = NULL, lease_owner = NULL, lease_until = NULL" + OURS + HOLD)) {
            ours(update, 1, claim);
            return hold(update);
        }
    }

    private static Hold hold(PreparedStatement update) throws SQLException {
        try (ResultSet row = update.executeQuery()) {
            if (!row.next()) {
                return Hold.LOST;
            }
            return row.getBoolean(1) ? Hold.CALLED_OFF : Hold.OURS;
        }
    }

    private static void ours(PreparedStatement statement, int from, Claim claim) throws SQLException {
        statement.setObject(from, claim.id());
        statement.setObject(from + 1, claim.owner());
        statement.setInt(from + 2, claim.attempt());
    }
}
