package org.fertivision.server.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.fertivision.server.http.Json;
import org.fertivision.server.store.Database;

/**
 * The trail of each tenant. An entry is written in the transaction of the act, so that neither is there without the other;
 * its hash is the SHA-256 of the byte 1, the hash before, its number and its text, so that a changed, missing or moved
 * entry shows. Thread-safe.
 */
public final class AuditTrail {
    private static final int HASH_BYTES = 32;

    private final Database database;
    private final Clock clock;

    /**
     * What was done.
     *
     * @param actor the token, or {@code server}
     * @param action in a word or two
     * @param object the public id of what it was done to, or the route where there is none
     * @param outcome {@code done}, or the code of the problem
     * @param request the id of the request
     */
    public record Act(String actor, String action, String object, String outcome, String request) {}

    /** The trails of a database. */
    public AuditTrail(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Writes an entry in the transaction of the act, which waits for others of the tenant. */
    public void append(Connection connection, UUID tenant, Act act) throws SQLException {
        append(connection, tenant, List.of(text(act, clock.instant(), 1)));
    }

    private static void append(Connection connection, UUID tenant, List<String> entries) throws SQLException {
        try (PreparedStatement begin = connection.prepareStatement(
                "INSERT INTO audit_head (tenant_id, seq, hash) VALUES (?, 0, ?) ON CONFLICT DO NOTHING")) {
            begin.setObject(1, tenant);
            begin.setBytes(2, new byte[HASH_BYTES]);
            begin.executeUpdate();
        }
        long seq;
        byte[] hash;
        try (PreparedStatement head = connection.prepareStatement("SELECT seq, hash FROM audit_head FOR UPDATE");
                ResultSet row = head.executeQuery()) {
            row.next();
            seq = row.getLong(1);
            hash = row.getBytes(2);
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO audit (tenant_id, seq, entry, hash) VALUES (?, ?, ?, ?)")) {
            for (String entry : entries) {
                seq++;
                hash = hash(hash, seq, entry);
                insert.setObject(1, tenant);
                insert.setLong(2, seq);
                insert.setString(3, entry);
                insert.setBytes(4, hash);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (PreparedStatement update = connection.prepareStatement("UPDATE audit_head SET seq = ?, hash = ?")) {
            update.setLong(1, seq);
            update.setBytes(2, hash);
            update.executeUpdate();
        }
    }

    /** Waits until all acts of the tenant that are being written down are committed; further ones wait for this transaction. */
    public static void await(Connection connection) throws SQLException {
        try (PreparedStatement head = connection.prepareStatement("SELECT seq FROM audit_head FOR UPDATE")) {
            head.execute();
        }
    }

    /** Writes an entry of something that was refused, in a transaction of its own. */
    public void append(UUID tenant, Act act) {
        database.inTenant(tenant, connection -> {
            append(connection, tenant, act);
            return true;
        });
    }

    /** Writes entries of what was read, in a transaction of their own. */
    void append(UUID tenant, List<Reading> readings) {
        List<String> entries = readings.stream()
                .map(reading -> text(reading.act(), reading.at(), reading.times()))
                .toList();
        database.inTenant(tenant, connection -> {
            append(connection, tenant, entries);
            return true;
        });
    }

    private static String text(Act act, Instant at, int times) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("at", at.toString());
        entry.put("actor", act.actor());
        entry.put("action", act.action());
        entry.put("object", act.object());
        entry.put("outcome", act.outcome());
        entry.put("request", act.request());
        if (times > 1) {
            entry.put("times", times);
        }
        return new String(Json.bytes(entry), StandardCharsets.UTF_8);
    }

    private static byte[] hash(byte[] before, long seq, String entry) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) 1);
            digest.update(before);
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seq).array());
            return digest.digest(entry.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The entries of a tenant behind a number, as JSON texts, at most so many. */
    public List<String> entries(UUID tenant, long after, int most) {
        return database.inTenant(tenant, connection -> {
            List<String> entries = new ArrayList<>();
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT entry FROM audit WHERE seq > ? ORDER BY seq LIMIT ?")) {
                select.setLong(1, after);
                select.setInt(2, most);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        entries.add(row.getString(1));
                    }
                }
            }
            return entries;
        });
    }

    /** The number of the first entry of a tenant that is not as it was written, or that is missing; nothing where all are. */
    public OptionalLong firstBroken(UUID tenant) {
        return database.inTenant(tenant, connection -> {
            byte[] before = new byte[HASH_BYTES];
            long seq = 0;
            try (PreparedStatement select =
                            connection.prepareStatement("SELECT seq, entry, hash FROM audit ORDER BY seq");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    seq++;
                    byte[] wanted = hash(before, seq, row.getString(2));
                    if (row.getLong(1) != seq || !MessageDigest.isEqual(wanted, row.getBytes(3))) {
                        return OptionalLong.of(seq);
                    }
                    before = wanted;
                }
            }
            return isHead(connection, seq, before) ? OptionalLong.empty() : OptionalLong.of(seq + 1);
        });
    }

    private static boolean isHead(Connection connection, long seq, byte[] hash) throws SQLException {
        try (PreparedStatement head = connection.prepareStatement("SELECT seq, hash FROM audit_head");
                ResultSet row = head.executeQuery()) {
            return row.next() ? row.getLong(1) == seq && MessageDigest.isEqual(row.getBytes(2), hash) : seq == 0;
        }
    }
}
