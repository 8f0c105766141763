package org.fertivision.server.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.server.RunningServer.member;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.Stream;
import org.fertivision.server.RunningServer;
import org.fertivision.server.http.Wire;
import org.fertivision.server.postgres.SharedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full queue refuses before it reads, over bare connections; what it took before it knows again. */
class QueueRoomTest {
    private static final String PATH = "/v1/analyses?kind=sperm-vitality&umPerPixel=0.481";
    private static final String TAKEN = "key-of-one-that-was-taken";
    private static final String BATCH = "key-of-a-batch-that-was-taken";
    private static final String HALF = "key-of-a-batch-half-taken";
    private static final int MEBI = 1 << 20;

    @TempDir
    private static Path data;

    private static RunningServer server;
    private static String token;
    private static String first;

    @BeforeAll
    static void fill() throws Exception {
        server = new RunningServer(
                SharedPostgres.freshDatabase(), data, Clock.systemUTC(), "--analyses-at-once", "0", "--queue", "2");
        token = server.administrator();
        first = member(taken(TAKEN).body(), "id");
        assertThat(batch(BATCH).statusCode()).isEqualTo(202);
        assertThat(batchOfTwo(HALF).statusCode()).isEqualTo(429);
        assertThat(taken("key-of-yet-another").statusCode()).isEqualTo(429);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpRequest.Builder asking(String path, String key) {
        return HttpRequest.newBuilder(server.uri(path))
                .header("Authorization", "Bearer " + token)
                .header("Prefer", "respond-async")
                .header("Idempotency-Key", key);
    }

    private static HttpResponse<String> taken(String key) throws Exception {
        return RunningServer.send(
                asking(PATH, key).header("Content-Type", "image/png").POST(BodyPublishers.ofByteArray(png())));
    }

    private static HttpResponse<String> batch(String key) throws Exception {
        return RunningServer.send(asking("/v1/batches", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"items\":[{}]}")));
    }

    private static HttpResponse<String> batchOfTwo(String key) throws Exception {
        String item = "{\"kind\":\"sperm-vitality\",\"umPerPixel\":0.481}";
        String part = "--x\r\nContent-Disposition: form-data; name=";
        String image = part + "\"image\"; filename=\"a.png\"\r\n\r\n" + new String(png(), StandardCharsets.ISO_8859_1)
                + "\r\n";
        String form =
                part + "\"request\"\r\n\r\n{\"items\":[" + item + "," + item + "]}\r\n" + image + image + "--x--\r\n";
        return RunningServer.send(asking("/v1/batches", key)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(form, StandardCharsets.ISO_8859_1)));
    }

    private static byte[] png() {
        return "\u0089PNG\r\n\u001a\nand no picture".getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Wire ask(String path, int bytes, String more) throws IOException {
        return new Wire(server.uri("/").getPort())
                .send("POST " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: image/png\r\nContent-Length: " + bytes + "\r\n" + more + "\r\n");
    }

    private static void assertPutOff(Wire.Heard heard) {
        assertThat(heard.text()).startsWith("HTTP/1.1 429 ").contains("\"code\":\"queue-full\"");
        assertThat(heard.text().toLowerCase(Locale.ROOT)).contains("retry-after: 1\r\n", "connection: close");
        assertThat(heard.answers()).isEqualTo(1);
        assertThat(heard.closed()).isTrue();
    }

    private static long files() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("blobs"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void aBodyThatNobodyCanTakeIsNotAskedFor() throws Exception {
        try (Wire wire = ask(PATH, MEBI, "Expect: 100-continue\r\n")) {
            assertPutOff(wire.hear(5_000));
        }
    }

    @Test
    void theAnswerDoesNotWaitForTheBody() throws Exception {
        long before = files();
        try (Wire wire = ask(PATH, 20 * MEBI, "")) {
            assertPutOff(wire.send("x".repeat(MEBI / 8)).hear(5_000));
        }
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void whoSendsAllBeforeHeListensReadsTheAnswer() throws Exception {
        for (String path : new String[] {PATH, "/v1/batches"}) {
            String more = "Idempotency-Key: key-that-nobody-used\r\n";
            try (Wire wire = ask(path, 8 * MEBI, more)) {
                assertPutOff(wire.send("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n".repeat(8 * MEBI / 39 + 1))
                        .hear(5_000));
            }
        }
    }

    @Test
    void whatWasTakenBeforeIsKnownAgain() throws Exception {
        HttpResponse<String> again = taken(TAKEN);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(member(again.body(), "id")).isEqualTo(first);
        HttpResponse<String> batch = batch(BATCH);
        assertThat(batch.statusCode()).isEqualTo(202);
        assertThat(batch.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(batch("key-of-another-batch").statusCode()).isEqualTo(429);
    }

    @Test
    void whatABatchStillLacksIsNotReadEither() throws Exception {
        assertThat(server.send("GET", "/v1/analyses", token, null).body().split("\"id\":\"ana_", -1))
                .hasSize(3);
        long before = files();
        try (Wire wire = ask("/v1/batches", MEBI, "Idempotency-Key: " + HALF + "\r\nExpect: 100-continue\r\n")) {
            assertPutOff(wire.hear(5_000));
        }
        assertThat(batchOfTwo(HALF).statusCode()).isEqualTo(429);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void roomIsSeenSoonAfterItIsMade() throws Exception {
        try (RunningServer other = new RunningServer(
                SharedPostgres.freshDatabase(),
                data.resolve("other"),
                Clock.systemUTC(),
                "--analyses-at-once",
                "0",
                "--queue",
                "1")) {
            String admin = other.administrator();
            HttpRequest.Builder one = HttpRequest.newBuilder(other.uri(PATH))
                    .header("Authorization", "Bearer " + admin)
                    .header("Prefer", "respond-async")
                    .header("Content-Type", "image/png")
                    .POST(BodyPublishers.ofByteArray(png()));
            String id = member(RunningServer.send(one).body(), "id");
            assertThat(RunningServer.send(one).statusCode()).isEqualTo(429);
            other.send("POST", "/v1/jobs/job_" + id.substring(4) + "/cancel", admin, "{}");
            Thread.sleep(1_000);
            assertThat(RunningServer.send(one).statusCode()).isEqualTo(202);
        }
    }
}
