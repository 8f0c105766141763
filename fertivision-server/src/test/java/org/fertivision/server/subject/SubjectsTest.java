package org.fertivision.server.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.server.RunningServer.member;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import org.fertivision.phantom.Phantoms;
import org.fertivision.server.RunningServer;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.postgres.SharedPostgres;
import org.fertivision.server.store.DatabaseAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Subjects over HTTP, on a whole server with its database. */
class SubjectsTest {
    @TempDir
    private static Path data;

    private static String database;
    private static RunningServer server;
    private static String token;
    private static String foreigner;
    private static byte[] image;

    @BeforeAll
    static void start() throws Exception {
        database = SharedPostgres.freshDatabase();
        server = new RunningServer(database, data, Clock.systemUTC());
        token = server.administrator();
        foreigner = member(
                server.send("POST", "/v1/admin/tenants", token, "{\"name\":\"Another clinic\"}")
                        .body(),
                "token");
        Path file = data.resolve("picture.png");
        Phantoms.draw("sperm-vitality", 1, Map.of("width", "320", "height", "240", "cells", "5"))
                .writePng(file);
        image = Files.readAllBytes(file);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> make(String json) throws Exception {
        return server.send("POST", "/v1/subjects", token, json);
    }

    private static String made(String json) throws Exception {
        HttpResponse<String> answer = make(json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return member(answer.body(), "id");
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return server.send("GET", path, token, null);
    }

    private static HttpResponse<String> delete(String path, String tag) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(path))
                .header("Authorization", "Bearer " + token)
                .DELETE();
        return RunningServer.send(tag == null ? request : request.header("If-Match", tag));
    }

