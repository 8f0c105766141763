package org.fertivision.server.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.server.RunningServer.member;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.fertivision.phantom.Phantoms;
import org.fertivision.server.RunningServer;
import org.fertivision.server.http.Visit;
import org.fertivision.server.postgres.SharedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two persons read the same four pictures, each in an analysis of her own; and how sharp these were. */
class AgreementRoutesTest {
    private static final String PASSWORD = "a horse and a battery";
    private static final List<String> ACCEPT = List.of("{\"act\":\"accept\"}");

    @TempDir
    private static Path data;

    private static RunningServer server;
    private static String[] anna;
    private static String[] bert;
    private static final List<String> READ_BY_BERT = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        server = new RunningServer(SharedPostgres.freshDatabase(), data, Clock.systemUTC());
        server.send(
                "POST",
                server.setupPath() + "/account",
                null,
                "{\"login\":\"anna\",\"name\":\"Anna Roth\",\"password\":\"" + PASSWORD + "\"}");
        anna = session("anna");
        assertThat(send(
                                anna,
                                "POST",
                                "/v1/admin/accounts",
                                "{\"login\":\"bert\",\"name\":\"Bert Blau\",\"password\":\"" + PASSWORD
                                        + "\",\"scopes\":"
                                        + "[\"analyses:read\",\"analyses:write\",\"reviews:read\",\"reviews:write\",\"reports:read\"]}")
                        .statusCode())
                .isEqualTo(201);
        bert = session("bert");
        for (int seed = 1; seed <= 4; seed++) {
            Path file = data.resolve("picture-" + seed + ".png");
            Map<String, String> size = Map.of("width", "480", "height", "360", "cells", "" + (8 + 2 * seed));
            Phantoms.draw("sperm-vitality", seed, size).writePng(file);
            read(anna, measured(anna, file), ACCEPT);
            String his = measured(bert, file);
            READ_BY_BERT.add(his);
            read(bert, his, List.of(callOtherwise(his, seed), exclude(4)));
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String[] session(String login) throws Exception {
        HttpResponse<String> session = server.send(
                "POST", "/v1/session", null, "{\"login\":\"" + login + "\",\"password\":\"" + PASSWORD + "\"}");
        return new String[] {
            session.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0],
            member(session.body(), "csrfToken")
        };
    }

    private static HttpRequest.Builder as(String[] person, String path) {
        return HttpRequest.newBuilder(server.uri(path))
                .header("Cookie", person[0])
                .header(Visit.TOKEN, person[1])
                .header("Origin", server.uri("").toString())
                .header("If-Match", "*");
    }

    private static HttpResponse<String> send(String[] person, String method, String path, String json)
            throws Exception {
        return RunningServer.send(as(person, path)
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .header("Content-Type", "application/json"));
    }

