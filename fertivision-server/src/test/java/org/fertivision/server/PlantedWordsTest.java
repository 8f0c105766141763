package org.fertivision.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.server.RunningServer.member;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fertivision.phantom.Phantoms;
import org.fertivision.server.http.Wire;
import org.fertivision.server.postgres.SharedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names, record numbers and tokens in every input are found nowhere but in what their owner asks for. */
class PlantedWordsTest {
    private static final String ANALYSES = "/v1/analyses?kind=sperm-vitality&umPerPixel=0.481";
    private static final String FORM = "multipart/form-data; boundary=frontier";

    @TempDir
    private static Path data;

    private static final PlantedWords WORDS = new PlantedWords();
    private static final List<String> REFUSED = new ArrayList<>();

    private static String database;
    private static RunningServer server;
    private static String token;
    private static byte[] image;

    @BeforeAll
    static void start(@TempDir Path drawn) throws Exception {
        database = SharedPostgres.freshDatabase();
        server = new RunningServer(database, data, Clock.systemUTC(), "--compat", "1");
        WORDS.secret(server.setupPath().substring("/setup/".length()));
        token = server.administrator();
        WORDS.secret(token.substring(token.length() - 50));
        Path file = drawn.resolve("picture.png");
        Phantoms.draw("sperm-vitality", 1, Map.of("width", "480", "height", "360", "cells", "9"))
                .writePng(file);
        image = Files.readAllBytes(file);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> send(String method, String path, String type, byte[] body, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(path))
                .method(method, BodyPublishers.ofByteArray(body))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .header("User-Agent", WORDS.person())
                .header("Referer", "https://clinic/" + WORDS.person())
                .header("Cookie", "patient=" + WORDS.person())
                .header("X-Forwarded-For", WORDS.person())
                .header("X-Request-Id", WORDS.person());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return heard(RunningServer.send(request));
    }

    private static HttpResponse<String> heard(HttpResponse<String> answer) {
        assertThat(answer.headers().map().toString()).doesNotContain("Quackenbush");
        if (answer.statusCode() >= 400) {
            REFUSED.add(answer.body());
            assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
        }
        return answer;
    }

    private static HttpResponse<String> post(String path, String json) throws Exception {
        return send("POST", path, "application/json", json.getBytes(UTF_8));
    }

    private static String quoted(String name, String value) {
        return "\"" + name + "\":\"" + value + "\"";
    }

    @Test
    void plantedWordsAreFoundNowhere() throws Exception {
        addresses();
        forms();
        bodies();
        persons();
        paths();
        older();

        assertThat(WORDS.planted()).isGreaterThan(300);
        assertThat(REFUSED).hasSizeGreaterThan(45);
        assertThat(WORDS.in(String.join("\n", REFUSED))).isEmpty();
        assertThat(WORDS.in(server.logged())).isEmpty();
        assertThat(WORDS.in(server.send("GET", "/metrics", null, null).body())).isEmpty();
        assertThat(WORDS.inDatabase(database)).isEmpty();
        assertThat(WORDS.inFiles(data)).isEmpty();
        assertThat(WORDS.in(Files.readString(SharedPostgres.log(), ISO_8859_1))).isEmpty();
        assertThat(WORDS.inFiles(SharedPostgres.writeAheadLog())).isEmpty();
    }

    private static void addresses() throws Exception {
        for (String query : List.of(
                "kind=" + WORDS.person(),
                "kind=" + WORDS.record(),
                "kind=sperm-vitality&" + WORDS.person() + "=1",
                "kind=sperm-vitality&patient=" + WORDS.person(),
                "kind=sperm-vitality&umPerPixel=" + WORDS.person(),
                "kind=sperm-vitality&fps=" + WORDS.record() + "x",
                "kind=sperm-vitality&umPerPixel=0.481&score=" + WORDS.person(),
                "kind=sperm-vitality&umPerPixel=0.481&set." + WORDS.person() + "=1",
                "kind=sperm-vitality&umPerPixel=0.481&set.area=" + WORDS.person() + "&set.area=" + WORDS.person(),
                "kind=sperm-count&umPerPixel=0.481&set.chamberDepthUm=" + WORDS.record(),
                "kind=sperm-count&umPerPixel=0.481&set.chamberDepthUm=" + WORDS.person() + "y".repeat(80))) {
            send("POST", "/v1/analyses?" + query, "image/png", image);
        }
        for (String query : List.of("kind=", "subjectId=", "cursor=", "limit=", "after=", "dryRun=", "x=1&")) {
            send("GET", "/v1/analyses?" + query + WORDS.person(), "text/plain", new byte[0]);
            send("GET", "/v1/admin/audit.ndjson?" + query + WORDS.person(), "text/plain", new byte[0]);
            send("POST", "/v1/admin/retention/run?" + query + WORDS.person(), "text/plain", new byte[0]);
        }
        byte[] told = ("patient " + WORDS.person() + " " + WORDS.record()).getBytes(UTF_8);
        send("POST", ANALYSES, "image/png", told);
        for (String type : List.of("image/", "text/", "video/", "application/json;x=")) {
            send("POST", ANALYSES, type + WORDS.person().toLowerCase(Locale.ROOT), image);
        }
        HttpResponse<String> made = send(
                "POST",
                ANALYSES,
                "image/png",
                image,
                "Idempotency-Key",
                WORDS.person() + WORDS.record(),
                "Prefer",
                "wait=25, for=" + WORDS.person(),
                "traceparent",
                WORDS.person());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        send("POST", ANALYSES, "image/png", image, "Idempotency-Key", WORDS.person() + " ü");
        String analysis = "/v1/analyses/" + member(made.body(), "id");
        send("GET", analysis, "text/plain", new byte[0], "If-None-Match", WORDS.person(), "Range", WORDS.person());
        send("DELETE", analysis, "text/plain", new byte[0], "If-Match", WORDS.person());
    }

