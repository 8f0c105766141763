package org.fertivision.server.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.fertivision.server.store.Database;

/**
 * A new master key in place of the old one: data keys are wrapped anew, what they seal stays as it is. It can be interrupted
 * at any moment and goes on when it is asked again, while servers work.
 */
public final class Rotation {
    private static final String OLDER =
            " FROM data_key WHERE wrapped IS NOT NULL AND master IS NOT NULL AND master <> ?";
    private static final int AT_ONCE = 200;

    private final MasterKey master;
    private final Database database;

    /** The rotation of a database's master key. */
    public Rotation(MasterKey master, Database database) {
        this.master = master;
        this.database = database;
    }

    /** The tenants of whom keys are wrapped under older master keys. */
    public Set<UUID> behind() {
        return database.asSystem(connection -> {
            Set<UUID> tenants = new TreeSet<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT DISTINCT tenant_id" + OLDER)) {
                select.setInt(1, master.id());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        tenants.add(row.getObject(1, UUID.class));
                    }
                }
            }
            return tenants;
        });
    }

    /**
     * Makes a new master key, which wraps from now on.
     *
     * @return its number
     */
    public String begin() {
        return Integer.toUnsignedString(master.add());
    }

    /** The number of the master key that wraps now. */
    public String newest() {
        return Integer.toUnsignedString(master.id());
    }

    /**
     * Wraps some keys anew.
     *
     * @return how many; 0 when none is left
     */
    public int step() {
        return database.asSystem(connection -> {
            int count = 0;
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT id, tenant_id, wrapped" + OLDER + " ORDER BY id LIMIT " + AT_ONCE + " FOR UPDATE")) {
                select.setInt(1, master.id());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        rewrap(connection, row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBytes(3));
                        count++;
                    }
                }
            }
            return count;
        });
    }

    private void rewrap(Connection connection, UUID id, UUID tenant, byte[] wrapped) throws SQLException {
        byte[] place = DataKey.place(tenant, "data_key", "wrapped", id);
        MasterKey.Wrapped anew = master.wrap(master.unwrap(wrapped, place), place);
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE data_key SET master = ?, wrapped = ? WHERE id = ?")) {
            update.setInt(1, anew.master());
            update.setBytes(2, anew.bytes());
            update.setObject(3, id);
            update.executeUpdate();
        }
    }

    /** Takes the older master keys out of the file, where nothing in the database needs them any more; whether it was so. */
    public boolean forgetOlder() {
        if (!behind().isEmpty()) {
            return false;
        }
        master.forgetOlder();
        return true;
    }
}
