package org.fertivision.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.fertivision.server.guard.GuardLimits;
import org.fertivision.server.limit.RateLimits;
import org.fertivision.server.log.Log;
import org.fertivision.server.metrics.Metrics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes over the wire, byte by byte: broken framing, slow clients, odd paths and methods, and the end of the server. */
class HttpServerTest {
    private static final String HOST = "Host: a\r\n";
    private static final int CAP = 1 << 20;

    private final Drain drain = new Drain();
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final CountDownLatch slowBegun = new CountDownLatch(1);
    private final Metrics metrics = new Metrics();
    private HttpServer server;

    @BeforeEach
    void start() {
        Log log = new Log(new PrintStream(logged, true, StandardCharsets.UTF_8), Clock.systemUTC());
        log.takeOverLibraries();
        Route echo = Route.open(Route.Method.POST, "/bytes", call -> {
            try {
                return Answer.json(200, Map.of("bytes", call.body().readAllBytes().length));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        Router router = new Router(List.of(
                Route.open(
                        Route.Method.GET,
                        "/things/{name}",
                        call -> Answer.json(200, Map.of("name", call.value("name")))),
                Route.open(Route.Method.GET, "/slow", call -> slow()),
                Route.open(
                        Route.Method.GET,
                        "/large",
                        call -> Answer.of(200, "application/octet-stream", new byte[32 << 20])),
                Route.open(Route.Method.GET, "/broken", call -> {
                    throw new IllegalStateException("Jane Doe, born 1984");
                }),
                echo));
        GuardLimits patience =
                new GuardLimits(Duration.ofMillis(700), Duration.ofMillis(700), Duration.ofMillis(1_500), 16 * 1024, 0);
        server = HttpServer.build(new HttpServer.Place("127.0.0.1", 0, CAP, 300, patience), drain);
        server.start(new Front.Parts(
                router,
                log,
                token -> {
                    throw new IllegalStateException();
                },
                (visit, changes) -> {
                    throw new IllegalStateException();
                },
                (who, what, why, request) -> {},
                (who, what, of, request) -> {},
                trouble -> Optional.empty(),
                metrics,
                new RateLimits(new RateLimits.Rules(0, 0, 0, 0, 0, 1), Optional.empty(), key -> key, metrics),
                0));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer slow() {
        slowBegun.countDown();
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Answer.json(200, Map.of("done", true));
    }

    /** What is sent, and the status that must come back, once, in time, before the connection ends. */
    record Row(String name, String sent, boolean ends, int status) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Row> refused() {
        String post = "POST /bytes HTTP/1.1\r\n" + HOST;
        String chunked = post + "Transfer-Encoding: chunked\r\n\r\n";
        return List.of(
                new Row("length of 40 MiB, head only", post + "Content-Length: 41943040\r\n\r\n", false, 413),
                new Row("length of 4 GB, head only", post + "Content-Length: 4294967296\r\n\r\n", false, 413),
                new Row("length of 10^20", post + "Content-Length: 100000000000000000000\r\n\r\n", false, 400),
                new Row("negative length", post + "Content-Length: -5\r\n\r\nhello", false, 400),
                new Row("length with a sign", post + "Content-Length: +5\r\n\r\nhello", false, 400),
                new Row("list of lengths", post + "Content-Length: 5, 5\r\n\r\nhello", false, 400),
                new Row("two equal lengths", post + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello", false, 400),
                new Row("two lengths", post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!", false, 400),
                new Row(
                        "length and chunks",
                        post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                        false,
                        400),
                new Row("gzip, chunked", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", false, 501),
                new Row("xchunked", post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", false, 400),
                new Row("chunk of 16 F", chunked + "FFFFFFFFFFFFFFFF\r\nabc", false, 400),
                new Row("chunk of 7F...", chunked + "7FFFFFFFFFFFFFFF\r\nabc", false, 400),
                new Row("negative chunk", chunked + "-5\r\nabc", false, 400),
                new Row("chunk of zz", chunked + "zz\r\nabc", false, 400),
                new Row("chunk of 2 GiB", chunked + "7FFFFFFF\r\nabcdefgh\r\nGET /things/a HTTP/1.1\r\n", false, 413),
                new Row("chunks beyond the cap", chunked + chunk(600_000) + chunk(600_000) + "0\r\n\r\n", false, 413),
                new Row("body cut short", post + "Content-Length: 50\r\n\r\nhello", true, 400),
                new Row("chunk cut short", chunked + "32\r\nhello", true, 400),
                new Row(
                        "compressed body",
                        post + "Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello",
                        false,
                        415),
                new Row("head of 20 kB", "GET /things/a HTTP/1.1\r\n" + HOST + "A: " + "x".repeat(20_000), false, 431),
                new Row("path of 10 kB", "GET /" + "x".repeat(10_000) + " HTTP/1.1\r\n" + HOST + "\r\n", false, 414),
                new Row("no host", "GET /things/a HTTP/1.1\r\n\r\n", false, 400),
                new Row("two hosts", "GET /things/a HTTP/1.1\r\n" + HOST + "Host: b\r\n\r\n", false, 400),
                new Row("folded header", "GET /things/a HTTP/1.1\r\n" + HOST + "A: b\r\n c\r\n\r\n", false, 400),
                new Row("space before colon", "GET /things/a HTTP/1.1\r\n" + HOST + "A : b\r\n\r\n", false, 400),
                new Row("NUL in a header", "GET /things/a HTTP/1.1\r\n" + HOST + "A: b\0c\r\n\r\n", false, 400),
                new Row("bare line feeds", "GET /things/a HTTP/1.1\nHost: a\n\n", false, 400),
                new Row("HTTP/1.0", "GET /things/a HTTP/1.0\r\n" + HOST + "\r\n", false, 505),
                new Row(
                        "TLS",
                        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n",
                        false,
                        400));
    }

    private static String chunk(int size) {
        return Integer.toHexString(size) + "\r\n" + "x".repeat(size) + "\r\n";
    }

    @ParameterizedTest
    @MethodSource("refused")
    void brokenRequestsGetOneProblemAndTheEnd(Row row) throws IOException {
        try (Wire wire = new Wire(server.port())) {
            wire.send(row.sent());
            if (row.ends()) {
                wire.end();
            }
            Wire.Heard heard = wire.hear(4_000);

            assertThat(heard.status()).as(heard.text()).isEqualTo(row.status());
            assertThat(heard.answers()).as(heard.text()).isEqualTo(1);
            assertThat(heard.closed()).as("closed").isTrue();
            assertThat(heard.text())
                    .contains(
                            "application/problem+json", "X-Request-Id: ", "X-Content-Type-Options: nosniff", "no-store")
                    .doesNotContain("Server:", "Exception", "arraycopy");
        }
    }

    @Test
    void aBodyThatIsTooLargeIsToldTheLimit() throws IOException {
        String post = "POST /bytes HTTP/1.1\r\n" + HOST;
        for (String sent : List.of(
                post + "Content-Length: " + (CAP + 1) + "\r\n\r\n",
                post + "Transfer-Encoding: chunked\r\n\r\n" + chunk(CAP) + chunk(1) + "0\r\n\r\n")) {
            try (Wire wire = new Wire(server.port())) {
                wire.send(sent);
                assertThat(wire.hear(4_000).text())
                        .contains(
                                "\"code\":\"payload-too-large\"",
                                "larger than the " + CAP + " bytes",
                                "\"value\":" + CAP);
            }
        }
    }

    static List<Row> odd() {
        return List.of(
                new Row("dots", "GET /things/../things/a", false, 400),
                new Row("one dot", "GET /things/./a", false, 400),
                new Row("encoded dots", "GET /things/%2e%2e/a", false, 400),
                new Row("encoded slash", "GET /things%2fa", false, 400),
                new Row("encoded backslash", "GET /things/%5ca", false, 400),
                new Row("encoded NUL", "GET /things/%00", false, 400),
                new Row("encoded percent", "GET /things/%252e", false, 400),
                new Row("parameter", "GET /things/a;b=c", false, 400),
                new Row("two slashes", "GET //things/a", false, 400),
                new Row("unknown path", "GET /nothing", false, 404),
                new Row("slash at the end", "GET /things/a/", false, 404),
                new Row("another method", "DELETE /things/a", false, 405),
                new Row("TRACE", "TRACE /things/a", false, 405),
                new Row("OPTIONS", "OPTIONS /things/a", false, 405),
                new Row("FOO", "FOO /things/a", false, 501),
                new Row("our bug", "GET /broken", false, 500));
    }

    @ParameterizedTest
    @MethodSource("odd")
    void oddRequestsGetAProblemAndTheConnectionStays(Row row) throws IOException {
        try (Wire wire = new Wire(server.port())) {
            wire.send(row.sent() + " HTTP/1.1\r\n" + HOST + "\r\n");
            Wire.Heard heard = wire.hearAnswer();

            assertThat(heard.status()).as(heard.text()).isEqualTo(row.status());
            assertThat(heard.text()).contains("application/problem+json").doesNotContain("Jane", "1984");
            assertThat(heard.closed()).as("closed").isFalse();

            wire.send("GET /things/b HTTP/1.1\r\n" + HOST + "\r\n");
            assertThat(wire.hearAnswer().status()).isEqualTo(200);
        }
        assertThat(logged.toString(StandardCharsets.UTF_8)).doesNotContain("Jane", "1984");
    }

    @Test
    void theAllowedMethodsAreNamed() throws IOException {
        assertThat(said("DELETE /things/a HTTP/1.1\r\n" + HOST + "\r\n").text()).contains("Allow: GET, HEAD");
    }

    @Test
    void headIsGetWithoutABody() throws IOException {
        Wire.Heard get = said("GET /things/a HTTP/1.1\r\n" + HOST + "\r\n");
        Wire.Heard head = said("HEAD /things/a HTTP/1.1\r\n" + HOST + "\r\n");

        assertThat(get.text()).contains("Content-Length: 12").endsWith("{\"name\":\"a\"}");
        assertThat(head.text()).contains("Content-Length: 12").endsWith("\r\n\r\n");
    }

    @Test
    void theClientsRequestIdIsTakenWhereItCanNameNobody() throws IOException {
        assertThat(said("GET /things/a HTTP/1.1\r\n" + HOST
                                + "X-Request-Id: 0b9e51f6-98d1-4f6b-a5bb-2c4b6a1f07d3\r\n\r\n")
                        .text())
                .contains("X-Request-Id: 0b9e51f6-98d1-4f6b-a5bb-2c4b6a1f07d3\r\n");
        for (String named : List.of("Jane Doe 1984", "Jane-Doe-1984", "MRN-00471199-Jane")) {
            assertThat(said("GET /things/a HTTP/1.1\r\n" + HOST + "X-Request-Id: " + named + "\r\n\r\n")
                            .text())
                    .doesNotContain("Jane");
        }
        assertThat(logged.toString(StandardCharsets.UTF_8))
                .contains("0b9e51f6-98d1-4f6b-a5bb-2c4b6a1f07d3")
                .doesNotContain("Jane");
    }

    @Test
    void aBodyIsReadInLengthAndInChunks() throws IOException {
        String post = "POST /bytes HTTP/1.1\r\n" + HOST;

        assertThat(said(post + "Content-Length: 5\r\n\r\nhello").text()).endsWith("{\"bytes\":5}");
        assertThat(said(post + "Transfer-Encoding: chunked\r\n\r\n" + chunk(20_000) + chunk(7) + "0\r\n\r\n")
                        .text())
                .endsWith("{\"bytes\":20007}");
        assertThat(said(post + "Content-Length: " + CAP + "\r\n\r\n" + "x".repeat(CAP))
                        .text())
                .endsWith("{\"bytes\":" + CAP + "}");
    }

    @Test
    void anUnreadBodyIsNotTakenForARequest() throws IOException {
        String inner = "GET /things/inner HTTP/1.1\r\n" + HOST + "\r\n";
        Wire.Heard heard =
                said("GET /things/a HTTP/1.1\r\n" + HOST + "Content-Length: " + inner.length() + "\r\n\r\n" + inner);

        assertThat(heard.answers()).isEqualTo(1);
        assertThat(heard.closed()).isTrue();
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws IOException {
        Wire.Heard heard = said("GET /things/a HTTP/1.1\r\n" + HOST + "\r\nGET /things/b HTTP/1.1\r\n" + HOST + "\r\n");

        assertThat(heard.answers()).isEqualTo(2);
        assertThat(heard.text().indexOf("\"a\""))
                .isPositive()
                .isLessThan(heard.text().indexOf("\"b\""));
    }

    @Test
    void closeMeansClose() throws IOException {
        Wire.Heard heard = said("GET /things/a HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n");

        assertThat(heard.status()).isEqualTo(200);
        assertThat(heard.closed()).isTrue();
    }

    private Wire.Heard said(String bytes) throws IOException {
        try (Wire wire = new Wire(server.port())) {
            return wire.send(bytes).hearAnswer();
        }
    }

    @Test
    void halfOpenHeadsAreClosedAndOthersServedMeanwhile() throws Exception {
        List<Wire> half = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            half.add(new Wire(server.port()).send(i % 2 == 0 ? "GET /things/a HTTP/1.1\r\nHo" : ""));
        }
        assertThat(said("GET /things/a HTTP/1.1\r\n" + HOST + "\r\n").status()).isEqualTo(200);
        for (Wire wire : half) {
            assertThat(wire.hear(5_000).closed()).isTrue();
            wire.close();
        }
        assertThat(gone()).isZero();
    }

    @Test
    void drippingHeadsAreClosed() throws Exception {
        long started = System.nanoTime();
        try (Wire wire = new Wire(server.port())) {
            assertThat(dripUntilClosed(wire, "GET /things/a HTTP/1.1\r\nA: " + "x".repeat(200)))
                    .isTrue();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void drippingAndStalledBodiesAreClosed() throws Exception {
        String head = "POST /bytes HTTP/1.1\r\n" + HOST + "Content-Length: 5000\r\n\r\n";
        try (Wire dripping = new Wire(server.port());
                Wire stalled = new Wire(server.port())) {
            stalled.send(head + "hel");
            dripping.send(head);
            assertThat(dripUntilClosed(dripping, "x".repeat(200))).isTrue();
            assertThat(stalled.hear(5_000).closed()).isTrue();
        }
    }

    private static boolean dripUntilClosed(Wire wire, String bytes) throws Exception {
        for (char one : bytes.toCharArray()) {
            try {
                wire.send(String.valueOf(one));
            } catch (IOException e) {
                return true;
            }
            if (wire.hear(30).closed()) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aClientThatDoesNotReadIsClosed() throws Exception {
        try (Wire wire = new Wire(server.port())) {
            wire.send("GET /large HTTP/1.1\r\n" + HOST + "\r\n");
            assertThat(gone()).isZero();
        }
    }

    @Test
    void aConnectionLeftAloneIsClosed() throws Exception {
        try (Wire wire = new Wire(server.port())) {
            wire.send("GET /things/a HTTP/1.1\r\n" + HOST + "\r\n");
            Wire.Heard heard = wire.hear(5_000);

            assertThat(heard.status()).isEqualTo(200);
            assertThat(heard.closed()).isTrue();
            assertThat(heard.millis()).isGreaterThan(1_000);
        }
    }

    /** The connections that are left after some seconds of waiting for none. */
    private int gone() throws InterruptedException {
        for (int i = 0; i < 100 && server.connections() > 0; i++) {
            Thread.sleep(50);
        }
        return server.connections();
    }

    @Test
    void theEndFinishesWhatWasBegun() throws Exception {
        CompletableFuture<Wire.Heard> slow = CompletableFuture.supplyAsync(() -> {
            try (Wire wire = new Wire(server.port())) {
                return wire.send("GET /slow HTTP/1.1\r\n" + HOST + "\r\n").hear(5_000);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        slowBegun.await();

        assertThat(server.stop(Duration.ofSeconds(5))).isTrue();
        assertThat(slow.get().text())
                .startsWith("HTTP/1.1 200")
                .contains("Connection: close")
                .endsWith("{\"done\":true}");
        assertThat(slow.get().closed()).isTrue();
    }

    @Test
    void theEndDoesNotWaitForever() throws Exception {
        try (Wire wire = new Wire(server.port())) {
            wire.send("GET /slow HTTP/1.1\r\n" + HOST + "\r\n");
            slowBegun.await();

            assertThat(server.stop(Duration.ofMillis(50))).isFalse();
        }
    }
}
