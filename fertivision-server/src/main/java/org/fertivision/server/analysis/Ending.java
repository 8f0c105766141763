package org.fertivision.server.analysis;

import org.fertivision.server.analysis.AnalysisRow.Status;
import org.fertivision.server.http.ProblemCode;
import org.jspecify.annotations.Nullable;

/** What came of an attempt: a document with its hash, or a problem. */
final class Ending {
    private final byte @Nullable [] document;
    private final @Nullable String resultSha256;
    private final @Nullable String problemCode;
    private final @Nullable String problem;

    private Ending(
            byte @Nullable [] document,
            @Nullable String resultSha256,
            @Nullable String problemCode,
            @Nullable String problem) {
        this.document = document;
        this.resultSha256 = resultSha256;
        this.problemCode = problemCode;
        this.problem = problem;
    }

    /** A result; the array is not copied. */
    static Ending result(byte[] document, String resultSha256) {
        return new Ending(document, resultSha256, null, null);
    }

    /** A reason why there is none. */
    static Ending problem(String code, String sentence) {
        return new Ending(null, null, code, sentence);
    }

    /** Somebody called it off. */
    static Ending calledOff() {
        return problem(ProblemCode.CANCELED.slug(), "It was called off while it was measured.");
    }

    /** Whether the work was stopped before it came to anything. */
    boolean isStopped() {
        return ProblemCode.CANCELED.slug().equals(problemCode);
    }

    Status status() {
        if (problemCode == null) {
            return Status.SUCCEEDED;
        }
        return isStopped() ? Status.CANCELED : Status.FAILED;
    }

    byte @Nullable [] document() {
        return document;
    }

    @Nullable
    String resultSha256() {
        return resultSha256;
    }

    @Nullable
    String problemCode() {
        return problemCode;
    }

    @Nullable
    String problem() {
        return problem;
    }
}
