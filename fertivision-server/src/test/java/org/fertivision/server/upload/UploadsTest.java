package org.fertivision.server.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.server.RunningServer.member;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.fertivision.phantom.Phantoms;
import org.fertivision.server.RunningServer;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.postgres.SharedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that come in pieces, on a whole server with its database. */
class UploadsTest {
    private static final int PIECE = 1 << 16;
    private static final String REQUEST = "{\"kind\":\"sperm-vitality\",\"umPerPixel\":0.481,";

    @TempDir
    private static Path data;

    private static String database;
    private static RunningServer server;
    private static String token;
    private static byte[] image;

    @BeforeAll
    static void start() throws Exception {
        database = SharedPostgres.freshDatabase();
        server = new RunningServer(database, data, Clock.systemUTC(), "--whole-upload-mib", "1", "--uploads-mib", "4");
        token = server.administrator();
        Path file = data.resolve("picture.png");
        Phantoms.draw("sperm-vitality", 1, Map.of("width", "640", "height", "480", "cells", "9"))
                .writePng(file);
        image = Files.readAllBytes(file);
        assertThat(image.length).isGreaterThan(2 * PIECE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> post(String path, String by, String json) throws Exception {
        return server.send("POST", path, by, json);
    }

    private static String begun(String by, int size) throws Exception {
        HttpResponse<String> begun = post("/v1/uploads", by, "{\"size\":" + size + ",\"mediaType\":\"image/png\"}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        String path = begun.headers().firstValue("Location").orElseThrow();
        assertThat(path).isEqualTo("/v1/uploads/" + member(begun.body(), "id"));
        return path;
    }

    private static HttpResponse<String> put(String path, String by, String range, byte[] bytes) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(path))
                .header("Authorization", "Bearer " + by)
                .PUT(BodyPublishers.ofByteArray(bytes));
        return RunningServer.send(range.isEmpty() ? request : request.header("Content-Range", range));
    }

    private static HttpResponse<String> put(String path, byte[] whole, int first, int end) throws Exception {
        return put(
                path,
                token,
                "bytes " + first + "-" + (end - 1) + "/" + whole.length,
                Arrays.copyOfRange(whole, first, end));
    }

    private static String closing(byte[] whole) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(whole);
        return "{\"sha256\":\"" + HexFormat.of().formatHex(hash) + "\",\"size\":" + whole.length + "}";
    }

    private static String complete(byte[] whole) throws Exception {
        String path = begun(token, whole.length);
        for (int first = 0; first < whole.length; first += PIECE) {
            put(path, whole, first, Math.min(whole.length, first + PIECE));
        }
        assertThat(post(path + "/complete", token, closing(whole)).statusCode()).isEqualTo(200);
        return path.substring("/v1/uploads/".length());
    }

    private static void refused(int status, String code, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }

    private static void delete(String path) throws Exception {
        assertThat(server.send("DELETE", path, token, null).statusCode()).isEqualTo(204);
    }

    private static String report(HttpResponse<String> made) {
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return made.body().substring(made.body().indexOf("\"report\":"));
    }

    @Test
    void aFileThatCameInPiecesIsMeasuredAsOneThatCameInOne() throws Exception {
        String path = begun(token, image.length);
        assertThat(put(path, image, 0, PIECE).body()).contains("\"offset\":" + PIECE, "\"status\":\"open\"");
        assertThat(server.send("GET", path, token, null).body()).contains("\"offset\":" + PIECE);
        put(path, image, PIECE, 2 * PIECE);
        put(path, image, 2 * PIECE, image.length);
        HttpResponse<String> complete = post(path + "/complete", token, closing(image));
        assertThat(complete.body()).contains("\"status\":\"complete\"", "\"offset\":" + image.length);
        assertThat(post(path + "/complete", token, closing(image)).body()).isEqualTo(complete.body());

        String id = member(complete.body(), "id");
        String direct = report(RunningServer.send(
                HttpRequest.newBuilder(server.uri("/v1/analyses?kind=sperm-vitality&umPerPixel=0.481"))
                        .header("Authorization", "Bearer " + token)
                        .header("Prefer", "wait=25")
                        .header("Content-Type", "image/png")
                        .POST(BodyPublishers.ofByteArray(image))));
        assertThat(report(measured(REQUEST + "\"uploadId\":\"" + id + "\"}", "key-of-an-upload-1")))
                .isEqualTo(direct);
        assertThat(measured(REQUEST + "\"uploadId\":\"" + id + "\"}", "key-of-an-upload-1")
                        .headers()
                        .firstValue("Idempotent-Replayed"))
                .contains("true");
        HttpResponse<String> both =
                measured(REQUEST + "\"uploadIds\":[\"" + id + "\",\"" + id + "\"]}", "key-of-an-upload-2");
        assertThat(report(both)).contains("\"field\":1");
        delete(path);
    }

