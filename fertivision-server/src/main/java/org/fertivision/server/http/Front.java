package org.fertivision.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fertivision.server.log.Log;
import org.fertivision.server.log.Log.Detail;
import org.fertivision.server.metrics.Metrics;
import org.jspecify.annotations.Nullable;

/** Where every request comes in and every answer goes out: finds the route, turns trouble into a problem, logs. */
public final class Front implements Handler {
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int NANOS_PER_MILLI = 1_000_000;

    private final Router router;
    private final Drain drain;
    private final RequestId ids;
    private final long mostBytes;
    private final Log log;
    private final Authenticator authenticator;
    private final Visitors visitors;
    private final Refusals refusals;
    private final Readings readings;
    private final Function<RuntimeException, Optional<Problem>> known;
    private final Traffic traffic;
    private final Gate gate;
    private final int proxies;

    /**
     * What it works with.
     *
     * @param router the routes
     * @param log where requests are told
     * @param authenticator knows who shows a token
     * @param visitors knows who visits with a browser
     * @param refusals hears what was refused to whom
     * @param readings hears what of persons was shown to whom
     * @param known the problem for an exception that is no bug of ours
     * @param metrics where requests are counted
     * @param gate decides how often a caller may call
     * @param proxies how many proxies in front are believed whom they serve
     */
    public record Parts(
            Router router,
            Log log,
            Authenticator authenticator,
            Visitors visitors,
            Refusals refusals,
            Readings readings,
            Function<RuntimeException, Optional<Problem>> known,
            Metrics metrics,
            Gate gate,
            int proxies) {}

    Front(Parts parts, Drain drain, RequestId ids, long mostBytes) {
        this.router = parts.router();
        this.drain = drain;
        this.log = parts.log();
        this.authenticator = parts.authenticator();
        this.visitors = parts.visitors();
        this.refusals = parts.refusals();
        this.readings = parts.readings();
        this.known = parts.known();
        this.traffic = new Traffic(parts.metrics());
        this.gate = parts.gate();
        this.proxies = parts.proxies();
        this.ids = ids;
        this.mostBytes = mostBytes;
    }

    /** What is known of a request while it is answered. */
    private static final class Seen {
        private final String id;
        private final String method;
        private String route = "none";
        private @Nullable Principal principal;
        private Map<String, String> left = Map.of();

        Seen(String id, String method) {
            this.id = id;
            this.method = method;
        }
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        long started = System.nanoTime();
        drain.enter();
        try {
            Seen seen = new Seen(
                    ids.of(header(request, RequestId.HEADER)),
                    request.prologue().method().text());
            Answer answer = answer(request, seen);
            send(answer, request, response, seen);
            tell(seen, answer, TraceParent.trace(header(request, TraceParent.HEADER)), System.nanoTime() - started);
        } finally {
            drain.leave();
        }
    }

    private void tell(Seen seen, Answer answer, Optional<String> trace, long nanos) {
        String method = seen.route.equals("none") ? "-" : seen.method;
        traffic.answered(method, seen.route, answer.status(), nanos);
        log.info(
                "request",
                Detail.REQUEST,
                seen.id,
                Detail.TRACE,
                trace.orElse("-"),
                Detail.METHOD,
                method,
                Detail.ROUTE,
                seen.route,
                Detail.STATUS,
                answer.status(),
                Detail.BYTES,
                answer.body().length,
                Detail.MILLIS,
                nanos / NANOS_PER_MILLI);
    }

