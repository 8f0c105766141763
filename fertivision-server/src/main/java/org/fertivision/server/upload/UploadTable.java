package org.fertivision.server.upload;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.fertivision.server.audit.AuditTrail;
import org.fertivision.server.audit.AuditTrail.Act;
import org.fertivision.server.blob.BlobStore.Blob;
import org.fertivision.server.http.Principal;
import org.fertivision.server.http.Problem;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.seal.DataKey;
import org.fertivision.server.seal.DataKeys;
import org.fertivision.server.store.Database;
import org.fertivision.server.upload.Upload.State;
import org.jspecify.annotations.Nullable;

/** Uploads and their pieces as rows; what is thrown away leaves its row and hands back its pieces. Thread-safe. */
final class UploadTable {
    private static final Duration STAYS = Duration.ofDays(1);
    private static final String COLUMNS =
            "SELECT id, tenant_id, media_type, bytes, received, sha256, data_key, state, expires_at FROM upload ";

    private final Database database;
    private final DataKeys keys;
    private final AuditTrail audit;
    private final long quota;
    private final Clock clock;

    /** The uploads of a database, of one tenant so many bytes at most. */
    UploadTable(Database database, DataKeys keys, AuditTrail audit, long quota, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.audit = audit;
        this.quota = quota;
        this.clock = clock;
    }

    private Timestamp expiry() {
        return Timestamp.from(clock.instant().plus(STAYS));
    }

    /**
     * Begins an upload.
     *
     * @throws ProblemException if the tenant has too many bytes here already
     */
    UUID begin(Principal who, String mediaType, long bytes, @Nullable String sha256, String requestId) {
        UUID id = PublicId.fresh(clock);
        DataKey key = keys.fresh(who.tenant());
        database.inTenant(who.tenant(), connection -> {
            append(connection, who, "upload begun", id, requestId); // holds up others of the tenant, who add up, too
            refuseWhereTooMuch(connection, bytes);
            keys.keep(connection, key, null);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO upload (id, tenant_id, media_type, bytes, sha256, data_key, expires_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
                insert.setObject(1, id);
                insert.setObject(2, who.tenant());
                insert.setString(3, mediaType);
                insert.setLong(4, bytes);
                insert.setString(5, sha256);
                insert.setObject(6, key.id());
                insert.setTimestamp(7, expiry());
                return insert.executeUpdate();
            }
        });
        return id;
    }

    private void refuseWhereTooMuch(Connection connection, long more) throws SQLException {
        try (PreparedStatement sum = connection.prepareStatement(
                        "SELECT coalesce(sum(bytes), 0) FROM upload WHERE state IN ('open', 'complete')");
                ResultSet row = sum.executeQuery()) {
            row.next();
            long kept = row.getLong(1);
            if (kept + more > quota) {
                throw new ProblemException(Problem.of(
                                ProblemCode.QUOTA_EXCEEDED,
                                "The tenant's uploads have " + kept + " of " + quota
                                        + " bytes already; delete some, or wait until they expire.")
                        .retryAfter((int) Duration.ofHours(1).toSeconds()));
            }
        }
    }

    private void append(Connection connection, Principal who, String action, UUID id, String requestId)
            throws SQLException {
        String object = PublicId.text(Uploads.PREFIX, id);
        audit.append(connection, who.tenant(), new Act(who.token().toString(), action, object, "done", requestId));
    }

