package org.fertivision.server.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.server.RunningServer.member;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.fertivision.FertiVision;
import org.fertivision.image.Calibration;
import org.fertivision.phantom.Phantoms;
import org.fertivision.report.ReportJson;
import org.fertivision.request.Request;
import org.fertivision.server.RunningServer;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.http.Route;
import org.fertivision.server.http.Scope;
import org.fertivision.server.postgres.SharedPostgres;
import org.fertivision.server.store.DatabaseAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Analyses over HTTP, on a whole server with its database. */
class AnalysesTest {
    private static final String VITALITY = "/v1/analyses?kind=sperm-vitality&umPerPixel=0.481";

    @TempDir
    private static Path data;

    private static String database;
    private static RunningServer server;
    private static String token;
    private static byte[] image;
    private static byte[] other;

    @BeforeAll
    static void start() throws Exception {
        database = SharedPostgres.freshDatabase();
        server = new RunningServer(database, data, Clock.systemUTC());
        token = server.administrator();
        image = picture(1);
        other = picture(2);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static byte[] picture(int seed) throws IOException {
        Path file = data.resolve("picture-" + seed + ".png");
        Phantoms.draw("sperm-vitality", seed, Map.of("width", "480", "height", "360", "cells", "9"))
                .writePng(file);
        return Files.readAllBytes(file);
    }

    private static HttpRequest.Builder post(RunningServer to, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(to.uri(path))
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofByteArray(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private static HttpResponse<String> post(String path, byte[] body, String... headers) throws Exception {
        List<String> all = new ArrayList<>(List.of(headers));
        if (!all.contains("Content-Type")) {
            all.addAll(List.of("Content-Type", "image/png"));
        }
        if (!all.contains("Prefer")) {
            all.addAll(List.of("Prefer", "wait=25"));
        }
        return RunningServer.send(post(server, path, body, all.toArray(String[]::new)));
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return server.send("GET", path, token, null);
    }

    private static byte[] ofTheJar(byte[]... fields) {
        try (FertiVision engine = FertiVision.create()) {
            Request.Builder request = Request.of("sperm-vitality").calibration(Calibration.umPerPixel(0.481));
            Stream.of(fields).forEach(request::field);
            return ReportJson.write(engine.analyze(request.build()).orElseThrow());
        }
    }

    @Test
    void oneCallMeasuresAnImageAndAnswersWithTheBytesOfTheJar() throws Exception {
        HttpResponse<String> made = post(VITALITY, image);
        String jar = new String(ofTheJar(image), StandardCharsets.UTF_8);

        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String id = member(made.body(), "id");
        assertThat(made.headers().firstValue("Location")).contains("/v1/analyses/" + id);
        assertThat(made.body()).contains("\"status\":\"succeeded\"").endsWith(",\"report\":" + jar + "}");
        assertThat(get("/v1/analyses/" + id + "/report.json").body()).isEqualTo(jar);
        assertThat(get("/v1/analyses/" + id).body()).isEqualTo(made.body());
    }

    @Test
    void aFormOfSeveralImagesIsOneAnalysis() throws Exception {
        String request = "{\"kind\":\"sperm-vitality\",\"umPerPixel\":0.481}";
        HttpResponse<String> made = post("/v1/analyses", form(request, image, other), "Content-Type", FORM);

        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(get("/v1/analyses/" + member(made.body(), "id") + "/report.json")
                        .body())
                .isEqualTo(new String(ofTheJar(image, other), StandardCharsets.UTF_8));
    }

    private static final String FORM = "multipart/form-data; boundary=frontier";

    private static byte[] form(String request, byte[]... images) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--frontier\r\nContent-Disposition: form-data; name=\"request\"\r\n"
                        + "Content-Type: application/json\r\n\r\n" + request + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        for (byte[] one : images) {
            body.writeBytes(
                    ("--frontier\r\nContent-Disposition: form-data; name=\"image\"; filename=\"Jane Doe.png\"\r\n"
                                    + "Content-Type: image/png\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(one);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--frontier--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    @Test
    void theReportComesInItsForms() throws Exception {
        String path = "/v1/analyses/" + member(post(VITALITY, image).body(), "id");

        assertThat(get(path + "/report.html").body())
                .startsWith("<!DOCTYPE html>")
                .contains("not a diagnosis");
        assertThat(get(path + "/report.pdf").body()).startsWith("%PDF-");
        assertThat(get(path + "/report.csv").body()).contains("cells").hasLineCount(2);
        HttpResponse<String> fhir = get(path + "/report.fhir.json");
        assertThat(fhir.headers().firstValue("Content-Type")).contains("application/fhir+json");
        assertThat(fhir.body())
                .startsWith("{\"resourceType\":\"Bundle\"")
                .contains("\"value\":\"" + path.substring("/v1/analyses/".length()) + "\"");
        HttpResponse<String> overlay = get(path + "/fields/0/overlay.png");
        assertThat(overlay.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(overlay.headers().firstValue("Cache-Control")).contains("private, no-cache");
        assertThat(overlay.body()).contains("PNG");
        assertThat(get(path + "/fields/1/overlay.png").statusCode()).isEqualTo(404);
        assertThat(get(path + "/fields/x/overlay.png").statusCode()).isEqualTo(404);

        HttpResponse<String> json = get(path + "/report.json");
        String tag = json.headers().firstValue("ETag").orElseThrow();
        assertThat(json.headers().firstValue("Cache-Control")).contains("private, no-cache");
        HttpRequest.Builder again = HttpRequest.newBuilder(server.uri(path + "/report.json"))
                .header("Authorization", "Bearer " + token)
                .header("If-None-Match", tag);
        HttpResponse<String> same = RunningServer.send(again);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
    }

    @Test
    void whoDoesNotWaitGetsAJob() throws Exception {
        HttpResponse<String> accepted = post(VITALITY, image, "Prefer", "respond-async");

        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(accepted.headers().firstValue("Retry-After")).contains("1");
        String job = accepted.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> state = get(job);
        for (int i = 0; i < 200 && !state.body().contains("succeeded"); i++) {
            Thread.sleep(50);
            state = get(job);
        }
        assertThat(state.body()).contains("\"progress\":1.0", "\"attempt\":1", "\"status\":\"succeeded\"");
        assertThat(get(member(state.body(), "analysis")).body()).contains("\"report\":{");
    }

    @Test
    void theWorkOnAnAnalysisIsToldAsItGoesOn() throws Exception {
        HttpResponse<String> accepted = post(VITALITY, other, "Prefer", "respond-async");
        String job = accepted.headers().firstValue("Location").orElseThrow();

        HttpResponse<String> events = get(job + "/events");
        assertThat(events.headers().firstValue("Content-Type")).contains("text/event-stream");
        assertThat(events.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(events.body())
                .startsWith("retry: 1000\nevent: open\nid: 0\ndata: {")
                .contains("event: done\n");
        assertThat(get(job + "/events").body()).contains("event: open\n", "\"status\":\"succeeded\"", "event: done\n");
        String failed =
                member(post(VITALITY, new byte[] {1}).body(), "analysis").replace("ana_", "job_");
        assertThat(get("/v1/jobs/" + failed + "/events").body()).contains("event: failed\n");
    }

    @Test
    void whatCannotBeMeasuredSaysWhyAndStaysAsFailed() throws Exception {
        HttpResponse<String> refused = post(VITALITY, "no image, Jane Doe".getBytes(StandardCharsets.UTF_8));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("\"code\":\"undecodable-image\"").doesNotContain("Jane");
        String path = "/v1/analyses/" + member(refused.body(), "analysis");
        assertThat(get(path).statusCode()).isEqualTo(200);
        assertThat(get(path).body()).contains("\"status\":\"failed\"", "undecodable-image");
        for (String form : new String[] {"json", "html", "pdf", "csv"}) {
            HttpResponse<String> report = get(path + "/report." + form);
            assertThat(report.statusCode()).isEqualTo(409);
            assertThat(report.body()).contains("analysis-failed");
        }
    }

    @Test
    void whatIsAskedWronglyIsRefused() throws Exception {
        refused(422, "calibration-missing", "/v1/analyses?kind=sperm-count");
        refused(422, "unknown-plugin", "/v1/analyses?kind=undefined");
        refused(422, "unknown-parameter", VITALITY + "&set.nothing=1");
        refused(422, "parameter-out-of-range", "/v1/analyses?kind=sperm-vitality&umPerPixel=0,481");
        refused(422, "parameter-out-of-range", "/v1/analyses?kind=sperm-vitality&umPerPixel=x");
        refused(422, "parameter-out-of-range", VITALITY + "&fps=0");
        refused(400, "invalid-request", "/v1/analyses");
        refused(400, "invalid-request", "/v1/analyses?kind=");
        refused(400, "invalid-request", VITALITY + "&kind=sperm-count");
        refused(400, "invalid-request", VITALITY + "&patient=Jane");
        refused(400, "invalid-request", VITALITY + "&score=none&score=who6");
        assertThat(post(VITALITY, image, "Content-Type", "text/plain").statusCode())
                .isEqualTo(415);
        assertThat(post(VITALITY, new byte[0]).statusCode()).isEqualTo(400);
        assertThat(post(VITALITY, image, "Idempotency-Key", "short").body()).contains("invalid-header");
        for (byte[] form : new byte[][] {
            form("{}", image),
            form("{\"kind\":\"sperm-vitality\"}"),
            form("{\"kind\":\"sperm-vitality\",\"patient\":1}", image),
            form("[]", image),
            "--frontier\r\n".getBytes(StandardCharsets.UTF_8),
            image
        }) {
            assertThat(post("/v1/analyses", form, "Content-Type", FORM).statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void whatIsRefusedOrThereAlreadyLeavesNoImageBehind() throws Exception {
        String own = SharedPostgres.freshDatabase();
        Path folder = data.resolve("left");
        try (RunningServer taking = new RunningServer(
                own, folder, Clock.systemUTC(), "--analyses-at-once", "0", "--queue", "1", "--upload-mib", "1")) {
            String mine = taking.administrator();
            assertThat(status(taking, mine, VITALITY, new byte[2 << 20])).isEqualTo(413);
            byte[] wrong = form("{\"kind\":\"sperm-vitality\",\"umPerPixel\":\"x\"}", image, other);
            assertThat(status(taking, mine, "/v1/analyses", wrong, "Content-Type", FORM))
                    .isEqualTo(422);
            for (int i = 0; i < 2; i++) {
                assertThat(status(taking, mine, VITALITY, image, "Idempotency-Key", "key-of-this-test-2"))
                        .isEqualTo(202);
            }
            assertThat(status(taking, mine, VITALITY, other, "Idempotency-Key", "key-of-this-test-2"))
                    .isEqualTo(422);
            assertThat(status(taking, mine, VITALITY, other)).isEqualTo(429);
        }
        try (Stream<Path> files = Files.walk(folder.resolve("blobs"))) {
            assertThat(files.filter(Files::isRegularFile).filter(file -> !file.endsWith("database")))
                    .hasSize(1);
        }
    }

    private static int status(RunningServer to, String by, String path, byte[] body, String... headers)
            throws Exception {
        HttpRequest.Builder request = post(to, path, body, headers).setHeader("Authorization", "Bearer " + by);
        if (!List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "image/png");
        }
        return RunningServer.send(request.header("Prefer", "wait=0")).statusCode();
    }

    private static void refused(int status, String code, String path) throws Exception {
        HttpResponse<String> answer = post(path, image);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }

    @Test
    void theSameKeyMeansTheSameAnalysis() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> parallel = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            parallel.add(CompletableFuture.supplyAsync(() -> {
                try {
                    return post(VITALITY, image, "Idempotency-Key", "key-of-this-test-1");
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        List<String> ids = new ArrayList<>();
        for (CompletableFuture<HttpResponse<String>> one : parallel) {
            assertThat(one.get().statusCode()).as(one.get().body()).isEqualTo(201);
            ids.add(member(one.get().body(), "id"));
        }
        assertThat(ids).hasSize(8).containsOnly(ids.get(0));
        assertThat(post(VITALITY, image, "Idempotency-Key", "key-of-this-test-1")
                        .headers()
                        .firstValue("Idempotent-Replayed"))
                .contains("true");
        assertThat(post(VITALITY, other, "Idempotency-Key", "key-of-this-test-1")
                        .body())
                .contains("idempotency-key-reused");
    }

    @Test
    void aDeletedAnalysisIsGone() throws Exception {
        HttpResponse<String> made = post(VITALITY, image);
        String path = "/v1/analyses/" + member(made.body(), "id");

        assertThat(delete(path, null).statusCode()).isEqualTo(428);
        assertThat(delete(path, "\"0\"").statusCode()).isEqualTo(412);
        assertThat(delete(path, get(path).headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(204);
        for (String gone :
                new String[] {"", "/report.json", "/report.pdf", "/fields/0/overlay.png", "/fields/0/preview.jpg"}) {
            assertThat(get(path + gone).statusCode()).isEqualTo(410);
        }
        assertThat(delete(path, "*").statusCode()).isEqualTo(410);
        assertThat(get("/v1/analyses?limit=200").body()).doesNotContain(member(made.body(), "id"));
    }

    private static HttpResponse<String> delete(String path, String tag) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(path))
                .header("Authorization", "Bearer " + token)
                .DELETE();
        return RunningServer.send(tag == null ? request : request.header("If-Match", tag));
    }

    @Test
    void pagesShowEachAnalysisOnceNewestFirst() throws Exception {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(
                    0,
                    member(
                            post("/v1/analyses?kind=follicle&set.nothing=1", image)
                                    .body(),
                            "analysis"));
        }
        List<String> seen = new ArrayList<>();
        String path = "/v1/analyses?kind=follicle&limit=2";
        String page = get(path).body();
        while (page.contains("nextCursor")) {
            seen.addAll(ids(page));
            page = get(path + "&cursor=" + member(page, "nextCursor")).body();
        }
        seen.addAll(ids(page));
        assertThat(seen).isEqualTo(made);

        String cursor = member(get(path).body(), "nextCursor");
        assertThat(get("/v1/analyses?kind=another&cursor=" + cursor).body()).contains("invalid-cursor");
        assertThat(get(path + "&cursor=" + cursor + "0").body()).contains("invalid-cursor");
        for (String wrong : new String[] {"limit=0", "limit=201", "limit=x", "patient=Jane"}) {
            assertThat(get("/v1/analyses?" + wrong).statusCode()).isEqualTo(400);
        }
    }

    private static List<String> ids(String page) {
        return Stream.of(page.split("\\{\"id\":\""))
                .skip(1)
                .map(part -> part.substring(0, 30))
                .toList();
    }

    @Test
    void everyRouteAsksWhoAndShowsNothingForeignMissingMalformedOrDeleted() throws Exception {
        String foreigner = member(
                server.send("POST", "/v1/admin/tenants", token, "{\"name\":\"Clinic of routes\"}")
                        .body(),
                "token");
        String foreign = member(post(VITALITY, image).body(), "id");
        String deleted = member(post(VITALITY, image).body(), "id");
        delete("/v1/analyses/" + deleted, "*");
        String missing = PublicId.text("ana", PublicId.fresh(Clock.systemUTC()));
        for (Route route : server.router().routes()) {
            if (route.scope() == null || route.openHere()) {
                continue;
            }
            String method = route.method().name();
            assertThat(server.send(method, filled(route, foreign), null, null).statusCode())
                    .as(route + " without a token")
                    .isEqualTo(401);
            String weak = weak(route.scope());
            assertThat(server.send(method, filled(route, foreign), weak, null).statusCode())
                    .as(route + " with another scope")
                    .isEqualTo(403);
            if (!route.template().contains("{")) {
                continue;
            }
            String expected = "\"code\":\"not-found\"";
            for (String id : new String[] {
                foreign, missing, "undefined", "null", "%5Bobject%20Object%5D", "job_" + missing.substring(4)
            }) {
                HttpResponse<String> answer = server.send(method, filled(route, id), foreigner, null);
                assertThat(answer.statusCode()).as(route + " " + id).isEqualTo(404);
                assertThat(answer.body()).contains(expected);
            }
            if (route.template().contains("{analysis}") || route.template().contains("{job}")) {
                assertThat(server.send(method, filled(route, deleted), token, null)
                                .statusCode())
                        .as(route + " deleted")
                        .isEqualTo(410);
            }
        }
    }

    private static String filled(Route route, String analysis) {
        return route.template()
                .replace("{analysis}", analysis)
                .replace(
                        "{job}",
                        analysis.startsWith("ana_") ? "job_" + analysis.substring(4) : analysis.replace("job_", "ana_"))
                .replace("{batch}", analysis.replace("ana_", "bat_"))
                .replace("{upload}", analysis.replace("ana_", "upl_"))
                .replace("{token}", analysis.replace("ana_", "tok_"))
                .replace("{account}", analysis.replace("ana_", "acc_"))
                .replace("{hold}", analysis.replace("ana_", "hol_"))
                .replace("{subject}", analysis.replace("ana_", "sub_"))
                .replaceAll("\\{(field|frame|level|column|row)}", "0");
    }

    /** A token with every scope but one. */
    private static String weak(Scope scope) throws Exception {
        String scopes = Stream.of(Scope.values())
                .filter(s -> s != scope)
                .map(s -> "\"" + s.text() + "\"")
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
        return member(
                server.send("POST", "/v1/admin/tokens", token, "{\"name\":\"weak\",\"scopes\":[" + scopes + "]}")
                        .body(),
                "token");
    }

    @Test
    void theTrailHoldsEveryActAndRefusalAndShowsWhatWasChanged() throws Exception {
        String clinic = member(
                server.send("POST", "/v1/admin/tenants", token, "{\"name\":\"Clinic of trails\"}")
                        .body(),
                "token");
        HttpRequest.Builder measure = post(server, VITALITY, image, "Content-Type", "image/png", "Prefer", "wait=25")
                .setHeader("Authorization", "Bearer " + clinic);
        String id = member(RunningServer.send(measure).body(), "id");
        server.send("GET", "/v1/analyses/undefined", clinic, null);

        String trail =
                server.send("GET", "/v1/admin/audit.ndjson", clinic, null).body();
        assertThat(trail.lines().toList()).hasSize(3);
        assertThat(trail)
                .contains("analysis created", "analysis completed", id, "\"action\":\"refused\"", "not-found")
                .doesNotContain("undefined");
        assertThat(server.send("GET", "/v1/admin/audit.ndjson?after=2", clinic, null)
                        .body())
                .hasLineCount(1);
        assertThat(server.send("GET", "/v1/admin/audit.ndjson?after=x", clinic, null)
                        .statusCode())
                .isEqualTo(400);
        assertThat(verified(clinic)).isEqualTo("{\"whole\":true}");

        String row = " WHERE entry LIKE '%analysis completed%" + id + "%'";
        execute(
                "ALTER TABLE audit DISABLE TRIGGER stays",
                "UPDATE audit SET entry = replace(entry, 'done', 'Done')" + row);
        assertThat(verified(clinic)).contains("\"whole\":false", "\"firstBroken\":2");
        execute("UPDATE audit SET entry = replace(entry, 'Done', 'done')" + row);
        assertThat(verified(clinic)).isEqualTo("{\"whole\":true}");
        execute("DELETE FROM audit a USING tenant t WHERE t.id = a.tenant_id AND t.name = 'Clinic of trails' AND a.seq"
                + " = 3");
        assertThat(verified(clinic)).contains("\"firstBroken\":3");
        execute("ALTER TABLE audit ENABLE TRIGGER stays");
    }

    private static String verified(String clinic) throws Exception {
        return server.send("POST", "/v1/admin/audit/verify", clinic, null).body();
    }

    private static void execute(String... statements) throws Exception {
        DatabaseAddress address = DatabaseAddress.of(database);
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void whatWasAcceptedIsMeasuredByWhoeverIsThereAndOnlyAsItWasTaken() throws Exception {
        String own = SharedPostgres.freshDatabase();
        String mine;
        String whole;
        String flipped;
        try (RunningServer taking =
                new RunningServer(own, data.resolve("own"), Clock.systemUTC(), "--analyses-at-once", "0")) {
            mine = taking.administrator();
            whole = accepted(taking, mine, image);
            flipped = accepted(taking, mine, other);
            assertThat(taking.send("GET", "/v1/analyses/" + whole + "/report.json", mine, null)
                            .body())
                    .contains("analysis-not-complete");
        }
        flip(
                data.resolve("own/blobs/kept"),
                one(
                        own,
                        "SELECT blob FROM analysis_field WHERE sha256 <> '"
                                + one(own, "SELECT sha256 FROM analysis_field ORDER BY analysis_id LIMIT 1") + "'"));
        try (RunningServer working = new RunningServer(own, data.resolve("own"), Clock.systemUTC())) {
            assertThat(over(working, mine, whole)).contains("\"status\":\"succeeded\"");
            assertThat(over(working, mine, flipped)).contains("\"status\":\"failed\"", "storage-integrity");
        }
    }

    private static String accepted(RunningServer to, String by, byte[] picture) throws Exception {
        HttpResponse<String> answer =
                RunningServer.send(post(to, VITALITY, picture, "Content-Type", "image/png", "Prefer", "wait=0")
                        .setHeader("Authorization", "Bearer " + by));
        assertThat(answer.statusCode()).isEqualTo(202);
        return member(answer.body(), "id");
    }

    private static String over(RunningServer at, String by, String id) throws Exception {
        String body = "";
        for (int i = 0; i < 300 && !body.contains("completedAt"); i++) {
            Thread.sleep(50);
            body = at.send("GET", "/v1/analyses/" + id, by, null).body();
        }
        return body;
    }

    private static void flip(Path kept, String blob) throws IOException {
        Path file =
                kept.resolve(blob.substring(0, 2)).resolve(blob.substring(2, 4)).resolve(blob);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private static String one(String of, String sql) throws Exception {
        DatabaseAddress address = DatabaseAddress.of(of);
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void whatIsKeptAndNoLongerWholeIsToldAndWrittenDownAndNothingOfItIsServed() throws Exception {
        String id = member(post(VITALITY, picture(3)).body(), "id");
        String key = PublicId.of("ana", id).orElseThrow().toString();
        String trail = "/v1/admin/audit.ndjson";
        long before = get(trail)
                .body()
                .lines()
                .filter(entry -> entry.contains("storage-integrity"))
                .count();

        flip(
                data.resolve("blobs/kept"),
                one(database, "SELECT blob FROM analysis_field WHERE analysis_id = '" + key + "'"));
        broken("/v1/analyses/" + id + "/report.pdf");
        broken("/v1/analyses/" + id + "/fields/0/overlay.png");
        execute("UPDATE analysis SET result = set_byte(result, 40, 255 - get_byte(result, 40)) WHERE id = '" + key
                + "'");
        broken("/v1/analyses/" + id + "/report.json");
        broken("/v1/analyses/" + id);
        assertThat(get(trail)
                        .body()
                        .lines()
                        .filter(entry -> entry.contains("storage-integrity"))
                        .count())
                .isEqualTo(before + 4);
    }

    private static void broken(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(500);
        assertThat(answer.body()).startsWith("{\"type\"").contains("\"code\":\"storage-integrity\"");
    }

    @Test
    void noNameIsKeptBesideTheImagesOrLogged() {
        assertThat(server.logged()).doesNotContain("Jane", "Doe", token);
    }
}
