package org.fertivision.server.analysis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.fertivision.Outcome;
import org.fertivision.finding.Rejection;
import org.fertivision.report.ReportJson;
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

    /** What the engine says. */
    static Ending of(Outcome outcome) {
        return outcome.fold(
                report -> result(ReportJson.write(report), ReportJson.resultSha256(report)), Ending::rejected);
    }

    /** What the engine refused. */
    static Ending rejected(Rejection why) {
        return problem(why.code().slug(), RejectionProblem.sentence(why));
    }

    /** What another process wrote with {@link #bytes}. */
    static Ending of(byte[] bytes) {
        ByteBuffer from = ByteBuffer.wrap(bytes);
        boolean isResult = from.get() == 1;
        byte[] first = new byte[from.getInt()];
        from.get(first);
        byte[] second = new byte[from.remaining()];
        from.get(second);
        String word = new String(first, StandardCharsets.UTF_8);
        return isResult ? result(second, word) : problem(word, new String(second, StandardCharsets.UTF_8));
    }

    /** This ending for another process. */
    byte[] bytes() {
        byte[] body = document == null ? String.valueOf(problem).getBytes(StandardCharsets.UTF_8) : document;
        byte[] word =
                String.valueOf(document == null ? problemCode : resultSha256).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + Integer.BYTES + word.length + body.length)
                .put((byte) (document == null ? 0 : 1))
                .putInt(word.length)
                .put(word)
                .put(body)
                .array();
    }

    /** This ending, in whose reason nothing stands that a client typed. */
    Ending without(Typed typed) {
        return problem == null ? this : problem(String.valueOf(problemCode), typed.takenOut(problem));
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
