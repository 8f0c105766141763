package org.fertivision.server.analysis;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.fertivision.Plugins;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.metrics.Histogram;
import org.fertivision.server.metrics.Metrics;

/** Counts analyses by kind, and tells how the queue stands. Thread-safe. */
final class Throughput {
    private static final List<Double> SECONDS =
            List.of(0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0, 900.0);
    private static final double MILLIS = 1_000;

    private final Plugins plugins;
    private final Histogram times;

    Throughput(Metrics metrics, Plugins plugins) {
        this.plugins = plugins;
        this.times = metrics.histogram(
                AnalysisDesk.TIMES,
                "Time that an analysis was measured, by its kind and what came of it.",
                SECONDS,
                "kind",
                "outcome");
    }

    /** An analysis was measured. */
    void measured(String kind, Ending ending, long nanos) {
        String known = plugins.analyzer(kind)
                .map(descriptor -> descriptor.id().toString())
                .orElse("other");
        times.took(nanos, known, ending.status().name().toLowerCase(Locale.ROOT));
    }

    /** Tells how the queue stands whenever it is asked. */
    static void watch(Metrics metrics, JobQueue queue, Clock clock) {
        metrics.gauges(
                "fertivision_jobs", "Analyses of all instances that wait or are measured.", "state", queue::open);
        metrics.gauge(
                "fertivision_oldest_job_seconds",
                "Age of the oldest analysis that is not over.",
                () -> queue.oldest()
                        .map(id -> Duration.between(PublicId.madeAt(id), clock.instant())
                                        .toMillis()
                                / MILLIS)
                        .orElse(0.0));
    }

    /** Tells how many permits there are and are in use whenever it is asked. */
    static void watch(Metrics metrics, Semaphore permits, int atOnce) {
        metrics.gauges(
                "fertivision_analysis_permits",
                "Analyses that this instance measures at once, and is allowed to.",
                "which",
                () -> Map.of("used", atOnce - permits.availablePermits(), "all", atOnce));
    }
}
