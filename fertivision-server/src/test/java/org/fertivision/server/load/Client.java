package org.fertivision.server.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a server, and hands images in of which no two are alike. Thread-safe. */
final class Client {
    private static final Pattern ID = Pattern.compile("\"id\":\"(ana_[0-9A-Za-z]+)\"");
    private static final Pattern STATUS = Pattern.compile("\"status\":\"(\\w+)\"");
    private static final int SECONDS_TO_FINISH = 1_200;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    private final String server;
    private final String token;
    private final Samples samples;

    /** What the server said; status 0 where it said nothing. */
    record Answer(int status, String body, int againSeconds) {
        /** Whether it was refused, and told when to come again. */
        boolean isPutOff() {
            return (status == 429 || status == 503) && againSeconds > 0;
        }

        /** The analysis that it is about. */
        String id() {
            Matcher id = ID.matcher(body);
            if (!id.find()) {
                throw new IllegalStateException("no analysis in " + body);
            }
            return id.group(1);
        }
    }

    Client(String server, String token, Samples samples) {
        this.server = server;
        this.token = token;
        this.samples = samples;
    }

    Answer get(String path) throws InterruptedException {
        return send(request(path).GET().build());
    }

    /** Hands the next image in. */
    Answer handIn(String prefer) throws InterruptedException {
        return send(request("/v1/analyses?kind=sperm-vitality&umPerPixel=0.481")
                .header("Content-Type", "image/jpeg")
                .header("Prefer", prefer)
                .POST(BodyPublishers.ofByteArray(samples.next()))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.body(),
                    answer.headers()
                            .firstValue("Retry-After")
                            .map(Integer::parseInt)
                            .orElse(0));
        } catch (IOException e) {
            return new Answer(0, String.valueOf(e.getMessage()), 0);
        }
    }

    /** What the server counts under a name, all kinds and outcomes together. */
    double counted(String name) throws InterruptedException {
        Matcher value = Pattern.compile("(?m)^" + name + "(?:\\{[^}]*})? ([0-9.eE+-]+)$")
                .matcher(get("/metrics").body());
        double all = 0;
        while (value.find()) {
            all += Double.parseDouble(value.group(1));
        }
        return all;
    }

    /** Waits until all of these are measured, and prints how they ended; whether all did as they should. */
    boolean allMeasured(Collection<String> analyses) throws InterruptedException {
        long start = System.nanoTime();
        Map<String, Integer> ended = new TreeMap<>();
        for (String id : analyses) {
            String status = "";
            while (!status.equals("succeeded") && !status.equals("failed") && seconds(start) < SECONDS_TO_FINISH) {
                Matcher said = STATUS.matcher(get("/v1/analyses/" + id).body());
                status = said.find() ? said.group(1) : "lost";
                Thread.sleep(status.equals("succeeded") ? 0 : 200);
            }
            ended.merge(status, 1, Integer::sum);
        }
        System.out.printf(
                Locale.ROOT,
                "accepted %d, ended %s, the last %.0f s after the load%n",
                analyses.size(),
                ended,
                seconds(start));
        return ended.keySet().equals(Set.of("succeeded"));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
