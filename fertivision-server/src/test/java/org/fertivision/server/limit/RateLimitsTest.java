package org.fertivision.server.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.fertivision.server.RunningServer;
import org.fertivision.server.http.Principal;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.Refusals;
import org.fertivision.server.http.Route.Method;
import org.fertivision.server.metrics.Metrics;
import org.fertivision.server.postgres.SharedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RateLimitsTest {
    private static final Principal WHO = new Principal(UUID.randomUUID(), UUID.randomUUID(), Set.of());
    private static final long SECOND = 1_000_000;

    private final AtomicLong now = new AtomicLong(1);

    @TempDir
    private Path dir;

    private RateLimits limits(int refused, int reads, int writes, int tenantReads, int tenantWrites) {
        return new RateLimits(
                new RateLimits.Rules(refused, reads, writes, tenantReads, tenantWrites, 1),
                Optional.empty(),
                key -> key,
                new Metrics(),
                now::get);
    }

    private static boolean lets(Runnable call) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, call::run);
        assertThat(refusal == null || refusal.problem().code() == ProblemCode.RATE_LIMITED)
                .isTrue();
        return refusal == null;
    }

    @Test
    void readingAndWritingAreCountedApart() {
        RateLimits limits = limits(0, 3, 1, 0, 0);
        for (int i = 0; i < 3; i++) {
            assertThat(lets(() -> limits.enter(WHO, Method.GET))).isTrue();
        }
        assertThat(lets(() -> limits.enter(WHO, Method.GET))).isFalse();
        assertThat(lets(() -> limits.enter(WHO, Method.POST))).isTrue();
        assertThat(lets(() -> limits.enter(WHO, Method.DELETE))).isFalse();
        now.addAndGet(20 * SECOND);
        assertThat(lets(() -> limits.enter(WHO, Method.GET))).isTrue();
    }

    @Test
    void tokensOfOneTenantShareItsQuota() {
        RateLimits limits = limits(0, 0, 2, 0, 3);
        Principal colleague = new Principal(WHO.tenant(), UUID.randomUUID(), Set.of());
        Principal stranger = new Principal(UUID.randomUUID(), UUID.randomUUID(), Set.of());
        assertThat(limits.enter(WHO, Method.POST))
                .containsEntry("RateLimit-Policy", "\"write\";q=2;w=60, \"tenant-write\";q=3;w=60")
                .containsEntry("RateLimit", "\"write\";r=1;t=30, \"tenant-write\";r=2;t=20");
        assertThat(lets(() -> limits.enter(WHO, Method.POST))).isTrue();
        assertThat(lets(() -> limits.enter(WHO, Method.POST))).isFalse();
        assertThat(lets(() -> limits.enter(colleague, Method.POST))).isTrue();
        assertThat(lets(() -> limits.enter(colleague, Method.POST))).isFalse();
        assertThat(lets(() -> limits.enter(stranger, Method.POST))).isTrue();
        assertThat(limits.enter(WHO, Method.GET)).isEmpty();
    }

    @Test
    void anAddressOfManyRefusedTokensIsNotHeardForAWhile() {
        RateLimits limits = limits(10, 0, 0, 0, 0);
        for (int i = 0; i < 10; i++) {
            assertThat(lets(() -> limits.knock("203.0.113.7"))).isTrue();
            limits.refused("203.0.113.7");
        }
        assertThat(lets(() -> limits.knock("203.0.113.7"))).isFalse();
        assertThat(lets(() -> limits.knock("203.0.113.8"))).isTrue();
        now.addAndGet(6 * SECOND);
        assertThat(lets(() -> limits.knock("203.0.113.7"))).isTrue();
        limits.refused("203.0.113.7");
        assertThat(lets(() -> limits.knock("203.0.113.7"))).isFalse();
    }

    @Test
    void aFloodIsToldOnceAMinute() {
        List<ProblemCode> told = new ArrayList<>();
        RateLimits limits = limits(0, 0, 0, 0, 0);
        Refusals thinned = limits.thinned((who, what, why, request) -> told.add(why));
        List<ProblemCode> patience = List.of(ProblemCode.RATE_LIMITED, ProblemCode.QUEUE_FULL, ProblemCode.DRAINING);
        for (int i = 0; i < 100; i++) {
            patience.forEach(why -> thinned.refused(WHO, "GET /", why, "r"));
        }
        assertThat(told).containsExactlyElementsOf(patience);
        thinned.refused(WHO, "GET /", ProblemCode.NOT_FOUND, "r");
        thinned.refused(WHO, "GET /", ProblemCode.NOT_FOUND, "r");
        assertThat(told).hasSize(5).endsWith(ProblemCode.NOT_FOUND, ProblemCode.NOT_FOUND);
        Principal colleague = new Principal(WHO.tenant(), UUID.randomUUID(), Set.of());
        thinned.refused(colleague, "GET /", ProblemCode.QUEUE_FULL, "r");
        assertThat(told).hasSize(6);
        now.addAndGet(60 * SECOND);
        patience.forEach(why -> thinned.refused(WHO, "GET /", why, "r"));
        assertThat(told).hasSize(9);
    }

    @Test
    void aServerTellsWhatIsLeftAndThenRefuses() throws Exception {
        try (RunningServer server = new RunningServer(
                SharedPostgres.freshDatabase(),
                dir,
                Clock.systemUTC(),
                "--reads-per-minute=3",
                "--refused-tokens-per-minute=2",
                "--proxies=1")) {
            String token = server.administrator();
            for (int left = 2; left >= 0; left--) {
                HttpResponse<String> answer = server.send("GET", "/v1/analyses", token, null);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("RateLimit-Policy")).contains("\"read\";q=3;w=60");
                assertThat(answer.headers().firstValue("RateLimit").orElseThrow())
                        .startsWith("\"read\";r=" + left);
            }
            HttpResponse<String> refused = server.send("GET", "/v1/analyses", token, null);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).contains("\"code\":\"rate-limited\"", "\"retryable\":true", "\"value\":3");
            assertThat(Integer.parseInt(
                            refused.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(1, 20);
            assertThat(refused.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"read\";r=0");
            assertThat(server.send("POST", "/v1/admin/audit/verify", token, null)
                            .statusCode())
                    .isEqualTo(200);

            List<Integer> statuses = new ArrayList<>();
            for (String from : new String[] {"203.0.113.7", "203.0.113.7", "203.0.113.7", "203.0.113.8"}) {
                statuses.add(RunningServer.send(HttpRequest.newBuilder(server.uri("/v1/admin/tokens"))
                                .header("Authorization", "Bearer nobody")
                                .header("X-Forwarded-For", "198.51.100.1, " + from))
                        .statusCode());
            }
            assertThat(statuses).containsExactly(401, 401, 429, 401);
            assertThat(server.send("GET", "/metrics", null, null).body())
                    .contains(
                            "fertivision_rate_limited_total{policy=\"read\"} 1\n",
                            "fertivision_rate_limited_total{policy=\"refused-tokens\"} 1\n");
        }
    }
}