    private static String measured(String[] person, Path file) throws Exception {
        String form = "--x\r\nContent-Disposition: form-data; name=\"request\"\r\n\r\n"
                + "{\"kind\":\"sperm-vitality\",\"umPerPixel\":0.481,\"microscope\":\"Axio 40x\"}\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"image\"\r\n\r\n";
        HttpResponse<String> made = RunningServer.send(as(person, "/v1/analyses")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .header("Prefer", "wait=25")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(form),
                        BodyPublishers.ofByteArray(Files.readAllBytes(file)),
                        BodyPublishers.ofString("\r\n--x--\r\n"))));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return member(made.body(), "id");
    }

    private static void read(String[] person, String id, List<String> words) throws Exception {
        for (String word : words) {
            HttpResponse<String> said = send(person, "POST", "/v1/analyses/" + id + "/reviews", word);
            assertThat(said.statusCode()).as(said.body()).isEqualTo(201);
        }
    }

    /** He calls the first so many objects what they were not called. */
    private static String callOtherwise(String id, int count) throws Exception {
        String report =
                send(bert, "GET", "/v1/analyses/" + id + "/report.json", null).body();
        List<String> terms = Pattern.compile("\"labels\":\\[\\{[^]]*\"term\":\"(live|dead)\"")
                .matcher(report)
                .results()
                .map((MatchResult term) -> term.group(1))
                .toList();
        List<String> words = new ArrayList<>();
        for (int item = 0; item < count; item++) {
            words.add("{\"type\":\"relabel\",\"by\":\"x\",\"field\":0,\"item\":" + item
                    + ",\"label\":{\"system\":\"vitality\",\"term\":\""
                    + (terms.get(item).equals("live") ? "dead" : "live") + "\"}}");
        }
        return "{\"act\":\"correct\",\"annotations\":[" + String.join(",", words) + "]}";
    }

    private static String exclude(int item) {
        return "{\"act\":\"correct\",\"annotations\":[{\"type\":\"exclude\",\"by\":\"x\",\"field\":0,\"item\":" + item
                + ",\"excluded\":\"debris\"}]}";
    }

    private static String compared(String first, String what) throws Exception {
        HttpResponse<String> found = send(
                anna,
                "POST",
                "/v1/agreements",
                "{\"kind\":\"sperm-vitality\",\"second\":\"Bert Blau\"," + first + what + "}");
        assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
        return found.body();
    }

    @Test
    void whoReadIsToldWithHowMuch() throws Exception {
        assertThat(send(anna, "GET", "/v1/readers?kind=sperm-vitality", null).body())
                .isEqualTo(
                        "{\"items\":[{\"name\":\"Anna Roth\",\"analyses\":4},{\"name\":\"Bert Blau\",\"analyses\":4}]}");
        assertThat(send(anna, "GET", "/v1/readers?kind=oocyte", null).body()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void countsOfTwoDifferByWhatOneExcluded() throws Exception {
        String found = compared("\"first\":\"Anna Roth\",", "\"code\":\"cells\"");

        assertThat(found).contains("\"n\":4", "\"bias\":{\"ci95\":[1,1],\"value\":1}", "\"unpaired\":[]");
        READ_BY_BERT.forEach(id -> assertThat(found).contains("\"name\":\"" + id + "\""));
        assertThat(compared("", "\"code\":\"cells\"")).isEqualTo(found);
    }

    /** 10 + 12 + 14 + 16 drawn heads, one of each picture excluded by one, 1 + 2 + 3 + 4 called otherwise. */
    @Test
    void wordsOfTwoAreComparedObjectByObject() throws Exception {
        String found = compared("\"first\":\"Anna Roth\",", "\"label\":\"vitality\"");

        assertThat(found).contains("\"label\":\"vitality\"", "\"terms\":[\"dead\",\"live\"]", "excluded by the second");
        int n = Integer.parseInt(found.replaceAll(".*\"n\":([0-9]+).*", "$1"));
        int same = Integer.parseInt(found.replaceAll(".*\"same\":([0-9]+).*", "$1"));
        assertThat(n).isBetween(40, 48);
        assertThat(n - same).isEqualTo(10);
        double kappa = Double.parseDouble(found.replaceAll(".*\"kappa\":\\{[^}]*\"value\":([-0-9.]+).*", "$1"));
        assertThat(kappa).isBetween(0.2, 0.8);
    }

    @Test
    void whatCannotBeComparedIsSaid() throws Exception {
        String path = "/v1/agreements";
        String both = "{\"kind\":\"sperm-vitality\",\"first\":\"Anna Roth\",\"second\":\"Bert Blau\"";
        assertThat(send(anna, "POST", path, both + "}").statusCode()).isEqualTo(400);
        assertThat(send(anna, "POST", path, both + ",\"code\":\"live\",\"label\":\"vitality\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(anna, "POST", path, both.replace("Bert Blau", "Anna Roth") + ",\"code\":\"live\"}")
                        .statusCode())
                .isEqualTo(400);
        HttpResponse<String> unknown = send(anna, "POST", path, both + ",\"code\":\"gold\"}");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("\"pointer\":\"/code\"", "cells", "live");
        HttpResponse<String> unsaid = send(anna, "POST", path, both + ",\"label\":\"gold\"}");
        assertThat(unsaid.statusCode()).isEqualTo(400);
        assertThat(unsaid.body()).contains("\"pointer\":\"/label\"", "is one of vitality");
        HttpResponse<String> alchemy =
                send(anna, "POST", path, both.replace("vitality", "alchemy") + ",\"code\":\"live\"}");
        assertThat(alchemy.statusCode()).isEqualTo(400);
        HttpResponse<String> nobody =
                send(anna, "POST", path, both.replace("Bert Blau", "Nobody") + ",\"code\":\"live\"}");
        assertThat(nobody.statusCode()).isEqualTo(409);
        assertThat(nobody.body()).contains("agreement needs 3 pairs or more, and there are 0");
        assertThat(send(anna, "GET", "/v1/readers", null).statusCode()).isEqualTo(400);
    }

    @Test
    void theQualityOfPicturesIsListedWithTheirMicroscope() throws Exception {
        String page = send(anna, "GET", "/v1/picture-quality?kind=sperm-vitality&limit=3", null)
                .body();

        assertThat(Pattern.compile("\"microscope\":\"Axio 40x\",\"fields\":\\[\\{\"field\":0,(?:\"focus\":[0-9.]+,)?"
                                + "\"exposure\":0\\.[0-9]+,\"usable\":true}]")
                        .matcher(page)
                        .results()
                        .count())
                .as(page)
                .isEqualTo(3);
        String cursor = member(page, "nextCursor");
        assertThat(send(anna, "GET", "/v1/picture-quality?kind=sperm-vitality&limit=200&cursor=" + cursor, null)
                        .body()
                        .split("\"analysis\"", -1))
                .hasSize(6);
        assertThat(send(anna, "GET", "/v1/picture-quality", null).statusCode()).isEqualTo(400);
    }

    @Test
    void whoMayNotReadReportsIsToldNothingThatWasMeasured() throws Exception {
        for (String scope : List.of("reviews:read", "reports:read")) {
            String token = member(
                    send(
                                    anna,
                                    "POST",
                                    "/v1/admin/tokens",
                                    "{\"name\":\"half\",\"scopes\":[\"" + scope + "\"],\"days\":1}")
                            .body(),
                    "token");
            HttpResponse<String> refused = server.send(
                    "POST",
                    "/v1/agreements",
                    token,
                    "{\"kind\":\"sperm-vitality\",\"second\":\"Bert Blau\",\"code\":\"cells\"}");
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("insufficient-scope").doesNotContain(scope);
        }
    }

    @Test
    void whatIsToldOfManyAnalysesIsInTheTrail() throws Exception {
        send(anna, "GET", "/v1/readers?kind=sperm-vitality", null);
        send(anna, "GET", "/v1/picture-quality?kind=sperm-vitality", null);
        compared("", "\"code\":\"cells\"");
        String trail = send(anna, "GET", "/v1/admin/audit.ndjson", null).body();

        for (String route : List.of("GET /v1/readers", "GET /v1/picture-quality", "POST /v1/agreements")) {
            assertThat(trail)
                    .contains("\"action\":\"read " + route.substring(route.indexOf('/')) + "\",\"object\":\"" + route
                            + "\"");
        }
        assertThat(trail).doesNotContain("\"object\":\"GET /v1/admin");
    }

    @Test
    void anotherTenantIsToldNothingOfThis() throws Exception {
        String foreigner = member(
                send(anna, "POST", "/v1/admin/tenants", "{\"name\":\"Clinic B\"}")
                        .body(),
                "token");
        for (String route : List.of("/v1/readers", "/v1/picture-quality")) {
            assertThat(server.send("GET", route + "?kind=sperm-vitality", foreigner, null)
                            .body())
                    .as(route)
                    .isEqualTo("{\"items\":[]}");
        }
        HttpResponse<String> compared = server.send(
                "POST",
                "/v1/agreements",
                foreigner,
                "{\"kind\":\"sperm-vitality\",\"second\":\"Bert Blau\",\"code\":\"cells\"}");
        assertThat(compared.statusCode()).isEqualTo(409);
        assertThat(compared.body()).contains("there are 0");
        assertThat(server.send("GET", "/v1/admin/usage", foreigner, null).body())
                .contains("\"analyses\":0,\"deleted\":0,\"images\":0,\"bytes\":0,\"months\":[]");
    }

    @Test
    void usageCountsWhatWasMeasuredAndWhatIsKept() throws Exception {
        String usage = send(anna, "GET", "/v1/admin/usage", null).body();

        assertThat(usage)
                .contains("\"analyses\":8,\"deleted\":0,\"images\":8,")
                .containsPattern(
                        "\"months\":\\[\\{\"month\":\"20[0-9-]{5}\",\"kind\":\"sperm-vitality\",\"analyses\":8,"
                                + "\"succeeded\":8,\"failed\":0}");
        assertThat(send(bert, "GET", "/v1/admin/usage", null).statusCode()).isEqualTo(403);
    }
}
