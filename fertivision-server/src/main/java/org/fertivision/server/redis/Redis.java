package org.fertivision.server.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.fertivision.server.log.Log;
import org.jspecify.annotations.Nullable;

/**
 * A Redis that may be away, slow or full of other things: every question has an answer within a moment or none.
 * After one without an answer nobody asks for a while but one, who tries again. Thread-safe.
 */
public final class Redis implements AutoCloseable {
    /** How long a request waits for an answer. */
    public static final Duration PATIENCE = Duration.ofMillis(50);

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration CONNECTING = Duration.ofSeconds(2);
    private static final int WAITING = 1_000;

    private final Duration patience;
    private final Log log;
    private final Circuit circuit = new Circuit(PAUSE, System::nanoTime);
    private final Thread opener;
    private @Nullable RedisClient client;
    private volatile @Nullable StatefulRedisConnection<byte[], byte[]> connection;
    private boolean closed;

    private Redis(RedisURI address, Duration patience, Log log) {
        this.patience = patience;
        this.log = log;
        this.opener = Thread.ofPlatform().daemon().name("redis-open").unstarted(() -> open(address));
    }

    /**
     * Begins to connect, and does not wait for it.
     *
     * @param patience how long anybody waits for an answer
     * @throws IllegalArgumentException if the address is none of a Redis
     */
    public static Redis at(String address, Duration patience, Log log) {
        RedisURI uri;
        try {
            uri = RedisURI.create(address);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("it is redis://user:password@host:port or rediss:// for TLS", e);
        }
        uri.setTimeout(CONNECTING);
        Redis redis = new Redis(uri, patience, log);
        redis.opener.start();
        return redis;
    }

    private void open(RedisURI address) {
        try {
            while (connection == null) {
                connect(address);
                if (connection == null) {
                    Thread.sleep(PAUSE.toMillis());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void connect(RedisURI address) {
        if (closed) {
            return;
        }
        try {
            if (client == null) {
                client = RedisClient.create(address);
                client.setOptions(ClientOptions.builder()
                        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                        .requestQueueSize(WAITING)
                        .socketOptions(SocketOptions.builder()
                                .connectTimeout(CONNECTING)
                                .build())
                        .timeoutOptions(TimeoutOptions.enabled(patience))
                        .build());
            }
            connection = client.connect(ByteArrayCodec.INSTANCE);
            log.info("redis reached");
        } catch (RuntimeException e) {
            if (circuit.failed()) {
                log.warn("redis not reached", e);
            }
        }
    }

    /** What a script answers for keys, if it does. */
    public Optional<List<Object>> run(String script, byte[][] keys, byte[]... arguments) {
        return ask(commands -> commands.eval(script, ScriptOutputType.MULTI, keys, arguments));
    }

    /** The value of a key, if there is one. */
    public Optional<byte[]> get(byte[] key) {
        return ask(commands -> commands.get(key));
    }

    /** Has a value kept for a while, and does not wait for it. */
    public void put(byte[] key, byte[] value, Duration forThatLong) {
        StatefulRedisConnection<byte[], byte[]> to = connection;
        if (to == null || circuit.isOpen()) {
            return;
        }
        CompletionStage<?> unused = to.async()
                .set(key, value, SetArgs.Builder.px(forThatLong))
                .whenComplete((done, trouble) -> {
                    if (trouble != null) {
                        failed(trouble);
                    }
                });
    }

    private <T> Optional<T> ask(Function<RedisAsyncCommands<byte[], byte[]>, CompletionStage<@Nullable T>> question) {
        StatefulRedisConnection<byte[], byte[]> to = connection;
        if (to == null || !circuit.mayAsk()) {
            return Optional.empty();
        }
        try {
            T answer = question.apply(to.async()).toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (circuit.answered()) {
                log.info("redis answers again");
            }
            return Optional.ofNullable(answer);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof RedisCommandExecutionException)) { // which is an answer, of a strange value
                failed(e);
            }
            return Optional.empty();
        } catch (TimeoutException | RuntimeException e) {
            failed(e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void failed(Throwable trouble) {
        if (circuit.failed()) {
            log.warn("redis does not answer", trouble);
        }
    }

    /** Whether it answered when it was asked last. */
    public boolean answers() {
        return connection != null && !circuit.isOpen();
    }

    @Override
    public void close() {
        opener.interrupt();
        synchronized (this) {
            closed = true;
            if (client != null) {
                client.shutdown(Duration.ZERO, CONNECTING);
            }
        }
    }
}
