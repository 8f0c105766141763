package org.fertivision.server.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** All tables with their rows, on their way out of a database and into another, as PostgreSQL copies them. */
public final class Tables {
    private static final String SCRIPTS = "flyway_schema_history";
    private static final String ALL = "SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace"
            + " AND c.relkind = 'r' AND c.relname <> '" + SCRIPTS + "' ORDER BY c.relname";
    private static final String REFERRED =
            "SELECT f.relname FROM pg_constraint k JOIN pg_class f ON f.oid = k.confrelid"
                    + " WHERE k.contype = 'f' AND k.conrelid = ?::regclass AND k.confrelid <> k.conrelid";
    private static final String COLUMNS = "SELECT attname FROM pg_attribute WHERE attrelid = ?::regclass AND attnum > 0"
            + " AND NOT attisdropped ORDER BY attnum";

    private Tables() {}

    /** The hash of the scripts that made the tables: what is copied out fits where it is the same. */
    public static String scripts() {
        return Migrations.fingerprint();
    }

    /** The names of all tables, each behind those that it refers to. */
    public static List<String> names(Connection connection) throws SQLException {
        Set<String> waiting = new TreeSet<>(texts(connection, ALL, null));
        Set<String> ordered = new LinkedHashSet<>();
        while (!waiting.isEmpty()) {
            List<String> ready = new ArrayList<>();
            for (String name : waiting) {
                if (ordered.containsAll(texts(connection, REFERRED, name))) {
                    ready.add(name);
                }
            }
            if (ready.isEmpty()) {
                throw new IllegalStateException("tables refer to each other in a circle: " + waiting);
            }
            ordered.addAll(ready);
            ready.forEach(waiting::remove);
        }
        return List.copyOf(ordered);
    }

    private static List<String> texts(Connection connection, String sql, @Nullable String of) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            if (of != null) {
                select.setString(1, quoted(of));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    texts.add(row.getString(1));
                }
            }
        }
        return texts;
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /**
     * Copies all rows of a table out, those of tenants for one after the other.
     *
     * @return how many
     */
    public static long out(Connection connection, String table, List<UUID> tenants, OutputStream to)
            throws SQLException, IOException {
        List<String> columns = texts(connection, COLUMNS, table);
        if (!columns.contains("tenant_id")) {
            return out(connection, table, to);
        }
        long rows = 0;
        for (UUID tenant : tenants) {
            Database.begin(connection, Database.TENANT, tenant.toString());
            rows += out(connection, table, to);
        }
        Database.begin(connection, Database.SYSTEM, "");
        return rows;
    }

    private static long out(Connection connection, String table, OutputStream to) throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY (SELECT * FROM " + quoted(table) + ") TO STDOUT", to);
    }

    /**
     * Copies rows into a table in place of what it holds; as the owner of all tables.
     *
     * @return how many
     */
    public static long in(Connection connection, String table, InputStream from) throws SQLException, IOException {
        String name = quoted(table);
        boolean bound = !texts(
                        connection, "SELECT 1 FROM pg_class WHERE oid = ?::regclass AND relforcerowsecurity", table)
                .isEmpty();
        try (Statement statement = connection.createStatement()) {
            if (bound) {
                statement.execute("ALTER TABLE " + name + " NO FORCE ROW LEVEL SECURITY");
            }
            if (!texts(connection, "SELECT 1 FROM " + name + " LIMIT 1", null).isEmpty()) {
                statement.execute("DELETE FROM " + name);
            }
            long rows = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + name + " FROM STDIN", from);
            if (bound) {
                statement.execute("ALTER TABLE " + name + " FORCE ROW LEVEL SECURITY");
            }
            return rows;
        }
    }
}
