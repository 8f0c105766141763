package org.fertivision.server.drill;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the drills of {@code src/test/drill} need besides servers: a proxy before two of them, a client that hands in images at
 * a steady rate and keeps a ledger of what was acknowledged, and one that looks each of the ledger up again.
 */
final class Drill {
    private static final Pattern ID = Pattern.compile("\"id\":\"(ana_[0-9a-z]+)\"");
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private Drill() {}

    /** {@code proxy PORT STORAGE-PORT A B}, {@code post|read SERVER TOKEN FILE|ID RATE SECONDS [LEDGER]}, {@code check SERVER TOKEN LEDGER}. */
    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "proxy" -> new Proxy(args[3], args[4]).start(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
            case "post" -> post(args);
            case "read" -> read(args);
            case "check" -> check(args[1], args[2], Path.of(args[3]));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    /** Two servers behind one address; of each request it is drawn which answers it. */
    private static final class Proxy {
        private final List<URI> servers;
        private final List<Counts> counts = new ArrayList<>(List.of(new Counts(), new Counts()));
        private int share;

        Proxy(String first, String second) {
            servers = List.of(URI.create(first), URI.create(second));
        }

        void start(int port, int storagePort) throws IOException {
            listen(port, this::serve);
            if (storagePort > 0) { // a Cloud Storage in which nobody may do anything
                listen(storagePort, call -> answer(call, 403, new byte[0]));
            }
        }

        private static void listen(int port, com.sun.net.httpserver.HttpHandler handler) throws IOException {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", handler);
            server.start();
        }

        private void serve(HttpExchange call) throws IOException {
            byte[] body = call.getRequestBody().readAllBytes();
            String path = call.getRequestURI().toString();
            if (path.startsWith("/drill/share/")) {
                answer(call, 200, shared(Integer.parseInt(path.substring("/drill/share/".length()))));
            } else if (path.equals("/drill/numbers")) {
                answer(call, 200, numbers());
            } else {
                pass(call, path, body);
            }
        }

        /** Gives the second server a share, and tells how it went before. */
        private synchronized byte[] shared(int next) {
            Counts first = counts.get(0);
            Counts second = counts.get(1);
            String told = String.format(
                    Locale.ROOT,
                    "%d %d %d %d %d%n",
                    share,
                    first.millis.size() + second.millis.size(),
                    second.millis.size(),
                    first.failed,
                    second.failed);
            counts.set(0, new Counts());
            counts.set(1, new Counts());
            share = next;
            return told.getBytes(StandardCharsets.US_ASCII);
        }

        private synchronized byte[] numbers() {
            StringBuilder text = new StringBuilder();
            counts.forEach(c -> text.append(c.millis.size() + " " + c.failed + " " + c.p95() + "\n"));
            return text.toString().getBytes(StandardCharsets.US_ASCII);
        }

        private synchronized int drawn() {
            return ThreadLocalRandom.current().nextInt(100) < share ? 1 : 0;
        }

        private synchronized void took(int server, long millis, int status) {
            counts.get(server).took(millis, status);
        }

        private void pass(HttpExchange call, String path, byte[] body) throws IOException {
            int server = drawn();
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            servers.get(server).resolve(path))
                    .timeout(Duration.ofSeconds(60))
                    .method(call.getRequestMethod(), BodyPublishers.ofByteArray(body));
            for (String header : List.of("Authorization", "Content-Type", "Prefer")) {
                String value = call.getRequestHeaders().getFirst(header);
                if (value != null) {
                    request.header(header, value);
                }
            }
            long started = System.nanoTime();
            int status = 502;
            byte[] answer = new byte[0];
            try {
                HttpResponse<byte[]> answered = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
                status = answered.statusCode();
                answer = answered.body();
            } catch (IOException e) {
                answer = "no answer".getBytes(StandardCharsets.US_ASCII);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            took(server, (System.nanoTime() - started) / 1_000_000, status);
            answer(call, status, answer);
        }

        private static void answer(HttpExchange call, int status, byte[] body) throws IOException {
            call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                call.getResponseBody().write(body);
            }
            call.close();
        }
    }

