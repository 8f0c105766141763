package org.fertivision.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fertivision.server.log.Log;
import org.fertivision.server.postgres.SharedPostgres;
import org.fertivision.server.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole server, started as the command starts it. */
class ServerTest {
    private static final Pattern ADDRESS = Pattern.compile("\"address\":\"127\\.0\\.0\\.1:([0-9]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path dir;

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static Server start(Path home, String... arguments) throws Exception {
        Log log = new Log(new PrintStream(new ByteArrayOutputStream()), Clock.systemUTC());
        log.takeOverLibraries();
        Map<String, String> environment =
                Map.of("DATABASE_URL", SharedPostgres.freshDatabase(), "FERTIVISION_DATA", home.toString());
        return Server.start(
                Settings.read(List.of(arguments), environment),
                new Server.Surroundings(
                        environment,
                        Optional.of(home),
                        new PrintStream(new ByteArrayOutputStream()),
                        log,
                        Clock.systemUTC()));
    }

    @Test
    void itTellsWhatTheEngineCanDo() throws Exception {
        try (Server server = start(dir, "--port", "0")) {
            for (String probe : List.of("live", "ready", "started")) {
                assertThat(get(server.port(), "/health/" + probe).body()).isEqualTo("{\"status\":\"up\"}");
            }
            HttpResponse<String> kinds = get(server.port(), "/v1/kinds");
            assertThat(kinds.body())
                    .contains("\"kind\":\"sperm-vitality\"", "\"calibrationRequired\":true", "\"live\"");
            assertThat(kinds.headers().firstValue("Cache-Control")).contains("public, max-age=300");

            HttpResponse<String> parameters = get(server.port(), "/v1/parameters/sperm-count");
            assertThat(parameters.body()).contains("\"name\":\"dilution\"", "\"choices\":[", "fertivision.who6");
            assertThat(get(server.port(), "/v1/parameters/fertivision.sperm-count")
                            .body())
                    .isEqualTo(parameters.body());

            HttpResponse<String> unknown = get(server.port(), "/v1/parameters/undefined");
            assertThat(unknown.statusCode()).isEqualTo(404);
            assertThat(unknown.body()).contains("\"code\":\"not-found\"");
        }
    }

    @Test
    void pluginsThatCannotBeTakenDoNotStopIt() throws Exception {
        Files.createDirectories(dir.resolve("plugins"));
        Files.writeString(dir.resolve("plugins/broken.jar"), "no jar");
        try (Server server = start(dir, "--port", "0")) {
            assertThat(get(server.port(), "/v1/kinds").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aFolderOfPluginsThatIsNotThereIsABadSetting() throws Exception {
        assertThat(run("--plugins", dir.resolve("none").toString(), "--port", "0"))
                .isEqualTo("2 fertivision: the folder of plug-ins " + dir.resolve("none") + " cannot be read\n");
    }

    @Test
    void badSettingsAndHelpEndWithTwo() throws Exception {
        assertThat(run("--port", "none")).startsWith("2 fertivision: PORT is a whole number");
        assertThat(run("--help")).startsWith("2 Usage: fertivision serve").contains("--port", "FERTIVISION_HOST");
    }

    @Test
    void aPortInUseIsToldInOneSentence() throws Exception {
        try (Server server = start(dir, "--port", "0")) {
            assertThat(run("--port", Integer.toString(server.port())))
                    .startsWith("1 ")
                    .contains("the server could not start: nobody can listen on 127.0.0.1:");
        }
    }

    @Test
    void aHostThatIsNoneIsToldWithItsCause() throws Exception {
        assertThat(run("--port", "0", "--host", "no.such.host.invalid"))
                .startsWith("1 ")
                .contains("the server could not start: Failed to get address from host: no.such.host.invalid");
    }

    @Test
    void aStartThatFailsLateListensNoMore() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<Integer> before = new ArrayList<>();
        Error late = new AssertionError("the operator cannot be told");
        PrintStream out = new PrintStream(new ByteArrayOutputStream()) {
            @Override
            public void println(String line) {
                before.add(status(port));
                throw late;
            }
        };
        Map<String, String> environment =
                Map.of("DATABASE_URL", SharedPostgres.freshDatabase(), "FERTIVISION_DATA", dir.toString());
        Settings settings = Settings.read(List.of("--port", Integer.toString(port)), environment);
        Log log = new Log(new PrintStream(new ByteArrayOutputStream()), Clock.systemUTC());
        Server.Surroundings around =
                new Server.Surroundings(environment, Optional.empty(), out, log, Clock.systemUTC());

        assertThat(catchThrowable(() -> Server.start(settings, around))).isSameAs(late);
        assertThat(late.getSuppressed()).isEmpty();
        assertThat(before).containsExactly(200);
        assertThat(catchThrowable(() -> get(port, "/health/live"))).isInstanceOf(ConnectException.class);
    }

    private int status(int port) {
        try {
            return get(port, "/health/ready").statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String run(String... arguments) throws Exception {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Map<String, String> environment =
                Map.of("DATABASE_URL", SharedPostgres.freshDatabase(), "FERTIVISION_DATA", dir.toString());
        int code = Main.run(List.of(arguments), environment, new PrintStream(err, true, StandardCharsets.UTF_8));
        return code + " " + err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void onCloudRunNothingIsKeptInTheInstance() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Map<String, String> environment = Map.of("K_SERVICE", "fertivision", "FERTIVISION_DATA", dir.toString());

        assertThat(Main.run(List.of(), environment, new PrintStream(err, true, StandardCharsets.UTF_8)))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("DATABASE_URL, CLOUD_STORAGE_BUCKET, FERTIVISION_PEPPER and FERTIVISION_KEYS are needed");
    }

    @Test
    void anAddressOfNoDatabaseIsABadSettingAndNotRepeated() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Map<String, String> environment =
                Map.of("DATABASE_URL", "mysql://me:secret@there/x", "FERTIVISION_DATA", dir.toString());

        assertThat(Main.run(List.of(), environment, new PrintStream(err, true, StandardCharsets.UTF_8)))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("DATABASE_URL: ")
                .doesNotContain("secret");
    }

    @Test
    void withItsOwnDatabaseItStartsOnABareMachineAndSigtermEndsItInPeaceAndAllIsKept() throws Exception {
        Path data = dir.resolve("data");
        Process first = serve(data, "first");
        String token;
        try {
            int port = port(dir.resolve("first"));
            assertThat(get(port, "/health/ready").statusCode()).isEqualTo(200);
            Matcher link = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+/setup/[0-9a-f]{64}")
                    .matcher(Files.readString(dir.resolve("first")));
            assertThat(link.find()).isTrue();
            HttpRequest.Builder setup =
                    HttpRequest.newBuilder(URI.create(link.group())).POST(HttpRequest.BodyPublishers.noBody());
            token = RunningServer.member(RunningServer.send(setup).body(), "token");
            end(first, "first");
        } finally {
            first.destroyForcibly();
        }
        Process second = serve(data, "second");
        try {
            HttpRequest.Builder tokens = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port(dir.resolve("second")) + "/v1/admin/tokens"))
                    .header("Authorization", "Bearer " + token);
            assertThat(RunningServer.send(tokens).statusCode()).isEqualTo(200);
            end(second, "second");
        } finally {
            second.destroyForcibly();
        }
    }

    private Process serve(Path data, String log) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.fertivision.server.Main",
                "--port",
                "0",
                "--data",
                data.toString()));
        if (Runtime.version().feature() >= 23) { // as the launcher does
            words.add(1, "--sun-misc-unsafe-memory-access=allow");
        }
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectError(dir.resolve(log).toFile())
                .redirectOutput(dir.resolve("out").toFile());
        builder.environment().keySet().removeAll(List.of("DATABASE_URL", "K_SERVICE"));
        return builder.start();
    }

    private void end(Process process, String log) throws Exception {
        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(Files.readString(dir.resolve(log)))
                .contains("\"event\":\"stopped\"")
                .doesNotContain("WARNING");
        assertThat(dir.resolve("out")).isEmptyFile();
    }

    private static int port(Path log) throws IOException, InterruptedException {
        for (int i = 0; i < 600; i++) {
            Matcher address = ADDRESS.matcher(Files.readString(log));
            if (address.find()) {
                return Integer.parseInt(address.group(1));
            }
            Thread.sleep(100);
        }
        throw new AssertionError(Files.readString(log));
    }
}
