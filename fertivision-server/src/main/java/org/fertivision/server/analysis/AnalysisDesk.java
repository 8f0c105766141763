package org.fertivision.server.analysis;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.fertivision.FertiVision;
import org.fertivision.server.audit.AuditTrail;
import org.fertivision.server.blob.BlobStore;
import org.fertivision.server.child.Children;
import org.fertivision.server.http.Pages;
import org.fertivision.server.http.Route;
import org.fertivision.server.letterhead.Letterheads;
import org.fertivision.server.log.Log;
import org.fertivision.server.metrics.Metrics;
import org.fertivision.server.redis.Redis;
import org.fertivision.server.seal.DataKeys;
import org.fertivision.server.store.Database;
import org.fertivision.server.subject.Subjects;
import org.fertivision.server.tenant.Secrets;
import org.fertivision.server.upload.Uploads;

/** All that has to do with analyses: the routes, and the work behind them. */
public final class AnalysisDesk implements AutoCloseable {
    /** The name under which the times of analyses are measured. */
    public static final String TIMES = "fertivision_analysis_processing_seconds";

    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final Duration RENEWAL = Duration.ofSeconds(2);

    /** Which part of the heap decoded pictures may take: an eighth. */
    private static final int PICTURES_SHARE = 8;

    /** Which part of the heap forms of analyses may take: a thirty-second. */
    private static final int FORMS_SHARE = 32;

    private final Workers workers;
    private final Optional<Children> children;
    private final List<Route> routes;
    private final List<Route> olderNames;

    /**
     * What it works with.
     *
     * @param engine measures
     * @param database keeps
     * @param blobs keeps images
     * @param keys seal
     * @param uploads files that came in pieces
     * @param subjects whose specimens they are
     * @param letterheads what stands at the head of reports
     * @param audit writes down who did what
     * @param secrets makes codes
     * @param log tells the operator
     * @param children measure in processes of their own; without them it is done in this one
     * @param redis keeps results for other instances, where there is one
     * @param metrics where the work is counted
     * @param clock the time
     */
    public record Parts(
            FertiVision engine,
            Database database,
            BlobStore blobs,
            DataKeys keys,
            Uploads uploads,
            Subjects subjects,
            Letterheads letterheads,
            AuditTrail audit,
            Secrets secrets,
            Log log,
            Optional<Children> children,
            Optional<Redis> redis,
            Metrics metrics,
            Clock clock) {}

    /**
     * What holds for every analysis.
     *
     * @param atOnce how many are measured at once; 0 measures nothing here, other instances do
     * @param deadline how long one may take
     * @param mostBytes most bytes of one image
     * @param mostOpen most analyses of one tenant that wait or are measured
     */
    public record Rules(int atOnce, Duration deadline, long mostBytes, int mostOpen) {}

    private AnalysisDesk(Workers workers, Optional<Children> children, List<Route> routes, List<Route> olderNames) {
        this.workers = workers;
        this.children = children;
        this.routes = routes;
        this.olderNames = olderNames;
    }

    /** Begins to work. */
    public static AnalysisDesk open(Parts parts, Rules rules) {
        QueueRoom room = new QueueRoom(parts.database(), rules.mostOpen());
        Analyses analyses = new Analyses(
                parts.database(), new Contents(parts.keys(), parts.subjects()), parts.audit(), room, parts.clock());
        Throughput throughput = new Throughput(parts.metrics(), parts.engine().plugins());
        SharedResults shared = new SharedResults(parts.redis(), parts.secrets(), parts.engine(), parts.metrics());
        Measuring measuring = new Measuring(
                parts.engine(),
                analyses,
                parts.blobs(),
                rules.deadline(),
                parts.children().map(Apart::new),
                shared,
                throughput);
        int atOnce = Math.max(1, rules.atOnce());
        Semaphore permits = new Semaphore(atOnce, true);
        JobQueue queue = new JobQueue(parts.database(), LEASE);
        Throughput.watch(parts.metrics(), queue, parts.clock());
        Throughput.watch(parts.metrics(), permits, atOnce);
        Workers workers = new Workers(queue, analyses, measuring, permits, RENEWAL, parts.log());
        Lookup lookup = new Lookup(analyses);
        Intake intake = new Intake(
                parts.engine().plugins(),
                parts.blobs(),
                parts.keys(),
                parts.uploads(),
                parts.secrets(),
                rules.mostBytes());
        Acceptance acceptance = new Acceptance(analyses, parts.blobs(), workers, room);
        Jobs jobs = new Jobs(parts.database(), parts.audit());
        Pages pages = new Pages(parts.secrets()::code);
        Batches batches = new Batches(parts.database(), parts.audit(), parts.clock());
        Rendering rendering = new Rendering(
                measuring,
                analyses,
                permits,
                new HeldForms(Runtime.getRuntime().maxMemory() / FORMS_SHARE),
                parts.letterheads(),
                parts.engine().version());
        FieldPictures pictures = new FieldPictures(
                parts.engine(), analyses, measuring, Runtime.getRuntime().maxMemory() / PICTURES_SHARE);
        Reviews reviews = new Reviews(
                parts.database(), new Contents(parts.keys(), parts.subjects()), parts.audit(), parts.clock());
        Versions versions = new Versions(analyses, reviews, lookup);
        AnalysisRoutes own = new AnalysisRoutes(analyses, intake, acceptance, workers, pages, lookup);
        List<Route> routes = Stream.of(
                        own.routes(),
                        new DemoRoutes(parts.engine().plugins(), intake, own).routes(),
                        new JobRoutes(jobs, workers, lookup).routes(),
                        new BatchRoutes(batches, intake, acceptance, jobs, workers, pages).routes(),
                        new ReportRoutes(rendering, versions).routes(),
                        new ReviewRoutes(versions, reviews, new Amending(measuring, analyses, permits)).routes(),
                        new PictureRoutes(pictures, lookup).routes(),
                        new AgreementRoutes(new Readers(analyses, reviews), versions, rendering).routes(),
                        new PictureQualityRoutes(analyses, rendering, pages).routes(),
                        new UsageRoutes(parts.database()).routes())
                .flatMap(List::stream)
                .toList();
        workers.start(rules.atOnce());
        List<Route> older = new OlderNames(
                        parts.engine().plugins(),
                        analyses,
                        new OlderForm(parts.blobs(), parts.keys(), rules.mostBytes()),
                        own,
                        rendering,
                        versions)
                .routes();
        return new AnalysisDesk(workers, parts.children(), routes, older);
    }

    /** The routes. */
    public List<Route> routes() {
        return routes;
    }

    /** The routes under the names of the application before. */
    public List<Route> olderNames() {
        return olderNames;
    }

    /** Takes no further work, waits for what is under way as long as allowed, and gives the rest back to the queue. */
    public void stop(Duration atMost) throws InterruptedException {
        workers.stop(atMost);
        children.ifPresent(Children::close);
    }

    /** Takes no further work and leaves what is under way to the leases. */
    @Override
    public void close() {
        workers.close();
    }
}
