package org.fertivision.server.retention;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fertivision.server.audit.AuditTrail;
import org.fertivision.server.audit.AuditTrail.Act;
import org.fertivision.server.blob.BlobStore;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.seal.DataKeys;
import org.fertivision.server.store.Database;

/**
 * Purges what was deleted once its days of grace are over: the rows of its images, what was asked and found, and its key go
 * in one transaction with the audit entry, then the files. A file whose row is gone, or never came, goes a day later.
 * Thread-safe.
 */
public final class Retention {
    private static final Duration ROWLESS_STAYS = Duration.ofDays(1);
    private static final int AT_ONCE = 500;

    private final Database database;
    private final BlobStore blobs;
    private final DataKeys keys;
    private final AuditTrail audit;
    private final Duration grace;
    private final Clock clock;

    /**
     * What a run did, or would do.
     *
     * @param analyses how many analyses were purged
     * @param images how many images of them
     * @param bytes how long these were
     */
    public record Purged(int analyses, int images, long bytes) {}

    /** An image's file and its length. */
    private record Image(UUID blob, long bytes) {}

    /**
     * The retention of a database and its blobs.
     *
     * @param grace how long what was deleted is kept on
     */
    public Retention(Database database, BlobStore blobs, DataKeys keys, AuditTrail audit, Duration grace, Clock clock) {
        this.database = database;
        this.blobs = blobs;
        this.keys = keys;
        this.audit = audit;
        this.grace = grace;
        this.clock = clock;
    }

    /** What a run for a tenant would purge now. */
    Purged due(UUID tenant) {
        int count = 0;
        List<Image> images = new ArrayList<>();
        for (UUID id : dueAnalyses(tenant)) {
            count++;
            images.addAll(database.inTenant(tenant, connection -> images(connection, id)));
        }
        return purged(count, images);
    }

    /** Purges of a tenant what is due. */
    public Purged run(UUID tenant, String actor, String requestId) {
        int count = 0;
        List<Image> images = new ArrayList<>();
        for (UUID id : dueAnalyses(tenant)) {
            Optional<List<Image>> gone =
                    database.inTenant(tenant, connection -> purge(connection, tenant, id, actor, requestId));
            if (gone.isPresent()) {
                gone.get().forEach(image -> blobs.discard(image.blob()));
                count++;
                images.addAll(gone.get());
            }
        }
        return purged(count, images);
    }

    private static Purged purged(int count, List<Image> images) {
        return new Purged(
                count, images.size(), images.stream().mapToLong(Image::bytes).sum());
    }

    private List<UUID> dueAnalyses(UUID tenant) {
        return database.inTenant(tenant, connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT id FROM analysis WHERE deleted_at <= ? AND purged_at IS NULL"
                            + " AND NOT is_held(id, subject_id) ORDER BY id")) {
                select.setTimestamp(1, Timestamp.from(clock.instant().minus(grace)));
                return ids(select);
            }
        });
    }

    static List<UUID> ids(PreparedStatement select) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    private static List<Image> images(Connection connection, UUID id) throws SQLException {
        List<Image> images = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT blob, bytes FROM analysis_field WHERE analysis_id = ?")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    images.add(new Image(row.getObject(1, UUID.class), row.getLong(2)));
                }
            }
        }
        return images;
    }

    private Optional<List<Image>> purge(Connection connection, UUID tenant, UUID id, String actor, String requestId)
            throws SQLException {
        AuditTrail.await(connection);
        if (isHeld(connection, id)) {
            return Optional.empty();
        }
        List<Image> images = images(connection, id);
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM analysis_field WHERE analysis_id = ?")) {
            delete.setObject(1, id);
            delete.executeUpdate();
        }
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE analysis SET request = NULL, origin = NULL, result = NULL, purged_at = now()"
                        + " WHERE id = ? AND purged_at IS NULL RETURNING data_key")) {
            update.setObject(1, id);
            for (UUID key : ids(update)) {
                keys.destroy(connection, key);
                audit.append(
                        connection,
                        tenant,
                        new Act(actor, "analysis purged", PublicId.text("ana", id), "done", requestId));
            }
        }
        return Optional.of(images);
    }

    private static boolean isHeld(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id FROM analysis WHERE id = ? AND is_held(id, subject_id)")) {
            select.setObject(1, id);
            return !ids(select).isEmpty();
        }
    }

    /** How many analyses of a tenant would be purged now, were they not held. */
    int held(UUID tenant) {
        return database.inTenant(tenant, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT id FROM analysis WHERE deleted_at <= ?"
                    + " AND purged_at IS NULL AND is_held(id, subject_id)")) {
                select.setTimestamp(1, Timestamp.from(clock.instant().minus(grace)));
                return ids(select).size();
            }
        });
    }

    /** The days of a tenant. */
    Days days(UUID tenant) {
        return database.inTenant(tenant, Days::of);
    }

    /** Changes the days of a tenant. */
    void set(UUID tenant, Days days, String actor, String requestId) {
        database.inTenant(tenant, connection -> {
            days.keep(connection, tenant);
            audit.append(
                    connection,
                    tenant,
                    new Act(actor, "retention set", String.valueOf(days.members()), "done", requestId));
            return true;
        });
    }

    /** What ends because a tenant keeps it no longer. */
    Expiry expiry() {
        return new Expiry(database, audit, clock);
    }

    /** The tenants. */
    List<UUID> tenants() {
        return database.asSystem(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT id FROM tenant")) {
                return ids(select);
            }
        });
    }

    /**
     * Throws away the files that no row names and that are older than a day; none where the folder is of another database.
     *
     * @return how many
     */
    int sweep() {
        if (!ownsFolder()) {
            return 0;
        }
        int swept = 0;
        List<UUID> old = blobs.keptBefore(clock.instant().minus(ROWLESS_STAYS));
        for (int from = 0; from < old.size(); from += AT_ONCE) {
            List<UUID> some = old.subList(from, Math.min(old.size(), from + AT_ONCE));
            Set<UUID> nobodys = new HashSet<>(some);
            nobodys.removeAll(named(some));
            nobodys.forEach(blobs::discard);
            swept += nobodys.size();
        }
        return swept;
    }

    /** Whether the folder of blobs is this database's; takes it where it is new. */
    boolean ownsFolder() {
        UUID here = database.asSystem(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT id FROM database_identity")) {
                return ids(select).get(0);
            }
        });
        return blobs.isOf(here);
    }

    private List<UUID> named(List<UUID> blobIds) {
        return database.asSystem(connection -> {
            Array ids = connection.createArrayOf("uuid", blobIds.toArray());
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT blob FROM analysis_field WHERE blob = ANY (?) UNION SELECT blob FROM upload_piece"
                            + " WHERE blob = ANY (?)")) {
                select.setArray(1, ids);
                select.setArray(2, ids);
                return ids(select);
            }
        });
    }
}
