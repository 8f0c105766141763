package org.fertivision.server.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/**
 * So many people at once: each reads a result (60 %), a list (20 %) or a report (10 %), or hands in an image and does not
 * wait for it (10 %), then thinks for ten seconds in the mean. Each image that is handed in is another one, so that each is
 * measured: as JPEG. Prints times of answers and their statuses, and at the end
 * whether all that was accepted was measured.
 */
final class Load {
    private static final long THINK_MS = 10_000;
    private static final int[] MOST_MEAN_MS = {150, 300, 600, 2_000};
    private static final int MOST_P95_MS = 200;
    private static final int WARMING_USERS = 200;
    private static final int WARMING_S = 20;

    private final Client client;
    private final Queue<String> accepted = new ConcurrentLinkedQueue<>();

    private Load(Client client) {
        this.client = client;
    }

    /** SERVER TOKEN IMAGE SECONDS USERS...: one phase of so many seconds for each number of users. */
    public static void main(String[] args) throws Exception {
        Load load = new Load(new Client(args[0], args[1], Samples.of(Path.of(args[2]))));
        load.first();
        System.out.printf(
                Locale.ROOT, "a server that has just started is warmed for %d s, which is not judged%n", WARMING_S);
        Phase unjudged = load.phase(WARMING_USERS, WARMING_S);
        boolean good = true;
        for (int i = 4; i < args.length; i++) {
            Phase phase = load.phase(Integer.parseInt(args[i]), Integer.parseInt(args[3]));
            good &= phase.print(MOST_MEAN_MS[Math.min(i - 4, MOST_MEAN_MS.length - 1)]);
        }
        good &= load.client.allMeasured(load.accepted);
        System.exit(good ? 0 : 1);
    }

    /** One analysis that can be read. */
    private void first() throws Exception {
        Client.Answer answer = client.handIn("wait=25");
        if (answer.status() != 201) {
            throw new IllegalStateException("the first analysis was answered with " + answer.status() + answer.body());
        }
        accepted.add(answer.id());
    }

    private Phase phase(int users, int seconds) throws InterruptedException {
        Phase phase = new Phase(users, seconds);
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < users; i++) {
            threads.add(Thread.ofVirtual().start(() -> use(phase, end)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return phase;
    }

    private void use(Phase phase, long end) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(THINK_MS));
            while (System.nanoTime() < end) {
                act(phase);
                Thread.sleep(ThreadLocalRandom.current().nextLong(2 * THINK_MS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void act(Phase phase) throws InterruptedException {
        int die = ThreadLocalRandom.current().nextInt(10);
        String known = accepted.peek();
        long start = System.nanoTime();
        Client.Answer answer = die < 6
                ? client.get("/v1/analyses/" + known)
                : die < 8
                        ? client.get("/v1/analyses?limit=20")
                        : die < 9
                                ? client.get("/v1/analyses/" + known + "/report.html")
                                : client.handIn("respond-async");
        phase.took(die < 9, (System.nanoTime() - start) / 1e6, answer.status());
        if (answer.status() == 202 || answer.status() == 201) {
            accepted.add(answer.id());
        }
    }

    /** What was counted in one phase. */
    private static final class Phase {
        private final int users;
        private final int seconds;
        private final Queue<Double> reads = new ConcurrentLinkedQueue<>();
        private final Queue<Double> uploads = new ConcurrentLinkedQueue<>();
        private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();

        Phase(int users, int seconds) {
            this.users = users;
            this.seconds = seconds;
        }

        void took(boolean reading, double ms, int status) {
            (reading ? reads : uploads).add(ms);
            statuses.computeIfAbsent(status, any -> new LongAdder()).increment();
        }

        /** Prints the phase; whether it is within its limits. */
        boolean print(int mostMeanMs) {
            double[] ms = sorted(reads);
            double mean = Arrays.stream(ms).average().orElse(0);
            double p95 = ms.length == 0 ? 0 : ms[(int) (0.95 * ms.length)];
            double p99 = ms.length == 0 ? 0 : ms[(int) (0.99 * ms.length)];
            double[] up = sorted(uploads);
            System.out.printf(
                    Locale.ROOT,
                    "%d users, %d s: %d reads, mean %.0f ms (at most %d), p95 %.0f (at most %d), p99 %.0f; %d uploads, mean %.0f ms; statuses %s%n",
                    users,
                    seconds,
                    ms.length,
                    mean,
                    mostMeanMs,
                    p95,
                    MOST_P95_MS,
                    p99,
                    up.length,
                    Arrays.stream(up).average().orElse(0),
                    statuses);
            boolean onlyExpected =
                    statuses.keySet().stream().allMatch(s -> s == 200 || s == 201 || s == 202 || s == 429 || s == 503);
            return onlyExpected && mean <= mostMeanMs && p95 < MOST_P95_MS;
        }

        private static double[] sorted(Queue<Double> values) {
            return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        }
    }
}
