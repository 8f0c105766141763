package org.fertivision.server.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fertivision.server.blob.BlobStore.Blob;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.seal.DataKey;
import org.fertivision.server.seal.DataKeys;
import org.fertivision.server.seal.DestroyedKeyException;
import org.fertivision.server.store.Database;

/** The blobs that rows name, and the keys under which they are sealed. Thread-safe. */
final class KeptBlobs {
    private static final String ALL =
            "SELECT f.blob, f.sha256, f.bytes, a.data_key, 'ana', a.id FROM analysis_field f JOIN analysis a"
                    + " ON a.id = f.analysis_id UNION ALL SELECT p.blob, p.sha256, p.bytes, u.data_key, 'upl', u.id"
                    + " FROM upload_piece p JOIN upload u ON u.id = p.upload_id";

    private final Database database;
    private final DataKeys keys;

    /**
     * A blob of a row.
     *
     * @param blob the blob
     * @param dataKey the key of it
     * @param owner the public id of the analysis or upload that it belongs to
     */
    record Kept(Blob blob, UUID dataKey, String owner) {
        /** As the operator is told of it. */
        String name() {
            return "image " + blob.id() + " of " + owner;
        }
    }

    KeptBlobs(Database database, DataKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    /** The tenants. */
    List<UUID> tenants() {
        return database.asSystem(KeptBlobs::tenants);
    }

    static List<UUID> tenants(Connection connection) throws SQLException {
        List<UUID> tenants = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT id FROM tenant ORDER BY id");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                tenants.add(row.getObject(1, UUID.class));
            }
        }
        return tenants;
    }

    /** Those of a tenant. */
    List<Kept> of(UUID tenant) {
        return database.inTenant(tenant, connection -> {
            List<Kept> all = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(ALL);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(new Kept(
                            new Blob(row.getObject(1, UUID.class), row.getString(2), row.getLong(3)),
                            row.getObject(4, UUID.class),
                            PublicId.text(row.getString(5), row.getObject(6, UUID.class))));
                }
            }
            return all;
        });
    }

    /** The key of a blob; nothing where it was destroyed, and so nothing of the blob can be read any more. */
    Optional<DataKey> key(UUID tenant, Kept kept) {
        try {
            return Optional.of(database.inTenant(tenant, c -> keys.find(c, tenant, kept.dataKey())));
        } catch (DestroyedKeyException e) {
            return Optional.empty();
        }
    }
}
