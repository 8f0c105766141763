package org.fertivision.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.EngineConfig;
import org.fertivision.FertiVision;
import org.fertivision.server.guard.GuardLimits;
import org.fertivision.server.health.HealthRoutes;
import org.fertivision.server.http.Drain;
import org.fertivision.server.http.HttpServer;
import org.fertivision.server.http.Route;
import org.fertivision.server.http.Router;
import org.fertivision.server.kind.KindRoutes;
import org.fertivision.server.log.Log;
import org.fertivision.server.log.Log.Detail;
import org.fertivision.server.settings.Setting;
import org.fertivision.server.settings.Settings;

/** A whole server, started: its parts in the order in which they need each other. */
public final class Server implements AutoCloseable {
    private static final long MEBI = 1L << 20;
    private static final int HEAD_BYTES = 16 * 1024;

    private final FertiVision engine;
    private final HttpServer http;
    private final Router router;
    private final Duration drainTime;
    private final Log log;

    private Server(FertiVision engine, HttpServer http, Router router, Duration drainTime, Log log) {
        this.engine = engine;
        this.http = http;
        this.router = router;
        this.drainTime = drainTime;
        this.log = log;
    }

    /**
     * Starts a server.
     *
     * @param home the folder that holds lib/, if known
     * @throws org.fertivision.server.settings.BadSettingsException if a setting cannot be honored
     */
    static Server start(Settings settings, Optional<Path> home, Log log) {
        EngineConfig.Builder config = EngineConfig.builder();
        PluginFolder.addTo(config, settings.text(Setting.PLUGINS).map(Path::of), home);
        FertiVision engine = FertiVision.create(config.build());
        Drain drain = new Drain();
        List<Route> routes = new ArrayList<>();
        routes.addAll(new HealthRoutes(drain, List.of()).routes());
        routes.addAll(new KindRoutes(engine.plugins()).routes());
        Router router = new Router(routes);
        HttpServer http = HttpServer.start(place(settings), router, drain, log);
        log.info(
                "started",
                Detail.ADDRESS,
                settings.text(Setting.HOST).orElseThrow() + ":" + http.port(),
                Detail.VERSION,
                engine.version());
        return new Server(engine, http, router, Duration.ofSeconds(settings.number(Setting.DRAIN_SECONDS)), log);
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

    /** The port it listens on. */
    int port() {
        return http.port();
    }

    /** How many connections are open. */
    int connections() {
        return http.connections();
    }

    /** Its routes. */
    Router router() {
        return router;
    }

    /** Finishes what was accepted and ends. */
    @Override
    public void close() {
        boolean all = false;
        try {
            all = http.stop(drainTime);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            http.close();
        }
        engine.close();
        log.info(all ? "stopped" : "stopped before all was answered");
    }
}
