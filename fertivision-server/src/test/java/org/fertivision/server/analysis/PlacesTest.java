package org.fertivision.server.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.server.RunningServer.member;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.fertivision.FertiVision;
import org.fertivision.image.Calibration;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantoms;
import org.fertivision.report.AnnotationJson;
import org.fertivision.report.ReportJson;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.fertivision.server.RunningServer;
import org.fertivision.server.http.Visit;
import org.fertivision.server.postgres.SharedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person moves a caliper of a result: measured again with it, beside what was measured, and told like any other act. */
class PlacesTest {
    private static final String PASSWORD = "a horse and a battery";
    private static final String MOVED = "[[110,60.5],[112.25,109]]";
    private static final String PLACE =
            "{\"type\":\"place\",\"by\":\"somebody\",\"field\":0,\"setting\":\"calipers\",\"places\":" + MOVED + "}";

    @TempDir
    private static Path data;

    private static RunningServer server;
    private static byte[] picture;
    private static String calipers;
    private static String cookie;
    private static String csrf;

    @BeforeAll
    static void start() throws Exception {
        server = new RunningServer(SharedPostgres.freshDatabase(), data, Clock.systemUTC());
        server.send(
                "POST",
                server.setupPath() + "/account",
                null,
                "{\"login\":\"anna\",\"name\":\"Dr. Roth\",\"password\":\"" + PASSWORD + "\"}");
        HttpResponse<String> session =
                server.send("POST", "/v1/session", null, "{\"login\":\"anna\",\"password\":\"" + PASSWORD + "\"}");
        cookie = session.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        csrf = member(session.body(), "csrfToken");
        Drawn drawn = Phantoms.draw("endometrium", 7, Map.of("mmPerPixel", "0.2", "depthMm", "46"));
        Path file = data.resolve("picture.png");
        drawn.writePng(file);
        picture = Files.readAllBytes(file);
        calipers = drawn.truth().told().get("calipers");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpRequest.Builder asPerson(String path) {
        return HttpRequest.newBuilder(server.uri(path))
                .header("Cookie", cookie)
                .header(Visit.TOKEN, csrf)
                .header("Origin", server.uri("").toString());
    }

    private static String measured() throws Exception {
        HttpResponse<String> made = RunningServer.send(
                asPerson("/v1/analyses?kind=endometrium&umPerPixel=200&set.calipers=" + calipers.replace(" ", "%20"))
                        .header("Content-Type", "image/png")
                        .header("Prefer", "wait=25")
                        .POST(BodyPublishers.ofByteArray(picture)));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return "/v1/analyses/" + member(made.body(), "id");
    }

    private static HttpResponse<String> say(String path, int version, String json) throws Exception {
        return RunningServer.send(asPerson(path + "/reviews")
                .header("Content-Type", "application/json")
                .header("If-Match", "\"v" + version + "\"")
                .POST(BodyPublishers.ofString(json)));
    }

    private static String correct(String annotation) {
        return "{\"act\":\"correct\",\"annotations\":[" + annotation + "]}";
    }

    private static String get(String path) throws Exception {
        HttpResponse<String> answer = RunningServer.send(asPerson(path).GET());
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** The document that the engine writes with these words, without a server. */
    private static String engines(List<String> annotations) {
        try (FertiVision engine = FertiVision.create()) {
            Request.Builder request = Request.of("endometrium")
                    .field(Source.of(picture))
                    .calibration(Calibration.umPerPixel(200, 200))
                    .set("calipers", calipers);
            AnnotationJson.read(("[" + String.join(",", annotations) + "]").getBytes(StandardCharsets.UTF_8), List.of())
                    .forEach(request::annotation);
            return engine.analyze(request.build())
                    .fold(report -> new String(ReportJson.write(report), StandardCharsets.UTF_8), rejection -> {
                        throw new AssertionError(rejection);
                    });
        }
    }

    @Test
    void aMovedCaliperIsMeasuredAgainAndTheOriginalStays() throws Exception {
        String path = measured();
        String original = get(path + "/report.json");
        assertThat(say(path, 0, correct(PLACE)).statusCode()).isEqualTo(201);

        String amended = get(path + "/report.json?version=1");
        assertThat(amended)
                .isEqualTo(engines(List.of(PLACE.replace("somebody", "Dr. Roth"))))
                .contains("\"uncorrected\"", MOVED)
                .isNotEqualTo(original);
        assertThat(get(path + "/report.json")).isEqualTo(original);
        assertThat(get(path + "/reviews"))
                .contains("\"by\":\"Dr. Roth\"", "\"setting\":\"calipers\"", "\"state\":\"unsigned\"");
        assertThat(get(path + "/report.html?version=1"))
                .contains(
                        "UNSIGNED", "Before corrections", "Dr. Roth: calipers placed in field 0: 110,60.5 112.25,109");
        assertThat(get(path + "/report.html?version=1&language=de")).contains("calipers gesetzt in Feld 0");
        assertThat(get(path + "/report.pdf?version=1")).startsWith("%PDF");

        assertThat(say(path, 1, "{\"act\":\"undo\"}").statusCode()).isEqualTo(201);
        assertThat(get(path + "/report.json?version=2")).isEqualTo(original);
        assertThat(get("/v1/admin/audit.ndjson"))
                .contains("\"action\":\"review correct 1\"", "\"action\":\"review undo 2\"");
    }

    @Test
    void theSecondOfTwoIsTold() throws Exception {
        String path = measured();
        assertThat(say(path, 0, correct(PLACE)).statusCode()).isEqualTo(201);
        assertThat(say(path, 0, correct(PLACE.replace("109", "108"))).statusCode())
                .isEqualTo(412);
        assertThat(get(path + "/reviews")).contains("\"version\":1").doesNotContain("108");
    }

    @Test
    void whatCannotBePlacedIsRefused() throws Exception {
        String path = measured();
        Map<String, String> refused = Map.of(
                PLACE.replace("109", "9000"), "lies outside the image",
                PLACE.replace("calipers", "leastStep"), "no places are called leastStep",
                PLACE.replace("calipers", "c".repeat(900_000)), "at most 64 characters, not 900000",
                PLACE.replace(MOVED, "[[1,1]]"), "2 to 4 places",
                PLACE.replace(MOVED, "[[1,1],[1,9],[1,20]]"), "two points or four, not 3",
                PLACE.replace(MOVED, "[[1,1],[1,1]]"), "the points are one",
                PLACE.replace(MOVED, "7"), "places",
                PLACE.replace("\"field\":0", "\"field\":3"), "no field 3",
                PLACE.replace("\"place\"", "\"draw\",\"item\":0,\"corners\":[[1,1],[30,1],[30,30]]"),
                        "place the outline or the calipers anew");
        for (Map.Entry<String, String> word : refused.entrySet()) {
            HttpResponse<String> answer = say(path, 0, correct(word.getKey()));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(member(answer.body(), "detail"))
                    .contains(word.getValue())
                    .hasSizeLessThan(400);
        }
        assertThat(get(path + "/reviews")).contains("\"version\":0", "\"items\":[]");
    }
}