    private Answer answer(ServerRequest request, Seen seen) {
        try {
            Router.Found found = router.find(
                    seen.method, PathRule.segments(request.prologue().uriPath().rawPath()));
            seen.route = found.route().template();
            Query query = Query.of(request.prologue().query().rawValue());
            seen.principal = who(found.route(), request, query);
            if (seen.principal != null) {
                seen.left = gate.enter(seen.principal, found.route().method());
            }
            checkScope(found.route(), seen.principal);
            InputStream body = request.content().hasEntity()
                    ? new Body(request.content()::inputStream, mostBytes)
                    : InputStream.nullInputStream();
            Call call = new Call(
                    seen.id,
                    seen.principal,
                    found.values(),
                    query,
                    name -> header(request, name),
                    peer(request).address(proxies),
                    body);
            Answer answer = found.route().handler().answer(call);
            found.route()
                    .shows(found.values())
                    .filter(of -> answer.status() == OK || answer.status() == NOT_MODIFIED)
                    .ifPresent(of -> readings.read(call.principal(), seen.route, of, seen.id));
            return answer;
        } catch (ProblemException e) {
            tell(seen, e.problem());
            return e.problem().answer(seen.id);
        } catch (CloseConnectionException e) {
            throw e;
        } catch (RuntimeException e) {
            Optional<Problem> problem = known.apply(e);
            if (problem.isPresent()) {
                tell(seen, problem.get());
                return problem.get().answer(seen.id);
            }
            log.warn("request failed", e, Detail.REQUEST, seen.id, Detail.ROUTE, seen.route);
            return Problem.of(ProblemCode.INTERNAL, "The server failed; its log tells more under this request's id.")
                    .answer(seen.id);
        }
    }

    private void tell(Seen seen, Problem problem) {
        Principal who = seen.principal;
        if (who == null) {
            return;
        }
        try {
            refusals.refused(who, seen.method + " " + seen.route, problem.code(), seen.id);
        } catch (RuntimeException e) {
            traffic.notWrittenDown();
            log.warn("refusal not written down", e, Detail.REQUEST, seen.id);
        }
    }

    private @Nullable Principal who(Route route, ServerRequest request, Query query) {
        Function<String, Optional<String>> headers = name -> header(request, name);
        boolean here =
                route.openHere() && !Credential.isSent(headers) && peer(request).isHere();
        if (route.scope() == null || here) {
            return null;
        }
        Optional<Visit> visit = Visit.of(headers);
        if (visit.isEmpty()) {
            return who(Credential.of(headers, query), peer(request));
        }
        if (Credential.isSent(headers)) {
            throw new ProblemException(
                    ProblemCode.INVALID_HEADER, "Send a token or the cookie of a session, not both.");
        }
        return visitors.who(visit.get(), route.method() != Route.Method.GET);
    }

    private Principal who(String token, Peer from) {
        String address = from.address(proxies);
        gate.knock(address);
        try {
            return authenticator.who(token);
        } catch (ProblemException e) {
            gate.refused(address);
            throw e;
        }
    }

    private static void checkScope(Route route, @Nullable Principal principal) {
        if (principal == null) {
            return;
        }
        for (Scope scope : route.scopes()) {
            if (!principal.scopes().contains(scope)) {
                throw new ProblemException(
                        ProblemCode.INSUFFICIENT_SCOPE, "The token needs the scope " + scope.text() + ".");
            }
        }
    }

    private void send(Answer answer, ServerRequest request, ServerResponse response, Seen seen) {
        response.status(Status.create(answer.status()));
        CommonHeaders.ALL.forEach((name, value) -> response.header(HeaderNames.create(name), value));
        seen.left.forEach((name, value) -> response.header(HeaderNames.create(name), value));
        answer.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
        response.header(HeaderNames.create(RequestId.HEADER), seen.id);
        boolean unread = request.content().hasEntity() && !request.content().consumed();
        if (drain.isBegun() || unread) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        Answer.Live live = answer.live();
        if (seen.method.equals("HEAD")) {
            response.contentLength(answer.body().length);
            response.send();
        } else if (live != null) {
            try (OutputStream out = response.outputStream()) {
                live.write(out);
            } catch (IOException e) {
                log.info("client left", Detail.REQUEST, seen.id, Detail.ROUTE, seen.route);
            }
        } else {
            response.send(answer.body());
        }
    }

    private static Peer peer(ServerRequest request) {
        return new Peer(
                request.remotePeer().address(), name -> request.headers().values(HeaderNames.create(name)));
    }

    private static Optional<String> header(ServerRequest request, String name) {
        return request.headers().value(HeaderNames.create(name));
    }
}
