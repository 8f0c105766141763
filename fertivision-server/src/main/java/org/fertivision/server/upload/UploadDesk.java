package org.fertivision.server.upload;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.fertivision.server.audit.AuditTrail;
import org.fertivision.server.blob.BlobStore;
import org.fertivision.server.http.Route;
import org.fertivision.server.log.Log;
import org.fertivision.server.log.Log.Detail;
import org.fertivision.server.seal.DataKeys;
import org.fertivision.server.store.Database;

/** All that has to do with files in pieces: the routes, and the sweep that throws away what expired. */
public final class UploadDesk implements AutoCloseable {
    private static final Duration SWEPT_EVERY = Duration.ofMinutes(10);

    private final Uploads uploads;
    private final List<Route> routes;
    private final Thread sweeping;
    private final Log log;

    /**
     * What it works with.
     *
     * @param database keeps
     * @param blobs keeps pieces
     * @param keys seal pieces
     * @param audit writes down who did what
     * @param log tells the operator
     * @param clock the time
     */
    public record Parts(Database database, BlobStore blobs, DataKeys keys, AuditTrail audit, Log log, Clock clock) {}

    /**
     * What holds for every upload.
     *
     * @param mostBytes most bytes of one file
     * @param quota most bytes of all files of one tenant
     * @param largestPiece most bytes of one piece
     */
    public record Rules(long mostBytes, long quota, long largestPiece) {}

    private UploadDesk(Uploads uploads, List<Route> routes, Log log) {
        this.uploads = uploads;
        this.routes = routes;
        this.log = log;
        this.sweeping = Thread.ofVirtual().name("uploads").unstarted(this::sweep);
    }

    /** Opens it and begins to sweep. */
    public static UploadDesk open(Parts parts, Rules rules) {
        UploadTable table =
                new UploadTable(parts.database(), parts.keys(), parts.audit(), rules.quota(), parts.clock());
        Uploads uploads = new Uploads(table, parts.blobs(), parts.clock());
        UploadDesk desk = new UploadDesk(uploads, new UploadRoutes(uploads, table, rules).routes(), parts.log());
        desk.sweeping.start();
        return desk;
    }

    /** The uploads. */
    public Uploads uploads() {
        return uploads;
    }

    /** The routes. */
    public List<Route> routes() {
        return routes;
    }

    private void sweep() {
        try {
            while (true) {
                sweepOnce();
                Thread.sleep(SWEPT_EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweepOnce() {
        try {
            int swept = uploads.sweep();
            if (swept > 0) {
                log.info("uploads expired", Detail.COUNT, swept);
            }
        } catch (RuntimeException e) { // the next round tries again
            log.warn("uploads not swept", e);
        }
    }

    @Override
    public void close() {
        sweeping.interrupt();
    }
}
