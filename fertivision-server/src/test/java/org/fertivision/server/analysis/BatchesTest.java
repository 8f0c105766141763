package org.fertivision.server.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.server.RunningServer.member;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fertivision.phantom.Phantoms;
import org.fertivision.server.RunningServer;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.postgres.SharedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many analyses handed in together: on a server that measures, and on one that takes in alone. */
class BatchesTest {
    @TempDir
    private static Path data;

    private static byte[] image;
    private static RunningServer working;
    private static RunningServer taking;

    private static Client worker;
    private static Client taker;

    /** Somebody with a token on a server, and with an upload. */
    private record Client(RunningServer server, String token, String upload) {
        static Client of(RunningServer server, String token) throws Exception {
            String id = member(
                    server.send("POST", "/v1/uploads", token, "{\"size\":" + image.length + "}")
                            .body(),
                    "id");
            RunningServer.send(HttpRequest.newBuilder(server.uri("/v1/uploads/" + id))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Range", "bytes 0-" + (image.length - 1) + "/" + image.length)
                    .PUT(BodyPublishers.ofByteArray(image)));
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(image);
            String closing = "{\"size\":" + image.length + ",\"sha256\":\""
                    + HexFormat.of().formatHex(hash) + "\"}";
            assertThat(server.send("POST", "/v1/uploads/" + id + "/complete", token, closing)
                            .statusCode())
                    .isEqualTo(200);
            return new Client(server, token, id);
        }

        Client beside(String clinic) throws Exception {
            return of(
                    server,
                    member(
                            server.send("POST", "/v1/admin/tenants", token, "{\"name\":\"" + clinic + "\"}")
                                    .body(),
                            "token"));
        }

        String item() {
            return "{\"kind\":\"sperm-vitality\",\"umPerPixel\":0.481,\"uploadId\":\"" + upload + "\"}";
        }

        HttpResponse<String> handIn(String key, List<String> items) throws Exception {
            HttpRequest.Builder request = HttpRequest.newBuilder(server.uri("/v1/batches"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"items\":[" + String.join(",", items) + "]}"));
            return RunningServer.send(key == null ? request : request.header("Idempotency-Key", key));
        }

        String batch(String key, List<String> items) throws Exception {
            HttpResponse<String> made = handIn(key, items);
            assertThat(made.statusCode()).as(made.body()).isEqualTo(202);
            return made.headers().firstValue("Location").orElseThrow();
        }

        HttpResponse<String> send(String method, String path) throws Exception {
            return server.send(method, path, token, null);
        }

        String get(String path) throws Exception {
            return send("GET", path).body();
        }
    }

    @BeforeAll
    static void start() throws Exception {
        Path file = data.resolve("picture.png");
        Phantoms.draw("sperm-vitality", 1, Map.of("width", "240", "height", "180", "cells", "4"))
                .writePng(file);
        image = Files.readAllBytes(file);
        working = new RunningServer(SharedPostgres.freshDatabase(), data.resolve("working"), Clock.systemUTC());
        worker = Client.of(working, working.administrator());
        taking = new RunningServer(
                SharedPostgres.freshDatabase(),
                data.resolve("taking"),
                Clock.systemUTC(),
                "--analyses-at-once",
                "0",
                "--queue",
                "4");
        taker = Client.of(taking, taking.administrator());
    }

    @AfterAll
    static void stop() {
        working.close();
        taking.close();
    }

    @Test
    void oneBadItemFailsNoOther() throws Exception {
        String missing = PublicId.text("upl", PublicId.fresh(Clock.systemUTC()));
        String path = worker.batch(
                "key-of-a-batch-01",
                List.of(
                        worker.item(),
                        worker.item().replace(worker.upload(), missing),
                        worker.item().replace("0.481", "\"x\""),
                        "{\"patient\":\"Jane Doe\"}",
                        worker.item().replace("sperm-vitality", "sperm-alchemy"),
                        worker.item().replace("umPerPixel", "fps").replace("0.481", "25")));
        String batch = worker.get(path);
        for (int i = 0; i < 400 && !batch.contains("\"status\":\"done\""); i++) {
            Thread.sleep(25);
            batch = worker.get(path);
        }
        assertThat(batch).contains("\"status\":\"done\"", "\"items\":6", "{\"refused\":4,\"succeeded\":2}");
        String items = worker.get(path + "/items");
        List<String> each = List.of(items.split("\\{\"item\":"));
        assertThat(each).hasSize(7);
        assertThat(each.get(1)).contains("\"status\":\"succeeded\"", "\"analysis\":\"/v1/analyses/ana_");
        assertThat(each.get(2)).contains("\"status\":\"refused\"", "not-found");
        assertThat(each.get(3)).contains("\"status\":\"refused\"", "parameter-out-of-range");
        assertThat(each.get(4)).contains("\"status\":\"refused\"", "invalid-request");
        assertThat(each.get(5)).contains("\"status\":\"refused\"", "unknown-plugin");
        assertThat(each.get(6)).contains("\"status\":\"succeeded\"");
        assertThat(items).doesNotContain("nextCursor", "Jane");
        assertThat(worker.get(member(each.get(1), "analysis"))).contains("\"report\":{");

        HttpResponse<String> deleted =
                RunningServer.send(HttpRequest.newBuilder(working.uri(member(each.get(1), "analysis")))
                        .header("Authorization", "Bearer " + worker.token())
                        .header("If-Match", "*")
                        .DELETE());
        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(worker.get(path)).contains("\"deleted\":1");
    }

