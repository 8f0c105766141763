package org.fertivision.server.guard;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.common.task.InterruptableTask;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import io.helidon.webserver.spi.ServerConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One connection under watch: what is read and written passes here, so that it is known what the connection waits for and
 * since when. It ends after an answer that announced its end, and gives one answer to one request only.
 */
final class GuardedConnection implements ServerConnection, ConnectionContext, InterruptableTask<Void> {
    private static final int KIBI = 1024;
    private static final int MILLIS_PER_SECOND = 1000;
    private static final int HEAD_TOO_LARGE = 431;
    private static final long LINGER_NANOS = 1_000_000_000L;

    private final ConnectionContext raw;
    private final GuardLimits limits;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final Runnable whenOver;
    private final DataReader reader;
    private final DataWriter writer;
    private final ServerConnection inner;

    private volatile Phase phase = Phase.HEAD;
    private volatile long phaseSince;
    private volatile long waitingSince;
    private volatile boolean waiting;
    private volatile boolean writing;
    private long headBytes;
    private final AtomicLong windowBytes = new AtomicLong();
    private final AtomicLong windowWaited = new AtomicLong();
    private boolean endsAfterAnswer;
    private boolean answered;
    private long bodyLeft;

    private enum Phase {
        /** Between two requests. */
        IDLE,
        /** The head of a request is awaited. */
        HEAD,
        /** The head is there. */
        BODY,
        /** All is said, and what the client still sends is thrown away, so that it reads the answer first. */
        LINGER
    }

    GuardedConnection(
            ConnectionContext raw,
            GuardLimits limits,
            Function<ConnectionContext, ServerConnection> http,
            Runnable whenOver) {
        this.raw = raw;
        this.limits = limits;
        this.whenOver = whenOver;
        this.phaseSince = System.nanoTime();
        this.reader = DataReader.create(this::read);
        this.writer = new WatchedWriter(raw.dataWriter(), this::writing);
        this.inner = http.apply(this);
    }

    private byte @Nullable [] read() {
        if (phase == Phase.HEAD && headBytes > limits.headBytes()) {
            throw RequestException.builder()
                    .type(EventType.BAD_REQUEST)
                    .status(Status.create(HEAD_TOO_LARGE))
                    .setKeepAlive(false)
                    .message("head too large")
                    .build();
        }
        byte[] bytes = pull();
        if (bytes != null) {
            count(bytes.length, System.nanoTime() - waitingSince);
        }
        return bytes;
    }

    private byte @Nullable [] pull() {
        waitingSince = System.nanoTime();
        waiting = true;
        byte[] bytes = raw.serverSocket().get();
        waiting = false;
        return bytes;
    }

    private void linger() {
        enter(Phase.LINGER);
        byte[] bytes = new byte[0];
        while (bytes != null && bodyLeft > 0 && System.nanoTime() - phaseSince < LINGER_NANOS) {
            bytes = pull();
            bodyLeft -= bytes == null ? 0 : bytes.length;
        }
    }

    private void count(int bytes, long waited) {
        if (phase == Phase.BODY) {
            bodyLeft -= bytes;
            windowBytes.addAndGet(bytes);
            windowWaited.addAndGet(waited);
            return;
        }
        if (phase == Phase.IDLE) {
            enter(Phase.HEAD);
        }
        headBytes += bytes;
    }

    private void enter(Phase next) {
        phaseSince = System.nanoTime();
        phase = next;
    }

    private void writing(boolean begins) {
        waitingSince = System.nanoTime();
        writing = begins;
    }

    /** The head of a request is there. */
    void headIsThere(Headers headers) {
        answered = false;
        endsAfterAnswer = false;
        endIfAsked(headers);
        windowBytes.set(0);
        windowWaited.set(0);
        headBytes = 0;
        bodyLeft = announced(headers) - reader.available();
        enter(Phase.BODY);
    }

    private static long announced(Headers headers) {
        if (headers.contains(HeaderNames.TRANSFER_ENCODING)) {
            return Long.MAX_VALUE;
        }
        try {
            return headers.contentLength().orElse(0);
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    /** An answer begins. */
    void answerBegins(Status status) {
        if (answered) {
            throw new CloseConnectionException("a request has one answer");
        }
        answered = true;
        headBytes = 0;
        enter(Phase.IDLE);
    }

    /** The head of the answer was written. */
    void answerHead(Headers headers) {
        endIfAsked(headers);
    }

    /** Bytes that are here already are not taken for a further request then. */
    private void endIfAsked(Headers headers) {
        if (headers.containsToken(HeaderValues.CONNECTION_CLOSE)) {
            endsAfterAnswer = true;
            if (!canInterrupt()) {
                inner.close(false);
            }
        }
    }

    /** Closes the connection if it has been waiting longer than allowed. */
    void closeIfLate(long now) {
        if (isLate(now) && open.get()) {
            inner.close(true);
        }
    }

    private boolean isLate(long now) {
        if (writing) {
            return now - waitingSince > limits.body().toNanos();
        }
        if (!waiting) {
            return false;
        }
        return switch (phase) {
            case IDLE -> now - phaseSince > limits.idle().toNanos();
            case HEAD -> now - phaseSince > limits.head().toNanos();
            case BODY -> isSlow(now);
            case LINGER -> now - phaseSince > LINGER_NANOS;
        };
    }

    private boolean isSlow(long now) {
        long waited = windowWaited.get() + (now - waitingSince);
        if (waited < limits.body().toNanos()) {
            return false;
        }
        if (windowBytes.get() < KIBI * limits.body().toMillis() / MILLIS_PER_SECOND) {
            return true;
        }
        windowBytes.set(0);
        windowWaited.set(0);
        return false;
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
        try {
            inner.handle(limit);
        } finally {
            if (endsAfterAnswer && answered) {
                linger();
            }
            open.set(false);
            whenOver.run();
        }
    }

    @Override
    public Duration idleTime() {
        return inner.idleTime();
    }

    @Override
    public void close(boolean interrupt) {
        inner.close(interrupt);
    }

    @Override
    public boolean canInterrupt() {
        return inner instanceof InterruptableTask<?> task && task.canInterrupt();
    }

    @Override
    public ListenerContext listenerContext() {
        return raw.listenerContext();
    }

    @Override
    public ExecutorService executor() {
        return raw.executor();
    }

    @Override
    public DataWriter dataWriter() {
        return writer;
    }

    @Override
    public DataReader dataReader() {
        return reader;
    }

    @Override
    public Router router() {
        return raw.router();
    }

    @Override
    public Optional<ProxyProtocolData> proxyProtocolData() {
        return raw.proxyProtocolData();
    }

    @Override
    public HelidonSocket serverSocket() {
        return raw.serverSocket();
    }

    @Override
    public PeerInfo remotePeer() {
        return raw.remotePeer();
    }

    @Override
    public PeerInfo localPeer() {
        return raw.localPeer();
    }

    @Override
    public boolean isSecure() {
        return raw.isSecure();
    }

    @Override
    public String socketId() {
        return raw.socketId();
    }

    @Override
    public String childSocketId() {
        return raw.childSocketId();
    }
}
