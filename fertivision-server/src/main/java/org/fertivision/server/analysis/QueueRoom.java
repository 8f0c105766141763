package org.fertivision.server.analysis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private final Map<UUID, Sight> sights = new ConcurrentHashMap<>();

    /** What was seen of one queue; until it was looked at, it is not full. One looks, and the others go by what was seen before. */
    private static final class Sight {
        private final AtomicBoolean looking = new AtomicBoolean();
        private volatile long at = System.nanoTime() - REMEMBERED_NANOS;
        private volatile boolean full;

        void saw(boolean isFull) {
            full = isFull;
            at = System.nanoTime();
        }

        boolean isDue() {
            return System.nanoTime() - at >= REMEMBERED_NANOS;
        }
    }

    /** Room for so many analyses of each tenant that wait or are measured. */
    QueueRoom(Database database, int mostOpen) {
        this.database = database;
        this.mostOpen = mostOpen;
    }

    /**
     * Refuses what is not to be read where there was no room an instant ago, unless all of it was taken before.
     *
     * @param keyCode the code of the client's key, or null where he sent none
     * @throws ProblemException if there was none
     */
    void refuseUnread(UUID tenant, @Nullable String keyCode) {
        Sight sight = sight(tenant);
        if (sight.isDue() && sight.looking.compareAndSet(false, true)) {
            try {
                boolean unused = database.inTenant(tenant, connection -> isFull(connection, tenant));
            } finally {
                sight.looking.set(false);
            }
        }
        if (sight.full && (keyCode == null || !database.inTenant(tenant, connection -> isKnown(connection, keyCode)))) {
            throw full();
        }
    }

    private Sight sight(UUID tenant) {
        return sights.computeIfAbsent(tenant, any -> new Sight());
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
            sight(tenant).saw(full);
            return full;
        }
    }

    /** Whether all that stands under a key was taken; a batch that was begun may lack items. */
    private static boolean isKnown(Connection connection, String keyCode) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT EXISTS (SELECT FROM idempotency WHERE"
                + " key_mac = ?) OR EXISTS (SELECT FROM batch b WHERE key_mac = ? AND items <="
                + " (SELECT count(*) FROM batch_item i WHERE i.batch_id = b.id))")) {
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
