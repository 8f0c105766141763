package org.fertivision.server;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fertivision.EngineConfig;
import org.fertivision.FertiVision;
import org.fertivision.server.analysis.AnalysisDesk;
import org.fertivision.server.audit.AuditRoutes;
import org.fertivision.server.audit.AuditTrail;
import org.fertivision.server.audit.NotedReadings;
import org.fertivision.server.blob.BlobStore;
import org.fertivision.server.google.GoogleApi;
import org.fertivision.server.google.MetadataServer;
import org.fertivision.server.health.HealthRoutes;
import org.fertivision.server.health.MetricsRoutes;
import org.fertivision.server.http.Front;
import org.fertivision.server.http.HttpServer;
import org.fertivision.server.http.Problem;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.Refusals;
import org.fertivision.server.http.Route;
import org.fertivision.server.http.Router;
import org.fertivision.server.kind.KindRoutes;
import org.fertivision.server.log.Log;
import org.fertivision.server.log.Log.Detail;
import org.fertivision.server.metrics.Metrics;
import org.fertivision.server.metrics.ProcessMetrics;
import org.fertivision.server.monitoring.MonitoringExport;
import org.fertivision.server.openapi.OpenApiRoutes;
import org.fertivision.server.page.PageRoutes;
import org.fertivision.server.seal.BrokenSealException;
import org.fertivision.server.session.SessionDesk;
import org.fertivision.server.settings.Setting;
import org.fertivision.server.settings.Settings;
import org.fertivision.server.store.Database;
import org.fertivision.server.store.StoreUnavailableException;
import org.fertivision.server.tenant.Secrets;
import org.fertivision.server.tenant.TenantRoutes;
import org.fertivision.server.tenant.Tenants;
import org.fertivision.server.tenant.Tokens;

/** A whole server, started: its parts in the order in which they need each other. */
public final class Server implements AutoCloseable {
    private static final URI CLOUD_MONITORING = URI.create("https://monitoring.googleapis.com");

    private final FertiVision engine;
    private final Store store;
    private final Sharing sharing;
    private final Desks desks;
    private final NotedReadings readings;
    private final HttpServer http;
    private final Router router;
    private final Optional<MonitoringExport> monitoring;
    private final Duration drainTime;
    private final Log log;

    /**
     * What is around a server.
     *
     * @param environment the variables of the process
     * @param home the folder that holds lib/, if known
     * @param out where the operator is told what is not for the log
     * @param log where the rest is told
     * @param clock the time
     */
    record Surroundings(Map<String, String> environment, Optional<Path> home, PrintStream out, Log log, Clock clock) {}

    private Server(
            FertiVision engine,
            Store store,
            Sharing sharing,
            Desks desks,
            NotedReadings readings,
            HttpServer http,
            Router router,
            Optional<MonitoringExport> monitoring,
            Duration drainTime,
            Log log) {
        this.engine = engine;
        this.store = store;
        this.sharing = sharing;
        this.desks = desks;
        this.readings = readings;
        this.http = http;
        this.router = router;
        this.monitoring = monitoring;
        this.drainTime = drainTime;
        this.log = log;
    }

    /**
     * Starts a server.
     *
     * @throws org.fertivision.server.settings.BadSettingsException if a setting cannot be honored
     */
    static Server start(Settings settings, Surroundings around) {
        Listening listening = new Listening(settings);
        Opened opened = new Opened();
        try {
            return start(settings, listening, opened, around);
        } catch (RuntimeException | Error e) {
            opened.add(listening::close);
            opened.end(e);
            throw e;
        }
    }

    private static Server start(Settings settings, Listening listening, Opened opened, Surroundings around) {
        EngineConfig.Builder config = EngineConfig.builder();
        PluginFolder.of(settings.text(Setting.PLUGINS).map(Path::of), around.home())
                .ifPresent(folder -> PluginFolder.addTo(config, folder));
        FertiVision engine = FertiVision.create(config.build());
        opened.add(engine::close);
        Store store = Store.open(settings, around);
        opened.add(store::close);
        return serve(settings, engine, store, listening, opened, around);
    }

