package org.fertivision.server.load;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a queue with one server foresees the time from an image to its result. How long one takes while the next waits is
 * measured by images that come at one moment; then images come at random (Poisson), as many as keep the server busy for a given
 * share of its time, and the queue is gone through with the moments at which they came and times drawn from those measured. These
 * are stretched by what the server itself says of its measuring in that round, so that other work on the machine is not taken for
 * waiting. What an image takes besides where no other is there (to be taken up and written down, which goes on beside others'
 * measuring where they wait) is measured by images that come one by one, and added to each. Prints, for each round, the mean time foreseen and measured, and the median of their ratios. For a server that measures
 * one analysis at once.
 */
final class Queueing {
    private static final Pattern CREATED = Pattern.compile("\"createdAt\":\"([^\"]+)\"");
    private static final Pattern COMPLETED = Pattern.compile("\"completedAt\":\"([^\"]+)\"");
    private static final int AT_ONE_MOMENT = 60;
    private static final int ONE_BY_ONE = 20;
    private static final double APART_S = 0.7;
    private static final int ROUNDS = 5;
    private static final int PASSES = 200;
    private static final double BUSY = 0.6;
    private static final double MOST_OFF = 0.2;

    private final Client client;

    /** One analysis, as the server tells of it. */
    private record Analyzed(Instant created, Instant completed) {
        static Analyzed of(String body) {
            return new Analyzed(time(CREATED, body), time(COMPLETED, body));
        }

        private static Instant time(Pattern pattern, String body) {
            Matcher found = pattern.matcher(body);
            if (!found.find()) {
                throw new IllegalStateException("not over: " + body);
            }
            return Instant.parse(found.group(1));
        }

        double seconds() {
            return Duration.between(created, completed).toNanos() / 1e9;
        }
    }

    /** What the server counted of its measuring so far. */
    private record Measuring(double seconds, double count) {
        private static final String NAME = "fertivision_analysis_processing_seconds";

        static Measuring of(Client client) throws InterruptedException {
            return new Measuring(client.counted(NAME + "_sum"), client.counted(NAME + "_count"));
        }

        double meanSince(Measuring earlier) {
            return (seconds - earlier.seconds) / (count - earlier.count);
        }
    }

    private Queueing(Client client) {
        this.client = client;
    }

    /** SERVER TOKEN IMAGE SECONDS: so many for each round. */
    public static void main(String[] args) throws Exception {
        Queueing queueing = new Queueing(new Client(args[0], args[1], Samples.of(Path.of(args[2]))));
        double[] unjudged = queueing.times();
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

    /** The times that analyses take while the next waits, seconds. */
    private double[] times() throws InterruptedException {
        List<Instant> ended = handIn(AT_ONE_MOMENT, number -> 0).stream()
                .map(Analyzed::completed)
                .sorted()
                .toList();
        double[] times = new double[ended.size() - 1];
        for (int i = 0; i < times.length; i++) {
            times[i] = Duration.between(ended.get(i), ended.get(i + 1)).toNanos() / 1e9;
        }
        return times;
    }

    private double round(int number, int seconds) throws InterruptedException {
        Measuring before = Measuring.of(client);
        double[] times = times();
        Measuring between = Measuring.of(client);
        double measuring = between.meanSince(before);
        double one = Arrays.stream(times).average().orElseThrow();
        double alone = mean(handIn(ONE_BY_ONE, next -> APART_S));
        double besides = Math.max(0, alone - one);
        between = Measuring.of(client);
        double rate = BUSY / one;
        Random random = new Random(number);
        List<Analyzed> all = handIn((int) Math.ceil(rate * seconds), next -> -Math.log(1 - random.nextDouble()) / rate);
        double slower = Measuring.of(client).meanSince(between) / measuring;
        double measured = mean(all);
        double foreseen = besides
                + foreseen(
                        all.stream().map(Analyzed::created).sorted().toList(),
                        Arrays.stream(times).map(time -> time * slower).toArray(),
                        random);
        System.out.printf(
                Locale.ROOT,
                "round %d: one takes %.3f s and alone %.3f s, then %.2f times that; %d came, %.1f a second: foreseen"
                        + " %.3f s, measured %.3f s%n",
                number + 1,
                one,
                alone,
                slower,
                all.size(),
                rate,
                foreseen,
                measured);
        return measured / foreseen;
    }

    private static double mean(List<Analyzed> all) {
        return all.stream().mapToDouble(Analyzed::seconds).average().orElseThrow();
    }

    /** The mean time from an image to its result where images come at these moments and take such times, seconds. */
    private static double foreseen(List<Instant> came, double[] times, Random random) {
        double sum = 0;
        for (int pass = 0; pass < PASSES; pass++) {
            double free = 0;
            for (Instant moment : came) {
                double at = Duration.between(came.get(0), moment).toNanos() / 1e9;
                free = Math.max(free, at) + times[random.nextInt(times.length)];
                sum += free - at;
            }
        }
        return sum / (PASSES * came.size());
    }

    /** Hands the next image in, again where it is put off. */
    private String taken() throws InterruptedException {
        Client.Answer answer = client.handIn("respond-async");
        while (answer.isPutOff()) {
            TimeUnit.SECONDS.sleep(answer.againSeconds());
            answer = client.handIn("respond-async");
        }
        return answer.id();
    }

    /** Hands so many images in, each so many seconds after the one before, and waits until all are measured. */
    private List<Analyzed> handIn(int count, IntToDoubleFunction after) throws InterruptedException {
        Queue<String> made = new ConcurrentLinkedQueue<>();
        long at = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                at += (long) (1e9 * after.applyAsDouble(i));
                TimeUnit.NANOSECONDS.sleep(Math.max(0, at - System.nanoTime()));
                threads.submit(() -> made.add(taken()));
            }
        }
        if (made.size() != count || !client.allMeasured(made)) {
            throw new IllegalStateException("not all of " + count + " were taken and measured");
        }
        List<Analyzed> all = new ArrayList<>();
        for (String id : made) {
            all.add(Analyzed.of(client.get("/v1/analyses/" + id).body()));
        }
        return Collections.unmodifiableList(all);
    }
}
