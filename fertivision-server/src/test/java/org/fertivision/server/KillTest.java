package org.fertivision.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.server.RunningServer.member;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
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
 * The server's process is killed at random moments while clients hand in images: what was acknowledged is there, measured
 * once, and the audit trail is whole. {@code -Dfertivision.kills=N} for more than two times.
 */
class KillTest {
    private static final Pattern ADDRESS = Pattern.compile("\"address\":\"127\\.0\\.0\\.1:([0-9]+)\"");
    private static final Pattern LINK = Pattern.compile("/setup/[0-9a-f]{64}");
    private static final int CLIENTS = 3;
    private static final int MOST_A_ROUND = 6;

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private Process process;
    private int port;

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
        int kills = Integer.getInteger("fertivision.kills", 2);
        Path picture = dir.resolve("picture.png");
        Phantoms.draw("sperm-vitality", 1, Map.of("width", "480", "height", "360", "cells", "9"))
                .writePng(picture);
        byte[] image = Files.readAllBytes(picture);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String token = member(post(start(0), link(), null, new byte[0]).body(), "token");
        for (int kill = 1; kill <= kills; kill++) {
            AtomicBoolean over = new AtomicBoolean();
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int at = port;
                clients.add(Thread.ofVirtual().start(() -> handIn(at, token, image, over)));
            }
            int before = acknowledged.size();
            for (int i = 0; i < 1_200 && acknowledged.size() == before; i++) {
                Thread.sleep(50);
            }
            Thread.sleep(random.nextInt(1_500));
            process.destroyForcibly().waitFor();
            over.set(true);
            for (Thread client : clients) {
                client.join();
            }
            start(kill);
        }
        assertThat(acknowledged).as("seed " + seed).isNotEmpty();
        for (String id : acknowledged) {
            assertThat(over(id, token)).as("seed " + seed + " " + id).contains("\"status\":\"succeeded\"");
        }
        assertThat(post(port, "/v1/admin/audit/verify", token, new byte[0]).body())
                .isEqualTo("{\"whole\":true}");
        String trail = trail(token);
        for (String id : acknowledged) {
            assertThat(trail.split("analysis created\",\"object\":\"" + id, -1))
                    .as(id)
                    .hasSize(2);
            assertThat(trail.split("analysis completed\",\"object\":\"" + id, -1))
                    .as(id)
                    .hasSize(2);
        }
        System.out.println("KillTest: " + kills + " kills, " + acknowledged.size()
                + " acknowledged analyses, all there, each measured once");
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
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.fertivision.server.Main",
                        "--port",
                        "0",
                        "--data",
                        dir.resolve("data").toString(),
                        "--reads-per-minute=0",
                        "--writes-per-minute=0",
                        "--tenant-reads-per-minute=0",
                        "--tenant-writes-per-minute=0")
                .redirectError(log(run).toFile())
                .redirectOutput(dir.resolve("out").toFile());
        builder.environment().keySet().removeAll(List.of("DATABASE_URL", "K_SERVICE"));
        process = builder.start();
        for (int i = 0; i < 1_200; i++) {
            Matcher address = ADDRESS.matcher(Files.readString(log(run)));
            if (address.find()) {
                port = Integer.parseInt(address.group(1));
                return port;
            }
            Thread.sleep(50);
        }
        throw new AssertionError(Files.readString(log(run)));
    }

    private void handIn(int at, String token, byte[] image, AtomicBoolean over) {
        for (int i = 0; i < MOST_A_ROUND && !over.get(); i++) {
            try {
                HttpResponse<String> answer =
                        post(at, "/v1/analyses?kind=sperm-vitality&umPerPixel=0.481", token, image);
                if (answer.statusCode() == 201 || answer.statusCode() == 202) {
                    acknowledged.add(member(answer.body(), "id"));
                }
            } catch (IOException e) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
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

    private String over(String id, String token) throws Exception {
        String body = "";
        for (int i = 0; i < 1_200 && !body.contains("completedAt"); i++) {
            if (i > 0) {
                Thread.sleep(50);
            }
            body = RunningServer.send(request(port, "/v1/analyses/" + id, token))
                    .body();
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
