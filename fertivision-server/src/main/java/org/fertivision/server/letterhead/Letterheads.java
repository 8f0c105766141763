package org.fertivision.server.letterhead;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.fertivision.report.Letterhead;
import org.fertivision.server.audit.AuditTrail;
import org.fertivision.server.audit.AuditTrail.Act;
import org.fertivision.server.http.Principal;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.store.Database;

/** The letterhead of each tenant. Thread-safe. */
public final class Letterheads {
    private final Database database;
    private final AuditTrail audit;

    /** The letterheads of a database. */
    public Letterheads(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /** That of a tenant; without lines where none was set. */
    public Letterhead of(UUID tenant) {
        return database.inTenant(tenant, Letterheads::of);
    }

    private static Letterhead of(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT lines FROM letterhead");
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? new Letterhead(List.of((String[]) row.getArray(1).getArray()))
                    : Letterhead.NONE;
        }
    }

    /** What tells a letterhead from another one. */
    public static String tag(Letterhead letterhead) {
        return UUID.nameUUIDFromBytes(String.join("\n", letterhead.lines()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /**
     * Puts one in place of the one before. Its audit entry comes first, since that lets one of a tenant's acts wait for the
     * other, so that of two who saw the same letterhead one is refused.
     *
     * @param seen the entity tag of the one that may be replaced, or a star for any
     * @throws ProblemException if another stands there
     */
    void set(Principal who, Letterhead letterhead, String seen, String requestId) {
        database.inTenant(who.tenant(), connection -> {
            audit.append(
                    connection,
                    who.tenant(),
                    new Act(who.token().toString(), "letterhead set", "letterhead", "done", requestId));
            if (!seen.equals("*") && !seen.equals("\"" + tag(of(connection)) + "\"")) {
                throw ProblemException.outrun();
            }
            Array lines = connection.createArrayOf("text", letterhead.lines().toArray());
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO letterhead (tenant_id, lines) VALUES (?, ?)"
                            + " ON CONFLICT (tenant_id) DO UPDATE SET lines = EXCLUDED.lines")) {
                insert.setObject(1, who.tenant());
                insert.setArray(2, lines);
                insert.executeUpdate();
            }
            return true;
        });
    }
}
