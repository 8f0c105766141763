package org.fertivision.server.tenant;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.http.Scope;
import org.fertivision.server.store.Database;

/** The tenants, and the one-time secret that makes the first of them. Thread-safe. */
public final class Tenants {
    private static final Duration ADMINISTRATOR_HOLDS = Duration.ofDays(90);
    private static final Duration SETUP_HOLDS = Duration.ofDays(1);
    private static final String FIRST = "first";

    private final Database database;
    private final Secrets secrets;
    private final Tokens tokens;
    private final Clock clock;

    /**
     * A tenant that was just made, with the token of its administrator.
     *
     * @param tenant its id
     * @param administrator the token
     */
    public record Made(UUID tenant, Tokens.Issued administrator) {}

    /**
     * What the first tenant begins with.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface Beginning<T> {
        /**
         * Makes it, in the transaction that makes the tenant.
         *
         * @throws SQLException if the database refuses
         */
        T in(Connection connection, UUID tenant) throws SQLException;
    }

    /** The tenants of a database. */
    public Tenants(Database database, Secrets secrets, Tokens tokens, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Where nobody was ever let in: a new secret, once, that lets the first administrator in; it replaces an older one. */
    public Optional<String> offerSetup() {
        String secret = secrets.fresh();
        return database.asSystem(connection -> {
            if (anyTenant(connection)) {
                return Optional.empty();
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO setup (secret_mac, expires_at) VALUES (?, ?) ON CONFLICT (one) DO UPDATE"
                            + " SET secret_mac = EXCLUDED.secret_mac, expires_at = EXCLUDED.expires_at")) {
                insert.setBytes(1, secrets.mac(secret));
                insert.setTimestamp(2, Timestamp.from(clock.instant().plus(SETUP_HOLDS)));
                insert.executeUpdate();
            }
            return Optional.of(secret);
        });
    }

    private static boolean anyTenant(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT EXISTS (SELECT FROM tenant)");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Makes the first tenant and its administrator, who may make further ones; nothing where the secret is not the one. */
    public Optional<Made> setUp(String secret) {
        return setUp(
                secret,
                (connection, tenant) ->
                        new Made(tenant, administrator(connection, tenant, EnumSet.allOf(Scope.class))));
    }

    /** Makes the first tenant with whatever it begins with; nothing where the secret is not the one. */
    public <T> Optional<T> setUp(String secret, Beginning<T> beginning) {
        return database.asSystem(connection -> {
            if (!takeSetup(connection, secret)) {
                return Optional.empty();
            }
            return Optional.of(beginning.in(connection, make(connection, FIRST)));
        });
    }

    private boolean takeSetup(Connection connection, String secret) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM setup WHERE secret_mac = ? AND expires_at > ?")) {
            delete.setBytes(1, secrets.mac(secret));
            delete.setTimestamp(2, Timestamp.from(clock.instant()));
            return delete.executeUpdate() == 1;
        }
    }

    /** Makes a tenant whose administrator may make no further ones and sees nothing of all together; nothing where the name is taken. */
    public Optional<Made> make(String name) {
        return database.asSystem(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT FROM tenant WHERE name = ?")) {
                select.setString(1, name);
                try (ResultSet row = select.executeQuery()) {
                    if (row.next()) {
                        return Optional.empty();
                    }
                }
            }
            UUID tenant = make(connection, name);
            Set<Scope> scopes = EnumSet.complementOf(EnumSet.of(Scope.TENANTS_ADMIN, Scope.METRICS_READ));
            return Optional.of(new Made(tenant, administrator(connection, tenant, scopes)));
        });
    }

    /** All tenants by name, in the order in which they were made. */
    Map<UUID, String> all() {
        return database.asSystem(connection -> {
            Map<UUID, String> names = new LinkedHashMap<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT id, name FROM tenant ORDER BY id");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    names.put(row.getObject(1, UUID.class), row.getString(2));
                }
            }
            return names;
        });
    }

    private UUID make(Connection connection, String name) throws SQLException {
        UUID tenant = PublicId.fresh(clock);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO tenant (id, name) VALUES (?, ?)")) {
            insert.setObject(1, tenant);
            insert.setString(2, name);
            insert.executeUpdate();
        }
        return tenant;
    }

    private Tokens.Issued administrator(Connection connection, UUID tenant, Set<Scope> scopes) throws SQLException {
        return tokens.issue(connection, tenant, "administrator", scopes, ADMINISTRATOR_HOLDS);
    }
}
