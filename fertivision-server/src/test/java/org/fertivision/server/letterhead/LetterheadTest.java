package org.fertivision.server.letterhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.server.RunningServer.member;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fertivision.server.RunningServer;
import org.fertivision.server.postgres.SharedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The letterhead of a clinic stands on its own reports and on nobody else's. */
class LetterheadTest {
    private static final String LETTERHEAD = "/v1/admin/letterhead";

    private static final int PERSONS = 6;

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

    private static HttpRequest.Builder request(String path, String bearer) {
        return HttpRequest.newBuilder(server.uri(path))
                .headers("Authorization", "Bearer " + bearer, "Content-Type", "application/json");
    }

    private static HttpResponse<String> demo(String bearer) throws Exception {
        return RunningServer.send(request("/v1/demos", bearer)
                .header("Prefer", "wait=25")
                .POST(BodyPublishers.ofString("{\"kind\":\"sperm-vitality\"}")));
    }

    @Test
    void standsOnEveryPageAndSheetThatIsWrittenFromThenOn() throws Exception {
        HttpResponse<String> made = demo(token);
        String report = "/v1/analyses/" + member(made.body(), "id") + "/report.";
        HttpResponse<String> before = server.send("GET", report + "html", token, null);
        assertThat(before.body()).doesNotContain("letterhead");
        assertThat(server.send("GET", LETTERHEAD, token, null).body()).isEqualTo("{\"lines\":[]}");

        String lines = "{\"lines\":[\"Klinik & Labor\",\"Seeweg 1\"]}";
        assertThat(server.send("PUT", LETTERHEAD, token, lines).body()).isEqualTo(lines);

        HttpResponse<String> after = RunningServer.send(request(report + "html", token)
                .header("If-None-Match", before.headers().firstValue("ETag").orElseThrow())
                .GET());
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.body()).contains("<strong>Klinik &amp; Labor</strong><div>Seeweg 1</div>");
        HttpRequest sheet = request(report + "pdf", token).GET().build();
        try (HttpClient client = HttpClient.newHttpClient();
                PDDocument sheets = Loader.loadPDF(
                        client.send(sheet, BodyHandlers.ofByteArray()).body())) {
            assertThat(new PDFTextStripper().getText(sheets)).contains("Klinik & Labor", "Seeweg 1");
        }
        assertThat(server.send("GET", report + "json", token, null).body()).doesNotContain("Seeweg");
        assertThat(server.send("GET", "/v1/admin/audit.ndjson", token, null).body())
                .contains("\"letterhead set\"");

        String parted = "{\"lines\":[\"Klinik & Labor\",\"Seeweg\",\"1, 1010 Wien\"]}";
        String whole = "{\"lines\":[\"Klinik & Labor\",\"Seeweg, 1, 1010 Wien\"]}";
        for (String next : List.of(parted, whole)) {
            server.send("PUT", LETTERHEAD, token, next);
            assertThat(server.send("GET", report + "html", token, null).body())
                    .contains(next.equals(parted) ? "<div>Seeweg</div>" : "<div>Seeweg, 1, 1010 Wien</div>");
        }

        HttpResponse<String> other = server.send("POST", "/v1/admin/tenants", token, "{\"name\":\"other\"}");
        String stranger = member(other.body(), "token");
        assertThat(server.send("GET", LETTERHEAD, stranger, null).body()).isEqualTo("{\"lines\":[]}");
        String theirs = member(demo(stranger).body(), "id");
        assertThat(server.send("GET", "/v1/analyses/" + theirs + "/report.html", stranger, null)
                        .body())
                .contains("DEMO")
                .doesNotContain("Seeweg", "letterhead");
        assertThat(server.send("PUT", LETTERHEAD, token, "{\"lines\":[]}").statusCode())
                .isEqualTo(200);
        assertThat(server.send("GET", report + "html", token, null).headers().firstValue("ETag"))
                .isEqualTo(before.headers().firstValue("ETag"));
    }

    private static HttpResponse<String> put(String lines, String match) throws Exception {
        return RunningServer.send(request(LETTERHEAD, token)
                .header("If-Match", match)
                .PUT(BodyPublishers.ofString("{\"lines\":[\"" + lines + "\"]}")));
    }

    /** How often the audit trail tells that a letterhead was set. */
    private static int audited() throws Exception {
        return server.send("GET", "/v1/admin/audit.ndjson", token, null).body().split("\"letterhead set\"", -1).length
                - 1;
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void ofAllWhoSawTheSameOneIsFirstAndTheOthersAreTold() throws Exception {
        String seen = tag(server.send("GET", LETTERHEAD, token, null));
        int before = audited();
        List<Callable<Integer>> persons = new ArrayList<>();
        for (int person = 0; person < PERSONS; person++) {
            String lines = "Klinik " + person;
            persons.add(() -> put(lines, seen).statusCode());
        }
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService all = Executors.newFixedThreadPool(PERSONS)) {
            for (Future<Integer> answer : all.invokeAll(persons)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers)
                .containsOnlyOnce(200)
                .filteredOn(status -> status == 412)
                .hasSize(PERSONS - 1);
        assertThat(audited()).isEqualTo(before + 1);

        HttpResponse<String> now = server.send("GET", LETTERHEAD, token, null);
        HttpResponse<String> next = put("Klinik am See", tag(now));
        assertThat(next.statusCode()).isEqualTo(200);
        assertThat(tag(next)).isNotEqualTo(tag(now)).isEqualTo(tag(server.send("GET", LETTERHEAD, token, null)));
        assertThat(put("Klinik am Berg", "*").statusCode()).isEqualTo(200);
        assertThat(server.send("PUT", LETTERHEAD, token, "{\"lines\":[]}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void isAtMostEightLinesOfText() throws Exception {
        for (String wrong : List.of(
                "{}",
                "{\"lines\":\"x\"}",
                "{\"lines\":[\"\"]}",
                "{\"lines\":[\"a\\nb\"]}",
                "{\"lines\":[\"" + "x".repeat(101) + "\"]}",
                "{\"lines\":[1]}",
                "{\"lines\":[],\"x\":1}",
                "{\"lines\":[" + "\"x\",".repeat(8) + "\"x\"]}")) {
            assertThat(server.send("PUT", LETTERHEAD, token, wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }
}