    private static void forms() throws Exception {
        String remark = "{\"type\":\"remark\",\"by\":\"" + WORDS.person() + "\",\"text\":\"" + WORDS.record() + "\"}";
        String whole = "{\"kind\":\"sperm-vitality\",\"umPerPixel\":0.481,\"annotations\":[" + remark + "],"
                + quoted("cycleRef", WORDS.person()) + "," + quoted("sampleRef", WORDS.record()) + "}";
        HttpResponse<String> made = send("POST", "/v1/analyses", FORM, WORDS.form(image, whole), "Prefer", "wait=25");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(WORDS.in(made.body())).as("its owner is told").isNotEmpty();
        for (String request : List.of(
                "{" + quoted("kind", WORDS.person()) + "}",
                "{" + quoted("kind", "sperm-vitality") + "," + quoted(WORDS.person(), "1") + "}",
                "{" + quoted("kind", "sperm-vitality") + ",\"set\":{" + quoted(WORDS.person(), WORDS.person()) + "}}",
                "{" + quoted("kind", "sperm-vitality") + ",\"set\":{\"" + WORDS.person() + "\":[1]}}",
                "{" + quoted("kind", "sperm-vitality") + ",\"fields\":[{" + quoted(WORDS.person(), "1") + "}]}",
                "{" + quoted("kind", "sperm-vitality") + "," + quoted("subjectId", WORDS.person()) + "}",
                whole.replace("remark", WORDS.person()),
                whole.replace("\"text\"", quoted(WORDS.person(), "1") + ",\"" + WORDS.person() + "\""),
                whole.replace("\"text\":", "\"" + WORDS.person() + "\":null,\"text\":"),
                whole.replace(
                        "}]",
                        "},{\"type\":\"value\",\"by\":\"" + WORDS.person() + "\",\"code\":\"" + WORDS.person()
                                + "\",\"unit\":\"1\",\"value\":1}]"),
                "{" + WORDS.person())) {
            send("POST", "/v1/analyses", FORM, WORDS.form(image, request), "Prefer", "wait=25");
        }
        String part = new String(WORDS.form(image, "{}"), ISO_8859_1)
                .replace("name=\"image\"", "name=\"" + WORDS.person() + "\"");
        send("POST", "/v1/analyses", FORM, part.getBytes(ISO_8859_1));
    }

    private static void bodies() throws Exception {
        post(
                "/v1/uploads",
                "{\"size\":5," + quoted("mediaType", "image/" + WORDS.person().toLowerCase(Locale.ROOT)) + "}");
        post("/v1/uploads", "{\"size\":5," + quoted("sha256", WORDS.person()) + "}");
        post("/v1/uploads", "{\"size\":5," + quoted("fileName", WORDS.person()) + "}");
        post("/v1/uploads", "{" + quoted("size", WORDS.record()) + "}");
        String upload = member(post("/v1/uploads", "{\"size\":5}").body(), "id");
        send("PUT", "/v1/uploads/" + upload, "application/octet-stream", new byte[5], "Content-Range", WORDS.person());
        String subject = "{" + quoted("name", WORDS.person()) + "," + quoted("externalId", WORDS.record()) + ","
                + quoted("coupleRef", WORDS.person()) + "}";
        assertThat(post("/v1/subjects", subject).statusCode()).isEqualTo(201);
        assertThat(post("/v1/subjects", subject).statusCode()).isEqualTo(409);
        post("/v1/subjects", "{" + quoted(WORDS.person(), "1") + "}");
        post("/v1/subjects/lookup", "{" + quoted("externalId", WORDS.person()) + "}");
        post("/v1/admin/tokens", "{\"name\":\"a\",\"scopes\":[\"" + WORDS.person() + "\"]}");
        post("/v1/admin/tokens", "{\"name\":\"a\",\"scopes\":[\"metrics:read\"],\"" + WORDS.person() + "\":1}");
        String items = "{\"items\":[{" + quoted("kind", WORDS.person()) + "," + quoted("uploadId", upload) + "},{"
                + quoted("kind", "sperm-vitality") + "," + quoted("uploadId", WORDS.person()) + "},{"
                + quoted(WORDS.person(), WORDS.record()) + "}]}";
        HttpResponse<String> batch = send(
                "POST",
                "/v1/batches",
                "application/json",
                items.getBytes(UTF_8),
                "Idempotency-Key",
                WORDS.person() + WORDS.record());
        assertThat(batch.statusCode()).as(batch.body()).isEqualTo(202);
        String listed = server.send("GET", "/v1/batches/" + member(batch.body(), "id") + "/items", token, null)
                .body();
        assertThat(listed).contains("refused");
        REFUSED.add(listed);
    }

