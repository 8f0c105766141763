package org.fertivision.server.analysis;

import java.util.UUID;
import org.fertivision.server.analysis.Analyses.Submitted;
import org.fertivision.server.blob.BlobStore;
import org.fertivision.server.http.Principal;
import org.fertivision.server.http.Problem;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.store.StoreUnavailableException;
import org.jspecify.annotations.Nullable;

/** Makes analyses of submissions; what is refused or was there already leaves no image behind. Thread-safe. */
final class Acceptance {
    private final Analyses analyses;
    private final BlobStore blobs;
    private final Workers workers;
    private final QueueRoom room;

    Acceptance(Analyses analyses, BlobStore blobs, Workers workers, QueueRoom room) {
        this.analyses = analyses;
        this.blobs = blobs;
        this.workers = workers;
        this.room = room;
    }

    /**
     * Before a body is read: takes nothing where the server is about to end, and nothing new where the queue is full.
     *
     * @param keyCode the code of the client's key, or null where he sent none
     * @throws ProblemException if it is so
     */
    void refuseUnread(UUID tenant, @Nullable String keyCode) {
        if (!workers.isTaking()) {
            throw new ProblemException(
                    Problem.of(ProblemCode.DRAINING, "Ask another instance.").retryAfter(1));
        }
        room.refuseUnread(tenant, keyCode);
    }

    /**
     * Keeps a submission.
     *
     * @throws ProblemException if it is refused
     */
    Submitted accept(Principal who, Submission submission, String requestId) {
        try {
            Submitted submitted = analyses.submit(who, submission, requestId);
            if (submitted.replayed()) {
                discard(submission);
            }
            return submitted;
        } catch (ProblemException e) {
            discard(submission);
            throw e;
        } catch (StoreUnavailableException e) {
            if (e.isUndone()) { // else the rows may be there, and the sweep looks after a day
                discard(submission);
            }
            throw e;
        }
    }

    private void discard(Submission submission) {
        submission.fields().forEach(field -> blobs.discard(field.blob()));
    }
}
