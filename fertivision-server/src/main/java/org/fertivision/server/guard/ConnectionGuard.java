package org.fertivision.server.guard;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionListener;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 with patience that ends: closes connections whose head, body or reader is too slow, and those left alone, and
 * counts the connections of each machine. What Helidon leaves open is written in ADR 17.
 */
public final class ConnectionGuard implements ServerConnectionSelector, AutoCloseable {
    private static final int LONGEST_PATH = 8 * 1024;
    private static final long LOOKS_PER_LIMIT = 8;

    private final GuardLimits limits;
    private final Http1ConnectionSelector http;
    private final Set<GuardedConnection> open = ConcurrentHashMap.newKeySet();
    private final Map<InetAddress, Integer> ofAddress = new ConcurrentHashMap<>();
    private final Thread watch;

    /** A guard with a thread of its own, which ends when it is closed. */
    public ConnectionGuard(GuardLimits limits) {
        this.limits = limits;
        this.http = Http1ConnectionSelector.builder()
                .config(Http1Config.builder()
                        .maxPrologueLength(LONGEST_PATH)
                        .maxHeadersSize(2 * limits.headBytes())
                        .addReceiveListener(new Heads())
                        .addSendListener(new Answers())
                        .build())
                .build();
        long shortest = Math.min(
                limits.head().toMillis(),
                Math.min(limits.body().toMillis(), limits.idle().toMillis()));
        this.watch = Thread.ofPlatform()
                .daemon()
                .name("connection-watch")
                .start(() -> watch(Math.max(1, shortest / LOOKS_PER_LIMIT)));
    }

    private void watch(long everyMillis) {
        try {
            while (true) {
                Thread.sleep(everyMillis);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        long now = System.nanoTime();
        open.forEach(connection -> connection.closeIfLate(now));
    }

    /** How many connections are open. */
    public int connections() {
        return open.size();
    }

    @Override
    public int bytesToIdentifyConnection() {
        return http.bytesToIdentifyConnection();
    }

    @Override
    public Support supports(BufferData data) {
        return http.supports(data);
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        InetAddress address = counted(context);
        if (address != null && ofAddress.merge(address, 1, Integer::sum) > limits.perAddress()) {
            leave(address);
            throw new CloseConnectionException("too many connections of one machine");
        }
        GuardedConnection[] self = new GuardedConnection[1];
        GuardedConnection connection = new GuardedConnection(context, limits, http::connection, () -> {
            open.remove(self[0]);
            if (address != null) {
                leave(address);
            }
        });
        self[0] = connection;
        open.add(connection);
        return connection;
    }

    private @Nullable InetAddress counted(ConnectionContext context) {
        boolean other = limits.perAddress() > 0
                && context.remotePeer().address() instanceof InetSocketAddress from
                && !from.getAddress().isLoopbackAddress();
        return other ? ((InetSocketAddress) context.remotePeer().address()).getAddress() : null;
    }

    private void leave(InetAddress address) {
        ofAddress.computeIfPresent(address, (a, n) -> n == 1 ? null : n - 1);
    }

    /** Ends the watch. */
    @Override
    public void close() {
        watch.interrupt();
    }

    private static GuardedConnection guarded(ConnectionContext context) {
        return (GuardedConnection) context;
    }

    /** Hears what comes in. */
    private static final class Heads implements Http1ConnectionListener {
        @Override
        public void headers(ConnectionContext context, Headers headers) {
            guarded(context).headIsThere(headers);
            if (headers.contains(HeaderNames.CONTENT_ENCODING)
                    && !headers.get(HeaderNames.CONTENT_ENCODING).get().equalsIgnoreCase("identity")) {
                throw RequestException.builder()
                        .type(EventType.BAD_REQUEST)
                        .status(Status.UNSUPPORTED_MEDIA_TYPE_415)
                        .setKeepAlive(false)
                        .message("compressed body")
                        .build();
            }
        }
    }

    /** Hears what goes out. */
    private static final class Answers implements Http1ConnectionListener {
        @Override
        public void status(ConnectionContext context, Status status) {
            guarded(context).answerBegins(status);
        }

        @Override
        public void headers(ConnectionContext context, Headers headers) {
            guarded(context).answerHead(headers);
        }
    }
}
