package org.fertivision.server.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.server.RunningServer.member;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.fertivision.phantom.Phantoms;
import org.fertivision.server.RunningServer;
import org.fertivision.server.postgres.SharedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Analyses that wait and are called off over HTTP; this server measures none. */
class CancelingTest {
    @TempDir
    private static Path data;

    private static RunningServer server;
    private static String token;
    private static byte[] image;

    @BeforeAll
    static void start() throws Exception {
        server = new RunningServer(SharedPostgres.freshDatabase(), data, Clock.systemUTC(), "--analyses-at-once", "0");
        token = server.administrator();
        Path file = data.resolve("picture.png");
        Phantoms.draw("sperm-vitality", 1, Map.of("width", "200", "height", "150", "cells", "2"))
                .writePng(file);
        image = Files.readAllBytes(file);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpRequest.Builder handIn(String by, String wait) {
        return HttpRequest.newBuilder(server.uri("/v1/analyses?kind=sperm-vitality&umPerPixel=0.481"))
                .header("Authorization", "Bearer " + by)
                .header("Content-Type", "image/png")
                .header("Prefer", wait)
                .POST(BodyPublishers.ofByteArray(image));
    }

    private static String job(String by) throws Exception {
        return RunningServer.send(handIn(by, "respond-async"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return server.send("GET", path, token, null);
    }

    @Test
    void whatWaitsIsOverAtOnceAndStaysSo() throws Exception {
        String first = job(token);
        String second = job(token);
        assertThat(get(first).body()).contains("\"status\":\"queued\"", "\"queuePosition\":1", "\"attempt\":0");
        assertThat(get(second).body()).contains("\"queuePosition\":2");

        HttpResponse<String> canceled = server.send("POST", first + "/cancel", token, null);
        assertThat(canceled.statusCode()).isEqualTo(200);
        assertThat(canceled.body())
                .contains("\"status\":\"canceled\"", "\"progress\":0.0", "\"code\":\"canceled\"")
                .doesNotContain("queuePosition", "cancelRequested", "result");
        assertThat(get(second).body()).contains("\"queuePosition\":1");
        assertThat(server.send("POST", first + "/cancel", token, null).body()).isEqualTo(canceled.body());
        assertThat(get(first + "/events").body()).contains("event: open\n", "event: canceled\n");

        String analysis = member(canceled.body(), "analysis");
        assertThat(get(analysis).statusCode()).isEqualTo(200);
        assertThat(get(analysis).body()).contains("\"status\":\"canceled\"", "completedAt");
        HttpResponse<String> report = get(analysis + "/report.json");
        assertThat(report.statusCode()).isEqualTo(409);
        assertThat(report.body()).contains("\"code\":\"canceled\"");
        String trail = get("/v1/admin/audit.ndjson").body();
        String object = analysis.substring("/v1/analyses/".length());
        assertThat(trail.split("\"analysis canceled\",\"object\":\"" + object, -1))
                .hasSize(2);
        server.send("POST", second + "/cancel", token, null);
    }

    @Test
    void whoWaitsForTheResultIsToldThatThereWillBeNone() throws Exception {
        CompletableFuture<HttpResponse<String>> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return RunningServer.send(handIn(token, "wait=25").header("Idempotency-Key", "key-of-who-waits"));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        String list = "";
        for (int i = 0; i < 400 && !list.contains("queued"); i++) {
            Thread.sleep(25);
            list = get("/v1/analyses?limit=1").body();
        }
        String id = member(list, "id");
        assertThat(server.send("POST", "/v1/jobs/job_" + id.substring(4) + "/cancel", token, null)
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> told = waiting.get();
        assertThat(told.statusCode()).as(told.body()).isEqualTo(409);
        assertThat(told.body()).contains("\"code\":\"canceled\"", id);
    }

    @Test
    void aForeignTenantCallsNothingOff() throws Exception {
        String foreigner = member(
                server.send("POST", "/v1/admin/tenants", token, "{\"name\":\"Clinic of the other\"}")
                        .body(),
                "token");
        String own = job(foreigner);
        String mine = job(token);

        assertThat(server.send("POST", mine + "/cancel", foreigner, null).statusCode())
                .isEqualTo(404);
        assertThat(get(mine).body()).contains("\"status\":\"queued\"", "\"queuePosition\":1");
        assertThat(server.send("GET", own, foreigner, null).body()).contains("\"queuePosition\":1");
        server.send("POST", mine + "/cancel", token, null);
        server.send("POST", own + "/cancel", foreigner, null);
    }
}
