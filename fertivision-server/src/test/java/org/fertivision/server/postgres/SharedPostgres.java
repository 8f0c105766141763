package org.fertivision.server.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all tests of this JVM, with a database of its own for whoever asks. */
public final class SharedPostgres {
    private static final EmbeddedPostgres ONE =
            EmbeddedPostgres.start(Path.of("target", "postgresql").toAbsolutePath());
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
}
