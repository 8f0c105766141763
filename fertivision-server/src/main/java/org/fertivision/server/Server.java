package org.fertivision.server;

import java.io.PrintStream;
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
import org.fertivision.server.blob.BlobFolder;
import org.fertivision.server.guard.GuardLimits;
import org.fertivision.server.health.HealthRoutes;
import org.fertivision.server.health.MetricsRoutes;
import org.fertivision.server.http.Drain;
import org.fertivision.server.http.Front;
import org.fertivision.server.http.HttpServer;
import org.fertivision.server.http.Pages;
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
import org.fertivision.server.openapi.OpenApiRoutes;
import org.fertivision.server.retention.Retention;
import org.fertivision.server.retention.RetentionDesk;
import org.fertivision.server.seal.BrokenSealException;
import org.fertivision.server.settings.Setting;
import org.fertivision.server.settings.Settings;
import org.fertivision.server.store.Database;
import org.fertivision.server.store.StoreUnavailableException;
import org.fertivision.server.subject.SubjectRoutes;
import org.fertivision.server.subject.Subjects;
import org.fertivision.server.tenant.Secrets;
import org.fertivision.server.tenant.TenantRoutes;
import org.fertivision.server.tenant.Tenants;
import org.fertivision.server.tenant.Tokens;
import org.fertivision.server.upload.UploadDesk;

/** A whole server, started: its parts in the order in which they need each other. */
public final class Server implements AutoCloseable {
    private static final long MEBI = 1L << 20;
    private static final int HEAD_BYTES = 16 * 1024;

