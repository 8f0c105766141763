package org.fertivision.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.Route;
import org.fertivision.server.postgres.SharedPostgres;
import org.fertivision.server.settings.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/server.md} and {@code openapi.yaml} hold what the code says. {@code -Dfertivision.docs=write} writes them anew. */
class ServerDocsTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "server.md");
    private static final Path OPEN_API = Path.of("src", "main", "resources", "openapi.yaml");

    @TempDir
    private Path dir;

    @Test
    void theDocumentIsUpToDate() throws Exception {
        String wanted = document();
        if ("write".equals(System.getProperty("fertivision.docs"))) {
            Files.writeString(DOCUMENT, wanted);
        }
        assertThat(Files.readString(DOCUMENT, StandardCharsets.UTF_8)).isEqualTo(wanted);
    }

    @Test
    void theOpenApiDescriptionIsUpToDate() throws Exception {
        String wanted = OpenApiDocument.of(routes());
        if ("write".equals(System.getProperty("fertivision.docs"))) {
            Files.writeString(OPEN_API, wanted);
        }
        assertThat(Files.readString(OPEN_API, StandardCharsets.UTF_8)).isEqualTo(wanted);
    }

    private List<Route> routes() throws Exception {
        try (RunningServer server = new RunningServer(SharedPostgres.freshDatabase(), dir, Clock.systemUTC())) {
            return server.router().routes();
        }
    }

    private String document() throws Exception {
        StringBuilder text = new StringBuilder("""
                # The server: settings, routes and problems

                Written by `ServerDocsTest` from the code.

                ## Settings

                A value is taken from the command line, or else the environment, or else the file that `FERTIVISION_CONFIG`
                names, or else it is the default.

                | variable | option of `serve` | default | what |
                |---|---|---|---|
                """);
        for (Setting setting : Setting.values()) {
            String flag = setting.flag().isEmpty() ? "none: a secret" : "`" + setting.flag() + "`";
            String range = setting.form() == Setting.Form.NUMBER
                    ? " (" + setting.lowest() + " to " + setting.highest() + ")"
                    : "";
            String usual = setting.usual().isEmpty() ? "none" : "`" + setting.usual() + "`";
            text.append("| `" + setting.variable() + "` | " + flag + " | " + usual + range + " | " + setting.meaning()
                    + " |\n");
        }
        text.append("""

                ## Routes

                | method | path | scope of the token |
                |---|---|---|
                """);
        for (Route route : routes()) {
            String method = route.method() == Route.Method.GET
                    ? "GET, HEAD"
                    : route.method().name();
            text.append("| " + method + " | `" + route.template() + "` | "
                    + (route.scope() == null
                            ? "none needed"
                            : route.scopes().stream()
                                            .map(scope -> "`" + scope.text() + "`")
                                            .collect(Collectors.joining(", "))
                                    + (route.openHere() ? ", none on this machine" : ""))
                    + " |\n");
        }
        text.append("""

                ## Problems

                Every answer with a status of 400 or more is a document of RFC 9457 (`application/problem+json`) with these
                codes, whose `type` is `urn:fertivision:problem:` and the code. `instance` names the request, as `X-Request-Id`
                does.

                | code | status | meaning | worth another try |
                |---|---|---|---|
                """);
        for (ProblemCode code : ProblemCode.values()) {
            text.append("| `" + code.slug() + "` | " + code.status() + " | " + code.title() + " | "
                    + (code.retryable() ? "yes" : "no") + " |\n");
        }
        return text.toString();
    }
}
