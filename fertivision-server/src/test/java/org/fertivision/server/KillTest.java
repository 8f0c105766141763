package org.fertivision.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.server.RunningServer.member;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fertivision.phantom.Phantoms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server's process is killed at random moments while clients hand in images, some of them as batches: what was acknowledged is
 * there, measured once or given up, and the audit trail is whole. {@code -Dfertivision.kills=N} for more than two times,
 * {@code -Dfertivision.command="../fertivision serve"} to kill what was built, which starts faster. An analysis that was under way
 * at three kills is not begun a fourth time; it says so, and is counted apart: one that saw fewer kills must be measured.
 */
class KillTest {
    private static final Pattern ADDRESS = Pattern.compile("\"address\":\"127\\.0\\.0\\.1:([0-9]+)\"");
    private static final Pattern LINK = Pattern.compile("/setup/[0-9a-f]{64}");
    private static final Pattern ACT =
            Pattern.compile("\"analysis (created|completed)\",\"object\":\"(ana_[0-9A-Za-z]+)\"");
    private static final String COMMAND = System.getProperty("fertivision.command", "");
    private static final String BEGUN_TOO_OFTEN = "It was begun 3 times";
    private static final int CLIENTS = 3;
    private static final int MOST_A_ROUND = 3;
    private static final int KILLS_THAT_BURY = 3;

    private final int kills = Integer.getInteger("fertivision.kills", 2);
    /** Analyses, each with the round in which it was handed in; the kill of that number came after it. */
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
    /** Batches, each with the round in which it was handed in at first. */
    private final Map<String, Integer> batches = new ConcurrentHashMap<>();
    /** The rounds of the batches that broke off before they were answered. */
    private final Queue<Integer> unanswered = new ConcurrentLinkedQueue<>();

    private Process process;
    private int port;
    private double cpuSeconds;

    @TempDir
    private Path dir;

