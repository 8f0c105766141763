package org.fertivision.server.http;

import java.util.List;
import org.fertivision.server.metrics.Counter;
import org.fertivision.server.metrics.Histogram;
import org.fertivision.server.metrics.Metrics;

/** Counts requests by route, never by path. Thread-safe. */
final class Traffic {
    private static final List<Double> SECONDS =
            List.of(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0);

    private final Counter requests;
    private final Histogram times;
    private final Counter unwritten;

    Traffic(Metrics metrics) {
        this.requests = metrics.counter(
                "fertivision_requests_total",
                "Requests that were answered, by route and class of status.",
                "method",
                "route",
                "status");
        this.times = metrics.histogram(
                "fertivision_request_seconds",
                "Time from the head of a request to the end of its answer.",
                SECONDS,
                "method",
                "route");
        this.unwritten = metrics.counter(
                "fertivision_audit_failures_total", "Refusals that could not be written into the audit trail.");
    }

    void answered(String method, String route, int status, long nanos) {
        requests.add(method, route, status / 100 + "xx");
        times.took(nanos, method, route);
    }

    void notWrittenDown() {
        unwritten.add();
    }
}
