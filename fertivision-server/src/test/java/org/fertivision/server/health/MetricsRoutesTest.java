package org.fertivision.server.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.fertivision.phantom.Phantoms;
import org.fertivision.server.RunningServer;
import org.fertivision.server.postgres.SharedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The metrics of a whole server: who sees them, and that they hold numbers and nothing else. */
class MetricsRoutesTest {
    @TempDir
    private Path dir;

    private static HttpResponse<String> metrics(RunningServer server, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri("/metrics"));
        return RunningServer.send(headers.length == 0 ? request : request.headers(headers));
    }

    @Test
    void theyCountRequestsAndAnalysesAndNameNobody() throws Exception {
        try (RunningServer server = new RunningServer(SharedPostgres.freshDatabase(), dir, Clock.systemUTC())) {
            String token = server.administrator();
            Path png = dir.resolve("picture.png");
            Phantoms.draw("sperm-vitality", 1, Map.of("width", "200", "height", "150", "cells", "2"))
                    .writePng(png);
            HttpResponse<String> made = RunningServer.send(
                    HttpRequest.newBuilder(server.uri("/v1/analyses?kind=sperm-vitality&umPerPixel=0.481"))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "image/png")
                            .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                            .POST(BodyPublishers.ofByteArray(Files.readAllBytes(png))));
            assertThat(made.statusCode()).isEqualTo(201);
            String id = RunningServer.member(made.body(), "id");
            server.send("GET", "/v1/analyses/" + id, token, null);
            server.send("GET", "/nowhere/" + id, token, null);

            String text = metrics(server).body();
            assertThat(text)
                    .contains(
                            "fertivision_requests_total{method=\"POST\",route=\"/v1/analyses\",status=\"2xx\"} 1\n",
                            "fertivision_requests_total{method=\"GET\",route=\"/v1/analyses/{analysis}\",status=\"2xx\"} 1\n",
                            "fertivision_requests_total{method=\"-\",route=\"none\",status=\"4xx\"} 1\n",
                            "fertivision_request_seconds_bucket{method=\"POST\",route=\"/v1/analyses\",le=\"+Inf\"} 1\n",
                            "fertivision_analysis_processing_seconds_count{kind=\"fertivision.sperm-vitality\",outcome=\"succeeded\"} 1\n",
                            "fertivision_jobs{state=\"queued\"} 0\n",
                            "fertivision_jobs{state=\"running\"} 0\n",
                            "fertivision_oldest_job_seconds 0\n",
                            "fertivision_analysis_permits{which=\"used\"} 0\n",
                            "fertivision_database_connections{state=\"awaited\"} 0\n",
                            "fertivision_database_up 1\n",
                            "fertivision_audit_failures_total 0\n",
                            "jvm_memory_used_bytes{area=\"heap\"} ");
            assertThat(text).doesNotContain(id, id.substring(4), token);
            assertThat(text.lines().filter(line -> !line.startsWith("#")))
                    .allMatch(line -> line.matches("[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*})? [0-9.E+-]+"));
            assertThat(server.logged()).contains("\"trace\":\"0af7651916cd43dd8448eb211c80319c\"");
        }
    }

    @Test
    void theyAreShownToThisMachineAndToTokensForThem() throws Exception {
        try (RunningServer server = new RunningServer(SharedPostgres.freshDatabase(), dir, Clock.systemUTC())) {
            String token = server.administrator();
            String clinic = RunningServer.member(
                    server.send("POST", "/v1/admin/tenants", token, "{\"name\":\"Clinic\"}")
                            .body(),
                    "token");
            String reading = RunningServer.member(
                    server.send("POST", "/v1/admin/tokens", token, "{\"name\":\"ops\",\"scopes\":[\"metrics:read\"]}")
                            .body(),
                    "token");

            assertThat(metrics(server).statusCode()).isEqualTo(200);
            assertThat(metrics(server).headers().firstValue("Content-Type"))
                    .contains("text/plain; version=0.0.4; charset=utf-8");
            assertThat(metrics(server, "Authorization", "Bearer " + reading).statusCode())
                    .isEqualTo(200);
            assertThat(metrics(server, "Authorization", "Bearer " + clinic).statusCode())
                    .isEqualTo(403);
            assertThat(metrics(server, "Authorization", "Bearer nobody").statusCode())
                    .isEqualTo(401);
            for (String forwarded : new String[] {"X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"}) {
                assertThat(metrics(server, forwarded, "203.0.113.7").statusCode())
                        .as(forwarded)
                        .isEqualTo(401);
                assertThat(metrics(server, forwarded, "203.0.113.7", "X-API-Key", reading)
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }
}
