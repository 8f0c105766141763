package org.fertivision.server.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All routes, and which of them a request is for. */
public final class Router {
    private final List<Route> routes;

    /**
     * A route with the texts of its segments in braces.
     *
     * @param route the route
     * @param values name to text
     */
    record Found(Route route, Map<String, String> values) {}

    /** A router of the given routes; the first that matches answers. */
    public Router(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /** All routes. */
    public List<Route> routes() {
        return routes;
    }

    /**
     * The route of a request.
     *
     * @throws ProblemException if there is none
     */
    Found find(String method, List<String> segments) {
        List<Found> here = routes.stream()
                .flatMap(route -> route.match(segments).map(values -> new Found(route, values)).stream())
                .toList();
        if (here.isEmpty()) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "There is no such path.");
        }
        String asked = method.equals("HEAD") ? "GET" : method;
        Optional<Found> found = here.stream()
                .filter(f -> f.route().method().name().equals(asked))
                .findFirst();
        return found.orElseThrow(() -> notAllowed(method, here));
    }

    private static ProblemException notAllowed(String method, List<Found> here) {
        boolean known = List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT")
                .contains(method);
        String allowed = here.stream()
                .map(f -> f.route().method().name())
                .map(name -> name.equals("GET") ? "GET, HEAD" : name)
                .distinct()
                .collect(Collectors.joining(", "));
        return known
                ? new ProblemException(Problem.of(ProblemCode.METHOD_NOT_ALLOWED, "Allowed here: " + allowed + ".")
                        .withHeader("Allow", allowed))
                : new ProblemException(ProblemCode.UNSUPPORTED_METHOD, "The method is not one of HTTP.");
    }
}
