package org.fertivision;

import java.util.function.Function;
import org.fertivision.finding.Rejection;
import org.fertivision.report.Report;
import org.fertivision.spi.RejectedException;

/** How an analysis ended: with a report, or with the one reason why there is none. */
public sealed interface Outcome {
    /** Answers by case. */
    <T> T fold(Function<? super Report, ? extends T> completed, Function<? super Rejection, ? extends T> rejected);

    /**
     * The report.
     *
     * @throws RejectedException if there is none
     */
    default Report orElseThrow() {
        return fold(report -> report, rejection -> {
            throw new RejectedException(rejection);
        });
    }

    /**
     * The analysis came to its end.
     *
     * @param report its result
     */
    record Completed(Report report) implements Outcome {
        @Override
        public <T> T fold(
                Function<? super Report, ? extends T> completed, Function<? super Rejection, ? extends T> rejected) {
            return completed.apply(report);
        }
    }

    /**
     * The image or the request could not be honored.
     *
     * @param rejection why
     */
    record Rejected(Rejection rejection) implements Outcome {
        @Override
        public <T> T fold(
                Function<? super Report, ? extends T> completed, Function<? super Rejection, ? extends T> rejected) {
            return rejected.apply(rejection);
        }
    }
}
