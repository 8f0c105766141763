package org.fertivision.server.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fertivision.server.RunningServer.member;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fertivision.phantom.Phantoms;
import org.fertivision.server.RunningServer;
import org.fertivision.server.http.Principal;
import org.fertivision.server.log.Log;
import org.fertivision.server.postgres.SharedPostgres;
import org.fertivision.server.store.Database;
import org.fertivision.server.store.DatabaseAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotedReadingsTest {
    private static final String READ = "\"action\":\"read /v1/analyses/{analysis}";
    private static final String TRAIL = "/v1/admin/audit.ndjson";

    @TempDir
    private Path dir;

    private static List<String> readings(String trail) {
        return trail.lines()
                .filter(entry -> entry.contains("\"action\":\"read "))
                .toList();
    }

    private static HttpResponse<String> get(RunningServer server, String path, String token, String... headers)
            throws Exception {
        HttpRequest.Builder asked = HttpRequest.newBuilder(server.uri(path)).header("Authorization", "Bearer " + token);
        if (headers.length > 0) {
            asked.headers(headers);
        }
        return RunningServer.send(asked);
    }

    private String measured(RunningServer server, String token) throws Exception {
        Path file = dir.resolve("picture.png");
        Phantoms.draw("sperm-vitality", 1, Map.of("width", "480", "height", "360", "cells", "9"))
                .writePng(file);
        HttpResponse<String> made = RunningServer.send(
                HttpRequest.newBuilder(server.uri("/v1/analyses?kind=sperm-vitality&umPerPixel=0.481"))
                        .headers("Authorization", "Bearer " + token, "Content-Type", "image/png", "Prefer", "wait=25")
                        .POST(BodyPublishers.ofByteArray(Files.readAllBytes(file))));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return member(made.body(), "id");
    }

    @Test
    void everyFormThatWasShownIsWrittenDownWithWhoAndWhenAndTheChainHolds() throws Exception {
        String database = SharedPostgres.freshDatabase();
        String token;
        String id;
        try (RunningServer server = new RunningServer(database, dir.resolve("data"), Clock.systemUTC())) {
            token = server.administrator();
            id = measured(server, token);
            assertThat(readings(get(server, TRAIL, token).body())).isEmpty();
            String path = "/v1/analyses/" + id;
            String tag = get(server, path + "/report.json", token)
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow();
            assertThat(get(server, path + "/report.json", token, "If-None-Match", tag)
                            .statusCode())
                    .isEqualTo(304);
            for (String form : List.of("", "/report.pdf", "/report.csv", "/fields/0/overlay.png", "/reviews")) {
                assertThat(get(server, path + form, token).statusCode())
                        .as(form)
                        .isEqualTo(200);
            }
            assertThat(get(server, path + "/fields/7/preview.jpg", token).statusCode())
                    .isEqualTo(404);
            assertThat(get(server, "/v1/jobs/" + id.replace("ana_", "job_"), token)
                            .statusCode())
                    .isEqualTo(200);
            List<String> readings = readings(get(server, TRAIL, token).body());
            for (String form : List.of("", "/report.json", "/report.pdf", "/report.csv", "/reviews")) {
                assertThat(readings)
                        .as(form)
                        .anyMatch(entry -> entry.contains(READ + form + "\",\"object\":\"" + id)
                                && entry.contains("\"outcome\":\"done\""));
            }
            assertThat(readings)
                    .allMatch(entry -> entry.contains(id))
                    .noneMatch(entry -> entry.contains("preview") || entry.contains("/v1/jobs"));
            get(server, path + "/report.html", token);
        }
        try (RunningServer again = new RunningServer(database, dir.resolve("data"), Clock.systemUTC())) {
            String trail = get(again, TRAIL, token).body();
            assertThat(readings(trail)).as("the last before the end").anyMatch(entry -> entry.contains("report.html"));
            assertThat(RunningServer.send(HttpRequest.newBuilder(again.uri("/v1/admin/audit/verify"))
                                    .header("Authorization", "Bearer " + token)
                                    .POST(BodyPublishers.noBody()))
                            .body())
                    .isEqualTo("{\"whole\":true}");
        }
    }

    @Test
    void whatIsReadIsInTheDatabaseSoonThoughNobodyAsksForTheTrail() throws Exception {
        String address = SharedPostgres.freshDatabase();
        UUID tenant = tenant(address);
        try (Database database = Database.open(DatabaseAddress.of(address), 2, 1)) {
            AuditTrail audit = new AuditTrail(database, Clock.systemUTC());
            try (NotedReadings readings =
                    new NotedReadings(audit, log(new ByteArrayOutputStream()), Clock.systemUTC())) {
                readings.start();
                readings.read(reader(tenant), "/v1/analyses/{analysis}", "ana_1", "request-1");
                long until = System.nanoTime() + 20_000_000_000L;
                while (audit.entries(tenant, 0, 9).isEmpty() && System.nanoTime() < until) {
                    Thread.sleep(50);
                }
                assertThat(audit.entries(tenant, 0, 9)).hasSize(1);
            }
        }
    }

    @Test
    void whatCannotBeWrittenDownIsKeptAndTooManyReadersAreRefused() throws Exception {
        String address = SharedPostgres.freshDatabase();
        UUID tenant = tenant(address);
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        try (Database database = Database.open(DatabaseAddress.of(address), 2, 1)) {
            AuditTrail audit = new AuditTrail(database, Clock.systemUTC());
            NotedReadings readings = new NotedReadings(audit, log(told), Clock.systemUTC(), 3);
            Principal reader = reader(tenant);
            SharedPostgres.runIn(address, "REVOKE INSERT ON audit FROM fertivision_app");
            for (int i = 0; i < 5; i++) {
                readings.read(reader, "/v1/analyses/{analysis}", "ana_1", "request-" + i);
            }
            readings.read(reader, "/v1/analyses/{analysis}", "ana_2", "request-5");
            assertThatThrownBy(() -> readings.read(reader, "/v1/analyses/{analysis}", "ana_3", "request-6"))
                    .isInstanceOf(IllegalStateException.class);
            readings.close();
            assertThat(told.toString(UTF_8)).contains("readings not written down yet");
            assertThat(audit.entries(tenant, 0, 9)).isEmpty();

            SharedPostgres.runIn(address, "GRANT INSERT ON audit TO fertivision_app");
            readings.read(reader, "/v1/analyses/{analysis}", "ana_1", "request-7");
            readings.writeDown();
            assertThat(audit.entries(tenant, 0, 9))
                    .hasSize(3)
                    .first()
                    .satisfies(entry -> assertThat(entry)
                            .contains("\"object\":\"ana_1\"", "\"request\":\"request-0\"", "\"times\":6"));
            assertThat(audit.firstBroken(tenant)).isEmpty();
        }
    }

    private static UUID tenant(String address) throws Exception {
        UUID tenant = UUID.randomUUID();
        Database.open(DatabaseAddress.of(address), 2, 1).close();
        SharedPostgres.runIn(address, "INSERT INTO tenant (id, name) VALUES ('" + tenant + "', 'readers')");
        return tenant;
    }

    private static Principal reader(UUID tenant) {
        return new Principal(tenant, UUID.randomUUID(), Set.of());
    }

    private static Log log(ByteArrayOutputStream told) {
        return new Log(new PrintStream(told, true, UTF_8), Clock.systemUTC());
    }
}
