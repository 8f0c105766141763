package org.fertivision.server.analysis;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.fertivision.report.Report;
import org.fertivision.report.ReportJson;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;

/**
 * Has what persons corrected summed up again. The images are looked at as before, or remembered; it is done only where they
 * give the result that is kept, so that nothing but the corrections makes the difference; a field whose calipers or outlines
 * a person placed anew is looked at with these. Thread-safe.
 */
final class Amending {
    private final Measuring measuring;
    private final Analyses analyses;
    private final Semaphore permits;

    Amending(Measuring measuring, Analyses analyses, Semaphore permits) {
        this.measuring = measuring;
        this.analyses = analyses;
        this.permits = permits;
    }

    /**
     * The result with corrections behind those that were handed in.
     *
     * @throws ProblemException if a correction speaks of what is not there, or the images give another result by now
     */
    Report amended(UUID tenant, AnalysisRow row, List<Object> corrections) {
        Content content = analyses.content(tenant, row.id());
        Content corrected = content.saying(corrections);
        measuring.check(corrected);
        if (!measuring.areWhole(content)) {
            throw new ProblemException(ProblemCode.STORAGE_INTEGRITY, "An image is not on the disk as it was taken.");
        }
        permits.acquireUninterruptibly();
        try {
            String again = measuring.outcome(tenant, content).fold(ReportJson::resultSha256, rejection -> {
                throw Rendering.refusedAgain(rejection);
            });
            if (!again.equals(row.resultSha256())) {
                throw Rendering.changed();
            }
            return measuring.outcome(tenant, corrected).fold(report -> report, rejection -> {
                throw RejectionProblem.of(rejection);
            });
        } finally {
            permits.release();
        }
    }
}
