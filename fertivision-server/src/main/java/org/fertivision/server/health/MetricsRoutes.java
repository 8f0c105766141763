package org.fertivision.server.health;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fertivision.server.http.Answer;
import org.fertivision.server.http.Route;
import org.fertivision.server.http.Scope;
import org.fertivision.server.metrics.Metrics;

/** Shows the metrics: to this machine, and to tokens that are for it. */
public final class MetricsRoutes {
    private final Metrics metrics;

    /** The route of these metrics. */
    public MetricsRoutes(Metrics metrics) {
        this.metrics = metrics;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(Route.openHere(
                Route.Method.GET,
                "/metrics",
                Scope.METRICS_READ,
                call -> Answer.of(200, Metrics.MEDIA_TYPE, metrics.text().getBytes(StandardCharsets.UTF_8))));
    }
}
