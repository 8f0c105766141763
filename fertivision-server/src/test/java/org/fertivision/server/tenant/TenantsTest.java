package org.fertivision.server.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.server.RunningServer.member;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.fertivision.server.RunningServer;
import org.fertivision.server.http.Route;
import org.fertivision.server.postgres.SharedPostgres;
import org.fertivision.server.store.DatabaseAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may: from the server where nobody may anything to tenants that do not see each other. */
class TenantsTest {
    private final Later clock = new Later();
    private String database;
    private RunningServer server;

    @TempDir
    private Path data;

    /** A clock that tests set forward. */
    private static final class Later extends Clock {
        private Duration later = Duration.ZERO;

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
            return Instant.now().plus(later);
        }
    }

    @BeforeEach
    void start() throws Exception {
        database = SharedPostgres.freshDatabase();
        server = new RunningServer(database, data, clock);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void onAFreshServerNobodyMayAnything() throws Exception {
        for (Route route : server.router().routes()) {
            if (route.scope() == null || route.openHere()) {
                continue;
            }
            String path = route.template().replaceAll("\\{[a-z]+}", "undefined");
            for (String token :
                    new String[] {null, "", "admin", "fvt_" + "0".repeat(16) + "_" + "0".repeat(64) + "_62e60ca1"}) {
                HttpResponse<String> answer = server.send(route.method().name(), path, token, null);

                assertThat(answer.statusCode()).as(route + " " + token).isEqualTo(401);
                assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            }
        }
    }

    @Test
    void theLinkMakesTheFirstAdministratorOnce() throws Exception {
        String link = server.setupPath();
        assertThat(server.send("POST", "/setup/" + "0".repeat(64), null, null).statusCode())
                .isEqualTo(404);
        assertThat(server.send("GET", link, null, null).statusCode()).isEqualTo(405);

        String administrator = server.administrator();
        assertThat(server.send("GET", "/v1/admin/tokens", administrator, null).statusCode())
                .isEqualTo(200);
        assertThat(server.send("POST", link, null, null).statusCode()).isEqualTo(404);

        server.close();
        server = new RunningServer(database, data, clock);
        assertThat(server.out()).isEmpty();
        assertThat(server.send("GET", "/v1/admin/tokens", administrator, null).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aNewStartGivesANewLinkAndTheOldOneEndsAndSoDoesOneOfYesterday() throws Exception {
        String first = server.setupPath();
        server.close();
        server = new RunningServer(database, data, clock);
        assertThat(server.send("POST", first, null, null).statusCode()).isEqualTo(404);

        clock.later = Duration.ofHours(25);
        assertThat(server.send("POST", server.setupPath(), null, null).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aTokenMayWhatItsScopesSayUntilItExpiresOrIsRevoked() throws Exception {
        String administrator = server.administrator();
        HttpResponse<String> made = server.send(
                "POST",
                "/v1/admin/tokens",
                administrator,
                "{\"name\":\"lab\",\"scopes\":[\"analyses:read\",\"tokens:admin\"],\"days\":1}");
        String lab = member(made.body(), "token");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(server.send("GET", "/v1/admin/tokens", lab, null).body())
                .contains("\"name\":\"lab\"", "\"analyses:read\"")
                .doesNotContain(lab);
        assertThat(server.send("POST", "/v1/admin/tenants", lab, "{\"name\":\"x\"}")
                        .body())
                .contains("insufficient-scope", "tenants:admin");
        assertThat(server.send("POST", "/v1/admin/tokens", lab, "{\"name\":\"x\",\"scopes\":[\"analyses:write\"]}")
                        .body())
                .contains("insufficient-scope");

        clock.later = Duration.ofHours(25);
        assertThat(server.send("GET", "/v1/admin/tokens", lab, null).body()).contains("expired-credential");
        clock.later = Duration.ZERO;
        String path = "/v1/admin/tokens/" + member(made.body(), "tokenId");
        assertThat(server.send("DELETE", path, administrator, null).statusCode())
                .isEqualTo(204);
        assertThat(server.send("DELETE", path, administrator, null).statusCode())
                .isEqualTo(404);
        assertThat(server.send("GET", "/v1/admin/tokens", lab, null).body()).contains("invalid-credential");
        assertThat(server.send("GET", "/v1/admin/tokens", administrator, null).body())
                .contains("revokedAt");
        String object = "\",\"object\":\"" + member(made.body(), "tokenId") + "\"";
        assertThat(server.send("GET", "/v1/admin/audit.ndjson", administrator, null)
                        .body())
                .containsOnlyOnce("token made" + object)
                .containsOnlyOnce("token revoked" + object)
                .doesNotContain(lab);
    }

    @Test
    void whatIsAskedWronglyIsRefusedWithItsPointer() throws Exception {
        String administrator = server.administrator();
        for (String wrong : new String[] {
            "{\"scopes\":[\"analyses:read\"]}",
            "{\"name\":\"a\",\"scopes\":[\"everything\"]}",
            "{\"name\":\"a\"}",
            "{\"name\":\"a\",\"scopes\":[\"analyses:read\"],\"days\":0}",
            "{\"name\":\"a\",\"scopes\":[\"analyses:read\"],\"days\":366}",
            "{\"name\":\"a\",\"scopes\":[\"analyses:read\"],\"tenant\":\"b\"}",
            "{\"name\":\"" + "a".repeat(201) + "\",\"scopes\":[\"analyses:read\"]}"
        }) {
            HttpResponse<String> answer = server.send("POST", "/v1/admin/tokens", administrator, wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(answer.body()).contains("\"pointer\":\"");
        }
        HttpRequest.Builder text = HttpRequest.newBuilder(server.uri("/v1/admin/tokens"))
                .header("Authorization", "Bearer " + administrator)
                .POST(HttpRequest.BodyPublishers.ofString("name"));
        assertThat(RunningServer.send(text).statusCode()).isEqualTo(415);
    }

    @Test
    void tenantsDoNotSeeEachOther() throws Exception {
        String first = server.administrator();
        HttpResponse<String> made = server.send("POST", "/v1/admin/tenants", first, "{\"name\":\"Clinic B\"}");
        String second = member(made.body(), "token");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(server.send("POST", "/v1/admin/tenants", first, "{\"name\":\"Clinic B\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(server.send("POST", "/v1/admin/tenants", second, "{\"name\":\"C\"}")
                        .statusCode())
                .isEqualTo(403);

        assertThat(server.send("GET", "/v1/admin/tenants", first, null).body())
                .containsSubsequence("\"name\":\"first\"", member(made.body(), "tenant"), "\"name\":\"Clinic B\"");
        assertThat(server.send("GET", "/v1/admin/tenants", second, null).statusCode())
                .isEqualTo(403);

        String ofFirst = server.send("GET", "/v1/admin/tokens", first, null).body();
        assertThat(server.send("GET", "/v1/admin/tokens", second, null).body())
                .doesNotContain(member(ofFirst, "tokenId"));
        String path = "/v1/admin/tokens/" + member(ofFirst, "tokenId");
        assertThat(server.send("DELETE", path, second, null).statusCode()).isEqualTo(404);

        execute("UPDATE tenant SET suspended = true WHERE name = 'Clinic B'");
        assertThat(server.send("GET", "/v1/admin/tokens", second, null).body()).contains("tenant-suspended");
        assertThat(server.send("GET", "/v1/admin/tokens", first, null).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTokenComesByOneHeaderAndNeverInTheAddress() throws Exception {
        String token = server.administrator();
        HttpRequest.Builder key =
                HttpRequest.newBuilder(server.uri("/v1/admin/tokens")).header("X-API-Key", token);
        assertThat(RunningServer.send(key).statusCode()).isEqualTo(200);
        assertThat(RunningServer.send(key.header("Authorization", "Bearer " + token))
                        .statusCode())
                .isEqualTo(400);
        assertThat(server.send("GET", "/v1/admin/tokens?access_token=" + token, null, null)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void noSecretIsStoredOrLogged() throws Exception {
        String link = server.setupPath().substring("/setup/".length());
        String token = server.administrator();
        server.send("GET", "/v1/admin/tokens?token=" + token, token, null);
        String secret = TokenText.of(token).orElseThrow().secret();

        assertThat(server.logged()).contains("/setup/{secret}").doesNotContain(link, secret, token);
        DatabaseAddress address = DatabaseAddress.of(database);
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT token::text FROM token")) {
            row.next();
            assertThat(row.getString(1)).contains("administrator").doesNotContain(secret);
        }
        assertThat(TokenText.of(token).orElseThrow().toString()).doesNotContain(secret);
    }

    @Test
    void aMistypedTokenIsKnownByItsCheck() throws Exception {
        String token = server.administrator();
        char wrong = token.charAt(30) == '0' ? '1' : '0';

        assertThat(TokenText.of(token.substring(0, 30) + wrong + token.substring(31)))
                .isEmpty();
        assertThat(TokenText.of(token + "0")).isEmpty();
    }

    private void execute(String sql) throws Exception {
        DatabaseAddress address = DatabaseAddress.of(database);
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