    private final FertiVision engine;
    private final Store store;
    private final Sharing sharing;
    private final RetentionDesk retention;
    private final UploadDesk uploads;
    private final AnalysisDesk desk;
    private final HttpServer http;
    private final Router router;
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
            RetentionDesk retention,
            UploadDesk uploads,
            AnalysisDesk desk,
            HttpServer http,
            Router router,
            Duration drainTime,
            Log log) {
        this.engine = engine;
        this.store = store;
        this.sharing = sharing;
        this.retention = retention;
        this.uploads = uploads;
        this.desk = desk;
        this.http = http;
        this.router = router;
        this.drainTime = drainTime;
        this.log = log;
    }

    /**
     * Starts a server.
     *
     * @throws org.fertivision.server.settings.BadSettingsException if a setting cannot be honored
     */
    static Server start(Settings settings, Surroundings around) {
        EngineConfig.Builder config = EngineConfig.builder();
        PluginFolder.of(settings.text(Setting.PLUGINS).map(Path::of), around.home())
                .ifPresent(folder -> PluginFolder.addTo(config, folder));
        FertiVision engine = FertiVision.create(config.build());
        Store store = Store.open(settings, around);
        try {
            return serve(settings, engine, store, around);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static Server serve(Settings settings, FertiVision engine, Store store, Surroundings around) {
        Log log = around.log();
        Database database = store.database();
        Drain drain = new Drain();
        Metrics metrics = metrics(database);
        Secrets secrets = new Secrets(store.pepper());
        Sharing sharing = Sharing.open(settings, secrets, metrics, log);
        Tokens tokens = new Tokens(database, secrets, around.clock());
        Tenants tenants = new Tenants(database, secrets, tokens, around.clock());
        List<Route> routes = new ArrayList<>();
        HealthRoutes health = new HealthRoutes(drain, List.of(database::answers, store.blobs()::takes));
        routes.addAll(health.routes());
        routes.addAll(new MetricsRoutes(metrics).routes());
        routes.addAll(new OpenApiRoutes().routes());
        routes.addAll(new KindRoutes(engine.plugins()).routes());
        AuditTrail audit = new AuditTrail(database, around.clock());
        UploadDesk uploads = UploadDesk.open(
                new UploadDesk.Parts(database, store.blobs(), store.keys(), audit, log, around.clock()),
                uploadRules(settings));
        Subjects subjects = new Subjects(database, store.keys(), audit, around.clock());
        AnalysisDesk desk = AnalysisDesk.open(
                new AnalysisDesk.Parts(
                        engine,
                        database,
                        store.blobs(),
                        store.keys(),
                        uploads.uploads(),
                        subjects,
                        audit,
                        secrets,
                        log,
                        ChildMain.children(settings, around.home(), metrics),
                        sharing.redis(),
                        metrics,
                        around.clock()),
                rules(settings));
        routes.addAll(desk.routes());
        routes.addAll(uploads.routes());
        RetentionDesk retention = RetentionDesk.open(
                new Retention(
                        database,
                        store.blobs(),
                        store.keys(),
                        audit,
                        Duration.ofDays(settings.number(Setting.GRACE_DAYS)),
                        around.clock()),
                log);
        routes.addAll(retention.routes());
        routes.addAll(new SubjectRoutes(subjects, new Pages(secrets::code)).routes());
        if (settings.number(Setting.COMPAT) == 1) {
            routes.addAll(desk.olderNames());
            routes.add(Route.open(Route.Method.GET, "/api/v1/health", health.readiness()));
        }
        routes.addAll(new AuditRoutes(audit).routes());
        routes.addAll(new TenantRoutes(tenants, tokens).routes());
        Router router = new Router(routes);
        Refusals refusals = sharing.limits()
                .thinned((who, what, why, request) -> audit.append(
                        who.tenant(),
                        new AuditTrail.Act(who.token().toString(), "refused", what, why.slug(), request)));
        Front.Parts parts = new Front.Parts(
                router,
                drain,
                log,
                tokens,
                refusals,
                Server::problem,
                metrics,
                sharing.limits(),
                settings.number(Setting.PROXIES));
        HttpServer http = listen(settings, parts, retention, uploads, desk);
        metrics.gauge("fertivision_connections", "Connections of clients that are open.", http::connections);
        String address = settings.text(Setting.HOST).orElseThrow() + ":" + http.port();
        tenants.offerSetup().ifPresent(secret -> offer(around.out(), address, secret));
        log.info("started", Detail.ADDRESS, address, Detail.VERSION, engine.version());
        Duration drainTime = Duration.ofSeconds(settings.number(Setting.DRAIN_SECONDS));
        return new Server(engine, store, sharing, retention, uploads, desk, http, router, drainTime, log);
    }

    private static void offer(PrintStream out, String address, String secret) {
        out.println("fertivision: nobody may do anything here yet. This makes the first administrator, once, within a"
                + " day:\n  curl -X POST http://" + address + "/setup/" + secret);
    }

    private static AnalysisDesk.Rules rules(Settings settings) {
        return new AnalysisDesk.Rules(
                settings.has(Setting.ANALYSES_AT_ONCE)
                        ? settings.number(Setting.ANALYSES_AT_ONCE)
                        : Runtime.getRuntime().availableProcessors(),
                Duration.ofSeconds(settings.number(Setting.ANALYSIS_SECONDS)),
                settings.number(Setting.UPLOAD_MIB) * MEBI,
                settings.number(Setting.QUEUE));
    }

    private static UploadDesk.Rules uploadRules(Settings settings) {
        return new UploadDesk.Rules(
                settings.number(Setting.WHOLE_UPLOAD_MIB) * MEBI,
                settings.number(Setting.UPLOADS_MIB) * MEBI,
                settings.number(Setting.UPLOAD_MIB) * MEBI);
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

    private static HttpServer listen(
            Settings settings, Front.Parts parts, RetentionDesk retention, UploadDesk uploads, AnalysisDesk desk) {
        try {
            return HttpServer.start(place(settings), parts);
        } catch (RuntimeException e) {
            retention.close();
            uploads.close();
            desk.close();
            throw e;
        }
    }

    /** The problem for what is no bug of ours. */
    private static Optional<Problem> problem(RuntimeException trouble) {
        if (trouble instanceof BlobFolder.TooLargeException tooLarge) {
            return Optional.of(Problem.of(
                    ProblemCode.PAYLOAD_TOO_LARGE,
                    "An image is larger than the " + tooLarge.most() + " bytes that the server takes."));
        }
        if (trouble instanceof BlobFolder.FullException) {
            return Optional.of(Problem.of(ProblemCode.STORAGE_FULL, "The server's disk takes no more."));
        }
        if (trouble instanceof BrokenSealException) {
            return Optional.of(Problem.of(ProblemCode.STORAGE_INTEGRITY, "Something kept is not as it was sealed."));
        }
        return trouble instanceof StoreUnavailableException
                ? Optional.of(Problem.of(ProblemCode.DEPENDENCY_UNAVAILABLE, "The database does not answer.")
                        .retryAfter(1))
                : Optional.empty();
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
            http.beginToStop();
            retention.close();
            uploads.close();
            desk.stop(drainTime);
            all = http.stop(drainTime);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            http.close();
        }
        engine.close();
        sharing.close();
        store.close();
        log.info(all ? "stopped" : "stopped before all was answered");
    }
}
