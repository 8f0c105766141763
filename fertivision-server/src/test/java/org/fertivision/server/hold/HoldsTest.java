package org.fertivision.server.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.server.RunningServer.member;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.fertivision.server.RunningServer;
import org.fertivision.server.postgres.SharedPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hold beats deleting, expiring and purging, until it ends. */
class HoldsTest {
    private static final String HOLDS = "/v1/admin/holds";
    private static final String RUN = "/v1/admin/retention/run";

    @TempDir
    private Path data;

    private final Later clock = new Later();
    private RunningServer server;
    private String token;

    /** The time, some days later. */
    private static final class Later extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void start() throws Exception {
        server = new RunningServer(SharedPostgres.freshDatabase(), data, clock);
        token = server.administrator();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** An analysis that ends at once, since its image is none. */
    private String analysis(String subject) throws Exception {
        String request =
                "{\"kind\":\"sperm-vitality\"" + (subject == null ? "" : ",\"subjectId\":\"" + subject + "\"") + "}";
        String form = "--b\r\nContent-Disposition: form-data; name=\"request\"\r\n\r\n" + request
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"image\"\r\n\r\nnone\r\n--b--\r\n";
        HttpResponse<String> made = RunningServer.send(HttpRequest.newBuilder(server.uri("/v1/analyses"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .header("Prefer", "wait=25")
                .POST(BodyPublishers.ofByteArray(form.getBytes(StandardCharsets.UTF_8))));
        return member(made.body(), "analysis");
    }

    private HttpResponse<String> delete(String path) throws Exception {
        return RunningServer.send(HttpRequest.newBuilder(server.uri(path))
                .header("Authorization", "Bearer " + token)
                .header("If-Match", "*")
                .DELETE());
    }

    private String hold(String object) throws Exception {
        HttpResponse<String> placed =
                server.send("POST", HOLDS, token, "{\"object\":\"" + object + "\",\"reason\":\"Case of Jane Doe\"}");
        assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
        assertThat(placed.body()).contains("\"object\":\"" + object + "\"", "Case of Jane Doe");
        return member(placed.body(), "id");
    }

    private String run(String query) throws Exception {
        return server.send("POST", RUN + query, token, null).body();
    }

    private void refusedWhileHeld(String path) throws Exception {
        HttpResponse<String> refused = delete(path);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
        assertThat(refused.body()).contains("\"code\":\"legal-hold\"").doesNotContain("Jane");
    }

    @Test
    void whatIsHeldIsNeitherDeletedNorErased() throws Exception {
        String subject = member(server.send("POST", "/v1/subjects", token, "{}").body(), "id");
        String of = analysis(subject);
        String other = analysis(null);
        String hold = hold(subject);
        refusedWhileHeld("/v1/subjects/" + subject);
        refusedWhileHeld("/v1/analyses/" + of);
        assertThat(delete("/v1/analyses/" + other).statusCode()).isEqualTo(204);
        assertThat(server.send("GET", HOLDS, token, null).body()).contains(hold, "Case of Jane Doe");

        assertThat(delete(HOLDS + "/" + hold).statusCode()).isEqualTo(204);
        assertThat(delete(HOLDS + "/" + hold).statusCode()).isEqualTo(404);
        String one = hold(of);
        refusedWhileHeld("/v1/subjects/" + subject);
        assertThat(delete(HOLDS + "/" + one).statusCode()).isEqualTo(204);
        assertThat(delete("/v1/subjects/" + subject).statusCode()).isEqualTo(204);
        assertThat(server.send("GET", HOLDS, token, null).body()).isEqualTo("{\"items\":[]}");
        assertThat(server.send("GET", "/v1/admin/audit.ndjson", token, null).body())
                .contains("hold placed\",\"object\":\"" + hold, "hold ended\",\"object\":\"" + hold, "legal-hold")
                .doesNotContain("Jane");
    }

    @Test
    void aHoldBeatsPurgingAndExpiryUntilItEnds() throws Exception {
        String deleted = analysis(null);
        assertThat(delete("/v1/analyses/" + deleted).statusCode()).isEqualTo(204);
        String kept = analysis(null);
        HttpResponse<String> days =
                server.send("PUT", "/v1/admin/retention", token, "{\"analysisDays\":40,\"idempotencyDays\":null}");
        assertThat(days.body()).isEqualTo("{\"analysisDays\":40,\"idempotencyDays\":null}");
        String all = hold("all");
        clock.ahead = Duration.ofDays(41);
        assertThat(run("")).contains("\"expired\":0", "\"held\":1", "\"analyses\":0");
        assertThat(server.send("GET", "/v1/analyses/" + kept, token, null).statusCode())
                .isEqualTo(200);

        assertThat(delete(HOLDS + "/" + all).statusCode()).isEqualTo(204);
        String told = "\"expired\":1,\"idempotencyKeys\":0,\"held\":0,\"analyses\":1,\"images\":1,\"bytes\":4}";
        assertThat(run("?dryRun=true")).endsWith(told);
        assertThat(run("")).endsWith(told);
        assertThat(server.send("GET", "/v1/analyses/" + kept, token, null).statusCode())
                .isEqualTo(410);
        assertThat(server.send("GET", "/v1/admin/audit.ndjson", token, null).body())
                .contains(
                        "analysis expired\",\"object\":\"" + kept, "retention set", "purged\",\"object\":\"" + deleted);
        assertThat(run("")).contains("\"expired\":0", "\"analyses\":0");
        clock.ahead = Duration.ofDays(80);
        assertThat(run("")).contains("\"analyses\":1");
    }

    @Test
    void keysOfRequestsAreForgottenAfterTheirDays() throws Exception {
        assertThat(server.send("GET", "/v1/admin/retention", token, null).body())
                .isEqualTo("{\"analysisDays\":null,\"idempotencyDays\":null}");
        RunningServer.send(HttpRequest.newBuilder(server.uri("/v1/analyses?kind=sperm-vitality"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "image/png")
                .header("Idempotency-Key", "key-of-a-request-1")
                .POST(BodyPublishers.ofByteArray(new byte[] {1, 2, 3})));
        server.send("PUT", "/v1/admin/retention", token, "{\"idempotencyDays\":2}");
        assertThat(run("")).contains("\"idempotencyKeys\":0");
        clock.ahead = Duration.ofDays(3);
        assertThat(run("?dryRun=true")).contains("\"idempotencyKeys\":1");
        assertThat(run("")).contains("\"idempotencyKeys\":1");
        assertThat(run("")).contains("\"idempotencyKeys\":0");
    }

    @Test
    void whatIsNoHoldAndNoDayIsRefused() throws Exception {
        String missing = analysis(null).replaceFirst(".{4}$", "0000");
        assertThat(server.send("POST", HOLDS, token, "{\"object\":\"" + missing + "\",\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(404);
        for (String wrong : new String[] {
            "{\"object\":\"everything\",\"reason\":\"x\"}",
            "{\"object\":\"all\"}",
            "{\"object\":\"all\",\"reason\":\"" + "x".repeat(1_001) + "\"}"
        }) {
            assertThat(server.send("POST", HOLDS, token, wrong).statusCode()).isEqualTo(400);
        }
        for (String wrong : new String[] {"0", "1.5", "36501", "\"a\""}) {
            assertThat(server.send("PUT", "/v1/admin/retention", token, "{\"analysisDays\":" + wrong + "}")
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }
}