    /** What somebody types where he signs in, or lets others in: another's name, or a password in the wrong place. */
    private static void persons() throws Exception {
        for (String typed : List.of(
                quoted("login", WORDS.person()) + "," + quoted("password", WORDS.record()),
                quoted("clinic", WORDS.person()) + "," + quoted("login", "anna") + ","
                        + quoted("password", WORDS.person()),
                quoted("login", WORDS.person()),
                quoted("login", WORDS.person()) + "," + quoted(WORDS.person(), "1"))) {
            assertThat(post("/v1/session", "{" + typed + "}").statusCode()).isBetween(400, 401);
        }
        for (String typed : List.of(
                quoted("login", WORDS.person() + " " + WORDS.person()) + "," + quoted("name", WORDS.person()),
                quoted("login", "ben") + "," + quoted("name", WORDS.person()) + "," + quoted("password", "short"),
                quoted("login", "ben") + "," + quoted(WORDS.person(), "1"))) {
            assertThat(post("/v1/admin/accounts", "{" + typed + "}").statusCode())
                    .isEqualTo(400);
        }
    }

    private static void paths() throws Exception {
        for (String path : List.of(
                "/v1/analyses/",
                "/v1/jobs/job_",
                "/v1/uploads/",
                "/v1/subjects/",
                "/v1/batches/",
                "/v1/parameters/",
                "/setup/",
                "/",
                "/v1/analyses/../")) {
            for (String method : List.of("GET", "POST", "DELETE", "PUT")) {
                send(method, path + WORDS.person(), "text/plain", WORDS.person().getBytes(UTF_8));
            }
        }
        for (String raw : List.of(
                "GET /v1/%" + WORDS.person() + " HTTP/1.1\r\nHost: a\r\n\r\n",
                WORDS.person() + " /v1/kinds HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /v1/kinds HTTP/" + WORDS.person() + "\r\nHost: a\r\n\r\n",
                "GET /v1/kinds HTTP/1.1\r\nHost: a\r\n" + WORDS.person() + "\r\n\r\n",
                "GET /v1/analyses HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + WORDS.person() + "\r\n\r\n",
                "GET /v1/analyses HTTP/1.1\r\nHost: a\r\nX-API-Key: fvt_live_" + WORDS.person() + "\r\n\r\n",
                "GET /v1/analyses?token=" + token + " HTTP/1.1\r\nHost: a\r\n\r\n",
                "POST /v1/analyses HTTP/1.1\r\nHost: a\r\nContent-Length: " + WORDS.person() + "\r\n\r\n",
                "GET /v1/kinds HTTP/1.1\r\nHost: " + WORDS.person() + "@x\r\n\r\n")) {
            try (Wire wire = new Wire(server.uri("/").getPort())) {
                REFUSED.add(wire.send(raw).hearAnswer().text());
            }
        }
    }

    private static void older() throws Exception {
        String form =
                new String(WORDS.form(image, "{}"), ISO_8859_1).replace("name=\"request\"", "name=\"patient_name\"");
        send("POST", "/api/v1/analyze/" + WORDS.person(), FORM, form.getBytes(ISO_8859_1));
        send("POST", "/api/v1/analyze/sperm", FORM, form.getBytes(ISO_8859_1));
        send("GET", "/api/v1/report/" + WORDS.person(), "text/plain", new byte[0]);
    }

    @Test
    void whatIsPlantedWouldBeFound(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("a"), ("\0\1" + WORDS.person().toUpperCase(Locale.ROOT)).getBytes(UTF_8));
        String own = SharedPostgres.freshDatabase();
        SharedPostgres.runIn(own, "CREATE TABLE a (b bytea)", "INSERT INTO a VALUES ('" + WORDS.record() + "')");

        assertThat(WORDS.inFiles(folder)).hasSize(1);
        assertThat(WORDS.inDatabase(own)).hasSize(1);
        assertThat(WORDS.in("xx " + WORDS.record() + " yy")).hasSize(1);
    }
}
