package org.fertivision.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class LogTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Log log = new Log(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            Clock.fixed(Instant.parse("2026-11-29T10:00:00.123456Z"), ZoneOffset.UTC));

    private String written() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void anEventIsOneLineOfJson() {
        log.info("request", Log.Detail.STATUS, 200, Log.Detail.ROUTE, "/v1/\"kinds\"\n");

        assertThat(written())
                .isEqualTo("{\"time\":\"2026-11-29T10:00:00.123Z\",\"severity\":\"INFO\",\"event\":\"request\","
                        + "\"status\":\"200\",\"route\":\"/v1/\\\"kinds\\\"\\n\"}\n");
    }

    @Test
    void underAProjectALineNamesItsTraceAsCloudLoggingGroupsThem() {
        log.ofProject("clinic").info("request", Log.Detail.TRACE, "4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(written())
                .contains("\"logging.googleapis.com/trace\":"
                        + "\"projects/clinic/traces/4bf92f3577b34da6a3ce929d0e0e4736\"");

        out.reset();
        log.ofProject("clinic").info("request", Log.Detail.TRACE, "-");
        assertThat(written()).doesNotContain("logging.googleapis.com");
    }

    @Test
    void troubleIsToldByItsPlacesAndNotByItsWords() {
        log.warn("failed", new IllegalStateException("Jane Doe", new IllegalArgumentException("born 1984")));

        assertThat(written())
                .contains("IllegalStateException", "IllegalArgumentException", "LogTest.troubleIsTold")
                .doesNotContain("Jane", "1984")
                .hasLineCount(1);
    }

    @Test
    void ofLibrariesThePlaceAndTheKindOfTroubleAreTold() {
        log.takeOverLibraries();
        Logger library = Logger.getLogger("com.example.Pool");
        library.info("connected as Jane");
        library.log(Level.WARNING, "value Jane Doe is too long", new IllegalStateException("Jane"));

        assertThat(written())
                .contains("library com.example.Pool", "IllegalStateException")
                .doesNotContain("Jane")
                .hasLineCount(1);
    }
}
