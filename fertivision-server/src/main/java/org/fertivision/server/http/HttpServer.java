package org.fertivision.server.http;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.time.Duration;
import org.fertivision.server.guard.ConnectionGuard;
import org.fertivision.server.guard.GuardLimits;

/** The listening server. */
public final class HttpServer implements AutoCloseable {
    private final WebServer server;
    private final ConnectionGuard guard;
    private final Drain drain;

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

    private HttpServer(WebServer server, ConnectionGuard guard, Drain drain) {
        this.server = server;
        this.guard = guard;
        this.drain = drain;
    }

    /**
     * Starts to listen.
     *
     * @throws IllegalStateException if the address or port cannot be had
     */
    public static HttpServer start(Place place, Front.Parts parts) {
        RequestId ids = new RequestId();
        ConnectionGuard guard = new ConnectionGuard(place.patience());
        WebServer server = WebServer.builder()
                .host(place.host())
                .port(place.port())
                .shutdownHook(false)
                .featuresDiscoverServices(false)
                .protocolsDiscoverServices(false)
                .addConnectionSelector(guard)
                .maxPayloadSize(place.bodyBytes())
                .maxTcpConnections(place.connections())
                .directHandlers(new ProtocolErrors(ids, place.bodyBytes()).forAll())
                .routing(HttpRouting.builder().any(new Front(parts, ids, place.bodyBytes())))
                .build()
                .start();
        if (!server.isRunning()) {
            guard.close();
            throw new IllegalStateException("nobody can listen on " + place.host() + ":" + place.port()
                    + "; it is in use, not allowed, or no address of this machine");
        }
        return new HttpServer(server, guard, parts.drain());
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