    @AfterEach
    void end() throws Exception {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    @Test
    void nothingAcknowledgedIsLostOrDoneTwice() throws Exception {
        Path picture = dir.resolve("picture.png");
        Phantoms.draw("sperm-vitality", 1, Map.of("width", "480", "height", "360", "cells", "9"))
                .writePng(picture);
        byte[] image = Files.readAllBytes(picture);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String token = member(post(start(0), link(), null, new byte[0]).body(), "token");
        long started = System.nanoTime();
        for (int kill = 1; kill <= kills; kill++) {
            round(kill, token, image, random.nextInt(1_500));
            start(kill);
        }
        double wall = (System.nanoTime() - started) / 1e9;
        for (int round : unanswered) {
            batches.put(member(batch(port, token, round, image).body(), "id"), round);
        }
        int buried = ofSingles(token, seed) + ofBatches(token, seed);
        assertThat(post(port, "/v1/admin/audit/verify", token, new byte[0]).body())
                .isEqualTo("{\"whole\":true}");
        eachOnce(token);
        System.out.printf(
                Locale.ROOT,
                "KillTest: %d kills, %d acknowledged analyses and %d batches of two, all there, each measured or given"
                        + " up once, %d of them begun three times and given up; each kill with the start after it %.1f s"
                        + " and %.1f s of processor time of the server%n",
                kills,
                acknowledged.size(),
                batches.size(),
                buried,
                wall / kills,
                cpuSeconds / kills);
    }

    /** Clients hand in until the process is killed, so long after the first image was acknowledged. */
    private void round(int number, String token, byte[] image, int millis) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> clients = new ArrayList<>();
        int at = port;
        int before = acknowledged.size();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(Thread.ofVirtual().start(() -> handIn(at, number, token, image, over)));
        }
        clients.add(Thread.ofVirtual().start(() -> handInBatches(at, number, token, image)));
        for (int i = 0; i < 6_000 && acknowledged.size() == before; i++) {
            Thread.sleep(10);
        }
        Thread.sleep(millis);
        cpuSeconds += process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
        process.destroyForcibly().waitFor();
        over.set(true);
        for (Thread client : clients) {
            client.join();
        }
    }

    /** Looks at all that were acknowledged; how many were given up. */
    private int ofSingles(String token, long seed) throws Exception {
        assertThat(acknowledged).as("seed " + seed).isNotEmpty();
        int buried = 0;
        for (Map.Entry<String, Integer> one : acknowledged.entrySet()) {
            String body = over("/v1/analyses/" + one.getKey(), "completedAt", token);
            buried += ended(body, one.getValue(), "seed " + seed + " " + one);
        }
        return buried;
    }

    /** 1 for one that was given up, as only one may be that enough kills came after; 0 for one that was measured. */
    private int ended(String body, int round, String where) {
        if (body.contains(BEGUN_TOO_OFTEN)) {
            assertThat(kills - round + 1).as("kills seen by " + where).isGreaterThanOrEqualTo(KILLS_THAT_BURY);
            return 1;
        }
        assertThat(body).as(where).contains("\"status\":\"succeeded\"");
        return 0;
    }

    private int ofBatches(String token, long seed) throws Exception {
        assertThat(batches).as("seed " + seed).isNotEmpty();
        int buried = 0;
        for (Map.Entry<String, Integer> one : batches.entrySet()) {
            String id = one.getKey();
            String batch = over("/v1/batches/" + id, "\"status\":\"done\"", token);
            assertThat(batch).as("seed " + seed).contains("\"items\":2");
            String items = RunningServer.send(request(port, "/v1/batches/" + id + "/items", token))
                    .body();
            List<String> each = List.of(items.split("\\{\"item\":"));
            assertThat(each).as(items).hasSize(3);
            for (String item : each.subList(1, 3)) {
                buried += ended(item, one.getValue(), "seed " + seed + " " + one);
            }
        }
        return buried;
    }

    /** Every analysis of the audit trail, acknowledged or not, was made once and is over once. */
    private void eachOnce(String token) throws Exception {
        Map<String, Integer> made = new HashMap<>();
        Map<String, Integer> over = new HashMap<>();
        Matcher act = ACT.matcher(trail(token));
        while (act.find()) {
            (act.group(1).equals("created") ? made : over).merge(act.group(2), 1, Integer::sum);
        }
        assertThat(made.keySet()).containsAll(acknowledged.keySet()).containsAll(over.keySet());
        assertThat(over.keySet()).containsAll(acknowledged.keySet());
        assertThat(made.values()).containsOnly(1);
        assertThat(over.values()).containsOnly(1);
    }

    private String link() throws IOException {
        Matcher link = LINK.matcher(Files.readString(log(0)));
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private Path log(int run) {
        return dir.resolve("log-" + run);
    }

    private int start(int run) throws Exception {
        List<String> command = new ArrayList<>(
                COMMAND.isEmpty()
                        ? List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.fertivision.server.Main")
                        : List.of(COMMAND.split(" ")));
        command.addAll(List.of(
                "--port=0",
                "--data=" + dir.resolve("data"),
                "--queue=1000000",
                "--reads-per-minute=0",
                "--writes-per-minute=0",
                "--tenant-reads-per-minute=0",
                "--tenant-writes-per-minute=0"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(log(run).toFile())
                .redirectOutput(dir.resolve("out").toFile());
        builder.environment().keySet().removeAll(List.of("DATABASE_URL", "K_SERVICE"));
        process = builder.start();
        for (int i = 0; i < 6_000; i++) {
            Matcher address = ADDRESS.matcher(Files.readString(log(run)));
            if (address.find()) {
                port = Integer.parseInt(address.group(1));
                return port;
            }
            Thread.sleep(10);
        }
        throw new AssertionError(Files.readString(log(run)));
    }

    private void handIn(int at, int round, String token, byte[] image, AtomicBoolean over) {
        for (int i = 0; i < MOST_A_ROUND && !over.get(); i++) {
            try {
                HttpResponse<String> answer =
                        post(at, "/v1/analyses?kind=sperm-vitality&umPerPixel=0.481", token, image);
                if (answer.statusCode() == 201 || answer.statusCode() == 202) {
                    acknowledged.put(member(answer.body(), "id"), round);
                }
            } catch (IOException e) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Hands in a batch under its key, after those that broke off before they were answered. */
    private void handInBatches(int at, int own, String token, byte[] image) {
        unanswered.add(own);
        try {
            for (Integer round : unanswered) {
                HttpResponse<String> answer = batch(at, token, round, image);
                if (answer.statusCode() == 202) {
                    unanswered.remove(round);
                    batches.put(member(answer.body(), "id"), round);
                }
            }
        } catch (IOException e) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpResponse<String> batch(int at, String token, int round, byte[] image)
            throws IOException, InterruptedException {
        String asked = "{\"kind\":\"sperm-vitality\",\"umPerPixel\":0.481}";
        String part = "--x\r\nContent-Disposition: form-data; name=";
        List<BodyPublisher> parts = new ArrayList<>(List.of(
                BodyPublishers.ofString(part + "\"request\"\r\n\r\n{\"items\":[" + asked + "," + asked + "]}\r\n")));
        for (int i = 0; i < 2; i++) {
            parts.add(BodyPublishers.ofString(part + "\"image\"; filename=\"a.png\"\r\n\r\n"));
            parts.add(BodyPublishers.ofByteArray(image));
            parts.add(BodyPublishers.ofString("\r\n"));
        }
        parts.add(BodyPublishers.ofString("--x--\r\n"));
        return RunningServer.send(request(at, "/v1/batches", token)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .header("Idempotency-Key", "key-of-the-batch-" + round)
                .POST(BodyPublishers.concat(parts.toArray(BodyPublisher[]::new))));
    }

    private static HttpRequest.Builder request(int at, String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + path))
                .timeout(Duration.ofSeconds(60));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> post(int at, String path, String token, byte[] body)
            throws IOException, InterruptedException {
        return RunningServer.send(request(at, path, token)
                .header("Content-Type", "image/png")
                .header("Prefer", "respond-async")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private String over(String path, String sign, String token) throws Exception {
        String body = "";
        for (int i = 0; i < 6_000 && !body.contains(sign); i++) {
            if (i > 0) {
                Thread.sleep(50);
            }
            body = RunningServer.send(request(port, path, token)).body();
        }
        return body;
    }

    private String trail(String token) throws Exception {
        StringBuilder trail = new StringBuilder();
        String page = " ";
        for (int after = 0; !page.isEmpty(); after += 1_000) {
            page = RunningServer.send(request(port, "/v1/admin/audit.ndjson?after=" + after, token))
                    .body();
            trail.append(page);
        }
        return trail.toString();
    }
}
