package org.fertivision.server.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fertivision.server.audit.AuditTrail.Act;
import org.fertivision.server.http.Principal;
import org.fertivision.server.http.Readings;
import org.fertivision.server.log.Log;

/**
 * Collects who reads what and writes it down once a second, a transaction for each tenant, so that no reader waits for the
 * trail. The same reader, route and object within that second become one entry that tells how often. A process that is
 * killed loses what it collected since; one that ends writes it down. Where the trail cannot be written, readings are kept
 * until it can, and readers are refused when there are too many of them. Thread-safe.
 */
public final class NotedReadings implements Readings, AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    private final AuditTrail audit;
    private final Log log;
    private final Clock clock;
    private final int most;
    private final Object writing = new Object();
    private final Thread thread;
    private Map<Reading.Same, Reading> noted = new LinkedHashMap<>();

    NotedReadings(AuditTrail audit, Log log, Clock clock, int most) {
        this.audit = audit;
        this.log = log;
        this.clock = clock;
        this.most = most;
        this.thread = Thread.ofPlatform().name("readings").daemon().unstarted(this::work);
    }

    /** Readings for a trail. */
    public NotedReadings(AuditTrail audit, Log log, Clock clock) {
        this(audit, log, clock, MOST);
    }

    /** Begins to write down once a second. */
    public void start() {
        thread.start();
    }

    @Override
    public void read(Principal who, String what, String of, String requestId) {
        Act act = new Act(who.token().toString(), "read " + what, of, "done", requestId);
        boolean many;
        synchronized (this) {
            note(new Reading(who.tenant(), act, clock.instant(), 1));
            many = noted.size() >= most;
        }
        if (many) {
            writeDown();
        }
    }

    private synchronized void note(Reading reading) {
        Reading unused = noted.merge(reading.same(), reading, Reading::and);
    }

    /** Writes down what was collected; what cannot be written down stays collected. */
    void writeDown() {
        synchronized (writing) {
            Map<UUID, List<Reading>> tenants = taken().stream()
                    .collect(Collectors.groupingBy(Reading::tenant, LinkedHashMap::new, Collectors.toList()));
            try {
                while (!tenants.isEmpty()) {
                    UUID tenant = tenants.keySet().iterator().next();
                    audit.append(tenant, tenants.getOrDefault(tenant, List.of()));
                    tenants.remove(tenant);
                }
            } finally {
                putBack(tenants.values().stream().flatMap(List::stream).toList());
            }
        }
    }

    private synchronized List<Reading> taken() {
        List<Reading> taken = new ArrayList<>(noted.values());
        noted = new LinkedHashMap<>();
        return taken;
    }

    private synchronized void putBack(List<Reading> earlier) {
        List<Reading> later = taken();
        earlier.forEach(this::note);
        later.forEach(this::note);
    }

    private void work() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                tryToWriteDown();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryToWriteDown() {
        try {
            writeDown();
        } catch (RuntimeException e) { // whatever it is, the next second may do better
            log.warn("readings not written down yet", e);
        }
    }

    /** Writes down the rest, and collects no more. */
    @Override
    public void close() {
        thread.interrupt();
        tryToWriteDown();
    }
}
