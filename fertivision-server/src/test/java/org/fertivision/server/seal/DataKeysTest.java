package org.fertivision.server.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.fertivision.server.postgres.SharedPostgres;
import org.fertivision.server.store.Database;
import org.fertivision.server.store.DatabaseAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataKeysTest {
    private static final byte[] NAME = "Jane Doe".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path dir;

    private final UUID tenant = UUID.randomUUID();
    private final UUID row = UUID.randomUUID();
    private Database database;
    private DataKeys keys;

    @BeforeEach
    void open() throws SQLException {
        database = Database.open(DatabaseAddress.of(SharedPostgres.freshDatabase()), 2, 1);
        database.asSystem(c -> run(c, "INSERT INTO tenant (id, name) VALUES ('" + tenant + "', 'Clinic')"));
        keys = new DataKeys(MasterKey.open(file()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Path file() {
        return dir.resolve("keys.json");
    }

    private static int run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private DataKey kept(DataKey over) {
        DataKey key = keys.fresh(tenant);
        database.inTenant(tenant, connection -> {
            keys.keep(connection, key, over);
            return true;
        });
        return key;
    }

    private DataKey found(UUID id) {
        return database.inTenant(tenant, connection -> keys.find(connection, tenant, id));
    }

    @Test
    void whatIsSealedOpensInItsPlaceOnly() {
        DataKey key = keys.fresh(tenant);
        byte[] sealed = key.seal(NAME, "subject", "name", row);

        assertThat(key.open(sealed, "subject", "name", row)).isEqualTo(NAME);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Jane");
        assertThat(key.seal(NAME, "subject", "name", row)).isNotEqualTo(sealed);
        broken(() -> key.open(sealed, "analysis", "name", row));
        broken(() -> key.open(sealed, "subject", "external", row));
        broken(() -> key.open(sealed, "subject", "name", UUID.randomUUID()));
        broken(() -> new DataKey(key.id(), UUID.randomUUID(), key.secret()).open(sealed, "subject", "name", row));
        broken(() -> keys.fresh(tenant).open(sealed, "subject", "name", row));
    }

    private static void broken(Runnable opening) {
        assertThatThrownBy(opening::run).isInstanceOf(BrokenSealException.class);
    }

    @Test
    void aKeyIsFoundAgainByWhoHoldsTheMasterKey() {
        byte[] sealed = kept(null).seal(NAME, "subject", "name", row);
        UUID id = database.inTenant(tenant, c -> {
            try (Statement select = c.createStatement();
                    var found = select.executeQuery("SELECT id FROM data_key")) {
                found.next();
                return found.getObject(1, UUID.class);
            }
        });
        keys = new DataKeys(MasterKey.open(file()));
        keys.check(database);

        assertThat(found(id).open(sealed, "subject", "name", row)).isEqualTo(NAME);
    }

    @Test
    void anotherMasterKeyIsRefusedAtTheStart() {
        DataKey key = kept(null);
        DataKeys others = new DataKeys(MasterKey.open(dir.resolve("others.json")));

        assertThatThrownBy(() -> others.check(database)).hasMessageContaining("FERTIVISION_KEYS");
        broken(() -> database.inTenant(tenant, c -> others.find(c, tenant, key.id())));
    }

    @Test
    void whatIsUnderADestroyedKeyIsLost() {
        DataKey subject = kept(null);
        DataKey analysis = kept(subject);
        assertThat(found(analysis.id()).secret()).isEqualTo(analysis.secret());

        database.inTenant(tenant, connection -> {
            keys.destroy(connection, subject.id());
            return true;
        });
        assertThatThrownBy(() -> found(subject.id())).isInstanceOf(DestroyedKeyException.class);
        assertThatThrownBy(() -> found(analysis.id())).isInstanceOf(DestroyedKeyException.class);
    }

    @Test
    void aKeyInThePlaceOfAnotherIsFound() {
        DataKey one = kept(null);
        DataKey two = kept(null);
        database.inTenant(
                tenant,
                c -> run(
                        c,
                        "UPDATE data_key SET wrapped = (SELECT wrapped FROM data_key WHERE id = '" + one.id()
                                + "') WHERE id = '" + two.id() + "'"));

        broken(() -> found(two.id()));
        broken(() -> found(UUID.randomUUID()));
        assertThat(found(one.id()).secret()).isEqualTo(one.secret());
    }

    @Test
    void theMasterKeyIsReadByItsOwnerOnly() throws Exception {
        assertThat(Files.getPosixFilePermissions(file())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> MasterKey.open(file())).hasMessageContaining("chmod 600");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file(), "{}");
        assertThatThrownBy(() -> MasterKey.open(file())).hasMessageContaining("holds no master key");
        assertThat(new DataKey(row, tenant, new byte[32])).hasToString(row.toString());
    }
}