    @Test
    void whatIsNoBatchIsRefused() throws Exception {
        assertThat(worker.handIn(null, List.of(worker.item())).body()).contains("\"code\":\"invalid-header\"");
        String key = "key-of-no-batch-1";
        for (List<String> items :
                List.of(List.<String>of(), List.of("5"), List.of("null"), Collections.nCopies(501, "{}"))) {
            HttpResponse<String> refused = worker.handIn(key, items);
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        }
    }

    @Test
    void whatAFullQueueInterruptedGoesOnUnderTheSameKey() throws Exception {
        Client clinic = taker.beside("Clinic of queues");
        List<String> items = Collections.nCopies(5, clinic.item());
        HttpResponse<String> full = clinic.handIn("key-of-a-batch-02", items);
        assertThat(full.statusCode()).isEqualTo(429);
        assertThat(full.body()).contains("\"code\":\"queue-full\"");
        long kept = files();

        String job = "/v1/jobs/job_" + member(clinic.get("/v1/analyses"), "id").substring(4);
        clinic.send("POST", job + "/cancel");
        Thread.sleep(300);
        HttpResponse<String> whole = clinic.handIn("key-of-a-batch-02", items);
        assertThat(whole.statusCode()).isEqualTo(202);
        assertThat(whole.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(whole.body()).contains("\"status\":\"running\"", "{\"canceled\":1,\"queued\":4}");
        assertThat(clinic.handIn("key-of-a-batch-02", items).body()).isEqualTo(whole.body());
        assertThat(files()).isEqualTo(kept + 1);
        HttpResponse<String> other = clinic.handIn("key-of-a-batch-02", List.of(clinic.item()));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("\"code\":\"idempotency-key-reused\"");
        assertThat(clinic.get("/v1/analyses").split("\"id\":\"ana_", -1)).hasSize(6);
    }

    private static long files() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("taking/blobs"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void aBatchIsCalledOffAsAWhole() throws Exception {
        Client clinic = taker.beside("Clinic of the canceled");
        String path = clinic.batch("key-of-a-batch-03", List.of(clinic.item(), "{}", clinic.item()));
        assertThat(clinic.get(path)).contains("{\"queued\":2,\"refused\":1}");

        HttpResponse<String> canceled = clinic.send("POST", path + "/cancel");
        assertThat(canceled.statusCode()).isEqualTo(200);
        assertThat(canceled.body()).contains("\"status\":\"done\"", "{\"canceled\":2,\"refused\":1}");
        assertThat(clinic.send("POST", path + "/cancel").body()).isEqualTo(canceled.body());
        assertThat(clinic.get("/v1/admin/audit.ndjson"))
                .contains("\"batch created\"", "\"batch canceled\"", "\"analysis canceled\"");
    }

    @Test
    void itemsComeInPagesEachOnce() throws Exception {
        Client clinic = taker.beside("Clinic of pages");
        List<String> bad = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            bad.add("{\"kind\":\"k" + i + "\"}");
        }
        String path = clinic.batch("key-of-a-batch-04", bad) + "/items?limit=2";
        List<String> seen = new ArrayList<>();
        String page = clinic.get(path);
        while (page.contains("nextCursor")) {
            seen.addAll(numbers(page));
            page = clinic.get(path + "&cursor=" + member(page, "nextCursor"));
        }
        seen.addAll(numbers(page));
        assertThat(seen).containsExactly("0", "1", "2", "3", "4");

        String cursor = member(clinic.get(path), "nextCursor");
        for (String wrong : List.of("&cursor=" + cursor + "0", "&cursor=4", "&cursor=x", "&kind=k1")) {
            assertThat(clinic.send("GET", path + wrong).statusCode()).isEqualTo(400);
        }
        String another = clinic.batch("key-of-a-batch-05", bad) + "/items?limit=2&cursor=" + cursor;
        assertThat(clinic.get(another)).contains("invalid-cursor");
    }

    private static List<String> numbers(String page) {
        return Stream.of(page.split("\\{\"item\":"))
                .skip(1)
                .map(part -> part.substring(0, 1))
                .toList();
    }

    private HttpResponse<String> form(String key, String items, byte[]... images) throws Exception {
        List<BodyPublisher> parts = new ArrayList<>();
        parts.add(BodyPublishers.ofString(
                "--x\r\nContent-Disposition: form-data; name=\"request\"\r\n\r\n{\"items\":[" + items + "]}\r\n"));
        for (byte[] one : images) {
            parts.add(BodyPublishers.ofString(
                    "--x\r\nContent-Disposition: form-data; name=\"image\"; filename=\"a.png\"\r\n\r\n"));
            parts.add(BodyPublishers.ofByteArray(one));
            parts.add(BodyPublishers.ofString("\r\n"));
        }
        parts.add(BodyPublishers.ofString("--x--\r\n"));
        return RunningServer.send(HttpRequest.newBuilder(working.uri("/v1/batches"))
                .header("Authorization", "Bearer " + worker.token())
                .header("Content-Type", "multipart/form-data; boundary=x")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.concat(parts.toArray(BodyPublisher[]::new))));
    }

