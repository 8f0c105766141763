package org.fertivision.server.health;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.fertivision.server.http.Answer;
import org.fertivision.server.http.Call;
import org.fertivision.server.http.Drain;
import org.fertivision.server.http.Problem;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.Route;

/** Probes: alive, ready to work, started. They tell no versions, names or reasons: nobody had to say who he is. */
public final class HealthRoutes {
    private final Drain drain;
    private final List<BooleanSupplier> needed;

    /**
     * The probes of a server.
     *
     * @param needed each says whether something that the server needs is there
     */
    public HealthRoutes(Drain drain, List<BooleanSupplier> needed) {
        this.drain = drain;
        this.needed = List.copyOf(needed);
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.open(Route.Method.GET, "/health/live", call -> up()),
                Route.open(Route.Method.GET, "/health/started", call -> up()),
                Route.open(Route.Method.GET, "/health/ready", readiness()));
    }

    /** Answers whether the server is ready. */
    public Route.Handler readiness() {
        return this::ready;
    }

    private static Answer up() {
        return Answer.json(200, Map.of("status", "up"));
    }

    private Answer ready(Call call) {
        if (drain.isBegun()) {
            throw new ProblemException(
                    Problem.of(ProblemCode.DRAINING, "Ask another instance.").retryAfter(1));
        }
        if (!needed.stream().allMatch(BooleanSupplier::getAsBoolean)) {
            throw new ProblemException(Problem.of(ProblemCode.DEPENDENCY_UNAVAILABLE, "Not ready to work.")
                    .retryAfter(1));
        }
        return up();
    }
}