    private static Server serve(
            Settings settings,
            FertiVision engine,
            Store store,
            Listening listening,
            Opened opened,
            Surroundings around) {
        Metrics metrics = metrics(store.database());
        Secrets secrets = new Secrets(store.pepper());
        Sharing sharing = Sharing.open(settings, secrets, metrics, around.log());
        opened.add(sharing::close);
        AuditTrail audit = new AuditTrail(store.database(), around.clock());
        Tokens tokens = new Tokens(store.database(), secrets, audit, around.clock());
        Tenants tenants = new Tenants(store.database(), secrets, tokens, around.clock());
        SessionDesk sessions = SessionDesk.open(
                new SessionDesk.Parts(store.database(), tenants, audit, secrets, sharing.limits(), around.clock()));
        HealthRoutes health =
                new HealthRoutes(listening.drain(), List.of(store.database()::answers, store.blobs()::takes));
        Desks desks = Desks.open(new Desks.Parts(settings, engine, store, audit, secrets, sharing, metrics, around));
        opened.add(desks::close);
        List<Route> routes = new ArrayList<>(health.routes());
        routes.addAll(new MetricsRoutes(metrics).routes());
        routes.addAll(new OpenApiRoutes().routes());
        routes.addAll(new KindRoutes(engine.plugins()).routes());
        routes.addAll(desks.routes());
        if (settings.number(Setting.COMPAT) == 1) {
            routes.addAll(desks.olderNames());
            routes.add(Route.open(Route.Method.GET, "/api/v1/health", health.readiness()));
        }
        NotedReadings readings = new NotedReadings(audit, around.log(), around.clock());
        routes.addAll(new AuditRoutes(audit, readings).routes());
        routes.addAll(new TenantRoutes(tenants, tokens).routes());
        routes.addAll(sessions.routes());
        routes.addAll(new PageRoutes().routes());
        Front.Parts front = new Front.Parts(
                new Router(routes),
                around.log(),
                tokens,
                sessions.visitors(),
                refusals(sharing, audit),
                readings,
                Server::problem,
                metrics,
                sharing.limits(),
                settings.number(Setting.PROXIES));
        Optional<MonitoringExport> monitoring = monitoring(settings, metrics, around);
        HttpServer http = listening.start(front);
        metrics.gauge("fertivision_connections", "Connections of clients that are open.", http::connections);
        String address = settings.text(Setting.HOST).orElseThrow() + ":" + http.port();
        tenants.offerSetup().ifPresent(secret -> offer(around.out(), address, secret));
        around.log()
                .info(
                        "started",
                        Detail.ADDRESS,
                        address,
                        Detail.VERSION,
                        engine.version(),
                        Detail.MILLIS,
                        ManagementFactory.getRuntimeMXBean().getUptime(),
                        Detail.DATABASE_MILLIS,
                        store.databaseMillis());
        Duration drainTime = Duration.ofSeconds(settings.number(Setting.DRAIN_SECONDS));
        monitoring.ifPresent(export -> {
            export.start();
            opened.add(export::close);
        });
        readings.start();
        return new Server(
                engine, store, sharing, desks, readings, http, front.router(), monitoring, drainTime, around.log());
    }

    private static Optional<MonitoringExport> monitoring(Settings settings, Metrics metrics, Surroundings around) {
        return settings.text(Setting.MONITORING_PROJECT).map(project -> {
            MetadataServer machine = new MetadataServer(around.clock());
            return new MonitoringExport(
                    new GoogleApi(CLOUD_MONITORING, machine, Duration.ofMillis(200)),
                    project,
                    metrics.findHistogram(AnalysisDesk.TIMES).orElseThrow(),
                    machine::region,
                    around.clock(),
                    around.log());
        });
    }

    private static Refusals refusals(Sharing sharing, AuditTrail audit) {
        return sharing.limits()
                .thinned((who, what, why, request) -> audit.append(
                        who.tenant(),
                        new AuditTrail.Act(who.token().toString(), "refused", what, why.slug(), request)));
    }

    private static void offer(PrintStream out, String address, String secret) {
        out.println("fertivision: nobody may do anything here yet. This makes the first administrator, once, within a"
                + " day, in a browser:\n  http://" + address + "/#setup/" + secret
                + "\nor for programs:\n  curl -X POST http://" + address + "/setup/" + secret);
    }

    private static Metrics metrics(Database database) {
        Metrics metrics = new Metrics();
        ProcessMetrics.addTo(metrics);
        metrics.gauges(
                "fertivision_database_connections",
                "Connections to the database of this instance, and threads that wait for one.",
                "state",
                database::connections);
        metrics.gauge("fertivision_database_up", "Whether the database answers.", () -> database.answers() ? 1 : 0);
        return metrics;
    }

    /** The problem for what is no bug of ours. */
    private static Optional<Problem> problem(RuntimeException trouble) {
        if (trouble instanceof BlobStore.TooLargeException tooLarge) {
            return Optional.of(Problem.of(
                    ProblemCode.PAYLOAD_TOO_LARGE,
                    "An image is larger than the " + tooLarge.most() + " bytes that the server takes."));
        }
        if (trouble instanceof BlobStore.FullException) {
            return Optional.of(Problem.of(ProblemCode.STORAGE_FULL, "The server's disk takes no more."));
        }
        if (trouble instanceof BrokenSealException) {
            return Optional.of(Problem.of(ProblemCode.STORAGE_INTEGRITY, "Something kept is not as it was sealed."));
        }
        if (trouble instanceof BlobStore.UnavailableException) {
            return Optional.of(Problem.of(ProblemCode.DEPENDENCY_UNAVAILABLE, "What keeps the images does not answer.")
                    .retryAfter(1));
        }
        if (trouble instanceof StoreUnavailableException store && store.isFull()) {
            return Optional.of(Problem.of(ProblemCode.STORAGE_FULL, "The database's disk takes no more."));
        }
        return trouble instanceof StoreUnavailableException
                ? Optional.of(Problem.of(ProblemCode.DEPENDENCY_UNAVAILABLE, "The database does not answer.")
                        .retryAfter(1))
                : Optional.empty();
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
            http.beginToStop();
            desks.stop(drainTime);
            monitoring.ifPresent(MonitoringExport::close);
            all = http.stop(drainTime);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            http.close();
        }
        readings.close();
        engine.close();
        sharing.close();
        store.close();
        log.info(all ? "stopped" : "stopped before all was answered");
    }
}
