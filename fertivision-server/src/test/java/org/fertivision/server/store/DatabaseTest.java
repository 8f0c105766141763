package org.fertivision.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.fertivision.server.postgres.SharedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DatabaseTest {
    private static final UUID A = UUID.randomUUID();
    private static final UUID B = UUID.randomUUID();

    private static Database database;

    @BeforeAll
    static void open() throws SQLException {
        database = Database.open(DatabaseAddress.of(SharedPostgres.freshDatabase()), 2, 1);
        for (UUID tenant : new UUID[] {A, B}) {
            database.asSystem(c -> run(c, "INSERT INTO tenant (id, name) VALUES ('" + tenant + "', '" + tenant + "')"));
            database.inTenant(tenant, c -> run(c, token(tenant)));
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static String token(UUID tenant) {
        return "INSERT INTO token (id, tenant_id, key_id, secret_mac, name, scopes, expires_at) VALUES ('"
                + UUID.randomUUID() + "', '" + tenant + "', '" + UUID.randomUUID() + "', '', 'x', '{}', now())";
    }

    private static int run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void scriptsThatWereAcceptedAreNotLookedAtAgainAndOthersAre() throws SQLException {
        assertThat(Migrations.fingerprint()).matches("[0-9a-f]{64}");
        String fresh = SharedPostgres.freshDatabase();
        Database.open(DatabaseAddress.of(fresh), 2, 1).close();
        String name = fresh.substring(fresh.lastIndexOf('/') + 1);
        SharedPostgres.run("ALTER DATABASE " + name + " SET default_transaction_read_only = on");
        Database.open(DatabaseAddress.of(fresh), 2, 1).close(); // writes nothing
        SharedPostgres.run("ALTER DATABASE " + name + " SET default_transaction_read_only = off");
        try (Database again = Database.open(DatabaseAddress.of(fresh), 2, 1)) {
            assertThat(again.answers()).isTrue();
        }
    }

    @Test
    void aTenantSeesAndWritesItsOwnRowsOnly() {
        assertThat(database.<String>inTenant(A, c -> one(c, "SELECT count(*) FROM token")))
                .isEqualTo("1");
        assertThat(database.<String>inTenant(A, c -> one(c, "SELECT tenant_id FROM token")))
                .isEqualTo(A.toString());
        assertThat(database.<String>inTenant(A, c -> one(c, "SELECT count(*) FROM tenant")))
                .isEqualTo("1");
        assertThat(database.<Integer>inTenant(
                        A, c -> run(c, "UPDATE token SET name = 'mine' WHERE tenant_id = '" + B + "'")))
                .isZero();
        assertThatThrownBy(() -> database.inTenant(A, c -> run(c, token(B)))).hasMessageContaining("42501");
        assertThat(database.<String>asSystem(c -> one(c, "SELECT count(*) FROM token")))
                .isEqualTo("2");
    }

    @Test
    void aTenantHasNoRightsBeyondItsRows() {
        assertThatThrownBy(() -> database.inTenant(A, c -> one(c, "SELECT count(*) FROM setup")))
                .hasMessageContaining("42501");
        assertThatThrownBy(() -> database.inTenant(A, c -> run(c, "DELETE FROM token")))
                .hasMessageContaining("42501");
        assertThatThrownBy(() -> database.inTenant(A, c -> run(c, "DROP TABLE token")))
                .hasMessageContaining("42501");
    }

    @Test
    void everyTableButThoseOfTheSystemKeepsTenantsApart() {
        String open = database.asSystem(c -> one(
                c,
                "SELECT coalesce(string_agg(relname, ',' ORDER BY relname), '') FROM pg_class"
                        + " WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace"
                        + " AND NOT (relrowsecurity AND relforcerowsecurity)"));

        assertThat(open).isEqualTo("database_identity,flyway_schema_history,setup");
    }

    @Test
    void aFailedTransactionLeavesNothing() {
        UUID tenant = UUID.randomUUID();
        assertThatThrownBy(() -> database.asSystem(c -> {
                    run(c, "INSERT INTO tenant (id, name) VALUES ('" + tenant + "', 'gone')");
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");

        assertThat(database.<String>asSystem(c -> one(c, "SELECT count(*) FROM tenant WHERE name = 'gone'")))
                .isEqualTo("0");
    }

    @Test
    void aDeadlockIsTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        assertThat(database.<Integer>asSystem(c -> {
                    if (tries.incrementAndGet() < 3) {
                        throw new SQLException("deadlock", "40P01");
                    }
                    return 5;
                }))
                .isEqualTo(5);
    }

    @Test
    void aConnectionThatBreaksInTheMiddleIsNoBugOfOurs() {
        assertThatThrownBy(() -> database.<String>inTenant(A, c -> {
                    SharedPostgres.run("SELECT pg_terminate_backend(" + one(c, "SELECT pg_backend_pid()") + ")");
                    return one(c, "SELECT 1");
                }))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(database.answers()).isTrue();
    }

    @Test
    void noFreeConnectionIsToldSoon() {
        assertThatThrownBy(() -> database.asSystem(one -> database.asSystem(two -> database.asSystem(three -> 1))))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(database.answers()).isTrue();
    }

    @Test
    void tooManyConnectionsAreRefusedWithTheArithmetic() throws SQLException {
        DatabaseAddress address = DatabaseAddress.of(SharedPostgres.freshDatabase());
        assertThatThrownBy(() -> Database.open(address, 4, 100))
                .hasMessageContaining("4 x 100 instances + 10 = 410 is more than 80 % of its 60");
    }

    @Test
    void aUserWhoMayOnlyMakeRolesIsEnough() throws SQLException {
        String name = "outside_" + ProcessHandle.current().pid();
        SharedPostgres.run(
                "DROP DATABASE IF EXISTS " + name,
                "DROP ROLE IF EXISTS " + name,
                "CREATE ROLE " + name + " LOGIN CREATEROLE PASSWORD 'open sesame'",
                "CREATE DATABASE " + name + " OWNER " + name);
        // Where other databases of the same server have the roles already, their owner hands them on.
        SharedPostgres.run("GRANT fertivision_app, fertivision_system TO " + name + " WITH ADMIN OPTION");
        String address = SharedPostgres.address(name, "open%20sesame", name);
        try (Database outside = Database.open(DatabaseAddress.of(address), 2, 1)) {
            assertThat(outside.answers()).isTrue();
            assertThatThrownBy(() -> outside.inTenant(A, c -> run(c, token(B)))).hasMessageContaining("42501");
        }
    }

    @Test
    void anAddressIsReadAndItsPasswordNeverShown() {
        DatabaseAddress address = DatabaseAddress.of("postgres://me:p%40ss@db.example/clinic?sslmode=verify-full");

        assertThat(address.url()).isEqualTo("jdbc:postgresql://db.example:5432/clinic?sslmode=verify-full");
        assertThat(address.password()).isEqualTo("p@ss");
        assertThat(address.toString()).doesNotContain("p@ss");
        for (String wrong :
                new String[] {"mysql://a:secret@b/c", "postgres://b/c", "postgres://a:secret@b", "secret", "a b"}) {
            assertThatThrownBy(() -> DatabaseAddress.of(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void aFullDiskIsToldAsSuchAndMayBeTriedAgain() {
        for (String state : new String[] {"53100", "53200", "53300"}) {
            assertThatThrownBy(() -> database.inTenant(
                            A, c -> run(c, "DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '" + state + "'; END $$")))
                    .as(state)
                    .isInstanceOfSatisfying(
                            StoreUnavailableException.class,
                            trouble -> assertThat(trouble.isFull()).isEqualTo(state.equals("53100")));
        }
        assertThat(database.answers()).isTrue();
    }
}
