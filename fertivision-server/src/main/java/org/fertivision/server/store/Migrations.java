package org.fertivision.server.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The scripts that make the tables. Flyway runs those that are new; where it has accepted exactly these scripts before, it
 * is not even loaded, which is most of the time of a start.
 */
final class Migrations {
    private static final String FOLDER = "db/migration/";
    private static final String FIRST = FOLDER + "V1__tenants_and_tokens.sql";
    private static final String HISTORY = "flyway_schema_history";

    private Migrations() {}

    /** Brings the tables of a database up to date. */
    static void run(DataSource database) {
        String own = "scripts " + fingerprint();
        try (Connection connection = database.getConnection()) {
            boolean known = own.equals(accepted(connection));
            connection.commit();
            if (known) {
                return;
            }
        } catch (SQLException e) {
            throw new StoreUnavailableException(e);
        }
        Flyway.configure()
                .dataSource(database)
                .failOnMissingLocations(true)
                .load()
                .migrate();
        try (Connection connection = database.getConnection();
                Statement note = connection.createStatement()) {
            note.execute("COMMENT ON TABLE " + HISTORY + " IS '" + own + "'");
            connection.commit();
        } catch (SQLException e) {
            throw new StoreUnavailableException(e);
        }
    }

    /** What stands at the table of Flyway's, if both are there. */
    private static String accepted(Connection connection) throws SQLException {
        try (Statement ask = connection.createStatement();
                ResultSet row =
                        ask.executeQuery("SELECT obj_description(to_regclass('" + HISTORY + "'), 'pg_class')")) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    /** The hash of all scripts with their names. */
    static String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : names()) {
                try (InputStream script = Migrations.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
                    if (script == null) {
                        throw new IllegalStateException("a script is missing: " + name);
                    }
                    digest.update(name.getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                    digest.update(MessageDigest.getInstance("SHA-256").digest(script.readAllBytes()));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The names of all scripts, in order, wherever the classes are. */
    static List<String> names() throws IOException {
        URL first = Migrations.class.getClassLoader().getResource(FIRST);
        if (first == null) {
            throw new IllegalStateException("the scripts are missing");
        }
        if (first.openConnection() instanceof JarURLConnection jar) {
            jar.setUseCaches(false);
            try (JarFile file = jar.getJarFile()) {
                return file.stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.startsWith(FOLDER) && name.endsWith(".sql"))
                        .map(name -> name.substring(FOLDER.length()))
                        .sorted()
                        .toList();
            }
        }
        Path folder = Path.of(URI.create(first.toString())).resolveSibling("");
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }
}
