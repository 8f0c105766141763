package org.fertivision.server;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.fertivision.FertiVision;
import org.fertivision.server.Server.Surroundings;
import org.fertivision.server.analysis.AnalysisDesk;
import org.fertivision.server.audit.AuditTrail;
import org.fertivision.server.hold.HoldRoutes;
import org.fertivision.server.hold.Holds;
import org.fertivision.server.http.Pages;
import org.fertivision.server.http.Route;
import org.fertivision.server.letterhead.LetterheadRoutes;
import org.fertivision.server.letterhead.Letterheads;
import org.fertivision.server.metrics.Metrics;
import org.fertivision.server.retention.Retention;
import org.fertivision.server.retention.RetentionDesk;
import org.fertivision.server.settings.Setting;
import org.fertivision.server.settings.Settings;
import org.fertivision.server.subject.SubjectRoutes;
import org.fertivision.server.subject.Subjects;
import org.fertivision.server.tenant.Secrets;
import org.fertivision.server.upload.UploadDesk;

/** The desks that work for clients: files in pieces, subjects, analyses, and what is kept for how long. */
final class Desks implements AutoCloseable {
    private static final long MEBI = 1L << 20;

    private final UploadDesk uploads;
    private final AnalysisDesk analyses;
    private final RetentionDesk retention;
    private final SubjectRoutes subjects;
    private final HoldRoutes holds;
    private final LetterheadRoutes letterheads;

    private Desks(
            UploadDesk uploads,
            AnalysisDesk analyses,
            RetentionDesk retention,
            SubjectRoutes subjects,
            HoldRoutes holds,
            LetterheadRoutes letterheads) {
        this.uploads = uploads;
        this.analyses = analyses;
        this.retention = retention;
        this.subjects = subjects;
        this.holds = holds;
        this.letterheads = letterheads;
    }

    /**
     * What they work with.
     *
     * @param settings of the server
     * @param engine measures
     * @param store keeps
     * @param audit writes down who did what
     * @param secrets makes codes
     * @param sharing with other instances
     * @param metrics where the work is counted
     * @param around what is around the server
     */
    record Parts(
            Settings settings,
            FertiVision engine,
            Store store,
            AuditTrail audit,
            Secrets secrets,
            Sharing sharing,
            Metrics metrics,
            Surroundings around) {}

    /** Begins to work. */
    static Desks open(Parts parts) {
        UploadDesk uploads = uploads(parts);
        Subjects subjects = new Subjects(
                parts.store().database(),
                parts.store().keys(),
                parts.audit(),
                parts.around().clock());
        Letterheads letterheads = new Letterheads(parts.store().database(), parts.audit());
        AnalysisDesk analyses = analyses(parts, uploads, subjects, letterheads);
        Holds holds = new Holds(
                parts.store().database(),
                parts.store().keys(),
                parts.audit(),
                parts.around().clock());
        return new Desks(
                uploads,
                analyses,
                retention(parts),
                new SubjectRoutes(subjects, new Pages(parts.secrets()::code)),
                new HoldRoutes(holds),
                new LetterheadRoutes(letterheads));
    }

    private static UploadDesk uploads(Parts parts) {
        Settings settings = parts.settings();
        return UploadDesk.open(
                new UploadDesk.Parts(
                        parts.store().database(),
                        parts.store().blobs(),
                        parts.store().keys(),
                        parts.audit(),
                        parts.around().log(),
                        parts.around().clock()),
                new UploadDesk.Rules(
                        settings.number(Setting.WHOLE_UPLOAD_MIB) * MEBI,
                        settings.number(Setting.UPLOADS_MIB) * MEBI,
                        settings.number(Setting.UPLOAD_MIB) * MEBI));
    }

    private static AnalysisDesk analyses(Parts parts, UploadDesk uploads, Subjects subjects, Letterheads letterheads) {
        Settings settings = parts.settings();
        return AnalysisDesk.open(
                new AnalysisDesk.Parts(
                        parts.engine(),
                        parts.store().database(),
                        parts.store().blobs(),
                        parts.store().keys(),
                        uploads.uploads(),
                        subjects,
                        letterheads,
                        parts.audit(),
                        parts.secrets(),
                        parts.around().log(),
                        ChildMain.children(settings, parts.around().home(), parts.metrics()),
                        parts.sharing().redis(),
                        parts.metrics(),
                        parts.around().clock()),
                new AnalysisDesk.Rules(
                        settings.has(Setting.ANALYSES_AT_ONCE)
                                ? settings.number(Setting.ANALYSES_AT_ONCE)
                                : Runtime.getRuntime().availableProcessors(),
                        Duration.ofSeconds(settings.number(Setting.ANALYSIS_SECONDS)),
                        settings.number(Setting.UPLOAD_MIB) * MEBI,
                        settings.number(Setting.QUEUE)));
    }

    private static RetentionDesk retention(Parts parts) {
        return RetentionDesk.open(
                new Retention(
                        parts.store().database(),
                        parts.store().blobs(),
                        parts.store().keys(),
                        parts.audit(),
                        Duration.ofDays(parts.settings().number(Setting.GRACE_DAYS)),
                        parts.around().clock()),
                parts.around().log());
    }

    /** Their routes. */
    List<Route> routes() {
        return Stream.of(
                        analyses.routes(),
                        uploads.routes(),
                        retention.routes(),
                        subjects.routes(),
                        holds.routes(),
                        letterheads.routes())
                .flatMap(List::stream)
                .toList();
    }

    /** Those under the names of the application before. */
    List<Route> olderNames() {
        return analyses.olderNames();
    }

    /** Takes no further work, and waits for what is under way as long as allowed. */
    void stop(Duration atMost) throws InterruptedException {
        retention.close();
        uploads.close();
        analyses.stop(atMost);
    }

    /** Takes no further work and waits for none. */
    @Override
    public void close() {
        retention.close();
        uploads.close();
        analyses.close();
    }
}
