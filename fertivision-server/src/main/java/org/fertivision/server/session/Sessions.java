package org.fertivision.server.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fertivision.server.audit.AuditTrail;
import org.fertivision.server.audit.AuditTrail.Act;
import org.fertivision.server.http.Credential;
import org.fertivision.server.http.Principal;
import org.fertivision.server.http.Problem;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.http.Visit;
import org.fertivision.server.http.Visitors;
import org.fertivision.server.store.Database;
import org.fertivision.server.tenant.Secrets;

/**
 * The sessions of persons who signed in. A session ends when it was not used for a quarter of an hour, eight hours after its
 * beginning, with its account, and when its person signs out. Thread-safe.
 */
final class Sessions implements Visitors {
    /** How long a session lasts that nobody uses. */
    static final Duration IDLE = Duration.ofMinutes(15);

    /** How long a session lasts at most. */
    static final Duration LONGEST = Duration.ofHours(8);

    /** How exactly it is kept when a session was used last. */
    private static final Duration SEEN_AGAIN = Duration.ofSeconds(30);

    private final Database database;
    private final AuditTrail audit;
    private final Secrets secrets;
    private final Clock clock;

    /**
     * A session that holds.
     *
     * @param account whose it is
     * @param tenant whose person that is
     * @param login the name with which the person signs in
     * @param principal what it may be used for
     * @param clinic what the tenant is called
     * @param createdAt since when it is there
     */
    record Session(UUID account, UUID tenant, String login, Principal principal, String clinic, Instant createdAt) {}

    private record Row(Session session, Instant seenAt) {}

    Sessions(Database database, AuditTrail audit, Secrets secrets, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** What is kept of the secret of a session. */
    String code(String secret) {
        return secrets.code("session " + secret);
    }

    /** What the page must send along with everything that changes something. */
    String token(String secret) {
        return secrets.code("csrf " + secret);
    }

    /** Begins a session for somebody who showed the right password, under a new secret; ends the one that the browser had. */
    String begin(Account account, Optional<Visit> before, String requestId) {
        String secret = secrets.fresh();
        Timestamp now = Timestamp.from(clock.instant());
        String old = before.map(visit -> code(visit.secret())).orElse("");
        database.asSystem(connection -> {
            try (PreparedStatement sweep =
                    connection.prepareStatement("DELETE FROM web_session WHERE code = ? OR seen_at < ?")) {
                sweep.setString(1, old);
                sweep.setTimestamp(2, Timestamp.from(clock.instant().minus(LONGEST)));
                return sweep.executeUpdate();
            }
        });
        database.inTenant(account.tenant(), connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                            "INSERT INTO web_session (code, tenant_id, account_id, created_at, seen_at)"
                                    + " VALUES (?, ?, ?, ?, ?)");
                    PreparedStatement forgive = connection.prepareStatement(
                            "UPDATE account SET failures = 0, locked_until = NULL WHERE id = ?")) {
                insert.setString(1, code(secret));
                insert.setObject(2, account.tenant());
                insert.setObject(3, account.id());
                insert.setTimestamp(4, now);
                insert.setTimestamp(5, now);
                insert.executeUpdate();
                forgive.setObject(1, account.id());
                forgive.executeUpdate();
            }
            tell(connection, account.tenant(), account.id(), "signed in", requestId);
            return true;
        });
        return secret;
    }

    /** Ends a session. */
    void end(Visit visit, Session session, String requestId) {
        database.inTenant(session.tenant(), connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM web_session WHERE code = ?")) {
                delete.setString(1, code(visit.secret()));
                delete.executeUpdate();
            }
            tell(connection, session.tenant(), session.account(), "signed out", requestId);
            return true;
        });
    }

    private void tell(Connection connection, UUID tenant, UUID account, String action, String requestId)
            throws SQLException {
        audit.append(
                connection,
                tenant,
                new Act(account.toString(), action, PublicId.text(Account.PREFIX, account), "done", requestId));
    }

    @Override
    public Principal who(Visit visit, boolean changes) {
        return session(visit, changes).principal();
    }

    /**
     * The session of a visit.
     *
     * @param changes whether the request changes anything, so that it must come from our own page
     * @throws ProblemException if it holds no more, or the request comes from elsewhere
     */
    Session session(Visit visit, boolean changes) {
        Visit.checkOrigin(visit.headers(), changes);
        Row row = database.asSystem(connection -> find(connection, code(visit.secret())))
                .filter(this::holds)
                .orElseThrow(() -> Credential.refused(ProblemCode.EXPIRED_CREDENTIAL, "Sign in again."));
        if (changes && !isToken(visit)) {
            throw new ProblemException(
                    Problem.of(ProblemCode.CSRF_FAILED, "Send " + Visit.TOKEN + " as GET /v1/session tells it."));
        }
        if (row.seenAt().plus(SEEN_AGAIN).isBefore(clock.instant())) {
            seen(visit);
        }
        return row.session();
    }

    private boolean isToken(Visit visit) {
        byte[] sent = visit.headers().apply(Visit.TOKEN).orElse("").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(sent, token(visit.secret()).getBytes(StandardCharsets.UTF_8));
    }

    private boolean holds(Row row) {
        Instant now = clock.instant();
        return row.seenAt().plus(IDLE).isAfter(now)
                && row.session().createdAt().plus(LONGEST).isAfter(now);
    }

    private void seen(Visit visit) {
        database.asSystem(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE web_session SET seen_at = ? WHERE code = ?")) {
                update.setTimestamp(1, Timestamp.from(clock.instant()));
                update.setString(2, code(visit.secret()));
                return update.executeUpdate();
            }
        });
    }

    private static Optional<Row> find(Connection connection, String code) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT a.id, a.tenant_id, a.login, a.name, a.scopes, n.name, s.created_at, s.seen_at FROM web_session s"
                        + " JOIN account a ON a.id = s.account_id JOIN tenant n ON n.id = s.tenant_id"
                        + " WHERE s.code = ? AND a.closed_at IS NULL AND NOT n.suspended")) {
            select.setString(1, code);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                UUID account = row.getObject(1, UUID.class);
                UUID tenant = row.getObject(2, UUID.class);
                Principal who = new Principal(tenant, account, Accounts.scopes(row.getArray(5)), row.getString(4));
                return Optional.of(new Row(
                        new Session(
                                account,
                                tenant,
                                row.getString(3),
                                who,
                                row.getString(6),
                                row.getTimestamp(7).toInstant()),
                        row.getTimestamp(8).toInstant()));
            }
        }
    }
}
