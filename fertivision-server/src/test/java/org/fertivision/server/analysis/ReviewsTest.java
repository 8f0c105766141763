package org.fertivision.server.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.server.RunningServer.member;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fertivision.FertiVision;
import org.fertivision.image.Calibration;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What persons say of a result: versioned, summed up again, in their names, and told on every form of the report. */
class ReviewsTest {
    private static final String PASSWORD = "a horse and a battery";
    private static final String EXCLUDE =
            "{\"type\":\"exclude\",\"by\":\"somebody\",\"field\":0,\"item\":0,\"excluded\":\"debris\"}";

    @TempDir
    private static Path data;

    private static RunningServer server;
    private static byte[] picture;
    private static String cookie;
    private static String csrf;
    private static String token;
    private String path;

    @BeforeAll
    static void start() throws Exception {
        server = new RunningServer(SharedPostgres.freshDatabase(), data, Clock.systemUTC());
        String setUp = server.setupPath() + "/account";
        server.send(
                "POST", setUp, null, "{\"login\":\"anna\",\"name\":\"Dr. Roth\",\"password\":\"" + PASSWORD + "\"}");
        HttpResponse<String> session =
                server.send("POST", "/v1/session", null, "{\"login\":\"anna\",\"password\":\"" + PASSWORD + "\"}");
        cookie = session.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        csrf = member(session.body(), "csrfToken");
        token = member(
                person(
                                "POST",
                                "/v1/admin/tokens",
                                "{\"name\":\"lab\",\"scopes\":[\"analyses:read\",\"reviews:write\",\"reviews:read\"]}",
                                "")
                        .body(),
                "token");
        Path file = data.resolve("picture.png");
        Phantoms.draw("sperm-vitality", 7, Map.of("width", "480", "height", "360", "cells", "12"))
                .writePng(file);
        picture = Files.readAllBytes(file);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void measure() throws Exception {
        HttpResponse<String> made = RunningServer.send(asPerson("/v1/analyses?kind=sperm-vitality&umPerPixel=0.481")
                .header("Content-Type", "image/png")
                .header("Prefer", "wait=25")
                .POST(BodyPublishers.ofByteArray(picture)));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        path = "/v1/analyses/" + member(made.body(), "id");
    }

    private static HttpRequest.Builder asPerson(String path) {
        return HttpRequest.newBuilder(server.uri(path))
                .header("Cookie", cookie)
                .header(Visit.TOKEN, csrf)
                .header("Origin", server.uri("").toString());
    }

    private static HttpResponse<String> person(String method, String path, String json, String match)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = asPerson(path)
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .header("Content-Type", "application/json");
        return RunningServer.send(match.isEmpty() ? request : request.header("If-Match", match));
    }

    private HttpResponse<String> say(int version, String json) throws Exception {
        return person("POST", path + "/reviews", json, "\"v" + version + "\"");
    }

    private static String correct(String... annotations) {
        return "{\"act\":\"correct\",\"annotations\":[" + String.join(",", annotations) + "]}";
    }

