package org.fertivision.server.analysis;

import java.time.Duration;
import org.fertivision.spi.Work;
import org.jspecify.annotations.Nullable;

/** An attempt at an analysis that is under way here: how far it is, and the hold on its work. Thread-safe. */
final class Attempt {
    private final JobQueue.Claim claim;
    private volatile Stage stage = Stage.CHECKING;
    private volatile double share;
    private volatile boolean calledOff;
    private volatile @Nullable Work work;

    /** What is done. */
    enum Stage {
        /** The images are compared with what was taken. */
        CHECKING,
        /** The engine measures. */
        MEASURING
    }

    Attempt(JobQueue.Claim claim) {
        this.claim = claim;
    }

    JobQueue.Claim claim() {
        return claim;
    }

    /** The measuring begins, and may take so long. */
    Work measure(Duration allowed) {
        Work begun = Work.within(allowed);
        work = begun;
        stage = Stage.MEASURING;
        if (calledOff) {
            begun.cancel();
        }
        return begun;
    }

    /** So much was looked at, 0 to 1. */
    void reached(double so) {
        share = so;
    }

    /** Nobody wants its result any more. */
    void callOff() {
        calledOff = true;
        Work begun = work;
        if (begun != null) {
            begun.cancel();
        }
    }

    boolean isCalledOff() {
        return calledOff;
    }

    Stage stage() {
        return stage;
    }

    double share() {
        return share;
    }
}