    /** Requests of one kind. */
    private static final class Counts {
        private final List<Long> millis = new ArrayList<>();
        private final Map<Integer, Integer> statuses = new TreeMap<>();
        private int failed;

        synchronized void took(long time, int status) {
            millis.add(time);
            statuses.merge(status, 1, Integer::sum);
            failed += status >= 500 ? 1 : 0;
        }

        long p95() {
            List<Long> sorted = millis.stream().sorted().toList();
            return sorted.isEmpty() ? 0 : sorted.get((int) (0.95 * (sorted.size() - 1)));
        }

        synchronized void print(String what) {
            System.out.printf(Locale.ROOT, "%s: n=%d, by status %s, p95 %d ms%n", what, millis.size(), statuses, p95());
        }
    }

    private static HttpRequest.Builder request(String address, String token) {
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token);
    }

    private static void post(String[] args) throws Exception {
        byte[] image = Files.readAllBytes(Path.of(args[3]));
        Path ledger = Path.of(args[6]);
        steadily(Integer.parseInt(args[4]), Integer.parseInt(args[5]), counts -> {
            long at = System.currentTimeMillis();
            HttpResponse<String> answer = send(
                    request(args[1] + "/v1/analyses?kind=sperm-vitality&umPerPixel=0.481", args[2])
                            .header("Content-Type", "image/png")
                            .header("Prefer", "respond-async")
                            .POST(BodyPublishers.ofByteArray(image)),
                    counts);
            Matcher id = ID.matcher(answer == null ? "" : answer.body());
            if (answer != null && answer.statusCode() / 100 == 2 && id.find()) {
                synchronized (ledger) {
                    Files.writeString(
                            ledger,
                            at + " " + id.group(1) + "\n",
                            StandardOpenOption.CREATE,
                            StandardOpenOption.APPEND);
                }
            }
        });
    }

    private static void read(String[] args) throws Exception {
        steadily(
                Integer.parseInt(args[4]),
                Integer.parseInt(args[5]),
                counts -> send(
                        request(args[1] + "/v1/analyses/" + args[3], args[2]).GET(), counts));
    }

    /** Something that is done for each request. */
    @FunctionalInterface
    private interface Act {
        void on(Counts counts) throws Exception;
    }

    /** Does something so often a second, whether or not the earlier ones are answered. */
    private static void steadily(int rate, int seconds, Act act) throws InterruptedException {
        Counts counts = new Counts();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long began = System.nanoTime();
            for (int i = 0; i < rate * seconds; i++) {
                long wait = began + i * TimeUnit.SECONDS.toNanos(1) / rate - System.nanoTime();
                TimeUnit.NANOSECONDS.sleep(Math.max(0, wait));
                threads.submit(() -> {
                    act.on(counts);
                    return null;
                });
            }
        }
        counts.print(rate + " a second for " + seconds + " s");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, Counts counts) throws InterruptedException {
        long started = System.nanoTime();
        HttpResponse<String> answer = null;
        try {
            answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            answer = null; // counted as 599
        }
        counts.took((System.nanoTime() - started) / 1_000_000, answer == null ? 599 : answer.statusCode());
        return answer;
    }

    /** Looks each of the ledger up; 1 where one is not there. */
    private static void check(String server, String token, Path ledger) throws Exception {
        Counts counts = new Counts();
        List<String> lines = Files.readAllLines(ledger);
        long last = Long.parseLong(lines.get(lines.size() - 1).split(" ")[0]);
        long lost = 0;
        double oldest = 0;
        for (String line : lines) {
            String[] parts = line.split(" ");
            HttpResponse<String> answer =
                    send(request(server + "/v1/analyses/" + parts[1], token).GET(), counts);
            if (answer == null || answer.statusCode() != 200) {
                lost++;
                oldest = Math.max(oldest, (last - Long.parseLong(parts[0])) / 1_000.0);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "acknowledged: %d, lost: %d, the oldest of them %.1f s before the last%n",
                lines.size(),
                lost,
                oldest);
    }
}
