package org.fertivision.server.analysis;

import java.util.UUID;
import java.util.function.Supplier;
import org.fertivision.server.http.Answer;
import org.fertivision.server.http.Call;
import org.fertivision.server.http.Problem;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.PublicId;

/** Finds the analysis that a path names, or says why there is none: one answer for unknown, malformed and foreign ids. */
final class Lookup {
    /** The prefix of a job's public id; a job has the id of its analysis. */
    static final String JOB = "job";

    private final Analyses analyses;

    Lookup(Analyses analyses) {
        this.analyses = analyses;
    }

    /**
     * The analysis of a path.
     *
     * @throws ProblemException if there is none, or if it was deleted
     */
    AnalysisRow analysis(Call call) {
        return found(call, Analyses.PREFIX, call.value("analysis"));
    }

    /**
     * The analysis of the job of a path.
     *
     * @throws ProblemException if there is none, or if it was deleted
     */
    AnalysisRow job(Call call) {
        return found(call, JOB, call.value("job"));
    }

    private AnalysisRow found(Call call, String prefix, String text) {
        UUID tenant = call.principal().tenant();
        AnalysisRow row = PublicId.of(prefix, text)
                .flatMap(id -> analyses.find(tenant, id))
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND, "There is nothing of that name; it begins with " + prefix + "_."));
        if (row.deletedAt() != null) {
            throw new ProblemException(Problem.of(ProblemCode.GONE, "It was deleted.")
                    .with("deletedAt", row.deletedAt().toString()));
        }
        return row;
    }

    /**
     * The analysis of a path, which has a result.
     *
     * @throws ProblemException if it is not complete, or failed
     */
    AnalysisRow succeeded(Call call) {
        AnalysisRow row = analysis(call);
        if (!row.isOver()) {
            throw new ProblemException(Problem.of(ProblemCode.ANALYSIS_NOT_COMPLETE, "It is not measured yet.")
                    .with("job", "/v1/jobs/" + PublicId.text(JOB, row.id()))
                    .retryAfter(1));
        }
        if (row.status() == AnalysisRow.Status.CANCELED) {
            throw new ProblemException(ProblemCode.CANCELED, String.valueOf(row.problem()));
        }
        if (row.resultSha256() == null) {
            throw new ProblemException(Problem.of(ProblemCode.ANALYSIS_FAILED, String.valueOf(row.problem()))
                    .with("problem", String.valueOf(row.problemCode())));
        }
        return row;
    }

    /**
     * An answer that a client may keep for itself, or word that what it kept still holds. It asks each time, so that nobody is
     * shown what was kept who may not see it: after the end of a session, or after a deletion.
     */
    static Answer cached(Call call, String tag, Supplier<Answer> whole) {
        String etag = "\"" + tag + "\"";
        boolean known = call.header("If-None-Match").filter(etag::equals).isPresent();
        return (known ? Answer.empty(304) : whole.get())
                .header("ETag", etag)
                .header("Cache-Control", "private, no-cache")
                .header("Vary", "Authorization, X-API-Key");
    }
}
