package org.fertivision.server;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.fertivision.server.guard.GuardLimits;
import org.fertivision.server.http.Drain;
import org.fertivision.server.http.Front;
import org.fertivision.server.http.HttpServer;
import org.fertivision.server.settings.Setting;
import org.fertivision.server.settings.Settings;

/** The listening server, built while the database starts: it needs nothing of the rest until it listens. */
final class Listening implements AutoCloseable {
    private static final long MEBI = 1L << 20;
    private static final int HEAD_BYTES = 16 * 1024;

    private final Drain drain = new Drain();
    private final FutureTask<HttpServer> built;

    /** Begins to build. */
    Listening(Settings settings) {
        HttpServer.Place place = place(settings);
        this.built = new FutureTask<>(() -> HttpServer.build(place, drain));
        Thread unused = Thread.ofPlatform().daemon().name("http-build").start(built);
    }

    private static HttpServer.Place place(Settings settings) {
        GuardLimits patience = new GuardLimits(
                Duration.ofSeconds(settings.number(Setting.HEAD_SECONDS)),
                Duration.ofSeconds(settings.number(Setting.BODY_SECONDS)),
                Duration.ofSeconds(settings.number(Setting.IDLE_SECONDS)),
                HEAD_BYTES,
                settings.number(Setting.CONNECTIONS_PER_ADDRESS));
        return new HttpServer.Place(
                settings.text(Setting.HOST).orElseThrow(),
                settings.number(Setting.PORT),
                settings.number(Setting.UPLOAD_MIB) * MEBI,
                settings.number(Setting.CONNECTIONS),
                patience);
    }

    /** Counts what is being answered. */
    Drain drain() {
        return drain;
    }

    /**
     * Starts to listen.
     *
     * @throws IllegalStateException if the address or port cannot be had
     */
    HttpServer start(Front.Parts front) {
        HttpServer http = http();
        http.start(front);
        return http;
    }

    private HttpServer http() {
        try {
            return built.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("the listening server was not built", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Listens no more, if it ever could. */
    @Override
    public void close() {
        try {
            built.get().close();
        } catch (ExecutionException e) {
            return; // nothing was built; whoever wanted to start it was told
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
