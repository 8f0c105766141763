package org.fertivision.server.subject;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fertivision.server.audit.AuditTrail;
import org.fertivision.server.audit.AuditTrail.Act;
import org.fertivision.server.hold.Holds;
import org.fertivision.server.http.JsonFields;
import org.fertivision.server.http.Principal;
import org.fertivision.server.http.Problem;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.seal.DataKey;
import org.fertivision.server.seal.DataKeys;
import org.fertivision.server.store.Database;
import org.jspecify.annotations.Nullable;

/** The subjects of all tenants. What is written stands with its audit entry in one transaction. Thread-safe. */
public final class Subjects {
    /** The prefix of a subject's public id. */
    public static final String PREFIX = "sub";

    private static final String TABLE = "subject";
    private static final String PERSON = "person";
    private static final String SELECT = "SELECT id, pseudonym, data_key, person, created_at, deleted_at FROM subject ";
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int PSEUDONYM_LENGTH = 10;

    private final Database database;
    private final DataKeys keys;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** The subjects of a database. */
    public Subjects(Database database, DataKeys keys, AuditTrail audit, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a subject with a pseudonym and a key of its own.
     *
     * @throws ProblemException if there is one of that external id
     */
    Subject make(Principal who, Person person, String requestId) {
        UUID tenant = who.tenant();
        return database.inTenant(tenant, connection -> {
            UUID id = PublicId.fresh(clock);
            DataKey key = keys.fresh(tenant);
            keys.keep(connection, key, null);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO subject (id, tenant_id, pseudonym, data_key, person, external_index)"
                            + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, external_index) DO NOTHING")) {
                insert.setObject(1, id);
                insert.setObject(2, tenant);
                insert.setString(3, pseudonym());
                insert.setObject(4, key.id());
                insert.setBytes(5, key.seal(person.json(), TABLE, PERSON, id));
                insert.setBytes(6, person.externalId() == null ? null : code(connection, tenant, person.externalId()));
                if (insert.executeUpdate() == 0) {
                    throw new ProblemException(
                            ProblemCode.CONFLICT,
                            "There is a subject of that externalId; POST /v1/subjects/lookup finds it.");
                }
            }
            audit.append(connection, tenant, act(who, "subject created", id, requestId));
            return find(connection, tenant, id).orElseThrow();
        });
    }

    private static Act act(Principal who, String action, UUID id, String requestId) {
        return new Act(who.token().toString(), action, PublicId.text(PREFIX, id), "done", requestId);
    }

    private String pseudonym() {
        StringBuilder text = new StringBuilder("S-");
        for (int i = 0; i < PSEUDONYM_LENGTH; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /** What is kept of an external id to find it again; it tells nothing without the tenant's key. */
    private byte[] code(Connection connection, UUID tenant, String externalId) throws SQLException {
        String text = Normalizer.normalize(externalId.strip(), Normalizer.Form.NFKC);
        return indexKey(connection, tenant).code(text.getBytes(StandardCharsets.UTF_8));
    }

    private DataKey indexKey(Connection connection, UUID tenant) throws SQLException {
        Optional<UUID> known = indexKeyId(connection);
        if (known.isEmpty()) {
            DataKey fresh = keys.fresh(tenant);
            keys.keep(connection, fresh, null);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO index_key (tenant_id, data_key) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
                insert.setObject(1, tenant);
                insert.setObject(2, fresh.id());
                insert.executeUpdate();
            }
            known = indexKeyId(connection);
        }
        return keys.find(connection, tenant, known.orElseThrow());
    }

    private static Optional<UUID> indexKeyId(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT data_key FROM index_key");
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
        }
    }

    /** A subject of a tenant, deleted ones too. */
    Optional<Subject> find(UUID tenant, UUID id) {
        return database.inTenant(tenant, connection -> find(connection, tenant, id));
    }

    private Optional<Subject> find(Connection connection, UUID tenant, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "WHERE id = ?")) {
            select.setObject(1, id);
            return rows(connection, tenant, select).stream().findFirst();
        }
    }

    /** The subject of an external id. */
    Optional<Subject> lookup(UUID tenant, String externalId) {
        return database.inTenant(tenant, connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT + "WHERE external_index = ?")) {
                select.setBytes(1, code(connection, tenant, externalId));
                return rows(connection, tenant, select).stream().findFirst();
            }
        });
    }

    /** The subjects of a tenant older than the given one, newest first, at most so many. */
    List<Subject> list(UUID tenant, @Nullable UUID before, int most) {
        return database.inTenant(tenant, connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT
                    + "WHERE deleted_at IS NULL AND (?::uuid IS NULL OR id < ?::uuid) ORDER BY id DESC LIMIT ?")) {
                select.setObject(1, before);
                select.setObject(2, before);
                select.setInt(3, most);
                return rows(connection, tenant, select);
            }
        });
    }

    private List<Subject> rows(Connection connection, UUID tenant, PreparedStatement select) throws SQLException {
        List<Subject> subjects = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                UUID id = row.getObject(1, UUID.class);
                byte[] sealed = row.getBytes(4);
                Timestamp deleted = row.getTimestamp(6);
                subjects.add(new Subject(
                        id,
                        row.getString(2),
                        sealed == null
                                ? null
                                : Person.of(JsonFields.of(keys.find(connection, tenant, row.getObject(3, UUID.class))
                                        .open(sealed, TABLE, PERSON, id))),
                        row.getTimestamp(5).toInstant(),
                        deleted == null ? null : deleted.toInstant()));
            }
        }
        return subjects;
    }

    /**
     * The key of a subject, under which the keys of its analyses are wrapped. The subject is not deleted while the
     * transaction lasts.
     *
     * @throws ProblemException if there is no such subject, or no longer
     */
    public DataKey key(Connection connection, UUID tenant, UUID id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT data_key, deleted_at FROM subject WHERE id = ? FOR SHARE")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new ProblemException(ProblemCode.NOT_FOUND, "There is no such subject.");
                }
                if (row.getTimestamp(2) != null) {
                    throw gone(row.getTimestamp(2).toInstant().toString());
                }
                return keys.find(connection, tenant, row.getObject(1, UUID.class));
            }
        }
    }

    static ProblemException gone(String deletedAt) {
        return new ProblemException(
                Problem.of(ProblemCode.GONE, "The subject was deleted.").with("deletedAt", deletedAt));
    }

    /** Deletes a subject and its analyses, and destroys its key: nothing that was sealed for it opens any more. */
    void delete(Principal who, UUID id, String requestId) {
        database.inTenant(who.tenant(), connection -> {
            Holds.refuseSubject(connection, id);
            UUID key;
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE subject SET deleted_at = now(), person = NULL, external_index = NULL"
                            + " WHERE id = ? AND deleted_at IS NULL RETURNING data_key")) {
                update.setObject(1, id);
                try (ResultSet row = update.executeQuery()) {
                    if (!row.next()) {
                        return false;
                    }
                    key = row.getObject(1, UUID.class);
                }
            }
            keys.destroy(connection, key);
            run(connection, "UPDATE analysis SET deleted_at = now() WHERE subject_id = ? AND deleted_at IS NULL", id);
            run(
                    connection,
                    "UPDATE job SET state = 'done', lease_owner = NULL, lease_until = NULL WHERE state IN ('queued',"
                            + " 'running') AND id IN (SELECT a.id FROM analysis a WHERE a.subject_id = ?)",
                    id);
            audit.append(connection, who.tenant(), act(who, "subject deleted", id, requestId));
            return true;
        });
    }

    private static void run(Connection connection, String sql, UUID id) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, id);
            update.executeUpdate();
        }
    }
}
