package org.fertivision.server.tenant;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fertivision.server.audit.AuditTrail;
import org.fertivision.server.audit.AuditTrail.Act;
import org.fertivision.server.http.Authenticator;
import org.fertivision.server.http.Credential;
import org.fertivision.server.http.Principal;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.http.Scope;
import org.fertivision.server.store.Database;
import org.jspecify.annotations.Nullable;

/** The tokens of all tenants. Thread-safe. */
public final class Tokens implements Authenticator {
    /** The prefix of a token's public id. */
    static final String PREFIX = "tok";

    private static final int KEY_BYTES = 8;

    private final Database database;
    private final Secrets secrets;
    private final AuditTrail audit;
    private final Clock clock;
    private final String nobodys;

    /**
     * A token without its secret.
     *
     * @param id its id
     * @param name what it is for
     * @param scopes what it may be used for
     * @param createdAt since when it is there
     * @param expiresAt until when it holds
     * @param revokedAt since when it holds no more, or null
     */
    public record Known(
            UUID id,
            String name,
            Set<Scope> scopes,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant revokedAt) {
        /** Copies the scopes. */
        public Known {
            scopes = Set.copyOf(scopes);
        }
    }

    /**
     * A token that was just made; its text is never to be had again.
     *
     * @param id its id
     * @param text what its owner sends
     * @param expiresAt until when it holds
     */
    public record Issued(UUID id, String text, Instant expiresAt) {
        /** Without the secret. */
        @Override
        public String toString() {
            return id.toString();
        }
    }

    private record Row(
            UUID tenant, UUID id, String mac, Set<Scope> scopes, Instant expires, boolean revoked, boolean suspended) {}

    /** The tokens of a database, whose making and ending is written into the trail. */
    public Tokens(Database database, Secrets secrets, AuditTrail audit, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
        this.nobodys = HexFormat.of().formatHex(secrets.mac(secrets.fresh()));
    }

    @Override
    public Principal who(String text) {
        TokenText token = TokenText.of(text).orElseThrow(Tokens::unknown);
        Optional<Row> found = database.asSystem(connection -> find(connection, token.keyId()));
        boolean right = secrets.matches(
                token.secret(), HexFormat.of().parseHex(found.map(Row::mac).orElse(nobodys)));
        Row row = found.filter(r -> right && !r.revoked()).orElseThrow(Tokens::unknown);
        if (!row.expires().isAfter(clock.instant())) {
            throw Credential.refused(ProblemCode.EXPIRED_CREDENTIAL, "The token has expired; ask for a new one.");
        }
        if (row.suspended()) {
            throw Credential.refused(ProblemCode.TENANT_SUSPENDED, "The tenant is suspended.");
        }
        return new Principal(row.tenant(), row.id(), row.scopes());
    }

    private static ProblemException unknown() {
        return Credential.refused(ProblemCode.INVALID_CREDENTIAL, "The token is not known here.");
    }

    private static Optional<Row> find(Connection connection, String keyId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT t.tenant_id, t.id, t.secret_mac, t.scopes, t.expires_at, t.revoked_at IS NOT NULL, n.suspended"
                        + " FROM token t JOIN tenant n ON n.id = t.tenant_id WHERE t.key_id = ?")) {
            select.setString(1, keyId);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Row(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                HexFormat.of().formatHex(row.getBytes(3)),
                                scopes(row.getArray(4)),
                                row.getTimestamp(5).toInstant(),
                                row.getBoolean(6),
                                row.getBoolean(7)))
                        : Optional.empty();
            }
        }
    }

    private static Set<Scope> scopes(Array texts) throws SQLException {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String text : (String[]) texts.getArray()) {
            Scope.of(text).ifPresent(scopes::add);
        }
        return scopes;
    }

    /** Makes a token of a tenant within a transaction that may. */
    Issued issue(Connection connection, UUID tenant, String name, Set<Scope> scopes, Duration holds)
            throws SQLException {
        TokenText token = new TokenText(secrets.fresh(KEY_BYTES), secrets.fresh());
        Issued issued =
                new Issued(PublicId.fresh(clock), token.text(), clock.instant().plus(holds));
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO token (id, tenant_id, key_id, secret_mac, name, scopes, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, issued.id());
            insert.setObject(2, tenant);
            insert.setString(3, token.keyId());
            insert.setBytes(4, secrets.mac(token.secret()));
            insert.setString(5, name);
            insert.setArray(
                    6,
                    connection.createArrayOf(
                            "text", scopes.stream().map(Scope::text).sorted().toArray()));
            insert.setTimestamp(7, Timestamp.from(issued.expiresAt()));
            insert.executeUpdate();
        }
        return issued;
    }

    /** Makes a token of the tenant of whoever asks for it. */
    public Issued issue(Principal who, String name, Set<Scope> scopes, Duration holds, String requestId) {
        return database.inTenant(who.tenant(), connection -> {
            Issued issued = issue(connection, who.tenant(), name, scopes, holds);
            append(connection, who, "token made", issued.id(), requestId);
            return issued;
        });
    }

    private void append(Connection connection, Principal who, String action, UUID token, String requestId)
            throws SQLException {
        String object = PublicId.text(PREFIX, token);
        audit.append(connection, who.tenant(), new Act(who.token().toString(), action, object, "done", requestId));
    }

    /** The tokens of a tenant, newest first. */
    public List<Known> of(UUID tenant) {
        return database.inTenant(tenant, connection -> {
            List<Known> all = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT id, name, scopes, created_at, expires_at, revoked_at FROM token ORDER BY id DESC");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Timestamp revoked = row.getTimestamp(6);
                    all.add(new Known(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            scopes(row.getArray(3)),
                            row.getTimestamp(4).toInstant(),
                            row.getTimestamp(5).toInstant(),
                            revoked == null ? null : revoked.toInstant()));
                }
            }
            return all;
        });
    }

    /** Ends a token of the tenant of whoever asks for it; whether there was one that held. */
    public boolean revoke(Principal who, UUID id, String requestId) {
        return database.inTenant(who.tenant(), connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE token SET revoked_at = now() WHERE id = ? AND revoked_at IS NULL")) {
                update.setObject(1, id);
                if (update.executeUpdate() == 0) {
                    return false;
                }
            }
            append(connection, who, "token revoked", id, requestId);
            return true;
        });
    }
}
