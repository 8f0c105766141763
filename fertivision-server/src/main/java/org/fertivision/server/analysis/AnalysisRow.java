package org.fertivision.server.analysis;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An analysis as it is kept, without its document.
 *
 * @param id its id
 * @param kind what is measured
 * @param status how far it is
 * @param subject whose specimen it is, or null
 * @param createdAt when it was accepted
 * @param completedAt when it ended, or null
 * @param deletedAt when it was deleted, or null
 * @param resultSha256 the hash of its result, or null
 * @param problemCode why there is none, or null
 * @param problem why there is none, as a sentence, or null
 * @param version how much persons said of it
 * @param review how it stands since, or null where nobody said anything
 * @param demo whether it is nobody's specimen
 */
record AnalysisRow(
        UUID id,
        String kind,
        Status status,
        @Nullable UUID subject,
        Instant createdAt,
        @Nullable Instant completedAt,
        @Nullable Instant deletedAt,
        @Nullable String resultSha256,
        @Nullable String problemCode,
        @Nullable String problem,
        int version,
        @Nullable String review,
        boolean demo) {
    /** How far an analysis is. */
    enum Status {
        /** It waits. */
        QUEUED,
        /** It is being measured. */
        RUNNING,
        /** It has a result. */
        SUCCEEDED,
        /** It has a reason why there is none. */
        FAILED,
        /** Somebody called it off. */
        CANCELED;

        /** Whether it came to its end. */
        boolean isOver() {
            return this != QUEUED && this != RUNNING;
        }
    }

    /** Whether it came to its end. */
    boolean isOver() {
        return status.isOver();
    }
}
