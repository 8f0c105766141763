package org.fertivision.server.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.server.RunningServer.member;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.fertivision.FertiVision;
import org.fertivision.server.RunningServer;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.http.Route;
import org.fertivision.server.postgres.SharedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is nobody's specimen says so in every form. */
class DemoRoutesTest {
    private static final String ANALYSIS = "/v1/analyses/{analysis}";

    @TempDir
    private static Path data;

    private static RunningServer server;
    private static String token;

    @BeforeAll
    static void start() throws Exception {
        server = new RunningServer(SharedPostgres.freshDatabase(), data, Clock.systemUTC());
        token = server.administrator();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> demo(String kind) throws Exception {
        return RunningServer.send(HttpRequest.newBuilder(server.uri("/v1/demos"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=25")
                .POST(BodyPublishers.ofString("{\"kind\":\"" + kind + "\"}")));
    }

    @Test
    void everyFormOfOneSaysThatItIsADemo() throws Exception {
        HttpResponse<String> made = demo("sperm-count");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.body()).contains("\"demo\":true", "\"report\":{");
        String id = member(made.body(), "id");
        String path = "/v1/analyses/" + id;
        for (String form : List.of("json", "html", "csv", "items.csv", "fhir.json")) {
            HttpResponse<String> report = server.send("GET", path + "/report." + form, token, null);
            assertThat(report.body()).as(form).contains("DEMO: nobody");
            assertThat(report.headers().firstValue("Content-Disposition"))
                    .contains("inline; filename=\"DEMO-" + id + "." + form + "\"");
        }
        assertThat(server.send("GET", path + "/report.fhir.json", token, null).body())
                .contains("\"code\":\"HTEST\"");
        for (Route route : server.router().routes()) {
            String template = route.template();
            if (route.method() != Route.Method.GET
                    || !template.startsWith(ANALYSIS + "/")
                    || template.equals(ANALYSIS + "/reviews")) {
                continue;
            }
            String file = template.replace("{analysis}", id).replaceAll("\\{[a-z]+}", "0");
            HttpResponse<String> answer = server.send("GET", file, token, null);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .as(file)
                    .startsWith("inline; filename=\"DEMO-" + id);
        }
        assertThat(server.send("GET", "/v1/analyses", token, null).body()).contains("\"demo\":true");
    }

    @Test
    void itsPicturesAreMarkedAndThoseOfTheSamePixelsAreNot() throws Exception {
        String kind = "sperm-vitality";
        byte[] image;
        try (FertiVision engine = FertiVision.create()) {
            image = DrawnSample.of(kind, engine.plugins().analyzer(kind).orElseThrow())
                    .image()
                    .readAllBytes();
        }
        HttpResponse<String> own =
                RunningServer.send(HttpRequest.newBuilder(server.uri("/v1/analyses?kind=" + kind + "&umPerPixel=0.5"))
                        .headers("Authorization", "Bearer " + token, "Content-Type", "image/png", "Prefer", "wait=25")
                        .POST(BodyPublishers.ofByteArray(image)));
        String somebodys = "/v1/analyses/" + member(own.body(), "id") + "/fields/0/";
        String nobodys = "/v1/analyses/" + member(demo(kind).body(), "id") + "/fields/0/";
        for (String picture : List.of("preview.jpg", "frame/0.jpg", "tile/0/0/0.jpg", "overlay.png")) {
            HttpResponse<String> plain = server.send("GET", somebodys + picture, token, null);
            HttpResponse<String> marked = server.send("GET", nobodys + picture, token, null);
            assertThat(plain.statusCode()).as(picture).isEqualTo(200);
            assertThat(marked.body()).as(picture).isNotEqualTo(plain.body());
            assertThat(marked.headers().firstValue("ETag"))
                    .as(picture)
                    .isNotEqualTo(plain.headers().firstValue("ETag"));
        }
    }

    @Test
    void demosTellNothingOfTheLaboratory() throws Exception {
        String path = "/v1/analyses/" + member(demo("sperm-vitality").body(), "id");
        HttpResponse<String> accepted = RunningServer.send(HttpRequest.newBuilder(server.uri(path + "/reviews"))
                .headers("Authorization", "Bearer " + token, "Content-Type", "application/json", "If-Match", "*")
                .POST(BodyPublishers.ofString("{\"act\":\"accept\"}")));
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(201);
        for (String route : List.of("/v1/readers", "/v1/picture-quality")) {
            assertThat(server.send("GET", route + "?kind=sperm-vitality", token, null)
                            .body())
                    .as(route)
                    .isEqualTo("{\"items\":[]}");
        }
        HttpResponse<String> compared = server.send(
                "POST", "/v1/agreements", token, "{\"kind\":\"sperm-vitality\",\"second\":\"x\",\"code\":\"live\"}");
        assertThat(compared.body()).contains("there are 0");
    }

    @Test
    void aDemoOfSomebodyIsRefused() throws Exception {
        HttpResponse<String> refused = server.send(
                "POST",
                "/v1/analyses",
                token,
                "{\"kind\":\"sperm-vitality\",\"umPerPixel\":0.481,\"demo\":true,\"subjectId\":\""
                        + PublicId.text("sub", PublicId.fresh(Clock.systemUTC()))
                        + "\",\"uploadId\":\"" + PublicId.text("upl", PublicId.fresh(Clock.systemUTC())) + "\"}");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("is nobody's and has no subjectId");
    }

    @Test
    void whatCannotBeDrawnIsRefused() throws Exception {
        assertThat(demo("sperm-alchemy").statusCode()).isEqualTo(422);
        assertThat(demo("graticule").statusCode()).isEqualTo(422);
        assertThat(server.send("POST", "/v1/demos", token, "{\"kind\":\"sperm-count\",\"x\":1}")
                        .statusCode())
                .isEqualTo(400);
    }
}
