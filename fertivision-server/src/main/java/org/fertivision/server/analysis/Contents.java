package org.fertivision.server.analysis;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fertivision.server.blob.BlobStore;
import org.fertivision.server.http.JsonFields;
import org.fertivision.server.seal.DataKey;
import org.fertivision.server.seal.DataKeys;
import org.fertivision.server.subject.Subjects;
import org.jspecify.annotations.Nullable;

/** What was handed in for analyses, and what came of it: in their rows, sealed under the key of each. Thread-safe. */
final class Contents {
    private static final String TABLE = "analysis";
    private static final String REQUEST = "request";
    private static final String ORIGIN = "origin";
    private static final String RESULT = "result";

    private final DataKeys keys;
    private final Subjects subjects;

    Contents(DataKeys keys, Subjects subjects) {
        this.keys = keys;
        this.subjects = subjects;
    }

    /**
     * What is told of an analysis beside its row.
     *
     * @param origin where its specimen comes from
     * @param document its result, where there is one
     */
    record Told(Origin origin, Optional<byte[]> document) {}

    /**
     * Keeps what was handed in as a new analysis, with the key of it.
     *
     * @throws org.fertivision.server.http.ProblemException if it is of a subject that is not there
     */
    void keep(Connection connection, UUID tenant, UUID id, Submission submission) throws SQLException {
        DataKey key = submission.key();
        Origin origin = submission.origin();
        keys.keep(
                connection, key, origin.subject() == null ? null : subjects.key(connection, tenant, origin.subject()));
        Analyses.insert(
                connection,
                "INSERT INTO analysis (id, tenant_id, kind, data_key, request, origin, subject_id, development_day,"
                        + " demo) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                tenant,
                submission.query().kind(),
                key.id(),
                key.seal(submission.query().json().getBytes(StandardCharsets.UTF_8), TABLE, REQUEST, id),
                key.seal(origin.json(), TABLE, ORIGIN, id),
                origin.subject(),
                origin.developmentDay(),
                origin.isDemo());
        for (int field = 0; field < submission.fields().size(); field++) {
            Submission.Field one = submission.fields().get(field);
            Analyses.insert(
                    connection,
                    "INSERT INTO analysis_field (analysis_id, tenant_id, field, blob, sha256, bytes, media_type)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    id,
                    tenant,
                    field,
                    one.blob().id(),
                    one.blob().sha256(),
                    one.blob().bytes(),
                    one.mediaType());
        }
    }

    /**
     * What was handed in for an analysis.
     *
     * @throws org.fertivision.server.seal.BrokenSealException if it is not as it was kept
     */
    Content of(Connection connection, UUID tenant, UUID id) throws SQLException {
        byte[] request = opened(connection, tenant, id, REQUEST);
        return new Content(
                key(connection, tenant, id),
                AnalysisQuery.of(JsonFields.of(request)),
                Origin.of(JsonFields.of(opened(connection, tenant, id, ORIGIN))),
                fields(connection, id));
    }

    /**
     * Where the specimen of an analysis comes from, and its result document where there is one.
     *
     * @throws org.fertivision.server.seal.BrokenSealException if it is not as it was kept
     */
    Told told(Connection connection, UUID tenant, UUID id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT origin, result, data_key FROM analysis WHERE id = ?")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                DataKey key = keys.find(connection, tenant, row.getObject(3, UUID.class));
                byte[] result = row.getBytes(2);
                return new Told(
                        Origin.of(JsonFields.of(key.open(row.getBytes(1), TABLE, ORIGIN, id))),
                        Optional.ofNullable(result == null ? null : key.open(result, TABLE, RESULT, id)));
            }
        }
    }

    /**
     * The result document of an analysis that succeeded.
     *
     * @throws org.fertivision.server.seal.BrokenSealException if it is not as it was kept
     */
    byte[] document(Connection connection, UUID tenant, UUID id) throws SQLException {
        return opened(connection, tenant, id, RESULT);
    }

    /** A result document as it is kept; nothing where there is none. */
    byte @Nullable [] sealed(Connection connection, JobQueue.Claim claim, byte @Nullable [] document)
            throws SQLException {
        return document == null
                ? null
                : key(connection, claim.tenant(), claim.id()).seal(document, TABLE, RESULT, claim.id());
    }

    private byte[] opened(Connection connection, UUID tenant, UUID id, String column) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT " + column + ", data_key FROM analysis WHERE id = ?")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                DataKey key = keys.find(connection, tenant, row.getObject(2, UUID.class));
                return key.open(row.getBytes(1), TABLE, column, id);
            }
        }
    }

    /** The key of an analysis. */
    DataKey key(Connection connection, UUID tenant, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT data_key FROM analysis WHERE id = ?")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return keys.find(connection, tenant, row.getObject(1, UUID.class));
            }
        }
    }

    private static List<Submission.Field> fields(Connection connection, UUID id) throws SQLException {
        List<Submission.Field> fields = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT blob, sha256, bytes, media_type FROM analysis_field WHERE analysis_id = ? ORDER BY field")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    BlobStore.Blob blob =
                            new BlobStore.Blob(row.getObject(1, UUID.class), row.getString(2), row.getLong(3));
                    fields.add(new Submission.Field(blob, row.getString(4)));
                }
            }
        }
        return fields;
    }
}
