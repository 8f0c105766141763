package org.fertivision.server.analysis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fertivision.report.Report;
import org.fertivision.report.ReportJson;
import org.fertivision.server.audit.AuditTrail;
import org.fertivision.server.audit.AuditTrail.Act;
import org.fertivision.server.http.Json;
import org.fertivision.server.http.JsonFields;
import org.fertivision.server.http.Principal;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.seal.DataKey;
import org.fertivision.server.store.Database;
import org.jspecify.annotations.Nullable;

/** What persons said of analyses: only ever added to, each with its audit entry in one transaction. Thread-safe. */
final class Reviews {
    private static final String TABLE = "review";
    private static final String SAID = "said";
    private static final String RESULT = "result";

    private final Database database;
    private final Contents contents;
    private final AuditTrail audit;
    private final Clock clock;

    /**
     * Something that is said.
     *
     * @param act what is done
     * @param by who
     * @param reason why, or null
     * @param annotations the corrections of this act, as plain JSON values
     * @param amended the result as it is then; null where it stays
     * @param resultSha256 its hash
     */
    record Word(
            Review.Act act,
            String by,
            @Nullable String reason,
            List<Object> annotations,
            @Nullable Report amended,
            String resultSha256) {}

    Reviews(Database database, Contents contents, AuditTrail audit, Clock clock) {
        this.database = database;
        this.contents = contents;
        this.audit = audit;
        this.clock = clock;
    }

    /** All that was said of an analysis, in order. */
    List<Review> of(UUID tenant, UUID analysis) {
        return database.inTenant(tenant, connection -> {
            DataKey key = contents.key(connection, tenant, analysis);
            List<Review> all = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT id, version, act, state, said, result_sha256, made_at FROM review WHERE analysis_id = ?"
                            + " ORDER BY version")) {
                select.setObject(1, analysis);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        all.add(review(row, key));
                    }
                }
            }
            return all;
        });
    }

    private static Review review(ResultSet row, DataKey key) throws SQLException {
        JsonFields said = JsonFields.of(key.open(row.getBytes(5), TABLE, SAID, row.getObject(1, UUID.class)));
        return new Review(
                row.getInt(2),
                Review.Act.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                Review.State.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                said.text("by"),
                said.optionalText("reason").orElse(null),
                said.list("annotations"),
                row.getTimestamp(7).toInstant(),
                row.getString(6));
    }

    /** The result as it is since a version, if anybody changed it until then. */
    Optional<byte[]> document(UUID tenant, UUID analysis, int version) {
        return database.inTenant(tenant, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT id, result FROM review WHERE analysis_id = ? AND version <= ? AND result IS NOT NULL"
                            + " ORDER BY version DESC LIMIT 1")) {
                select.setObject(1, analysis);
                select.setInt(2, version);
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(contents.key(connection, tenant, analysis)
                                    .open(row.getBytes(2), TABLE, RESULT, row.getObject(1, UUID.class)))
                            : Optional.empty();
                }
            }
        });
    }

    /** Keeps what is said as the given version; whether nobody was faster. */
    boolean add(Principal who, UUID analysis, int version, Word word, String requestId) {
        return database.inTenant(who.tenant(), connection -> {
            if (!insert(connection, who, analysis, version, word)) {
                return false;
            }
            audit.append(
                    connection,
                    who.tenant(),
                    new Act(
                            who.token().toString(),
                            "review " + word.act().text() + " " + version,
                            PublicId.text(Analyses.PREFIX, analysis),
                            "done",
                            requestId));
            return true;
        });
    }

    private boolean insert(Connection connection, Principal who, UUID analysis, int version, Word word)
            throws SQLException {
        UUID id = PublicId.fresh(clock);
        DataKey key = contents.key(connection, who.tenant(), analysis);
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("by", word.by());
        Optional.ofNullable(word.reason()).ifPresent(why -> said.put("reason", why));
        said.put("annotations", word.annotations());
        Report amended = word.amended();
        return Analyses.insert(
                        connection,
                        "INSERT INTO review (id, analysis_id, tenant_id, version, act, state, actor, said, result,"
                                + " result_sha256, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        id,
                        analysis,
                        who.tenant(),
                        version,
                        word.act().text(),
                        word.act().state().text(),
                        who.token(),
                        key.seal(Json.bytes(said), TABLE, SAID, id),
                        amended == null ? null : key.seal(ReportJson.write(amended), TABLE, RESULT, id),
                        word.resultSha256(),
                        Timestamp.from(clock.instant()))
                == 1;
    }
}
