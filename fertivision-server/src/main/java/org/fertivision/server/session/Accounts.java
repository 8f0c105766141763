package org.fertivision.server.session;

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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fertivision.server.audit.AuditTrail;
import org.fertivision.server.audit.AuditTrail.Act;
import org.fertivision.server.http.Principal;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.http.Scope;
import org.fertivision.server.store.Database;
import org.jspecify.annotations.Nullable;

/** The accounts of all tenants. What is written stands with its audit entry in one transaction. Thread-safe. */
final class Accounts {
    private static final String COLUMNS =
            "SELECT a.id, a.tenant_id, a.login, a.name, a.scopes, a.created_at, a.closed_at, a.password, a.locked_until"
                    + " FROM account a ";
    private static final int FAILURES = 5;
    private static final Duration LOCKED = Duration.ofMinutes(5);

    private final Database database;
    private final AuditTrail audit;
    private final Clock clock;

    /**
     * An account with what is looked at when somebody signs in.
     *
     * @param account the account
     * @param password what is kept of its password
     * @param lockedUntil until when nobody is let in, or null
     */
    record Locked(
            Account account, String password, @Nullable Instant lockedUntil) {
        /** Without the password. */
        @Override
        public String toString() {
            return account.toString();
        }
    }

    /**
     * A person to be let in.
     *
     * @param login the name with which one signs in
     * @param name what the person is called on reports
     * @param password what is kept of the password
     * @param scopes what the person may do
     */
    record Person(String login, String name, String password, Set<Scope> scopes) {}

    Accounts(Database database, AuditTrail audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes an account in a transaction that may; nothing where the login is taken, or another person who may sign in has
     * that name: reports and comparisons of readers tell persons apart by it.
     */
    Optional<UUID> make(Connection connection, UUID tenant, Person person) throws SQLException {
        UUID id = PublicId.fresh(clock);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO account (id, tenant_id, login, name, password, scopes)"
                        + " SELECT ?, ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT FROM account WHERE tenant_id = ?"
                        + " AND name = ? AND closed_at IS NULL) ON CONFLICT DO NOTHING")) {
            insert.setObject(1, id);
            insert.setObject(2, tenant);
            insert.setString(3, person.login());
            insert.setString(4, person.name());
            insert.setString(5, person.password());
            insert.setArray(
                    6,
                    connection.createArrayOf(
                            "text",
                            person.scopes().stream().map(Scope::text).sorted().toArray()));
            insert.setObject(7, tenant);
            insert.setString(8, person.name());
            return insert.executeUpdate() == 1 ? Optional.of(id) : Optional.empty();
        }
    }

    /** Makes an account of the caller's tenant; nothing where the login or the name is taken. */
    Optional<UUID> make(Principal who, Person person, String requestId) {
        return database.inTenant(who.tenant(), connection -> {
            Optional<UUID> made = make(connection, who.tenant(), person);
            if (made.isPresent()) {
                tell(connection, who.tenant(), who.token(), "account made", made.get(), requestId);
            }
            return made;
        });
    }

    /** The accounts of a tenant, newest first. */
    List<Account> of(UUID tenant) {
        return database.inTenant(tenant, connection -> {
            List<Account> all = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + "ORDER BY a.id DESC");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(account(row));
                }
            }
            return all;
        });
    }

    /** The open account of a login at the tenant of a name. */
    Optional<Locked> find(String clinic, String login) {
        return database.asSystem(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS
                    + "JOIN tenant n ON n.id = a.tenant_id"
                    + " WHERE n.name = ? AND a.login = ? AND a.closed_at IS NULL AND NOT n.suspended")) {
                select.setString(1, clinic);
                select.setString(2, login);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(locked(row)) : Optional.empty();
                }
            }
        });
    }

    /** An open account of a tenant. */
    Optional<Locked> find(UUID tenant, UUID id) {
        return database.inTenant(tenant, connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement(COLUMNS + "WHERE a.id = ? AND a.closed_at IS NULL")) {
                select.setObject(1, id);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(locked(row)) : Optional.empty();
                }
            }
        });
    }

    private static Locked locked(ResultSet row) throws SQLException {
        return new Locked(account(row), row.getString(8), instant(row.getTimestamp(9)));
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                scopes(row.getArray(5)),
                row.getTimestamp(6).toInstant(),
                instant(row.getTimestamp(7)));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    static Set<Scope> scopes(Array texts) throws SQLException {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String text : (String[]) texts.getArray()) {
            Scope.of(text).ifPresent(scopes::add);
        }
        return scopes;
    }

    /** Somebody tried a wrong password; after five in a row nobody is let in for a while. */
    void failed(Account account, String requestId) {
        database.inTenant(account.tenant(), connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE account SET failures = failures + 1,"
                    + " locked_until = CASE WHEN failures + 1 >= ? THEN ? ELSE locked_until END WHERE id = ?")) {
                update.setInt(1, FAILURES);
                update.setTimestamp(2, Timestamp.from(clock.instant().plus(LOCKED)));
                update.setObject(3, account.id());
                update.executeUpdate();
            }
            audit.append(connection, account.tenant(), refused(account, "invalid-credential", requestId));
            return true;
        });
    }

    /** Somebody tried while nobody is let in. */
    void shut(Account account, String requestId) {
        audit.append(account.tenant(), refused(account, "rate-limited", requestId));
    }

    private static Act refused(Account account, String why, String requestId) {
        return new Act("nobody", "sign-in refused", PublicId.text(Account.PREFIX, account.id()), why, requestId);
    }

    /** Gives an account another password and ends its sessions but for one. */
    void password(Account account, String kept, String exceptCode, String requestId) {
        database.inTenant(account.tenant(), connection -> {
            try (PreparedStatement update =
                            connection.prepareStatement("UPDATE account SET password = ? WHERE id = ?");
                    PreparedStatement end =
                            connection.prepareStatement("DELETE FROM web_session WHERE account_id = ? AND code <> ?")) {
                update.setString(1, kept);
                update.setObject(2, account.id());
                update.executeUpdate();
                end.setObject(1, account.id());
                end.setString(2, exceptCode);
                end.executeUpdate();
            }
            tell(connection, account.tenant(), account.id(), "password changed", account.id(), requestId);
            return true;
        });
    }

    /** Closes an account of the caller's tenant and ends its sessions; whether there was one that was open. */
    boolean close(Principal who, UUID id, String requestId) {
        return database.inTenant(who.tenant(), connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                            "UPDATE account SET closed_at = ? WHERE id = ? AND closed_at IS NULL");
                    PreparedStatement end =
                            connection.prepareStatement("DELETE FROM web_session WHERE account_id = ?")) {
                update.setTimestamp(1, Timestamp.from(clock.instant()));
                update.setObject(2, id);
                if (update.executeUpdate() == 0) {
                    return false;
                }
                end.setObject(1, id);
                end.executeUpdate();
            }
            tell(connection, who.tenant(), who.token(), "account closed", id, requestId);
            return true;
        });
    }

    private void tell(Connection connection, UUID tenant, UUID actor, String action, UUID account, String requestId)
            throws SQLException {
        audit.append(
                connection,
                tenant,
                new Act(actor.toString(), action, PublicId.text(Account.PREFIX, account), "done", requestId));
    }
}
