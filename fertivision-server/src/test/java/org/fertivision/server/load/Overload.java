package org.fertivision.server.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server does that is asked for more than it can: how much it measures at its best, with a few clients that wait for
 * each answer; a thousand images handed in at one moment; and how much it still measures when three times its best comes,
 * whether or not the earlier ones are done. Prints a line for each, and whether all that was accepted was measured.
 */
final class Overload {
    private static final Pattern MEASURED =
            Pattern.compile("fertivision_analysis_processing_seconds_count\\{[^}]*} ([0-9]+)");
    private static final int CLIENTS = 8;
    private static final int AT_ONCE = 1_000;
    private static final int TIMES = 3;
    private static final double LEAST_SHARE = 0.8;
    private static final int ENOUGH = 2_304;

    private final Client client;
    private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
    private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();
    private final LongAdder silent = new LongAdder();

    private Overload(Client client) {
        this.client = client;
    }

    /** SERVER TOKEN IMAGE SECONDS. */
    public static void main(String[] args) throws Exception {
        Overload overload = new Overload(new Client(args[0], args[1], Samples.of(Path.of(args[2]), ENOUGH)));
        int seconds = Integer.parseInt(args[3]);
        double unjudged = overload.best(seconds / 2);
        double best = overload.best(seconds);
        System.out.printf(Locale.ROOT, "at its best: %.1f analyses a second, %.0f a minute%n", best, 60 * best);
        boolean good = overload.atOnce();
        good &= overload.beyond(best, seconds);
        System.exit(good ? 0 : 1);
    }

    /** Analyses a second of clients that wait for each. */
    private double best(int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        long before = measured();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                while (System.nanoTime() < end) {
                    handIn("wait=25");
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return (measured() - before) / (double) seconds;
    }

    /** Hands a thousand images in at one moment; whether all are taken and measured. */
    private boolean atOnce() throws InterruptedException {
        begin();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < AT_ONCE; i++) {
                threads.submit(() -> handIn("respond-async"));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d at one moment: answered in %.1f s, statuses %s, %d refused without saying when again%n",
                AT_ONCE,
                (System.nanoTime() - start) / 1e9,
                statuses,
                silent.sum());
        return client.allMeasured(accepted) & accepted.size() == AT_ONCE;
    }

    /** Hands in so many times what it measures at its best; whether it still measures most of that. */
    private boolean beyond(double best, int seconds) throws InterruptedException {
        begin();
        int rate = (int) Math.ceil(TIMES * best);
        long before = measured();
        long start = System.nanoTime();
        long during;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < rate * seconds; i++) {
                long wait = start + i * TimeUnit.SECONDS.toNanos(1) / rate - System.nanoTime();
                TimeUnit.NANOSECONDS.sleep(Math.max(0, wait));
                threads.submit(() -> handIn("respond-async"));
            }
            during = measured() - before;
        }
        double share = during / ((System.nanoTime() - start) / 1e9) / best;
        System.out.printf(
                Locale.ROOT,
                "%d a second for %d s: measured %d meanwhile, %.2f of its best (at least %.1f), statuses %s,"
                        + " %d refused without saying when again%n",
                rate,
                seconds,
                during,
                share,
                LEAST_SHARE,
                statuses,
                silent.sum());
        boolean polite = silent.sum() == 0
                && statuses.keySet().stream().allMatch(status -> status == 202 || status == 429 || status == 503);
        return client.allMeasured(accepted) & polite & share >= LEAST_SHARE;
    }

    private void begin() {
        accepted.clear();
        statuses.clear();
        silent.reset();
    }

    private Void handIn(String prefer) {
        try {
            Client.Answer answer = client.handIn(prefer);
            statuses.computeIfAbsent(answer.status(), any -> new LongAdder()).increment();
            if (answer.status() / 100 == 2) {
                accepted.add(answer.id());
            } else if (!answer.saysWhenAgain()) {
                silent.increment();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private long measured() throws InterruptedException {
        Matcher count = MEASURED.matcher(client.get("/metrics").body());
        long all = 0;
        while (count.find()) {
            all += Long.parseLong(count.group(1));
        }
        return all;
    }
}
