package org.fertivision.server.analysis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.fertivision.server.analysis.JobQueue.Claim;
import org.fertivision.server.analysis.JobQueue.Hold;
import org.fertivision.server.blob.BlobStore;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.log.Log;
import org.fertivision.server.log.Log.Detail;
import org.fertivision.server.store.StoreUnavailableException;

/** Works on the queue: as many analyses at once as there are permits, each under a lease that is renewed meanwhile. */
final class Workers implements AutoCloseable {
    private static final long LOOK_MILLIS = 1_000;

    private final JobQueue queue;
    private final Analyses analyses;
    private final Measuring measuring;
    private final Semaphore permits;
    private final Log log;
    private final Duration renewal;
    private final Semaphore news = new Semaphore(0);
    private final Map<Claim, Attempt> underWay = new ConcurrentHashMap<>();
    private final Map<UUID, CountDownLatch> awaited = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean ending;

    Workers(JobQueue queue, Analyses analyses, Measuring measuring, Semaphore permits, Duration renewal, Log log) {
        this.queue = queue;
        this.analyses = analyses;
        this.measuring = measuring;
        this.permits = permits;
        this.renewal = renewal;
        this.log = log;
    }

    /** Begins to work with so many threads. */
    void start(int count) {
        for (int i = 0; i < count; i++) {
            threads.add(Thread.ofPlatform().name("analysis-" + i).daemon().start(this::work));
        }
        threads.add(Thread.ofPlatform().name("leases").daemon().start(this::renew));
    }

    /** There is something new in the queue. */
    void wake() {
        news.release();
    }

    /** Waits until an analysis that was expected and that this process measures is over, or the time is. */
    void await(UUID id, Duration atMost) throws InterruptedException {
        boolean unused = expected(id).await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What others who wait for the same analysis may have ended meanwhile begins anew. */
    private CountDownLatch expected(UUID id) {
        return awaited.computeIfAbsent(id, i -> new CountDownLatch(1));
    }

    /** Makes {@link #await} hear of the end of an analysis. */
    void expect(UUID id) {
        CountDownLatch unused = expected(id);
    }

    /** Whether an analysis that waits in the queue will be begun here. */
    boolean isTaking() {
        return !ending;
    }

    /** Ends the expectation. */
    void forget(UUID id) {
        awaited.remove(id);
    }

    private void work() {
        while (!ending) {
            try {
                Optional<Claim> claim = next();
                if (claim.isPresent()) {
                    measure(claim.get());
                } else if (news.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (StoreUnavailableException e) {
                log.warn("queue not reached", e);
                pause();
            } catch (RuntimeException e) {
                log.warn("work failed", e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Claim> next() {
        for (Claim dead : queue.dead()) {
            log.warn("analysis buried", null, Detail.OBJECT, dead.id(), Detail.COUNT, dead.attempt());
            over(
                    dead,
                    Ending.problem(
                            ProblemCode.INTERNAL.slug(),
                            "It was begun " + JobQueue.MOST_ATTEMPTS
                                    + " times, and each time the server that measured it"
                                    + " was gone before the end; it is not tried again."));
        }
        return queue.claim();
    }

    private void measure(Claim claim) throws InterruptedException {
        Attempt attempt = new Attempt(claim);
        underWay.put(claim, attempt);
        long started = System.nanoTime();
        try {
            Ending ending = permitted(attempt);
            if (ending.isStopped() && !attempt.isCalledOff()) {
                queue.giveBack(claim);
                return;
            }
            onceTheStoreAnswers(() -> over(claim, ending));
            log.info(
                    "analysis",
                    Detail.OBJECT,
                    claim.id(),
                    Detail.PROBLEM,
                    ending.problemCode() == null ? "none" : ending.problemCode(),
                    Detail.MILLIS,
                    (System.nanoTime() - started) / 1_000_000);
        } finally {
            underWay.remove(claim);
        }
    }

    private Ending permitted(Attempt attempt) throws InterruptedException {
        permits.acquire();
        try {
            return onceTheStoreAnswers(() -> ending(attempt));
        } finally {
            permits.release();
        }
    }

    /** Does it again until the store answers: its silence is no fault of the analysis, and no attempt. */
    private <T> T onceTheStoreAnswers(Supplier<T> work) throws InterruptedException {
        while (true) {
            try {
                return work.get();
            } catch (StoreUnavailableException | BlobStore.UnavailableException e) {
                log.warn("store not reached", e);
                Thread.sleep(LOOK_MILLIS);
            }
        }
    }

    private Ending ending(Attempt attempt) {
        try {
            return measuring.ending(attempt);
        } catch (StoreUnavailableException | BlobStore.UnavailableException e) {
            throw e;
        } catch (RuntimeException | Error e) { // whatever ends an analysis, the worker goes on
            log.warn("analysis failed", e, Detail.OBJECT, attempt.claim().id());
            return Ending.problem(
                    ProblemCode.INTERNAL.slug(), "The server failed at this analysis; its log tells more.");
        }
    }

    private boolean over(Claim claim, Ending ending) {
        boolean kept = analyses.complete(claim, ending);
        if (!kept) {
            log.warn("lease lost", null, Detail.OBJECT, claim.id());
        }
        CountDownLatch waiting = awaited.get(claim.id());
        if (waiting != null) {
            waiting.countDown();
        }
        return kept;
    }

    /** Stops the work on an analysis, if it is done here. */
    void callOff(UUID id) {
        underWay.values().stream()
                .filter(attempt -> attempt.claim().id().equals(id))
                .forEach(Attempt::callOff);
    }

    private void renew() {
        try {
            while (true) {
                Thread.sleep(renewal.toMillis());
                underWay.forEach(this::renew);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew(Claim claim, Attempt attempt) {
        try {
            Hold hold = queue.renew(claim, attempt.share(), attempt.stage());
            if (hold != Hold.OURS) {
                attempt.callOff();
            }
            if (hold == Hold.LOST && underWay.containsKey(claim)) {
                log.warn("lease not renewed", null, Detail.OBJECT, claim.id());
            }
        } catch (RuntimeException e) {
            log.warn("lease not renewed", e, Detail.OBJECT, claim.id());
        }
    }

    /** Takes nothing new, waits for what is under way as long as allowed, and gives the rest back. */
    void stop(Duration atMost) throws InterruptedException {
        ending = true;
        long until = System.nanoTime() + atMost.toNanos();
        while (!underWay.isEmpty() && System.nanoTime() < until) {
            Thread.sleep(20);
        }
        underWay.keySet().forEach(this::giveBack);
        close();
    }

    private void giveBack(Claim claim) {
        try {
            queue.giveBack(claim);
        } catch (StoreUnavailableException e) { // the lease runs out by itself
            log.warn("work not given back", e, Detail.OBJECT, claim.id());
        }
    }

    @Override
    public void close() {
        ending = true;
        threads.forEach(Thread::interrupt);
    }
}
