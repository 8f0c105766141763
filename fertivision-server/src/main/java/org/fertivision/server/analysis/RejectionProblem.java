package org.fertivision.server.analysis;

import java.util.Arrays;
import java.util.Locale;
import org.fertivision.finding.Rejection;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;

/** The problem for a rejection of the engine: the code of the same name, and the sentence with its limit and place. */
final class RejectionProblem {
    private RejectionProblem() {}

    /** The problem with which a request ends. */
    static ProblemException of(Rejection rejection) {
        return new ProblemException(code(rejection.code().slug()), sentence(rejection));
    }

    /** What is told of a rejection. */
    static String sentence(Rejection rejection) {
        StringBuilder sentence = new StringBuilder(rejection.detail());
        rejection
                .inField()
                .ifPresent(field -> sentence.append(" Field: ").append(field).append('.'));
        rejection
                .passedLimit()
                .ifPresent(limit -> sentence.append(String.format(
                        Locale.ROOT, " %s: %.0f allowed, %.0f found.", limit.name(), limit.value(), limit.actual())));
        rejection
                .offset()
                .ifPresent(at -> sentence.append(" At byte ").append(at).append('.'));
        return sentence.toString();
    }

    /** The code of that slug. */
    static ProblemCode code(String slug) {
        return Arrays.stream(ProblemCode.values())
                .filter(code -> code.slug().equals(slug))
                .findFirst()
                .orElse(ProblemCode.INTERNAL);
    }
}