    private static HttpResponse<String> measured(String json, String key) throws Exception {
        return RunningServer.send(HttpRequest.newBuilder(server.uri("/v1/analyses"))
                .header("Authorization", "Bearer " + token)
                .header("Prefer", "wait=25")
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    @Test
    void onlyTheNextPieceIsTakenAndOnlyWhole() throws Exception {
        String path = begun(token, image.length);
        int size = image.length;
        refused(409, "conflict", put(path, image, PIECE, 2 * PIECE));
        assertThat(put(path, image, PIECE, 2 * PIECE).body()).contains("\"offset\":0");
        put(path, image, 0, PIECE);
        HttpResponse<String> again = put(path, image, 0, PIECE);
        refused(409, "conflict", again);
        assertThat(again.body()).contains("\"offset\":" + PIECE);
        byte[] next = Arrays.copyOfRange(image, PIECE, 2 * PIECE);
        String range = "bytes " + PIECE + "-" + (2 * PIECE - 1) + "/";
        for (String wrong : List.of(
                "",
                "bytes */" + size,
                range + "*",
                range + (size - 1),
                "bytes 5-4/" + size,
                "bytes " + PIECE + "-" + size + "/" + size,
                "bytes " + PIECE + "-" + (PIECE + 9) + "/" + size,
                "bytes 99999999999999999999-99999999999999999999/" + size)) {
            refused(400, "invalid-header", put(path, token, wrong, next));
        }
        refused(400, "invalid-request", put(path, token, range + size, Arrays.copyOf(next, PIECE - 1)));
        refused(413, "payload-too-large", put(path, token, range + size, Arrays.copyOf(next, PIECE + 1)));
        assertThat(server.send("GET", path, token, null).body()).contains("\"offset\":" + PIECE);
        delete(path);
    }

    @Test
    void ofTwoThatSendTheSamePieceAtOnceOneIsTaken() throws Exception {
        String path = begun(token, image.length);
        List<CompletableFuture<Integer>> sent = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            sent.add(CompletableFuture.supplyAsync(() -> {
                try {
                    return put(path, image, 0, PIECE).statusCode();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        List<Integer> statuses =
                sent.stream().map(CompletableFuture::join).sorted().toList();
        assertThat(statuses).containsExactly(200, 409, 409, 409, 409, 409);
        put(path, image, PIECE, image.length);
        assertThat(post(path + "/complete", token, closing(image)).statusCode()).isEqualTo(200);
        delete(path);
    }

    @Test
    void onlyWhatWasAnnouncedIsCompleted() throws Exception {
        String path = begun(token, image.length);
        put(path, image, 0, PIECE);
        refused(409, "conflict", post(path + "/complete", token, closing(image)));
        byte[] other = image.clone();
        other[PIECE + 5] ^= 1;
        put(path, other, PIECE, other.length);
        refused(409, "conflict", measuredOf(path));
        refused(400, "invalid-request", post(path + "/complete", token, closing(new byte[5])));
        refused(400, "invalid-request", post(path + "/complete", token, "{\"size\":" + image.length + "}"));
        HttpResponse<String> mismatch = post(path + "/complete", token, closing(image));
        refused(422, "checksum-mismatch", mismatch);
        assertThat(mismatch.body()).contains("\"offset\":0");
        put(path, image, 0, image.length);
        assertThat(post(path + "/complete", token, closing(image)).statusCode()).isEqualTo(200);
        refused(409, "conflict", put(path, image, 0, PIECE));
        refused(422, "checksum-mismatch", post(path + "/complete", token, closing(other)));
        delete(path);

        String announced = "{\"sha256\":\"" + "0".repeat(64) + "\",\"size\":" + image.length + "}";
        String second = post("/v1/uploads", token, announced)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        put(second, image, 0, image.length);
        refused(422, "checksum-mismatch", post(second + "/complete", token, closing(image)));
        assertThat(server.send("GET", second, token, null).body()).contains("\"offset\":" + image.length);
        delete(second);
    }

    private static HttpResponse<String> measuredOf(String path) throws Exception {
        String id = path.substring("/v1/uploads/".length());
        return post("/v1/analyses", token, REQUEST + "\"uploadId\":\"" + id + "\"}");
    }

    @Test
    void whatIsAnnouncedWronglyIsRefused() throws Exception {
        for (String wrong : List.of(
                "{}",
                "{\"size\":0}",
                "{\"size\":-1}",
                "{\"size\":1.5}",
                "{\"size\":\"5\"}",
                "{\"size\":1e30}",
                "{\"size\":5,\"sha256\":\"x\"}",
                "{\"size\":5,\"mediaType\":\"text/html\"}",
                "{\"size\":5,\"name\":\"Jane Doe.avi\"}")) {
            refused(400, "invalid-request", post("/v1/uploads", token, wrong));
        }
        HttpResponse<String> large = post("/v1/uploads", token, "{\"size\":1048577}");
        refused(413, "payload-too-large", large);
        assertThat(large.body()).contains("\"value\":1048576", "\"actual\":1048577");
        for (String ids : List.of("\"uploadIds\":[]", "\"uploadId\":\"\"", "\"uploadId\":5", "\"umPerPixels\":1")) {
            refused(400, "invalid-request", post("/v1/analyses", token, REQUEST + ids + "}"));
        }
        refused(404, "not-found", post("/v1/analyses", token, REQUEST + "\"uploadId\":\"undefined\"}"));
    }

    @Test
    void aTenantsShareHasAnEndAndDeletingMakesRoom() throws Exception {
        String clinic = clinic("Clinic of shares");
        List<String> begun = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            begun.add(begun(clinic, 1 << 20));
        }
        HttpResponse<String> full = post("/v1/uploads", clinic, "{\"size\":1}");
        refused(429, "quota-exceeded", full);
        assertThat(full.headers().firstValue("Retry-After")).isPresent();
        delete(begun(token, 1));
        assertThat(server.send("DELETE", begun.get(0), clinic, null).statusCode())
                .isEqualTo(204);
        begun(clinic, 1 << 20);
        String trail =
                server.send("GET", "/v1/admin/audit.ndjson", clinic, null).body();
        assertThat(trail.split("upload begun", -1)).hasSize(6);
        assertThat(trail.split("upload deleted", -1)).hasSize(2);
    }

    private static String clinic(String name) throws Exception {
        return member(
                post("/v1/admin/tenants", token, "{\"name\":\"" + name + "\"}").body(), "token");
    }

    @Test
    void anUploadIsSeenByItsTenantAloneAndGoneWhenDeleted() throws Exception {
        String foreigner = clinic("Clinic of strangers");
        String mine = begun(token, image.length);
        String missing = "/v1/uploads/" + PublicId.text("upl", PublicId.fresh(Clock.systemUTC()));
        for (String path : List.of(mine, missing, "/v1/uploads/undefined", mine.replace("upl_", "ana_"))) {
            refused(404, "not-found", server.send("GET", path, foreigner, null));
            refused(404, "not-found", put(path, foreigner, "bytes 0-9/10", new byte[10]));
            refused(404, "not-found", post(path + "/complete", foreigner, closing(image)));
            refused(404, "not-found", server.send("DELETE", path, foreigner, null));
            String json = REQUEST + "\"uploadId\":\"" + path.substring("/v1/uploads/".length()) + "\"}";
            refused(404, "not-found", post("/v1/analyses", foreigner, json));
        }
        delete(mine);
        refused(410, "gone", server.send("GET", mine, token, null));
        refused(410, "gone", put(mine, image, 0, PIECE));
        refused(410, "gone", post(mine + "/complete", token, closing(image)));
        refused(410, "gone", measuredOf(mine));
    }

    @Test
    void whatIsNotCompletedOrUsedWithinADayIsThrownAway() throws Exception {
        String own = SharedPostgres.freshDatabase();
        Path folder = data.resolve("swept");
        String mine;
        String path;
        try (RunningServer first = new RunningServer(own, folder, Clock.systemUTC())) {
            mine = first.administrator();
            path = first.send("POST", "/v1/uploads", mine, "{\"size\":" + PIECE + "}")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            RunningServer.send(HttpRequest.newBuilder(first.uri(path))
                    .header("Authorization", "Bearer " + mine)
                    .header("Content-Range", "bytes 0-" + (PIECE - 1) + "/" + PIECE)
                    .PUT(BodyPublishers.ofByteArray(new byte[PIECE])));
            assertThat(files(folder)).isEqualTo(1);
        }
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(24));
        try (RunningServer next = new RunningServer(own, folder, later)) {
            for (int i = 0; i < 400 && files(folder) > 0; i++) {
                Thread.sleep(25);
            }
            assertThat(files(folder)).isZero();
            refused(410, "gone", next.send("GET", path, mine, null));
            assertThat(next.send("GET", "/v1/admin/audit.ndjson", mine, null).body())
                    .contains("\"actor\":\"server\",\"action\":\"upload expired\"");
        }
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("blobs"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("database"))
                    .count();
        }
    }

    @Test
    void whatWasDiscardedLeavesNoFile() throws Exception {
        long before = files(data);
        String id = complete(Arrays.copyOf(image, 2 * PIECE));
        assertThat(files(data)).isEqualTo(before + 2);
        delete("/v1/uploads/" + id);
        assertThat(files(data)).isEqualTo(before);
    }
}
