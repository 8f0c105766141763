package org.fertivision.server.http;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.time.Duration;
import java.util.Objects;
import org.fertivision.server.guard.ConnectionGuard;
import org.fertivision.server.guard.GuardLimits;
import org.jspecify.annotations.Nullable;

/** The server that listens. */
public final class HttpServer implements AutoCloseable {
    private final RequestId ids = new RequestId();
    private final long bodyBytes;
    private final Drain drain;
    private final ConnectionGuard guard;
    private final String address;
    private final WebServer server;
    private volatile @Nullable Front front;

    /**
     * Where and how it listens.
     *
     * @param host the address
     * @param port the port, 0 for any free one
     * @param bodyBytes most bytes of a body
     * @param connections most connections
     * @param patience how patient it is with each
     */
    public record Place(String host, int port, long bodyBytes, int connections, GuardLimits patience) {}

    private HttpServer(Place place, Drain drain) {
        this.bodyBytes = place.bodyBytes();
        this.drain = drain;
        this.guard = new ConnectionGuard(place.patience());
        this.address = place.host() + ":" + place.port();
        this.server = WebServer.builder()
                .host(place.host())
                .port(place.port())
                .shutdownHook(false)
                .featuresDiscoverServices(false)
                .protocolsDiscoverServices(false)
                .addConnectionSelector(guard)
                .maxPayloadSize(bodyBytes)
                .maxTcpConnections(place.connections())
                .directHandlers(new ProtocolErrors(ids, bodyBytes).forAll())
                .routing(HttpRouting.builder()
                        .any((request, response) ->
                                Objects.requireNonNull(front).handle(request, response)))
                .build();
    }

    /**
     * A server that does not listen yet. To build it takes longer than most of a start, and needs nothing of the rest.
     *
     * @param drain counts what is being answered
     */
    public static HttpServer build(Place place, Drain drain) {
        return new HttpServer(place, drain);
    }

    /**
     * Starts to listen.
     *
     * @throws IllegalStateException if the address or port cannot be had
     */
    public void start(Front.Parts parts) {
        front = new Front(parts, drain, ids, bodyBytes);
        server.start();
        if (!server.isRunning()) {
            guard.close();
            throw new IllegalStateException(
                    "nobody can listen on " + address + "; it is in use, not allowed, or no address of this machine");
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** How many connections are open. */
    public int connections() {
        return guard.connections();
    }

    /** Tells balancers and clients that it is about to end. */
    public void beginToStop() {
        drain.begin();
    }

    /** Takes no further connection, finishes what is being answered within the given time, and ends. */
    public boolean stop(Duration atMost) throws InterruptedException {
        boolean all = drain.await(atMost);
        close();
        return all;
    }

    @Override
    public void close() {
        server.stop();
        guard.close();
    }
}
