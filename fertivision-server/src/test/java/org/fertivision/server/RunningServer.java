package org.fertivision.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fertivision.server.http.Router;
import org.fertivision.server.log.Log;
import org.fertivision.server.settings.Settings;

/** A whole server on a database, as a client sees it. */
public final class RunningServer implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final Server server;

    /** Starts on the given database with further options. */
    public RunningServer(String database, Path data, Clock clock, String... options) {
        this(Map.of("DATABASE_URL", database), data, clock, options);
    }

    /** Starts with secrets in its environment and further options. */
    public RunningServer(Map<String, String> secrets, Path data, Clock clock, String... options) {
        Log log = new Log(new PrintStream(logged, true, StandardCharsets.UTF_8), clock);
        log.takeOverLibraries();
        Map<String, String> environment = new HashMap<>(Map.of("FERTIVISION_DATA", data.toString(), "PORT", "0"));
        environment.putAll(secrets);
        environment.put("FERTIVISION_CHILD_MIB", "0");
        Stream.of("REFUSED_TOKENS", "READS", "WRITES", "TENANT_READS", "TENANT_WRITES")
                .forEach(limit -> environment.put("FERTIVISION_" + limit + "_PER_MINUTE", "0"));
        server = Server.start(
                Settings.read(List.of(options), environment),
                new Server.Surroundings(
                        environment, Optional.empty(), new PrintStream(out, true, StandardCharsets.UTF_8), log, clock));
    }

    /** The first administrator's token. */
    public String administrator() throws IOException, InterruptedException {
        return member(send("POST", setupPath(), null, null).body(), "token");
    }

    /** The path that makes the first administrator, as it was printed. */
    public String setupPath() {
        Matcher link = Pattern.compile("/setup/\\S+").matcher(out());
        if (!link.find()) {
            throw new AssertionError("no link was printed: " + out());
        }
        return link.group();
    }

    /** A text member of a JSON document. */
    public static String member(String json, String name) {
        Matcher member = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        if (!member.find()) {
            throw new AssertionError("no " + name + " in " + json);
        }
        return member.group(1);
    }

    /** Sends a request with a JSON body, or without one. */
    public HttpResponse<String> send(String method, String path, String token, String json)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        return send(request);
    }

    /** Sends a request. */
    public static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The address of a path. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    /** Its routes. */
    public Router router() {
        return server.router();
    }

    /** What the operator was told. */
    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What was logged. */
    public String logged() {
        return logged.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
