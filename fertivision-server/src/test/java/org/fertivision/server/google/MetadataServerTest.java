package org.fertivision.server.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetadataServerTest {
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private volatile int status = 200;
    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private final Clock clock = new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/computeMetadata/v1/instance/service-accounts/default/token", call -> {
            int number = asked.incrementAndGet();
            boolean allowed = "Google".equals(call.getRequestHeaders().getFirst("Metadata-Flavor"));
            byte[] body = ("{\"access_token\":\"token-" + number + "\",\"expires_in\":3599,\"token_type\":\"Bearer\"}")
                    .getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(allowed ? status : 403, body.length);
            call.getResponseBody().write(body);
            call.close();
        });
        server.createContext("/computeMetadata/v1/instance/region", call -> {
            byte[] body = "projects/123/regions/us-central1".getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(200, body.length);
            call.getResponseBody().write(body);
            call.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private MetadataServer tokens() {
        return new MetadataServer(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), Duration.ofMillis(1), clock);
    }

    @Test
    void aTokenIsHeldUntilShortlyBeforeItsEnd() throws IOException {
        MetadataServer tokens = tokens();

        assertThat(tokens.token()).contains("token-1");
        now = now.plusSeconds(3_400);
        assertThat(tokens.token()).contains("token-1");
        now = now.plusSeconds(100);
        assertThat(tokens.token()).contains("token-2");
    }

    @Test
    void theRegionIsTheLastPartOfItsName() throws IOException {
        assertThat(tokens().region()).isEqualTo("us-central1");
    }

    @Test
    void whereThereIsNoTokenThereIsAnException() {
        status = 404;
        assertThatThrownBy(() -> tokens().token()).hasMessage("the metadata server answered 404");
        assertThat(asked).hasValue(1);
        status = 503;
        assertThatThrownBy(() -> tokens().token()).hasMessage("Google answered 503");
        assertThat(asked).hasValue(7);
    }
}