    @Test
    void theImagesOfAFormAreThoseOfItsItemsInOrder() throws Exception {
        String asked = "{\"kind\":\"sperm-vitality\",\"umPerPixel\":0.481";
        String items =
                asked + ",\"images\":2}," + asked + "}," + asked.replace("vitality", "alchemy") + "}," + asked + "}";
        byte[] empty = {};
        HttpResponse<String> made = form("key-of-a-form-0001", items, image, image, empty, image, image);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(202);
        String path = made.headers().firstValue("Location").orElseThrow();
        String batch = worker.get(path);
        for (int i = 0; i < 400 && !batch.contains("\"status\":\"done\""); i++) {
            Thread.sleep(25);
            batch = worker.get(path);
        }
        assertThat(batch).contains("\"items\":4", "{\"refused\":2,\"succeeded\":2}");
        List<String> each = List.of(worker.get(path + "/items").split("\\{\"item\":"));
        assertThat(worker.get(member(each.get(1), "analysis"))).contains("\"field\":1,");
        assertThat(each.get(2)).contains("\"status\":\"refused\"", "invalid-request");
        assertThat(each.get(3)).contains("\"status\":\"refused\"", "unknown-plugin");
        assertThat(worker.get(member(each.get(4), "analysis"))).doesNotContain("\"field\":1,");

        HttpResponse<String> again = form("key-of-a-form-0001", items, image, image, empty, image, image);
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(again.headers().firstValue("Location")).contains(path);
        assertThat(form("key-of-a-form-0001", items, image, image, image, image, image)
                        .statusCode())
                .isEqualTo(422);
        assertThat(form("key-of-a-form-0002", items, image, image).statusCode()).isEqualTo(400);
        assertThat(form("key-of-a-form-0003", asked + "}", image, image).statusCode())
                .isEqualTo(400);
        HttpResponse<String> many =
                form("key-of-a-form-0005", asked + ",\"images\":300}," + asked + ",\"images\":201}", image);
        assertThat(many.statusCode()).isEqualTo(400);
        assertThat(many.body()).contains("have 500 images at most, all together");
        assertThat(form("key-of-a-form-0004", asked + ",\"images\":0}", image).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aBatchIsSeenByItsTenantAlone() throws Exception {
        Client clinic = taker.beside("Clinic of the seen");
        Client foreigner = taker.beside("Clinic of the blind");
        String path = clinic.batch("key-of-a-batch-06", List.of(clinic.item()));
        String missing = "/v1/batches/" + PublicId.text("bat", PublicId.fresh(Clock.systemUTC()));
        for (String other : List.of(path, missing, "/v1/batches/undefined", path.replace("bat_", "ana_"))) {
            assertThat(foreigner.send("GET", other).statusCode()).isEqualTo(404);
            assertThat(foreigner.send("GET", other + "/items").statusCode()).isEqualTo(404);
            assertThat(foreigner.send("POST", other + "/cancel").statusCode()).isEqualTo(404);
        }
        String stolen = foreigner.batch("key-of-a-batch-06", List.of(clinic.item()));
        assertThat(stolen).isNotEqualTo(path);
        assertThat(foreigner.get(stolen + "/items")).contains("\"status\":\"refused\"", "not-found");
        assertThat(clinic.get(path)).contains("\"queued\":1");
    }
}
