package org.fertivision.server.monitoring;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.fertivision.server.google.GoogleApi;
import org.fertivision.server.http.Json;
import org.fertivision.server.log.Log;
import org.fertivision.server.metrics.Histogram;

/**
 * Tells Cloud Monitoring every minute how long analyses took: {@code custom.googleapis.com/analysis/processing_time}, a
 * distribution since the start for each kind and outcome. What cannot be told is told with the next minute, since each telling
 * holds everything since the start. Thread-safe.
 */
public final class MonitoringExport implements AutoCloseable {
    /** The metric's name. */
    static final String METRIC = "custom.googleapis.com/analysis/processing_time";

    private static final int MOST_AT_ONCE = 200;
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration LAST_WORD = Duration.ofSeconds(1);

    private final GoogleApi api;
    private final String project;
    private final Histogram times;
    private final Place place;
    private final Clock clock;
    private final Log log;
    private final Instant began;
    private final String task = UUID.randomUUID().toString();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition end = lock.newCondition();
    private final Thread thread = Thread.ofVirtual().name("monitoring").unstarted(this::run);
    private boolean ended;

    /** Where an instance runs. */
    @FunctionalInterface
    public interface Place {
        /**
         * The region.
         *
         * @throws IOException if it cannot be told now
         */
        String region() throws IOException;
    }

    /**
     * Tells times to a project; {@link #start} begins with it.
     *
     * @param project the id of the project
     * @param times of analyses, in seconds, by kind and outcome
     */
    public MonitoringExport(GoogleApi api, String project, Histogram times, Place place, Clock clock, Log log) {
        this.api = api;
        this.project = project;
        this.times = times;
        this.place = place;
        this.clock = clock;
        this.log = log;
        this.began = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Begins to tell. */
    public void start() {
        thread.start();
    }

    private void run() {
        boolean more = true;
        while (more) {
            more = pause();
            try {
                tell();
            } catch (IOException e) {
                log.warn("monitoring not told", e);
            }
        }
    }

    /** Waits a minute; false where that was the end. */
    private boolean pause() {
        lock.lock();
        try {
            long left = EVERY.toNanos();
            while (!ended && left > 0) {
                left = end.awaitNanos(left);
            }
            return !ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Tells everything since the start.
     *
     * @throws IOException if Cloud Monitoring does not take it
     */
    void tell() throws IOException {
        List<Histogram.Reading> readings = times.readings();
        if (readings.isEmpty()) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Map<String, Object> resource = Map.of(
                "type",
                "generic_task",
                "labels",
                Map.of(
                        "project_id",
                        project,
                        "location",
                        place.region(),
                        "namespace",
                        "fertivision",
                        "job",
                        "server",
                        "task_id",
                        task));
        for (int from = 0; from < readings.size(); from += MOST_AT_ONCE) {
            List<Object> series = new ArrayList<>();
            readings.subList(from, Math.min(readings.size(), from + MOST_AT_ONCE))
                    .forEach(reading -> series.add(series(reading, resource, now)));
            HttpResponse<byte[]> answer = api.send(api.request("/v3/projects/" + project + "/timeSeries")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(Json.bytes(Map.of("timeSeries", series)))));
            if (answer.statusCode() != 200) {
                throw new IOException("Cloud Monitoring answered " + answer.statusCode());
            }
        }
    }

    private Map<String, Object> series(Histogram.Reading reading, Map<String, Object> resource, Instant now) {
        double mean = reading.sum() / reading.count();
        double spread = Math.max(0, reading.sumOfSquares() - reading.count() * mean * mean);
        return Map.of(
                "metric",
                Map.of("type", METRIC, "labels", reading.labels()),
                "resource",
                resource,
                "metricKind",
                "CUMULATIVE",
                "valueType",
                "DISTRIBUTION",
                "unit",
                "s",
                "points",
                List.of(Map.of(
                        "interval",
                        Map.of("startTime", began.toString(), "endTime", now.toString()),
                        "value",
                        Map.of(
                                "distributionValue",
                                Map.of(
                                        "count",
                                        Long.toString(reading.count()),
                                        "mean",
                                        mean,
                                        "sumOfSquaredDeviation",
                                        spread,
                                        "bucketOptions",
                                        Map.of("explicitBuckets", Map.of("bounds", times.bounds())),
                                        "bucketCounts",
                                        reading.classes().stream()
                                                .map(count -> Long.toString(count))
                                                .toList())))));
    }

    /** Tells once more, within a second, and ends. */
    @Override
    public void close() {
        lock.lock();
        try {
            ended = true;
            end.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            if (!thread.join(LAST_WORD)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