    /** An upload of a tenant, one that is gone, too. */
    Optional<Upload> find(UUID tenant, UUID id) {
        return database.inTenant(tenant, connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + "WHERE id = ?")) {
                select.setObject(1, id);
                return all(select).stream().findFirst();
            }
        });
    }

    /** The uploads of all tenants whose time is over. */
    List<Upload> expired() {
        return database.asSystem(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    COLUMNS + "WHERE state IN ('open', 'complete') AND expires_at < ? ORDER BY id")) {
                select.setTimestamp(1, Timestamp.from(clock.instant()));
                return all(select);
            }
        });
    }

    private static List<Upload> all(PreparedStatement select) throws SQLException {
        List<Upload> uploads = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                uploads.add(new Upload(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getObject(7, UUID.class),
                        State.valueOf(row.getString(8).toUpperCase(Locale.ROOT)),
                        row.getTimestamp(9).toInstant()));
            }
        }
        return uploads;
    }

    /** The key under which the pieces of an upload are sealed. */
    DataKey key(Upload upload) {
        return database.inTenant(upload.tenant(), connection -> keys.find(connection, upload.tenant(), upload.key()));
    }

    /** The pieces of an upload in their order. */
    List<Blob> pieces(Upload upload) {
        return database.inTenant(upload.tenant(), connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT blob, sha256, bytes FROM upload_piece WHERE upload_id = ? ORDER BY first")) {
                return blobs(select, upload);
            }
        });
    }

    private static List<Blob> blobs(PreparedStatement statement, Upload upload) throws SQLException {
        List<Blob> blobs = new ArrayList<>();
        statement.setObject(1, upload.id());
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                blobs.add(new Blob(row.getObject(1, UUID.class), row.getString(2), row.getLong(3)));
            }
        }
        return blobs;
    }

    /** Adds the next piece; whether it still was the next one. */
    boolean add(Upload upload, long first, Blob piece) {
        return database.inTenant(upload.tenant(), connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE upload SET received = received + ?"
                    + " WHERE id = ? AND received = ? AND state = 'open'")) {
                update.setLong(1, piece.bytes());
                update.setObject(2, upload.id());
                update.setLong(3, first);
                if (update.executeUpdate() == 0) {
                    return false;
                }
            }
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO upload_piece"
                    + " (upload_id, tenant_id, first, blob, sha256, bytes) VALUES (?, ?, ?, ?, ?, ?)")) {
                insert.setObject(1, upload.id());
                insert.setObject(2, upload.tenant());
                insert.setLong(3, first);
                insert.setObject(4, piece.id());
                insert.setString(5, piece.sha256());
                insert.setLong(6, piece.bytes());
                return insert.executeUpdate() == 1;
            }
        });
    }

    /** Makes an upload complete, to be used within a day. */
    void complete(Principal who, Upload upload, String sha256, String requestId) {
        database.inTenant(who.tenant(), connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE upload SET state = 'complete',"
                    + " sha256 = ?, expires_at = ? WHERE id = ? AND state = 'open'")) {
                update.setString(1, sha256);
                update.setTimestamp(2, expiry());
                update.setObject(3, upload.id());
                if (update.executeUpdate() == 1) {
                    append(connection, who, "upload completed", upload.id(), requestId);
                }
            }
            return true;
        });
    }

    /** Begins an upload anew; the pieces that it had. */
    List<Blob> reset(Upload upload) {
        return database.inTenant(
                upload.tenant(), connection -> stripped(connection, upload, "received = 0", "state = 'open'"));
    }

    /** Marks an upload as deleted by its owner; the pieces that it had. */
    List<Blob> delete(Principal who, Upload upload, String requestId) {
        return database.inTenant(who.tenant(), connection -> {
            append(connection, who, "upload deleted", upload.id(), requestId);
            keys.destroy(connection, upload.key());
            return stripped(connection, upload, "state = 'deleted'", "state IN ('open', 'complete')");
        });
    }

    /** Marks an upload as expired; the pieces that it had. */
    List<Blob> expire(Upload upload) {
        return database.inTenant(upload.tenant(), connection -> {
            String object = PublicId.text(Uploads.PREFIX, upload.id());
            audit.append(connection, upload.tenant(), new Act("server", "upload expired", object, "done", ""));
            keys.destroy(connection, upload.key());
            return stripped(connection, upload, "state = 'expired'", "state IN ('open', 'complete')");
        });
    }

    private static List<Blob> stripped(Connection connection, Upload upload, String set, String where)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE upload SET " + set + " WHERE id = ? AND " + where)) {
            update.setObject(1, upload.id());
            if (update.executeUpdate() == 0) {
                return List.of();
            }
        }
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM upload_piece WHERE upload_id = ? RETURNING blob, sha256, bytes")) {
            return blobs(delete, upload);
        }
    }
}
