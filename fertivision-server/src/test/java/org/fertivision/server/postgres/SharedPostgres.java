package org.fertivision.server.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.fertivision.server.store.DatabaseAddress;

/** One PostgreSQL for all tests of this JVM, with a database of its own for whoever asks. */
public final class SharedPostgres {
    private static final Path FOLDER = Path.of("target", "postgresql").toAbsolutePath();
    private static final EmbeddedPostgres ONE = EmbeddedPostgres.start(FOLDER);
    private static final AtomicInteger COUNT = new AtomicInteger();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(ONE::close));
    }

    private SharedPostgres() {}

    /** The address of a new, empty database. */
    public static String freshDatabase() throws SQLException {
        String name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        run("DROP DATABASE IF EXISTS " + name, "CREATE DATABASE " + name);
        return address(EmbeddedPostgres.USER, ONE.password(), name);
    }

    /** The address of a database of that name for a user. */
    public static String address(String user, String password, String database) {
        String place = ONE.url().substring("jdbc:".length()).replace("/postgres", "/" + database);
        return place.replace("postgresql://", "postgresql://" + user + ":" + password + "@");
    }

    /** Runs statements as the owner of all. */
    public static void run(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(ONE.url(), EmbeddedPostgres.USER, ONE.password());
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }

    /** Runs statements as the owner of the database of an address. */
    public static void runIn(String address, String... statements) throws SQLException {
        DatabaseAddress at = DatabaseAddress.of(address);
        try (Connection connection = DriverManager.getConnection(at.url(), at.user(), at.password());
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }

    /** What the PostgreSQL itself tells. */
    public static Path log() {
        return FOLDER.resolve("postgresql.log");
    }

    /** Where it writes what changes first. */
    public static Path writeAheadLog() {
        return FOLDER.resolve("cluster").resolve("pg_wal");
    }
}
