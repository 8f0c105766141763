package org.fertivision.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.server.RunningServer.member;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.fertivision.server.RunningServer;
import org.fertivision.server.postgres.SharedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Persons sign in, stay signed in for so long, and nobody else gets in. */
class SessionTest {
    private static final String PASSWORD = "a horse and a battery";

    @TempDir
    private static Path data;

    private static final ShiftedClock CLOCK = new ShiftedClock();
    private static RunningServer server;

    private static final class ShiftedClock extends Clock {
        private Duration ahead = Duration.ZERO;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }

    /** A browser: keeps its cookie and the token of its page. */
    private static final class Browser {
        private String cookie = "";
        private String token = "";

        HttpResponse<String> send(String method, String path, String json, String... headers) throws Exception {
            HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(path))
                    .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
            if (json != null) {
                request.header("Content-Type", "application/json");
            }
            if (!cookie.isEmpty()) {
                request.header("Cookie", "other=1; " + cookie);
            }
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            HttpResponse<String> answer = RunningServer.send(request);
            answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.split(";", 2)[0]);
            return answer;
        }

        /** As the page sends what changes something. */
        HttpResponse<String> change(String method, String path, String json) throws Exception {
            return send(method, path, json, "X-CSRF-Token", token, "Origin", origin());
        }

        HttpResponse<String> signIn(String login, String password) throws Exception {
            HttpResponse<String> answer = send(
                    "POST",
                    "/v1/session",
                    "{\"login\":\"" + login + "\",\"password\":\"" + password + "\"}",
                    "Origin",
                    origin());
            token = answer.statusCode() == 201 ? member(answer.body(), "csrfToken") : "";
            return answer;
        }

        int status(String path) throws Exception {
            return send("GET", path, null).statusCode();
        }
    }

    @BeforeAll
    static void start() throws Exception {
        server = new RunningServer(SharedPostgres.freshDatabase(), data, CLOCK);
        HttpResponse<String> made = new Browser()
                .send(
                        "POST",
                        server.setupPath() + "/account",
                        "{\"login\":\"anna\",\"name\":\"Dr. Anna Roth\",\"password\":\"" + PASSWORD + "\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String origin() {
        return server.uri("").toString();
    }

    private static Browser signedIn() throws Exception {
        Browser browser = new Browser();
        assertThat(browser.signIn("anna", PASSWORD).statusCode()).isEqualTo(201);
        return browser;
    }

    private static String person(String login) {
        return "{\"login\":\"" + login + "\",\"name\":\"Ben " + login + "\",\"password\":\"" + PASSWORD
                + "\",\"scopes\":[\"analyses:read\"]}";
    }

    @Test
    void aCookieOfTheStrictestKindStandsForAToken() throws Exception {
        Browser browser = new Browser();
        HttpResponse<String> answer = browser.signIn("anna", PASSWORD);

        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).matches("__Host-fv=[0-9a-f]{64}; Path=/; Secure; HttpOnly; SameSite=Strict");
        assertThat(answer.body()).contains("Dr. Anna Roth").doesNotContain(browser.cookie.substring(10));
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(browser.status("/v1/analyses")).isEqualTo(200);
        assertThat(browser.status("/v1/session")).isEqualTo(200);
    }

    @Test
    void theFirstAdministratorIsMadeOnce() throws Exception {
        String path = server.setupPath() + "/account";
        assertThat(new Browser()
                        .send("POST", path, person("late").replace(",\"scopes\":[\"analyses:read\"]", ""))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aSessionThatSomebodyElsePlantedIsNeverUsed() throws Exception {
        Browser planted = new Browser();
        planted.cookie = "__Host-fv=" + "0".repeat(64);
        planted.signIn("anna", PASSWORD);
        assertThat(planted.cookie).doesNotContain("0".repeat(64));

        String first = planted.cookie;
        planted.signIn("anna", PASSWORD);
        Browser thief = new Browser();
        thief.cookie = first;
        assertThat(thief.status("/v1/analyses")).isEqualTo(401);
        assertThat(planted.status("/v1/analyses")).isEqualTo(200);
    }

    @Test
    void whatChangesSomethingComesFromOurOwnPage() throws Exception {
        Browser browser = signedIn();
        String path = "/v1/admin/accounts";
        String other = "http://evil.example";
        String[][] refused = {
            {},
            {"Origin", origin()},
            {"X-CSRF-Token", browser.token},
            {"X-CSRF-Token", browser.token, "Origin", other},
            {"X-CSRF-Token", browser.token, "Origin", "null"},
            {"X-CSRF-Token", browser.token, "Origin", origin() + ".evil.example"},
            {"X-CSRF-Token", browser.token, "Sec-Fetch-Site", "cross-site"},
            {"X-CSRF-Token", browser.token, "Sec-Fetch-Site", "none"},
            {"X-CSRF-Token", browser.token, "Sec-Fetch-Site", "same-site", "Origin", origin()},
            {"X-CSRF-Token", signedIn().token, "Origin", origin()},
            {"X-CSRF-Token", "", "Origin", origin()},
        };
        for (String[] headers : refused) {
            HttpResponse<String> answer = browser.send("POST", path, person("ben"), headers);
            assertThat(answer.statusCode()).as(String.join(" ", headers)).isEqualTo(403);
            assertThat(answer.body()).contains("csrf-failed");
        }
        assertThat(browser.send("GET", path, null, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.change("POST", path, person("ben")).statusCode()).isEqualTo(201);
        assertThat(browser.send("DELETE", "/v1/session", null).statusCode()).isEqualTo(403);
        assertThat(new Browser()
                        .send(
                                "POST",
                                "/v1/session",
                                "{\"login\":\"anna\",\"password\":\"" + PASSWORD + "\"}",
                                "Origin",
                                other)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aSessionEndsByItselfAndWhenOneSignsOut() throws Exception {
        Browser browser = signedIn();
        Browser second = signedIn();
        assertThat(second.change("DELETE", "/v1/session", null).statusCode()).isEqualTo(204);
        assertThat(second.cookie).isEqualTo("__Host-fv=");
        try {
            for (int quarter = 1; quarter <= 33; quarter++) {
                CLOCK.ahead = Duration.ofMinutes(14L * quarter);
                assertThat(browser.status("/v1/session"))
                        .as("after %s", CLOCK.ahead)
                        .isEqualTo(200);
            }
            CLOCK.ahead = Duration.ofHours(8);
            assertThat(browser.status("/v1/session")).isEqualTo(401);
            CLOCK.ahead = Duration.ofHours(9);
            Browser idle = signedIn();
            CLOCK.ahead = CLOCK.ahead.plusMinutes(15);
            HttpResponse<String> over = idle.send("GET", "/v1/analyses", null);
            assertThat(over.statusCode()).isEqualTo(401);
            assertThat(over.body()).contains("expired-credential");
        } finally {
            CLOCK.ahead = Duration.ZERO;
        }
    }

    @Test
    void fiveWrongPasswordsShutAnAccountForAWhile() throws Exception {
        Browser admin = signedIn();
        admin.change("POST", "/v1/admin/accounts", person("carl"));
        Browser browser = new Browser();
        for (int i = 0; i < 5; i++) {
            assertThat(browser.signIn("carl", "wrong wrong " + i).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> shut = browser.signIn("carl", PASSWORD);
        assertThat(shut.statusCode()).isEqualTo(429);
        assertThat(shut.headers().firstValue("Retry-After")).isPresent();
        try {
            CLOCK.ahead = Duration.ofMinutes(6);
            assertThat(browser.signIn("carl", PASSWORD).statusCode()).isEqualTo(201);
        } finally {
            CLOCK.ahead = Duration.ZERO;
        }
        String trail = admin.send("GET", "/v1/admin/audit.ndjson", null).body();
        assertThat(trail)
                .contains("\"action\":\"sign-in refused\"", "\"outcome\":\"rate-limited\"", "\"action\":\"signed in\"")
                .doesNotContain(PASSWORD)
                .doesNotContain("wrong wrong");
        assertThat(new Browser().signIn("nobody", PASSWORD).body())
                .contains("Clinic, name and password do not go together.");
        assertThat(server.logged()).doesNotContain(PASSWORD);
    }

    @Test
    void aPersonMayNoMoreThanWasSaid() throws Exception {
        Browser admin = signedIn();
        HttpResponse<String> made = admin.change("POST", "/v1/admin/accounts", person("dora"));
        Browser dora = new Browser();
        dora.signIn("dora", PASSWORD);

        assertThat(dora.status("/v1/analyses")).isEqualTo(200);
        assertThat(dora.status("/v1/admin/accounts")).isEqualTo(403);
        assertThat(dora.send("GET", "/v1/analyses", null, "Authorization", "Bearer x")
                        .statusCode())
                .isEqualTo(400);
        assertThat(admin.change("POST", "/v1/admin/accounts", person("dora")).statusCode())
                .isEqualTo(409);
        assertThat(admin.change("POST", "/v1/admin/accounts", person("dora2").replace("Ben dora2", "Ben dora"))
                        .statusCode())
                .as("two persons of one name")
                .isEqualTo(409);
        assertThat(admin.change("DELETE", "/v1/admin/accounts/" + member(made.body(), "accountId"), null)
                        .statusCode())
                .isEqualTo(204);
        assertThat(dora.status("/v1/analyses")).isEqualTo(401);
        assertThat(new Browser().signIn("dora", PASSWORD).statusCode()).isEqualTo(401);
    }

    @Test
    void anotherClinicSeesNothing() throws Exception {
        Browser admin = signedIn();
        HttpResponse<String> tenant = admin.change("POST", "/v1/admin/tenants", "{\"name\":\"north\"}");
        HttpResponse<String> eve =
                server.send("POST", "/v1/admin/accounts", member(tenant.body(), "token"), person("anna"));
        assertThat(eve.statusCode()).as(eve.body()).isEqualTo(201);
        Browser north = new Browser();
        String credentials = "{\"clinic\":\"north\",\"login\":\"anna\",\"password\":\"" + PASSWORD + "\"}";
        HttpResponse<String> inside = north.send("POST", "/v1/session", credentials);

        assertThat(inside.body()).contains("\"clinic\":\"north\"", "\"name\":\"Ben anna\"");
        assertThat(server.send("GET", "/v1/admin/accounts", member(tenant.body(), "token"), null)
                        .body())
                .doesNotContain("Roth");
    }

    @Test
    void aPasswordIsChangedByWhoKnowsIt() throws Exception {
        Browser admin = signedIn();
        admin.change("POST", "/v1/admin/accounts", person("finn"));
        Browser here = new Browser();
        here.signIn("finn", PASSWORD);
        Browser elsewhere = new Browser();
        elsewhere.signIn("finn", PASSWORD);
        String next = "another horse, no battery";
        String path = "/v1/session/password";

        for (String weak : new String[] {"short", "finn is my name", "aaaaaaaaaaaaaa"}) {
            String asked = "{\"password\":\"" + PASSWORD + "\",\"newPassword\":\"" + weak + "\"}";
            assertThat(here.change("POST", path, asked).statusCode()).as(weak).isEqualTo(400);
        }
        String wrong = "{\"password\":\"not the old one\",\"newPassword\":\"" + next + "\"}";
        assertThat(here.change("POST", path, wrong).statusCode()).isEqualTo(401);
        String right = "{\"password\":\"" + PASSWORD + "\",\"newPassword\":\"" + next + "\"}";
        assertThat(here.change("POST", path, right).statusCode()).isEqualTo(204);
        assertThat(here.status("/v1/session")).isEqualTo(200);
        assertThat(elsewhere.status("/v1/session")).isEqualTo(401);
        assertThat(new Browser().signIn("finn", PASSWORD).statusCode()).isEqualTo(401);
        assertThat(new Browser().signIn("finn", next).statusCode()).isEqualTo(201);
    }
}
