package org.fertivision.spi;

import java.time.Duration;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;

/**
 * The outside world of one analysis as a plug-in sees it: a deadline, a way to be called off, and a listener for
 * progress. Thread-safe.
 *
 * <p>A plug-in calls {@link #checkpoint()} at least every 50 ms of its own work. One that never does cannot be stopped
 * inside a JVM.
 */
public final class Work {
    private static final double NANOS_PER_SECOND = 1e9;

    private final LongSupplier nanoClock;
    private final long startedNanos;
    private final long allowedNanos;
    private final DoubleConsumer progress;
    private volatile boolean canceled;

    private Work(LongSupplier nanoClock, long allowedNanos, DoubleConsumer progress) {
        this.nanoClock = nanoClock;
        this.startedNanos = nanoClock.getAsLong();
        this.allowedNanos = allowedNanos;
        this.progress = progress;
    }

    /** Work without a deadline; it can still be called off. */
    public static Work unlimited() {
        return new Work(System::nanoTime, Long.MAX_VALUE, fraction -> {});
    }

    /** Work that must be done within the given time, counted from now. */
    public static Work within(Duration allowed) {
        return new Work(System::nanoTime, allowed.toNanos(), fraction -> {});
    }

    /** Work that must be done within the given time by a clock of the caller's, which counts nanoseconds. */
    public static Work within(Duration allowed, LongSupplier nanoClock) {
        return new Work(nanoClock, allowed.toNanos(), fraction -> {});
    }

    /** The same time allowed, counted from now, told to a listener of its progress from 0 to 1. */
    public Work reportingTo(DoubleConsumer listener) {
        return new Work(nanoClock, allowedNanos, listener);
    }

    /** Calls the work off: its next checkpoint ends it. */
    public void cancel() {
        canceled = true;
    }

    /** Whether it was called off. */
    public boolean isCanceled() {
        return canceled;
    }

    /**
     * Goes on, or ends the work.
     *
     * @throws RejectedException if the deadline passed or somebody called it off
     */
    public void checkpoint() {
        if (canceled) {
            throw new RejectedException(Rejection.of(RejectionCode.CANCELED, "The analysis was called off."));
        }
        long spent = nanoClock.getAsLong() - startedNanos;
        if (spent > allowedNanos) {
            double allowed = allowedNanos / NANOS_PER_SECOND;
            throw new RejectedException(Rejection.of(
                    RejectionCode.ANALYSIS_TIMEOUT,
                    "The analysis took longer than allowed.",
                    new Rejection.Limit("seconds", allowed, spent / NANOS_PER_SECOND)));
        }
    }

    /** Tells the listener how much is done, 0 to 1. */
    public void progress(double fraction) {
        progress.accept(Math.min(1, Math.max(0, fraction)));
    }
}
