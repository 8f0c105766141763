package org.fertivision.server.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.server.RunningServer.member;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import org.fertivision.phantom.Phantoms;
import org.fertivision.server.RunningServer;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.postgres.SharedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes of the application before: the same names, and the truth. */
class OlderNamesTest {
    @TempDir
    private static Path data;

    private static RunningServer server;
    private static String token;
    private static byte[] image;

    @BeforeAll
    static void start() throws Exception {
        server = new RunningServer(SharedPostgres.freshDatabase(), data, Clock.systemUTC(), "--compat", "1");
        token = server.administrator();
        Path file = data.resolve("picture.png");
        Phantoms.draw("sperm-morphology", 3, Map.of("width", "480", "height", "360", "cells", "6"))
                .writePng(file);
        image = Files.readAllBytes(file);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> analyze(String type, String key, byte[]... images) throws Exception {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        part(form, "patient_id", "Jane-Doe-4711".getBytes(StandardCharsets.UTF_8));
        for (byte[] one : images) {
            part(form, "image", one);
        }
        part(form, "notes", "second visit".getBytes(StandardCharsets.UTF_8));
        form.writeBytes("--edge--\r\n".getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri("/api/v1/analyze/" + type))
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.ofByteArray(form.toByteArray()));
        return RunningServer.send(key == null ? request : request.header("X-API-Key", key));
    }

    private static void part(ByteArrayOutputStream form, String name, byte[] content) {
        form.writeBytes(("--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return server.send("GET", path, token, null);
    }

    @Test
    void anImageIsMeasuredAndWhatIsNotMeasuredSaysWhy() throws Exception {
        HttpResponse<String> made = analyze("sperm", token, image);

        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        assertThat(made.body())
                .startsWith("{\"success\":true,\"analysis_id\":\"ana_")
                .contains("\"analysis_type\":\"sperm-morphology\"", "\"headAspect\":", "\"not_measured\":{")
                .contains("\"headArea\":\"uncalibrated\"", "not a diagnosis")
                .doesNotContain("Jane");
        String id = member(made.body(), "analysis_id");
        assertThat(get("/api/v1/report/" + id).body()).isEqualTo(made.body());
        assertThat(get("/v1/analyses/" + id + "/report.json").body())
                .contains("\"kind\":\"sperm-morphology\"")
                .doesNotContain("Jane");
        assertThat(get("/api/v1/export/pdf/" + id).body()).startsWith("%PDF-");
        assertThat(server.logged()).doesNotContain("Jane");
    }

    @Test
    void anUnknownForeignOrDeletedIdIsNeverAnsweredWithASample() throws Exception {
        String id = member(analyze("sperm", token, image).body(), "analysis_id");
        String foreigner = member(
                server.send("POST", "/v1/admin/tenants", token, "{\"name\":\"Another clinic\"}")
                        .body(),
                "token");
        String missing = PublicId.text("ana", PublicId.fresh(Clock.systemUTC()));
        for (String path : new String[] {"/api/v1/report/", "/api/v1/export/pdf/"}) {
            for (String unknown : new String[] {missing, "undefined", "1"}) {
                assertThat(get(path + unknown).statusCode()).isEqualTo(404);
            }
            assertThat(server.send("GET", path + id, foreigner, null).statusCode())
                    .isEqualTo(404);
            assertThat(server.send("GET", path + id, null, null).statusCode()).isEqualTo(401);
        }
        RunningServer.send(HttpRequest.newBuilder(server.uri("/v1/analyses/" + id))
                .header("Authorization", "Bearer " + token)
                .header("If-Match", "*")
                .DELETE());
        assertThat(get("/api/v1/report/" + id).statusCode()).isEqualTo(410);
        assertThat(get("/api/v1/export/pdf/" + id).statusCode()).isEqualTo(410);
    }

    @Test
    void whatIsNotMeasuredHereOrNoImageIsRefused() throws Exception {
        HttpResponse<String> horoscope = analyze("horoscope", token, image);
        assertThat(horoscope.statusCode()).isEqualTo(404);
        assertThat(horoscope.body()).contains("what is: ").contains("sperm");
        assertThat(analyze("sperm", token).statusCode()).isEqualTo(400);
        assertThat(analyze("sperm", token, image, image).statusCode()).isEqualTo(400);
        assertThat(analyze("sperm", null, image).statusCode()).isEqualTo(401);
        HttpResponse<String> broken = analyze("sperm", token, new byte[] {1, 2, 3});
        assertThat(broken.statusCode()).isEqualTo(422);
        assertThat(broken.body()).contains("\"success\":false", "undecodable-image");
        assertThat(server.send("POST", "/api/v1/analyze/sperm", token, "{}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void theOlderHealthIsTheReadiness() throws Exception {
        assertThat(server.send("GET", "/api/v1/health", null, null).body()).isEqualTo("{\"status\":\"up\"}");
    }

    @Test
    void withoutTheSwitchThereAreNoSuchNames() throws IOException, InterruptedException, SQLException {
        try (RunningServer usual =
                new RunningServer(SharedPostgres.freshDatabase(), data.resolve("usual"), Clock.systemUTC())) {
            String administrator = usual.administrator();
            for (String path : new String[] {"/api/v1/health", "/api/v1/report/1", "/api/v1/export/pdf/1"}) {
                assertThat(usual.send("GET", path, administrator, null).statusCode())
                        .isEqualTo(404);
            }
        }
    }
}
