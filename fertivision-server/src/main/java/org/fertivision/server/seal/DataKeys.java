package org.fertivision.server.seal;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.fertivision.server.store.Database;
import org.jspecify.annotations.Nullable;

/**
 * The data keys of all tenants, each wrapped under the master key or under another data key. Where a key is destroyed,
 * all that was sealed under it, or under keys that it wraps, is lost for good. Thread-safe.
 */
public final class DataKeys {
    private static final String TABLE = "data_key";
    private static final String COLUMN = "wrapped";

    private final MasterKey master;
    private final SecureRandom random = new SecureRandom();

    /** The keys under a master key. */
    public DataKeys(MasterKey master) {
        this.master = master;
    }

    /**
     * Refuses a master key that is not the one of this database.
     *
     * @throws IllegalStateException if data keys were wrapped under a key that is not there
     */
    public void check(Database database) {
        database.asSystem(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT DISTINCT ON (master) master, id, tenant_id, wrapped FROM data_key"
                                    + " WHERE wrapped IS NOT NULL AND master IS NOT NULL");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (!master.holds(row.getInt(1))) {
                        throw new IllegalStateException("the keys of this database are wrapped under the master key "
                                + Integer.toUnsignedString(row.getInt(1))
                                + ", which the file of FERTIVISION_KEYS does not hold");
                    }
                    opens(row);
                }
            }
            return true;
        });
    }

    private void opens(ResultSet row) throws SQLException {
        try {
            UUID tenant = row.getObject(3, UUID.class);
            byte[] unused =
                    master.unwrap(row.getBytes(4), DataKey.place(tenant, TABLE, COLUMN, row.getObject(2, UUID.class)));
        } catch (BrokenSealException e) {
            throw new IllegalStateException(
                    "the master key " + Integer.toUnsignedString(row.getInt(1))
                            + " in the file of FERTIVISION_KEYS does not open the keys of this database",
                    e);
        }
    }

    /** A new key, which is not kept yet. */
    public DataKey fresh(UUID tenant) {
        byte[] secret = new byte[DataKey.SECRET_BYTES];
        random.nextBytes(secret);
        return new DataKey(UUID.randomUUID(), tenant, secret);
    }

    /**
     * Keeps a new key.
     *
     * @param over the key under which it is wrapped, or null for the master key
     */
    public void keep(Connection connection, DataKey key, @Nullable DataKey over) throws SQLException {
        byte[] place = DataKey.place(key.tenant(), TABLE, COLUMN, key.id());
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO data_key (id, tenant_id, over, master, wrapped) VALUES (?, ?, ?, ?, ?)")) {
            insert.setObject(1, key.id());
            insert.setObject(2, key.tenant());
            insert.setObject(3, over == null ? null : over.id());
            MasterKey.Wrapped wrapped = over == null ? master.wrap(key.secret(), place) : null;
            insert.setObject(4, wrapped == null ? null : wrapped.master());
            insert.setBytes(5, wrapped == null ? sealed(key, over) : wrapped.bytes());
            insert.executeUpdate();
        }
    }

    private static byte[] sealed(DataKey key, @Nullable DataKey over) {
        return Objects.requireNonNull(over, "a key is wrapped under the master key or another")
                .seal(key.secret(), TABLE, COLUMN, key.id());
    }

    /** A key that is kept elsewhere than in the database, wrapped under the master key. */
    public byte[] wrapped(DataKey key) {
        return master.wrap(key.secret(), DataKey.place(key.tenant(), TABLE, COLUMN, key.id()))
                .bytes();
    }

    /**
     * A key that was wrapped so.
     *
     * @throws BrokenSealException if the master key is another, or it is not as it was wrapped
     */
    public DataKey unwrapped(UUID tenant, UUID id, byte[] wrapped) {
        return new DataKey(id, tenant, master.unwrap(wrapped, DataKey.place(tenant, TABLE, COLUMN, id)));
    }

    /** Destroys a key of a tenant, and so all that was sealed under it. */
    public void destroy(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE data_key SET wrapped = NULL, destroyed_at = now() WHERE id = ? AND wrapped IS NOT NULL")) {
            update.setObject(1, id);
            update.executeUpdate();
        }
    }

    /**
     * A key of a tenant.
     *
     * @throws DestroyedKeyException if it was destroyed
     * @throws BrokenSealException if it is not as it was kept
     */
    public DataKey find(Connection connection, UUID tenant, UUID id) throws SQLException {
        @Nullable UUID over;
        byte[] wrapped;
        try (PreparedStatement select =
                connection.prepareStatement("SELECT over, wrapped FROM data_key WHERE id = ?")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new BrokenSealException(null);
                }
                over = row.getObject(1, UUID.class);
                wrapped = row.getBytes(2);
            }
        }
        if (wrapped == null) {
            throw new DestroyedKeyException();
        }
        return new DataKey(
                id,
                tenant,
                over == null
                        ? master.unwrap(wrapped, DataKey.place(tenant, TABLE, COLUMN, id))
                        : find(connection, tenant, over).open(wrapped, TABLE, COLUMN, id));
    }
}
