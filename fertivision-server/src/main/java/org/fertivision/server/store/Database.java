package org.fertivision.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The one way to the database. Every transaction acts either for one tenant, whose rows alone the database then shows, or
 * for the system, which sees of all tenants what its policies name. Thread-safe.
 */
public final class Database implements AutoCloseable {
    static final String TENANT = "fertivision_app";
    static final String SYSTEM = "fertivision_system";

    /** How many connections are made before they are needed: each costs the start what a password costs. */
    private static final int AT_START = 2;

    private static final int SPARE_CONNECTIONS = 10;
    private static final int TENTHS_USED = 8;
    private static final int TRIES = 3;
    private static final long WAIT_MILLIS = 2_000;
    private static final long PROBE_SECONDS = 2;
    private static final Set<String> AWAY = Set.of("08", "53", "57P");
    private static final Set<String> AGAIN = Set.of("40001", "40P01");

    private final HikariDataSource pool;

    /**
     * What is done in one transaction.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface Work<T> {
        /**
         * Does it.
         *
         * @throws SQLException if the database refuses
         */
        T in(Connection connection) throws SQLException;
    }

    private Database(HikariDataSource pool) {
        this.pool = pool;
    }

    /**
     * Connects, brings the tables up to date, and checks that all instances together leave room for others.
     *
     * @param connections how many this instance holds
     * @param instances how many instances there are at most
     * @throws IllegalStateException if the database allows too few connections, with the arithmetic
     */
    public static Database open(DatabaseAddress address, int connections, int instances) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(connections(address));
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(AT_START, connections));
        config.setConnectionTimeout(WAIT_MILLIS);
        config.setValidationTimeout(Duration.ofSeconds(1).toMillis());
        config.setMaxLifetime(Duration.ofHours(1).toMillis());
        config.setAutoCommit(false);
        config.setPoolName("store");
        config.setInitializationFailTimeout(Duration.ofSeconds(PROBE_SECONDS).toMillis());
        HikariDataSource pool = new HikariDataSource(config);
        try {
            Migrations.run(pool);
            Database database = new Database(pool);
            database.checkBudget(connections, instances);
            return database;
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static AwaitedConnections connections(DatabaseAddress address) {
        AwaitedConnections connections = new AwaitedConnections();
        connections.setURL(address.url());
        connections.setUser(address.user());
        connections.setPassword(address.password());
        connections.setApplicationName("fertivision");
        connections.setConnectTimeout((int) PROBE_SECONDS);
        connections.setSocketTimeout(30);
        connections.setLogServerErrorDetail(false);
        return connections;
    }

    private void checkBudget(int connections, int instances) {
        int allowed = Integer.parseInt(transaction(connection -> {
            try (PreparedStatement show = connection.prepareStatement("SHOW max_connections");
                    ResultSet row = show.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }));
        int wanted = connections * instances + SPARE_CONNECTIONS;
        if (wanted * 10L > (long) allowed * TENTHS_USED) {
            throw new IllegalStateException("the database allows too few connections: " + connections + " x "
                    + instances
                    + " instances + " + SPARE_CONNECTIONS + " = " + wanted + " is more than 80 % of its " + allowed
                    + "; lower FERTIVISION_POOL or FERTIVISION_INSTANCES, or raise max_connections");
        }
    }

    /**
     * A transaction that sees the rows of one tenant.
     *
     * @throws StoreUnavailableException if the database does not answer
     */
    public <T> T inTenant(UUID tenant, Work<T> work) {
        return transaction(connection -> {
            begin(connection, TENANT, tenant.toString());
            return work.in(connection);
        });
    }

    /**
     * A transaction of the system, for what comes before a tenant is known or concerns all.
     *
     * @throws StoreUnavailableException if the database does not answer
     */
    public <T> T asSystem(Work<T> work) {
        return transaction(connection -> {
            begin(connection, SYSTEM, "");
            return work.in(connection);
        });
    }

    /** A transaction of the system that sees one moment of the database and changes nothing; see {@link Tables}. */
    public <T> T atOneMoment(Work<T> work) {
        return transaction(connection -> {
            try (Statement begin = connection.createStatement()) {
                begin.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
            }
            begin(connection, SYSTEM, "");
            return work.in(connection);
        });
    }

    /** A transaction of the owner of all tables, whom no policy binds in those that {@link Tables} opens to him. */
    public <T> T asOwner(Work<T> work) {
        return transaction(work);
    }

    static void begin(Connection connection, String role, String tenant) throws SQLException {
        try (PreparedStatement begin = connection.prepareStatement(
                "SELECT set_config('role', ?, true), set_config('fertivision.tenant', ?, true)")) {
            begin.setString(1, role);
            begin.setString(2, tenant);
            begin.execute();
        }
    }

    private <T> T transaction(Work<T> work) {
        for (int i = 1; ; i++) {
            try (Connection connection = pool.getConnection()) {
                try {
                    T result = work.in(connection);
                    connection.commit();
                    return result;
                } catch (SQLException | RuntimeException e) {
                    rollBack(connection, e);
                    throw e;
                }
            } catch (SQLException e) {
                String state = String.valueOf(e.getSQLState());
                if (e instanceof SQLTransientConnectionException || isAway(e)) {
                    throw new StoreUnavailableException(e);
                }
                if (i == TRIES || !AGAIN.contains(state)) {
                    throw new IllegalStateException("the database refused: " + state, e);
                }
            }
        }
    }

    /** Whether the database does not answer, or lacks what it needs. */
    static boolean isAway(SQLException trouble) {
        return AWAY.stream().anyMatch(String.valueOf(trouble.getSQLState())::startsWith);
    }

    /** Undoes what a trouble left; where that fails, too, the connection is lost and the trouble says why. */
    private static void rollBack(Connection connection, Exception trouble) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            trouble.addSuppressed(e);
        }
    }

    /** The connections of this instance: how many are used, unused, and how many threads wait for one. */
    public Map<String, Integer> connections() {
        HikariPoolMXBean now = pool.getHikariPoolMXBean();
        return Map.of(
                "used", now.getActiveConnections(),
                "unused", now.getIdleConnections(),
                "awaited", now.getThreadsAwaitingConnection());
    }

    /** Whether the database answers now. */
    public boolean answers() {
        try {
            return asSystem(connection -> connection.isValid((int) PROBE_SECONDS));
        } catch (IllegalStateException | StoreUnavailableException e) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
