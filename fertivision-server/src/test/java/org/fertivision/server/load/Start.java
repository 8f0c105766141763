package org.fertivision.server.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Starts a server with an initialized database of its own again and again, and says how long it takes from the command to the
 * first 200 of {@code /health/ready}, and how much of that the start of its PostgreSQL is (as the server tells): the rest is the
 * server's part. First without what a rehearsal keeps of its classes, then with it.
 */
final class Start {
    private static final Pattern DATABASE = Pattern.compile("\"database_ms\":\"([0-9]+)\"");
    private static final int MOST_SECONDS = 120;
    private static final double MOST_SERVER_S = 0.6;
    private static final String READY = "GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    private final List<String> command;
    private final Path place;

    /** One start, seconds. */
    private record Took(double whole, double database) {
        double server() {
            return whole - database;
        }
    }

    private Start(List<String> command, Path place) {
        this.command = command;
        this.place = place;
    }

    /** PLACE COUNT COMMAND...: so many starts of each. */
    public static void main(String[] args) throws Exception {
        Start start = new Start(List.of(args).subList(2, args.length), Path.of(args[0]));
        int count = Integer.parseInt(args[1]);
        Took unjudged = start.once("none");
        double plain = start.median("plain", "none", count);
        Files.createDirectories(start.place.resolve("classes-kept"));
        Took rehearsing = start.once("classes-kept");
        start.awaitRehearsal();
        double rehearsed = start.median("rehearsed", "classes-kept", count);
        System.out.printf(
                Locale.ROOT,
                "server's part: %.2f s rehearsed (at most %.1f), %.2f s plain, ratio %.2f%n",
                rehearsed,
                MOST_SERVER_S,
                plain,
                rehearsed / plain);
        System.exit(rehearsed <= MOST_SERVER_S ? 0 : 1);
    }

    private double median(String what, String cache, int count) throws Exception {
        List<Took> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(once(cache));
        }
        all.sort(Comparator.comparingDouble(Took::server));
        Took median = all.get(count / 2);
        System.out.printf(
                Locale.ROOT,
                "%s, %d starts: server's part %.2f s (%.2f to %.2f), with %.2f s of PostgreSQL %.2f s%n",
                what,
                count,
                median.server(),
                all.get(0).server(),
                all.get(count - 1).server(),
                median.database(),
                median.whole());
        return median.server();
    }

    /** Starts and ends it once; its cache is in the folder of that name, if that is there. */
    private Took once(String cache) throws Exception {
        int port = freePort();
        Path log = place.resolve("log");
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(
                "--port", String.valueOf(port), "--data", place.resolve("data").toString()));
        ProcessBuilder builder = new ProcessBuilder(whole).redirectError(log.toFile());
        builder.environment().put("XDG_CACHE_HOME", place.resolve(cache).toString());
        builder.environment().put("FERTIVISION_ANALYSES_AT_ONCE", "0");
        if (cache.equals("none")) {
            Files.write(place.resolve(cache), new byte[0]);
        }
        long started = System.nanoTime();
        Process server = builder.start();
        while (!isReady(port)) {
            if (!server.isAlive() || System.nanoTime() - started > TimeUnit.SECONDS.toNanos(MOST_SECONDS)) {
                server.destroy();
                throw new IllegalStateException(Files.readString(log));
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        server.destroy();
        server.waitFor();
        Matcher database = DATABASE.matcher(Files.readString(log));
        if (!database.find()) {
            throw new IllegalStateException(Files.readString(log));
        }
        return new Took(seconds, Integer.parseInt(database.group(1)) / 1e3);
    }

    private static boolean isReady(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            socket.getOutputStream().write(READY.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .startsWith("HTTP/1.1 200 ");
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Waits until a rehearsal has kept what it loaded, and is over. */
    private void awaitRehearsal() throws Exception {
        Path kept = place.resolve("classes-kept/fertivision");
        for (int i = 0; i < 10 * MOST_SECONDS; i++) {
            try (var files = Files.list(kept)) {
                List<String> names = files.map(Path::toString).toList();
                if (names.stream().anyMatch(name -> name.endsWith(".aot"))
                        && names.stream().noneMatch(name -> name.endsWith(".lock"))) {
                    return;
                }
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("no rehearsal kept anything in " + kept);
    }
}
