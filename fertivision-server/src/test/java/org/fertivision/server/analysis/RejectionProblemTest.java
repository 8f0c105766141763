package org.fertivision.server.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.server.http.Problem;
import org.fertivision.server.http.ProblemCode;
import org.junit.jupiter.api.Test;

class RejectionProblemTest {
    @Test
    void aTimeoutIsToldAsOneAndMayBeTriedAgain() {
        Rejection timeout = Rejection.of(RejectionCode.ANALYSIS_TIMEOUT, "It took longer than allowed.");

        for (Problem problem : new Problem[] {
            RejectionProblem.of(timeout).problem(),
            Rendering.refusedAgain(timeout).problem()
        }) {
            assertThat(problem.code()).isEqualTo(ProblemCode.ANALYSIS_TIMEOUT);
            assertThat(problem.code().status()).isEqualTo(504);
            assertThat(problem.code().retryable()).isTrue();
            assertThat(problem.detail()).isEqualTo("It took longer than allowed.");
        }
    }

    @Test
    void imagesThatAreRefusedByNowGiveAnotherResult() {
        Rejection blurred = Rejection.of(RejectionCode.UNUSABLE_IMAGE, "It is blurred.");

        assertThat(Rendering.refusedAgain(blurred).problem().code()).isEqualTo(ProblemCode.CONFLICT);
        assertThat(RejectionProblem.of(blurred).problem().code()).isEqualTo(ProblemCode.UNUSABLE_IMAGE);
    }
}