    private String get(String below) throws Exception {
        HttpResponse<String> answer = person("GET", path + below, null, "");
        assertThat(answer.statusCode()).as(below + answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** The document that the engine writes with these words, without a server. */
    private static String engines(List<String> annotations) {
        try (FertiVision engine = FertiVision.create()) {
            Request.Builder request = Request.of("sperm-vitality")
                    .field(Source.of(picture))
                    .calibration(Calibration.umPerPixel(0.481, 0.481));
            String list = "[" + String.join(",", annotations) + "]";
            AnnotationJson.read(list.getBytes(StandardCharsets.UTF_8), List.of())
                    .forEach(request::annotation);
            return engine.analyze(request.build())
                    .fold(report -> new String(ReportJson.write(report), StandardCharsets.UTF_8), rejection -> {
                        throw new AssertionError(rejection);
                    });
        }
    }

    @Test
    void correctionsAreSummedUpAgainAndTheOriginalStays() throws Exception {
        String original = get("/report.json");
        String relabel =
                "{\"type\":\"relabel\",\"by\":\"x\",\"field\":0,\"item\":1,\"label\":{\"system\":\"vitality\",\"term\":\"dead\"}}";
        String draw = "{\"type\":\"draw\",\"by\":\"x\",\"field\":0,\"corners\":[[10,10],[20,10],[20,20],[10,20]]}";

        HttpResponse<String> first = say(0, correct(EXCLUDE));
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(first.headers().firstValue("ETag")).contains("\"v1\"");
        assertThat(say(1, correct(relabel, draw)).statusCode()).isEqualTo(201);

        List<String> inHerName = new ArrayList<>();
        for (String word : List.of(EXCLUDE, relabel, draw)) {
            inHerName.add(word.replaceFirst("\"by\":\"[a-z]+\"", "\"by\":\"Dr. Roth\""));
        }
        assertThat(get("/report.json?version=2")).isEqualTo(engines(inHerName)).contains("\"uncorrected\"");
        assertThat(get("/report.json?version=1")).isEqualTo(engines(inHerName.subList(0, 1)));
        assertThat(get("/report.json")).isEqualTo(original).isEqualTo(get("/report.json?version=0"));
        assertThat(get("")).contains("\"review\":{\"version\":2,\"state\":\"unsigned\"}");

        assertThat(say(2, "{\"act\":\"undo\"}").statusCode()).isEqualTo(201);
        assertThat(get("/report.json?version=3")).isEqualTo(get("/report.json?version=1"));
        assertThat(say(3, "{\"act\":\"undo\"}").statusCode()).isEqualTo(201);
        assertThat(get("/report.json?version=4")).isEqualTo(original);
        assertThat(say(4, "{\"act\":\"undo\"}").statusCode()).isEqualTo(409);
        assertThat(person("GET", path + "/report.json?version=5", null, "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void theSecondOfTwoIsTold() throws Exception {
        assertThat(say(0, correct(EXCLUDE)).statusCode()).isEqualTo(201);
        HttpResponse<String> late = say(0, "{\"act\":\"accept\"}");

        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(get("/reviews")).contains("\"version\":1").doesNotContain("accept");
        assertThat(person("POST", path + "/reviews", "{\"act\":\"accept\"}", "").statusCode())
                .isEqualTo(428);
    }

    @Test
    void pageAndSheetsAreInTheLanguageAskedForAndTheDocumentInNone() throws Exception {
        assertThat(get("/report.html")).contains("<html lang=\"en\">");
        assertThat(get("/report.html?language=de"))
                .contains("<html lang=\"de\">", "NICHT UNTERSCHRIEBEN: wie gemessen", "Gezählt")
                .doesNotContain("UNSIGNED");
        say(0, correct(EXCLUDE));
        say(1, "{\"act\":\"accept\"}");
        assertThat(get("/report.html?version=2&language=de"))
                .contains("NICHT UNTERSCHRIEBEN: angenommen von Dr. Roth", "Objekte wurden von Personen korrigiert.");
        assertThat(get("/report.pdf?language=de")).startsWith("%PDF");
        HttpResponse<String> unknown = person("GET", path + "/report.html?language=fr", null, "");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("en, de");
        for (String none : List.of("/report.json", "/report.csv", "/report.fhir.json", "/report")) {
            assertThat(person("GET", path + none + "?language=de", null, "").statusCode())
                    .as(none)
                    .isEqualTo(400);
        }
        HttpRequest.Builder page = asPerson(path + "/report?language=de").header("Accept", "text/html");
        assertThat(RunningServer.send(page).body()).contains("<html lang=\"de\">");
        assertThat(tag("/report.html?language=de"))
                .isNotEqualTo(tag("/report.html"))
                .isNotEmpty();
    }

    @Test
    void whatIsWrittenAnewIsTaggedWithTheVersionThatWrites() throws Exception {
        try (FertiVision engine = FertiVision.create()) {
            for (String form : List.of("/report.html", "/report.pdf", "/report.csv", "/fields/0/overlay.png")) {
                assertThat(tag(form).orElseThrow()).as(form).contains("-" + engine.version());
            }
            assertThat(tag("/report.json").orElseThrow()).doesNotContain(engine.version());
        }
    }

    private Optional<String> tag(String form) throws Exception {
        return person("GET", path + form, null, "").headers().firstValue("ETag");
    }

    @Test
    void everyFormSaysWhetherSomebodyAnswersForIt() throws Exception {
        assertThat(get("/report.html")).contains("UNSIGNED: as measured, reviewed by nobody.");
        assertThat(get("/report.csv")).contains("standing", "UNSIGNED");
        assertThat(get("/report.fhir.json")).contains("\"status\":\"preliminary\"", "UNSIGNED");
        say(0, correct(EXCLUDE));
        say(1, "{\"act\":\"accept\"}");
        assertThat(get("/report.html?version=2")).contains("UNSIGNED: accepted by Dr. Roth");
        assertThat(say(2, "{\"act\":\"sign\"}").statusCode()).isEqualTo(201);

        assertThat(get("/report.html?version=3"))
                .contains("Signed by Dr. Roth", "Objects were corrected by persons.")
                .doesNotContain("UNSIGNED");
        assertThat(get("/report.csv?version=3")).contains("Signed by Dr. Roth");
        assertThat(get("/report.fhir.json?version=3")).contains("\"status\":\"final\"", "Signed by Dr. Roth");
        assertThat(get("/report.pdf?version=3")).startsWith("%PDF");
        assertThat(get("/report.html")).contains("UNSIGNED", "Version 0 of 3: there is a later one.");
        assertThat(person("GET", path + "/report.json?version=3", null, "")
                        .headers()
                        .firstValue("X-Review-State"))
                .contains("signed");
    }

    @Test
    void afterASignatureAndToRejectAReasonIsNeeded() throws Exception {
        assertThat(say(0, "{\"act\":\"reject\"}").statusCode()).isEqualTo(400);
        assertThat(say(0, "{\"act\":\"reject\",\"reason\":\"blurred\"}").statusCode())
                .isEqualTo(201);
        assertThat(say(1, "{\"act\":\"sign\"}").statusCode()).isEqualTo(409);
        assertThat(say(1, "{\"act\":\"accept\"}").statusCode()).isEqualTo(201);
        assertThat(say(2, "{\"act\":\"sign\"}").statusCode()).isEqualTo(201);
        assertThat(say(3, correct(EXCLUDE)).statusCode()).isEqualTo(400);
        String withReason = correct(EXCLUDE).replaceFirst("}$", ",\"reason\":\"seen again\"}");
        assertThat(say(3, withReason).statusCode()).isEqualTo(201);
        assertThat(get("/reviews")).contains("\"state\":\"unsigned\"", "seen again", "blurred");
    }

    @Test
    void whatIsNotThereCannotBeCorrected() throws Exception {
        for (String word : List.of(
                EXCLUDE.replace("\"item\":0", "\"item\":99999"),
                EXCLUDE.replace("exclude", "excuse"),
                "{\"type\":\"draw\",\"by\":\"x\",\"field\":0,\"corners\":[[1,1],[2,2]]}",
                "{\"type\":\"draw\",\"by\":\"x\",\"field\":7,\"corners\":[[1,1],[9,1],[9,9]]}",
                "7")) {
            assertThat(say(0, correct(word)).statusCode()).as(word).isEqualTo(400);
        }
        assertThat(say(0, correct()).statusCode()).isEqualTo(400);
        assertThat(say(0, "{\"act\":\"accept\",\"annotations\":[" + EXCLUDE + "]}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(say(0, "{\"act\":\"bless\"}").statusCode()).isEqualTo(400);
        assertThat(get("/reviews")).contains("\"version\":0", "\"items\":[]");
    }

    @Test
    void aTokenCorrectsAndDoesNotSign() throws Exception {
        HttpResponse<String> corrected = RunningServer.send(HttpRequest.newBuilder(server.uri(path + "/reviews"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .POST(BodyPublishers.ofString(correct(EXCLUDE))));
        assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(201);
        assertThat(corrected.body()).contains("\"by\":\"somebody\"", "\"by\":\"token tok_");
        HttpResponse<String> signed = RunningServer.send(HttpRequest.newBuilder(server.uri(path + "/reviews"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .POST(BodyPublishers.ofString("{\"act\":\"sign\"}")));
        assertThat(signed.statusCode()).isEqualTo(403);
    }

    @Test
    void theFormThatIsWantedMostIsGiven() throws Exception {
        for (String[] wanted : new String[][] {
            {"text/html,application/xhtml+xml,*/*;q=0.8", "text/html; charset=utf-8", "<!DOCTYPE html>"},
            {"application/pdf", "application/pdf", "%PDF"},
            {"text/csv", "text/csv; charset=utf-8", "kind"},
            {"application/fhir+json", "application/fhir+json", "\"resourceType\":\"Bundle\""},
            {"*/*", "application/json", "\"schemaVersion\""}
        }) {
            HttpResponse<String> report =
                    RunningServer.send(asPerson(path + "/report").header("Accept", wanted[0]));
            assertThat(report.statusCode()).as(report.body()).isEqualTo(200);
            assertThat(report.headers().firstValue("Content-Type")).contains(wanted[1]);
            assertThat(report.headers().firstValue("Vary").orElseThrow()).contains("Accept");
            assertThat(report.body()).contains(wanted[2]);
        }
        HttpResponse<String> none =
                RunningServer.send(asPerson(path + "/report").header("Accept", "image/png"));
        assertThat(none.statusCode()).isEqualTo(406);
        assertThat(none.body()).contains("not-acceptable", "application/fhir+json");
    }

    @Test
    void everyActIsAudited() throws Exception {
        say(0, correct(EXCLUDE));
        say(1, "{\"act\":\"undo\"}");
        say(2, "{\"act\":\"accept\"}");
        say(3, "{\"act\":\"sign\"}");
        String trail = person("GET", "/v1/admin/audit.ndjson", null, "").body();
        String id = path.substring(path.lastIndexOf('/') + 1);
        for (String act : List.of("correct 1", "undo 2", "accept 3", "sign 4")) {
            assertThat(trail).contains("\"action\":\"review " + act + "\",\"object\":\"" + id + "\"");
        }
        assertThat(person("POST", "/v1/admin/audit/verify", null, "").body()).contains("\"whole\":true");
    }
}
