package org.fertivision.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.server.RunningServer.member;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fertivision.phantom.Phantoms;
import org.fertivision.server.postgres.SharedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server needs goes away and comes back, or is lost in part. */
class OutageTest {
    private static final String VITALITY = "/v1/analyses?kind=sperm-vitality&umPerPixel=0.481";

    @TempDir
    private Path dir;

    private String token;

    private static HttpRequest.Builder asking(RunningServer server, String path, String token) {
        return HttpRequest.newBuilder(server.uri(path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> measured(RunningServer server, int seed) throws Exception {
        Path file = dir.resolve("picture.png");
        Phantoms.draw("sperm-vitality", seed, Map.of("width", "480", "height", "360", "cells", "9"))
                .writePng(file);
        return RunningServer.send(asking(server, VITALITY, token)
                .header("Content-Type", "image/png")
                .header("Prefer", "wait=25")
                .POST(BodyPublishers.ofByteArray(Files.readAllBytes(file))));
    }

    @Test
    void withoutItsDatabaseTheServerSaysSoAndGoesOnWhenItIsBack() throws Exception {
        String database = SharedPostgres.freshDatabase();
        int port = URI.create(database).getPort();
        try (CutLine line = new CutLine(port);
                RunningServer server = new RunningServer(
                        database.replace(":" + port + "/", ":" + line.port() + "/"),
                        dir.resolve("data"),
                        Clock.systemUTC())) {
            token = server.administrator();
            HttpResponse<String> made = measured(server, 1);
            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
            String path = "/v1/analyses/" + member(made.body(), "id");
            line.cut();
            for (HttpResponse<String> refused : List.of(server.send("GET", path, token, null), measured(server, 2))) {
                assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
                assertThat(refused.body()).contains("\"code\":\"dependency-unavailable\"", "\"retryable\":true");
                assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            }
            assertThat(server.send("GET", "/health/ready", null, null).statusCode())
                    .isEqualTo(503);
            assertThat(server.send("GET", "/health/live", null, null).statusCode())
                    .isEqualTo(200);
            line.mend();
            for (int i = 0; i < 400 && server.send("GET", path, token, null).statusCode() == 503; i++) {
                Thread.sleep(25);
            }
            assertThat(server.send("GET", path, token, null).body()).contains(member(made.body(), "resultSha256"));
            assertThat(measured(server, 2).statusCode()).isEqualTo(201);
            assertThat(server.send("POST", "/v1/admin/audit/verify", token, null)
                            .body())
                    .contains("\"whole\":true");
            try (Stream<Path> files = Files.walk(dir.resolve("data/blobs/kept"))) {
                assertThat(files.filter(Files::isRegularFile))
                        .as("none of what was refused")
                        .hasSize(2);
            }
        }
    }

    @Test
    void whereTheDatabaseHasNoRoomNothingOfWhatIsRefusedStays() throws Exception {
        Path data = dir.resolve("full");
        String database = SharedPostgres.freshDatabase();
        try (RunningServer server = new RunningServer(database, data, Clock.systemUTC())) {
            token = server.administrator();
            SharedPostgres.runIn(
                    database,
                    "CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS"
                            + " $$ BEGIN RAISE EXCEPTION 'no room' USING ERRCODE = '53100'; END $$",
                    "CREATE TRIGGER no_room BEFORE INSERT ON analysis EXECUTE FUNCTION no_room()");
            HttpResponse<String> refused = measured(server, 1);
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(507);
            assertThat(refused.body()).contains("\"code\":\"storage-full\"");
            assertThat(kept(data)).isZero();
            SharedPostgres.runIn(database, "DROP TRIGGER no_room ON analysis");
            assertThat(measured(server, 1).statusCode()).isEqualTo(201);
            assertThat(kept(data)).isEqualTo(1);
        }
    }

    private static long kept(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("blobs/kept"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void anImageThatIsMissingIsToldAndItsDocumentStays() throws Exception {
        Path data = dir.resolve("other");
        try (RunningServer server = new RunningServer(SharedPostgres.freshDatabase(), data, Clock.systemUTC())) {
            token = server.administrator();
            String path = "/v1/analyses/" + member(measured(server, 1).body(), "id");
            try (Stream<Path> files = Files.walk(data.resolve("blobs/kept"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
            for (String form : List.of("/report.html", "/fields/0/overlay.png", "/fields/0/preview.jpg")) {
                HttpResponse<String> answer = server.send("GET", path + form, token, null);
                assertThat(answer.statusCode()).as(form).isEqualTo(500);
                assertThat(answer.body()).as(form).contains("\"code\":\"storage-integrity\"");
            }
            assertThat(server.send("GET", path + "/report.json", token, null).statusCode())
                    .isEqualTo(200);
            assertThat(server.send("GET", "/v1/admin/audit.ndjson", token, null).body())
                    .contains("\"outcome\":\"storage-integrity\"");
        }
    }
}
