package org.fertivision.server.load;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/**
 * What a server does that is asked for more than it can: how much it measures at its best, with a few clients that wait for
 * each answer; a thousand images handed in at one moment by clients that come again when they are told to; and how much it
 * still measures when three times its best comes, once its queue is full, whether or not the earlier ones are done. Prints a
 * line for each, and whether all that was accepted was measured.
 */
final class Overload {
    private static final int CLIENTS = 8;
    private static final int AT_ONCE = 1_000;
    private static final int MOST_TRIES = 60;
    private static final int TIMES = 3;
    private static final double LEAST_SHARE = 0.8;
    private static final int SECONDS_TO_FILL = 180;

    private final Client client;
    private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
    private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();
    private final LongAdder silent = new LongAdder();

    private Overload(Client client) {
        this.client = client;
    }

    /** SERVER TOKEN IMAGE SECONDS. */
    public static void main(String[] args) throws Exception {
        Overload overload = new Overload(new Client(args[0], args[1], Samples.of(Path.of(args[2]))));
        int seconds = Integer.parseInt(args[3]);
        double unjudged = overload.best(seconds);
        double best = overload.best(seconds);
        System.out.printf(Locale.ROOT, "at its best: %.1f analyses a second, %.0f a minute%n", best, 60 * best);
        boolean good = overload.atOnce();
        good &= overload.beyond(best, seconds);
        System.exit(good ? 0 : 1);
    }

    /** Analyses a second of clients that wait for each. */
    private double best(int seconds) throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                threads.submit(() -> {
                    while (!over.get()) {
                        handIn("wait=25");
                    }
                    return null;
                });
            }
            double rate = rate(seconds);
            over.set(true);
            return rate;
        }
    }

    /** How many analyses a second end during so many seconds from now on. */
    private double rate(int seconds) throws InterruptedException {
        double before = measured();
        long start = System.nanoTime();
        Thread.sleep(TimeUnit.SECONDS.toMillis(seconds));
        return (measured() - before) / ((System.nanoTime() - start) / 1e9);
    }

    /** Hands a thousand images in at one moment; whether all are taken, some of them later, and measured. */
    private boolean atOnce() throws InterruptedException {
        begin();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < AT_ONCE; i++) {
                threads.submit(() -> {
                    Client.Answer answer = handIn("respond-async");
                    for (int tries = 1; answer.isPutOff() && tries < MOST_TRIES; tries++) {
                        Thread.sleep(1_000L * answer.againSeconds()
                                + ThreadLocalRandom.current().nextLong(1_000));
                        answer = handIn("respond-async");
                    }
                    return null;
                });
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d at one moment: %d taken within %.1f s, answers %s, %d refused without saying when again%n",
                AT_ONCE,
                accepted.size(),
                (System.nanoTime() - start) / 1e9,
                statuses,
                silent.sum());
        return client.allMeasured(accepted) & accepted.size() == AT_ONCE & silent.sum() == 0;
    }

    /** Hands in so many times what it measures at its best; whether it still measures most of that. */
    private boolean beyond(double best, int seconds) throws InterruptedException {
        begin();
        int rate = (int) Math.ceil(TIMES * best);
        AtomicBoolean over = new AtomicBoolean();
        double share;
        Thread coming = Thread.ofVirtual().start(() -> come(rate, over));
        for (int waited = 0; !statuses.containsKey(429) && waited < SECONDS_TO_FILL; waited++) {
            Thread.sleep(1_000);
        }
        share = rate(seconds) / best;
        over.set(true);
        coming.join();
        System.out.printf(
                Locale.ROOT,
                "%d a second, %d s of a full queue: %.2f of its best is measured (at least %.1f), answers %s,"
                        + " %d refused without saying when again%n",
                rate,
                seconds,
                share,
                LEAST_SHARE,
                statuses,
                silent.sum());
        boolean polite = silent.sum() == 0
                && statuses.containsKey(429)
                && statuses.keySet().stream().allMatch(status -> status == 202 || status == 429 || status == 503);
        return client.allMeasured(accepted) & polite & share >= LEAST_SHARE;
    }

    /** Hands images in at a steady rate until it is over. */
    private void come(int rate, AtomicBoolean over) {
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; !over.get(); i++) {
                long wait = start + i * TimeUnit.SECONDS.toNanos(1) / rate - System.nanoTime();
                TimeUnit.NANOSECONDS.sleep(Math.max(0, wait));
                threads.submit(() -> handIn("respond-async"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin() {
        accepted.clear();
        statuses.clear();
        silent.reset();
    }

    private Client.Answer handIn(String prefer) throws InterruptedException {
        Client.Answer answer = client.handIn(prefer);
        statuses.computeIfAbsent(answer.status(), any -> new LongAdder()).increment();
        if (answer.status() / 100 == 2) {
            accepted.add(answer.id());
        } else if (!answer.isPutOff()) {
            silent.increment();
        }
        return answer;
    }

    private double measured() throws InterruptedException {
        return client.counted("fertivision_analysis_processing_seconds_count");
    }
}