    private static HttpResponse<String> analyze(String more) throws Exception {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(
                "--f\r\nContent-Disposition: form-data; name=\"image\"\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        form.writeBytes(image);
        form.writeBytes(("\r\n--f\r\nContent-Disposition: form-data; name=\"request\"\r\n\r\n"
                        + "{\"kind\":\"sperm-vitality\",\"umPerPixel\":0.481" + more + "}\r\n--f--\r\n")
                .getBytes(StandardCharsets.UTF_8));
        return RunningServer.send(HttpRequest.newBuilder(server.uri("/v1/analyses"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=f")
                .header("Prefer", "wait=25")
                .POST(BodyPublishers.ofByteArray(form.toByteArray())));
    }

    private static String one(String sql) throws Exception {
        DatabaseAddress address = DatabaseAddress.of(database);
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void aSubjectIsToldToItsTenantAndReadableNowhereElse() throws Exception {
        HttpResponse<String> answer =
                make("{\"externalId\":\"MRN 4711\",\"name\":\"Jane Doe\",\"coupleRef\":\"couple 12\"}");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("\"name\":\"Jane Doe\"", "\"pseudonym\":\"S-");
        String path = answer.headers().firstValue("Location").orElseThrow();
        assertThat(get(path).body()).isEqualTo(answer.body());
        assertThat(get("/v1/subjects").body()).contains("MRN 4711");
        assertThat(server.send("GET", path, foreigner, null).statusCode()).isEqualTo(404);
        assertThat(server.send("GET", "/v1/subjects", foreigner, null).body()).doesNotContain("4711");
        assertThat(one("SELECT string_agg(subject::text, '') FROM subject"))
                .doesNotContain("Jane", "4711", "couple", hex("Jane"), hex("4711"));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anExternalIdFindsItsSubjectInTheOwnTenantOnly() throws Exception {
        String id = made("{\"externalId\":\"MRN-77\"}");
        assertThat(lookup(token, "MRN-77").body()).contains(id);
        assertThat(lookup(token, " MRN-77 ").body()).contains(id);
        assertThat(lookup(token, "MRN-78").statusCode()).isEqualTo(404);
        assertThat(lookup(foreigner, "MRN-77").statusCode()).isEqualTo(404);
        assertThat(make("{\"externalId\":\"MRN-77\"}").body())
                .contains("\"code\":\"conflict\"")
                .doesNotContain("MRN-77");
        String other = member(
                server.send("POST", "/v1/subjects", foreigner, "{\"externalId\":\"MRN-77\"}")
                        .body(),
                "id");
        assertThat(lookup(foreigner, "MRN-77").body()).contains(other);
        assertThat(one("SELECT count(DISTINCT external_index) FROM subject WHERE id IN ('"
                        + PublicId.of("sub", id).orElseThrow() + "', '"
                        + PublicId.of("sub", other).orElseThrow() + "')"))
                .isEqualTo("2");
    }

    private static HttpResponse<String> lookup(String by, String externalId) throws Exception {
        return server.send("POST", "/v1/subjects/lookup", by, "{\"externalId\":\"" + externalId + "\"}");
    }

    @Test
    void whatIsAskedWronglyIsRefused() throws Exception {
        for (String wrong : new String[] {
            "{\"name\":1}", "{\"name\":\" \"}", "{\"age\":30}", "[]", "{\"name\":\"" + "x".repeat(201) + "\"}"
        }) {
            assertThat(make(wrong).statusCode()).as(wrong).isEqualTo(400);
        }
        assertThat(server.send("POST", "/v1/subjects/lookup", token, "{}").statusCode())
                .isEqualTo(400);
        assertThat(get("/v1/subjects?name=Jane").body())
                .contains("invalid-request")
                .doesNotContain("Jane");
        assertThat(get("/v1/subjects?limit=0").statusCode()).isEqualTo(400);
        for (String wrong : new String[] {
            ",\"subjectId\":\"undefined\"", ",\"developmentDay\":15", ",\"developmentDay\":1.5", ",\"cycleRef\":7"
        }) {
            assertThat(analyze(wrong).body()).as(wrong).contains("\"pointer\"");
        }
        String unknown = PublicId.text("sub", PublicId.fresh(Clock.systemUTC()));
        assertThat(analyze(",\"subjectId\":\"" + unknown + "\"").statusCode()).isEqualTo(404);
        String foreign =
                member(server.send("POST", "/v1/subjects", foreigner, "{}").body(), "id");
        assertThat(analyze(",\"subjectId\":\"" + foreign + "\"").statusCode()).isEqualTo(404);
        assertThat(get("/v1/analyses?subjectId=undefined").statusCode()).isEqualTo(400);
        assertThat(get("/v1/analyses?subjectId=" + foreign).body()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void anAnalysisSaysWhoseItIsAndTheListShowsThoseOfASubject() throws Exception {
        String subject = made("{\"name\":\"June Roe\"}");
        HttpResponse<String> made = analyze(",\"subjectId\":\"" + subject
                + "\",\"cycleRef\":\"cycle 3\",\"sampleRef\":\"embryo 5\",\"developmentDay\":5");

        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.body())
                .contains(
                        "\"subjectId\":\"" + subject + "\"",
                        "\"cycleRef\":\"cycle 3\"",
                        "\"sampleRef\":\"embryo 5\"",
                        "\"developmentDay\":5");
        String id = member(made.body(), "id");
        assertThat(get("/v1/analyses/" + id).body()).isEqualTo(made.body());
        assertThat(analyze("").statusCode()).isEqualTo(201);
        assertThat(get("/v1/analyses?subjectId=" + subject).body().split("\"ana_"))
                .hasSize(2);
        assertThat(one("SELECT string_agg(analysis::text, '') FROM analysis"))
                .doesNotContain("cycle 3", hex("cycle 3"), hex("embryo 5"));
    }

    @Test
    void aDeletedSubjectTakesAllOfItsWithIt() throws Exception {
        String subject = made("{\"externalId\":\"MRN 99\",\"name\":\"Jo Bloggs\"}");
        String id = member(analyze(",\"subjectId\":\"" + subject + "\"").body(), "id");
        String path = "/v1/subjects/" + subject;
        String tag = get(path).headers().firstValue("ETag").orElseThrow();

        assertThat(delete(path, null).statusCode()).isEqualTo(428);
        assertThat(delete(path, "\"0\"").statusCode()).isEqualTo(412);
        assertThat(delete(path, tag).statusCode()).isEqualTo(204);
        for (String gone : new String[] {"", "/report.json", "/report.pdf", "/fields/0/overlay.png"}) {
            assertThat(get("/v1/analyses/" + id + gone).statusCode()).isEqualTo(410);
        }
        assertThat(get(path).statusCode()).isEqualTo(410);
        assertThat(get(path).body()).contains("deletedAt").doesNotContain("Bloggs");
        assertThat(delete(path, "*").statusCode()).isEqualTo(410);
        assertThat(analyze(",\"subjectId\":\"" + subject + "\"").statusCode()).isEqualTo(410);
        assertThat(lookup(token, "MRN 99").statusCode()).isEqualTo(404);
        assertThat(get("/v1/analyses?limit=200").body()).doesNotContain(id);
        String row = PublicId.of("sub", subject).orElseThrow().toString();
        assertThat(one("SELECT wrapped IS NULL AND destroyed_at IS NOT NULL FROM data_key WHERE id ="
                        + " (SELECT data_key FROM subject WHERE id = '" + row + "')"))
                .isEqualTo("t");
        assertThat(one("SELECT k.over = s.data_key FROM analysis a JOIN data_key k ON k.id = a.data_key"
                        + " JOIN subject s ON s.id = a.subject_id WHERE a.subject_id = '" + row + "'"))
                .isEqualTo("t");
        assertThat(get("/v1/admin/audit.ndjson").body())
                .contains("\"action\":\"subject deleted\",\"object\":\"" + subject + "\"")
                .doesNotContain("Bloggs", "MRN");
    }

    @Test
    void nothingOfAPersonIsLogged() {
        assertThat(server.logged()).doesNotContain("Jane", "Doe", "MRN", "Bloggs");
    }
}
