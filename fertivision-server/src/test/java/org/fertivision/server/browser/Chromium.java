package org.fertivision.server.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real Chromium without a window, in a profile of its own, to be told what to do through its DevTools. */
public final class Chromium implements AutoCloseable {
    private static final String ABSENT =
            "NO CHROMIUM IS INSTALLED, so that the page is NOT TRIED in a browser:" + " apt-get install chromium";
    private static final Duration START = Duration.ofSeconds(60);

    private final Process process;
    private final Path profile;
    private final int port;

    private Chromium(Process process, Path profile, int port) {
        this.process = process;
        this.profile = profile;
        this.port = port;
    }

    /** The program, if it is installed. */
    static Optional<Path> program() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .flatMap(folder -> Stream.of(Path.of(folder, "chromium"), Path.of(folder, "chromium-browser")))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts it; where it is not installed, says so loudly and tries nothing. */
    static Chromium start() throws IOException, InterruptedException {
        Optional<Path> program = program();
        if (program.isEmpty()) {
            System.err.println("\n" + ABSENT + "\n");
            Assumptions.abort(ABSENT);
        }
        Path profile = Files.createTempDirectory("chromium");
        List<String> command = new ArrayList<>(List.of(program.orElseThrow().toString()));
        command.addAll(List.of(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("out.txt").toFile())
                .start();
        return new Chromium(process, profile, port(process, profile));
    }

    private static int port(Process process, Path profile) throws IOException, InterruptedException {
        Path told = profile.resolve("DevToolsActivePort");
        long until = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < until && process.isAlive()) {
            if (Files.exists(told) && Files.size(told) > 0) {
                return Integer.parseInt(Files.readAllLines(told).get(0));
            }
            boolean unused = process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("Chromium does not start: " + Files.readString(profile.resolve("out.txt")));
    }

    /** Opens a tab. */
    Tab tab() throws IOException, InterruptedException {
        String told = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/new?about:blank"))
                                .PUT(BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString())
                .body();
        Map<?, ?> target = (Map<?, ?>) Tab.json(told);
        return new Tab(URI.create(String.valueOf(target.get("webSocketDebuggerUrl"))));
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            boolean unused = process.waitFor(5, TimeUnit.SECONDS);
            process.destroyForcibly().waitFor();
            try (Stream<Path> files = Files.walk(profile)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
