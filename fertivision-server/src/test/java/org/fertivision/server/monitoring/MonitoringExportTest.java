package org.fertivision.server.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fertivision.server.google.GoogleApi;
import org.fertivision.server.log.Log;
import org.fertivision.server.metrics.Histogram;
import org.fertivision.server.metrics.Metrics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Against a fake of {@code projects.timeSeries.create} that checks what Cloud Monitoring checks. */
class MonitoringExportTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    private final List<Map<String, Object>> taken = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final Histogram times = new Metrics().histogram("t", "A test.", List.of(1.0, 5.0), "kind", "outcome");
    private HttpServer server;
    private volatile int busy;
    private volatile int requests;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v3/projects/clinic/timeSeries", call -> {
            String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int status = busy-- > 0 ? 503 : take(body, call.getRequestHeaders().getFirst("Authorization"));
            requests++;
            byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(status, answer.length);
            call.getResponseBody().write(answer);
            call.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private MonitoringExport export() {
        return new MonitoringExport(
                new GoogleApi(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                        () -> Optional.of("a-token"),
                        Duration.ofMillis(1)),
                "clinic",
                times,
                () -> "us-central1",
                CLOCK,
                new Log(new PrintStream(logged, true, StandardCharsets.UTF_8), CLOCK));
    }

    /** 200 where Cloud Monitoring would take it: a token, 200 series at most, each once, one point, counts that add up. */
    @SuppressWarnings("unchecked")
    private int take(String body, String authorization) {
        Map<String, Object> document =
                (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(body);
        List<Map<String, Object>> series = (List<Map<String, Object>>) document.get("timeSeries");
        Set<Object> names = new HashSet<>();
        boolean good = "Bearer a-token".equals(authorization) && series.size() <= 200;
        for (Map<String, Object> one : series) {
            good &= names.add(one.get("metric")) && "DISTRIBUTION".equals(one.get("valueType"));
            List<?> counts = (List<?>) distribution(one).get("bucketCounts");
            long sum = counts.stream()
                    .mapToLong(count -> Long.parseLong((String) count))
                    .sum();
            good &= sum == Long.parseLong((String) distribution(one).get("count")) && counts.size() == 3;
        }
        if (good) {
            taken.addAll(series);
        }
        return good ? 200 : 400;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> distribution(Map<String, Object> series) {
        List<Map<String, Object>> points = (List<Map<String, Object>>) series.get("points");
        return (Map<String, Object>) ((Map<String, Object>) points.get(0).get("value")).get("distributionValue");
    }

    @Test
    void timesAreToldAsOneDistributionForEachKind() throws IOException {
        times.took(500_000_000L, "sperm-count", "done");
        times.took(2_000_000_000L, "sperm-count", "done");
        times.took(9_000_000_000L, "oocyte", "failed");
        export().tell();

        assertThat(taken).hasSize(2);
        Map<String, Object> count = taken.get(1);
        assertThat(count.get("metric"))
                .isEqualTo(Map.of(
                        "type",
                        "custom.googleapis.com/analysis/processing_time",
                        "labels",
                        Map.of("kind", "sperm-count", "outcome", "done")));
        assertThat(String.valueOf(count.get("resource"))).contains("generic_task", "us-central1", "clinic");
        assertThat(distribution(count).get("bucketCounts")).isEqualTo(List.of("1", "1", "0"));
        assertThat((Double) distribution(count).get("mean")).isEqualTo(1.25);
        assertThat((Double) distribution(count).get("sumOfSquaredDeviation")).isCloseTo(1.125, within(1e-9));
        assertThat(distribution(taken.get(0)).get("bucketCounts")).isEqualTo(List.of("0", "0", "1"));
    }

    @Test
    void nothingIsToldWhereNothingWasMeasured() throws IOException {
        export().tell();

        assertThat(requests).isZero();
    }

    @Test
    void moreThanTwoHundredGoInSeveralRequests() throws IOException {
        for (int i = 0; i < 250; i++) {
            times.took(1, "kind-" + i, "done");
        }
        export().tell();

        assertThat(requests).isEqualTo(2);
        assertThat(taken).hasSize(250);
    }

    @Test
    void whatIsNotTakenIsToldLater() throws IOException {
        times.took(1, "oocyte", "done");
        busy = 100;
        assertThatThrownBy(() -> export().tell()).hasMessage("Google answered 503");
        busy = 2;
        export().tell();

        assertThat(taken).hasSize(1);
    }

    @Test
    void theEndTellsOnceMoreAndWhatFailsIsLogged() {
        MonitoringExport export = export();
        export.start();
        times.took(1, "oocyte", "done");
        export.close();
        assertThat(taken).hasSize(1);

        server.removeContext("/v3/projects/clinic/timeSeries");
        MonitoringExport refused = export();
        refused.start();
        refused.close();
        assertThat(logged.toString(StandardCharsets.UTF_8)).contains("monitoring not told");
    }
}
