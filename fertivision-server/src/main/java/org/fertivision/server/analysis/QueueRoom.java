package org.fertivision.server.analysis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.fertivision.server.http.Problem;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.store.Database;
import org.jspecify.annotations.Nullable;

/**
 * Whether the queue of a tenant takes one more. What was seen is remembered for an instant, so that many who are refused cost
 * little: least of all the reading of bodies that nobody can take. Thread-safe.
 */
final class QueueRoom {
    private static final long REMEMBERED_NANOS = 250_000_000;

    private final Database database;
    private final int mostOpen;
    private final Map<UUID, Look> looks = new ConcurrentHashMap<>();

    /** What was seen when, by the clock of {@link System#nanoTime}. */
    private record Look(long at, boolean full) {
        boolean isFresh() {
            return System.nanoTime() - at < REMEMBERED_NANOS;
        }
    }

    /** Room for so many analyses of each tenant that wait or are measured. */
    QueueRoom(Database database, int mostOpen) {
        this.database = database;
        this.mostOpen = mostOpen;
    }

    /**
     * Refuses what is not to be read where there was no room an instant ago, unless it was taken before.
     *
     * @param keyCode the code of the client's key, or null where he sent none
     * @throws ProblemException if there was none
     */
    void refuseUnread(UUID tenant, @Nullable String keyCode) {
        Look last = looks.get(tenant);
        boolean full = last != null && last.isFresh()
                ? last.full()
                : database.inTenant(tenant, connection -> isFull(connection, tenant));
        if (full && (keyCode == null || !database.inTenant(tenant, connection -> isKnown(connection, keyCode)))) {
            throw full();
        }
    }

    /**
     * Refuses one more within the transaction that would add it.
     *
     * @throws ProblemException if there is no room
     */
    void refuse(Connection connection, UUID tenant) throws SQLException {
        if (isFull(connection, tenant)) {
            throw full();
        }
    }

    private boolean isFull(Connection connection, UUID tenant) throws SQLException {
        try (PreparedStatement count =
                        connection.prepareStatement("SELECT count(*) FROM job WHERE state IN ('queued', 'running')");
                ResultSet row = count.executeQuery()) {
            row.next();
            boolean full = row.getLong(1) >= mostOpen;
            looks.put(tenant, new Look(System.nanoTime(), full));
            return full;
        }
    }

    private static boolean isKnown(Connection connection, String keyCode) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT EXISTS (SELECT FROM idempotency WHERE"
                + " key_mac = ?) OR EXISTS (SELECT FROM batch WHERE key_mac = ?)")) {
            byte[] code = HexFormat.of().parseHex(keyCode);
            select.setBytes(1, code);
            select.setBytes(2, code);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private ProblemException full() {
        return new ProblemException(Problem.of(
                        ProblemCode.QUEUE_FULL, mostOpen + " analyses wait already; hand in more when some are done.")
                .retryAfter(1));
    }
}
