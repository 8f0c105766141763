package org.fertivision.server.load;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the time from an image to its result is foreseen by the queue with one server and arrivals at random (Pollaczek and
 * Khinchine): mean and spread of the time of one analysis are measured while nothing else is asked; then images come at random,
 * as many as keep a server busy for a given share of its time. Prints, for each round, the mean time foreseen and measured, and
 * the median of their ratios. For a server that measures one analysis at once.
 */
final class Queueing {
    private static final Pattern CREATED = Pattern.compile("\"createdAt\":\"([^\"]+)\"");
    private static final Pattern COMPLETED = Pattern.compile("\"completedAt\":\"([^\"]+)\"");
    private static final int ALONE = 60;
    private static final int ROUNDS = 5;
    private static final double BUSY = 0.6;
    private static final double MOST_OFF = 0.2;

    private final Client client;

    /** Mean, seconds, and squared coefficient of variation of the time of one analysis. */
    private record Service(double mean, double spread) {
        static Service of(double[] seconds) {
            double mean = Arrays.stream(seconds).average().orElseThrow();
            double variance = Arrays.stream(seconds)
                    .map(one -> (one - mean) * (one - mean))
                    .average()
                    .orElseThrow();
            return new Service(mean, variance / (mean * mean));
        }

        /** The mean time from an image to its result where so many come a second. */
        double foreseen(double rate) {
            return mean + rate * mean * mean * (1 + spread) / (2 * (1 - rate * mean));
        }
    }

    private Queueing(Client client) {
        this.client = client;
    }

    /** SERVER TOKEN IMAGE SECONDS: so many for each round. */
    public static void main(String[] args) throws Exception {
        Queueing queueing = new Queueing(new Client(args[0], args[1], Samples.of(Path.of(args[2]))));
        double[] unjudged = queueing.alone();
        double[] ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            ratios[round] = queueing.round(round, Integer.parseInt(args[3]));
        }
        Arrays.sort(ratios);
        double median = ratios[ROUNDS / 2];
        System.out.printf(
                Locale.ROOT,
                "measured over foreseen, median of %d: %.2f (within %.0f %%)%n",
                ROUNDS,
                median,
                100 * MOST_OFF);
        System.exit(Math.abs(median - 1) <= MOST_OFF ? 0 : 1);
    }

    /** The times of analyses one after the other, seconds. */
    private double[] alone() throws InterruptedException {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < ALONE; i++) {
            made.add(client.handIn("wait=25").id());
        }
        return seconds(made);
    }

    private double round(int number, int seconds) throws InterruptedException {
        Service service = Service.of(alone());
        double rate = BUSY / service.mean();
        Queue<String> made = new ConcurrentLinkedQueue<>();
        Random random = new Random(number);
        long start = System.nanoTime();
        double at = 0;
        int count = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (; at < seconds; count++) {
                TimeUnit.NANOSECONDS.sleep(Math.max(0, start + (long) (at * 1e9) - System.nanoTime()));
                threads.submit(() -> made.add(client.handIn("respond-async").id()));
                at -= Math.log(1 - random.nextDouble()) / rate;
            }
        }
        if (made.size() != count || !client.allMeasured(made)) {
            throw new IllegalStateException("not all of " + count + " were taken and measured");
        }
        double measured = Arrays.stream(seconds(made)).average().orElseThrow();
        double foreseen = service.foreseen(count / at);
        System.out.printf(
                Locale.ROOT,
                "round %d: one alone %.3f s (spread %.2f), %d in %.0f s: foreseen %.3f s, measured %.3f s%n",
                number + 1,
                service.mean(),
                service.spread(),
                count,
                at,
                foreseen,
                measured);
        return measured / foreseen;
    }

    private double[] seconds(Iterable<String> analyses) throws InterruptedException {
        List<Double> all = new ArrayList<>();
        for (String id : analyses) {
            String body = client.get("/v1/analyses/" + id).body();
            all.add(Duration.between(time(CREATED, body), time(COMPLETED, body)).toNanos() / 1e9);
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Instant time(Pattern pattern, String body) {
        Matcher found = pattern.matcher(body);
        if (!found.find()) {
            throw new IllegalStateException("not over: " + body);
        }
        return Instant.parse(found.group(1));
    }
}
