package org.fertivision.server.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fertivision.server.audit.AuditTrail;
import org.fertivision.server.backup.KeptBlobs.Kept;
import org.fertivision.server.blob.BlobStore;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.seal.BrokenSealException;
import org.fertivision.server.seal.DataKey;
import org.fertivision.server.seal.DataKeys;
import org.fertivision.server.seal.DestroyedKeyException;
import org.fertivision.server.store.Database;

/** Whether all that is kept is as it was kept: every image, every sealed row, every audit trail. */
public final class Verification {
    private static final SealedTable ANALYSES = new SealedTable(
            "analysis",
            "ana",
            List.of("request", "origin", "result"),
            "SELECT id, data_key, request, origin, result FROM analysis WHERE request IS NOT NULL ORDER BY id");
    private static final SealedTable REVIEWS = new SealedTable(
            "review",
            "rev",
            List.of("said", "result"),
            "SELECT r.id, a.data_key, r.said, r.result FROM review r JOIN analysis a ON a.id = r.analysis_id"
                    + " WHERE a.request IS NOT NULL ORDER BY r.id");
    private static final SealedTable SUBJECTS = new SealedTable(
            "subject",
            "sub",
            List.of("person"),
            "SELECT id, data_key, person FROM subject WHERE person IS NOT NULL ORDER BY id");

    private static final SealedTable HOLDS = new SealedTable(
            "legal_hold", "hol", List.of("reason"), "SELECT id, data_key, reason FROM legal_hold ORDER BY id");

    private final Database database;
    private final BlobStore blobs;
    private final DataKeys keys;
    private final AuditTrail audit;

    /**
     * Rows of which something is sealed.
     *
     * @param name the table
     * @param prefix of its public ids
     * @param columns what is sealed
     * @param query gives id, data key and the columns
     */
    private record SealedTable(String name, String prefix, List<String> columns, String query) {}

    /**
     * What was looked at.
     *
     * @param tenants how many tenants with their trails
     * @param analyses how many analyses
     * @param images how many images
     * @param erased how many rows and images whose key was destroyed, so that nobody can read them
     * @param faults what is not as it was kept, one sentence each
     */
    public record Found(int tenants, long analyses, long images, long erased, List<String> faults) {
        /** Copies the list. */
        public Found {
            faults = List.copyOf(faults);
        }
    }

    /** Verifies a database and its blobs. */
    public Verification(Database database, BlobStore blobs, DataKeys keys, AuditTrail audit) {
        this.database = database;
        this.blobs = blobs;
        this.keys = keys;
        this.audit = audit;
    }

    /** Looks at all of it. */
    public Found look() {
        Tally tally = new Tally();
        KeptBlobs kept = new KeptBlobs(database, keys);
        for (UUID tenant : kept.tenants()) {
            tally.tenants++;
            audit.firstBroken(tenant)
                    .ifPresent(seq -> tally.faults.add("audit trail of " + PublicId.text("ten", tenant) + ": entry "
                            + seq + " is missing or not as it was written"));
            database.inTenant(tenant, connection -> {
                tally.analyses += rows(ANALYSES, connection, tenant, tally);
                rows(REVIEWS, connection, tenant, tally);
                rows(SUBJECTS, connection, tenant, tally);
                rows(HOLDS, connection, tenant, tally);
                return true;
            });
            kept.of(tenant).forEach(one -> image(one, kept.key(tenant, one), tally));
        }
        return new Found(tally.tenants, tally.analyses, tally.images, tally.erased, tally.faults);
    }

    /** What was counted so far. */
    private static final class Tally {
        private int tenants;
        private long analyses;
        private long images;
        private long erased;
        private final List<String> faults = new ArrayList<>();
    }

    private void image(Kept one, Optional<DataKey> key, Tally tally) {
        if (key.isEmpty()) {
            tally.erased++;
            return;
        }
        tally.images++;
        if (!blobs.isWhole(one.blob(), key.get())) {
            tally.faults.add(one.name() + " is missing or not as it was kept");
        }
    }

    /** Opens what is sealed in each row, and says how many rows there are. */
    private long rows(SealedTable table, Connection connection, UUID tenant, Tally tally) throws SQLException {
        long rows = 0;
        try (PreparedStatement select = connection.prepareStatement(table.query());
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows++;
                try {
                    open(table, row, keys.find(connection, tenant, row.getObject("data_key", UUID.class)));
                } catch (DestroyedKeyException e) {
                    tally.erased++;
                } catch (BrokenSealException e) {
                    tally.faults.add(table.name() + " "
                            + PublicId.text(table.prefix(), row.getObject("id", UUID.class))
                            + ": what is sealed is not as it was kept");
                }
            }
        }
        return rows;
    }

    private static void open(SealedTable table, ResultSet row, DataKey key) throws SQLException {
        for (String column : table.columns()) {
            byte[] sealed = row.getBytes(column);
            if (sealed != null) {
                byte[] unused = key.open(sealed, table.name(), column, row.getObject("id", UUID.class));
            }
        }
    }
}
