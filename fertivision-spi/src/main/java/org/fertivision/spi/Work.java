package org.fertivision.spi;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private static final Duration MOST = Duration.ofNanos(Long.MAX_VALUE);

    private final LongSupplier nanoClock;
    private final long startedNanos;
    private final long allowedNanos;
    private final DoubleConsumer progress;
    private final AtomicBoolean canceled;

    private Work(
            LongSupplier nanoClock,
            long startedNanos,
            long allowedNanos,
            DoubleConsumer progress,
            AtomicBoolean canceled) {
        this.nanoClock = nanoClock;
        this.startedNanos = startedNanos;
        this.allowedNanos = allowedNanos;
        this.progress = progress;
        this.canceled = canceled;
    }

    /** Work without a deadline; it can still be called off. */
    public static Work unlimited() {
        return started(System::nanoTime, Long.MAX_VALUE);
    }

    /** Work that must be done within the given time, counted from now. */
    public static Work within(Duration allowed) {
        return within(allowed, System::nanoTime);
    }

    /** Work that must be done within the given time by a clock of the caller's, which counts nanoseconds. */
    public static Work within(Duration allowed, LongSupplier nanoClock) {
        return started(nanoClock, nanos(allowed));
    }

    /** This work, told to a listener of its progress from 0 to 1: one deadline, and called off together. */
    public Work reportingTo(DoubleConsumer listener) {
        return new Work(nanoClock, startedNanos, allowedNanos, listener, canceled);
    }

    /** Calls the work off: its next checkpoint ends it. */
    public void cancel() {
        canceled.set(true);
    }

    /** Whether it was called off. */
    public boolean isCanceled() {
        return canceled.get();
    }

    /**
     * Goes on, or ends the work.
     *
     * @throws RejectedException if the deadline passed or somebody called it off
     */
    public void checkpoint() {
        if (canceled.get()) {
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

    /** Tells the listener how much is done, 0 to 1; what is not a number is not told. */
    public void progress(double fraction) {
        if (!Double.isNaN(fraction)) {
            progress.accept(Math.min(1, Math.max(0, fraction)));
        }
    }

    private static Work started(LongSupplier nanoClock, long allowedNanos) {
        return new Work(nanoClock, nanoClock.getAsLong(), allowedNanos, fraction -> {}, new AtomicBoolean());
    }

    /** The nanoseconds of a duration; the most that fit where there are more (292 years), none of a negative one. */
    private static long nanos(Duration allowed) {
        if (allowed.isNegative()) {
            return -1;
        }
        return allowed.compareTo(MOST) < 0 ? allowed.toNanos() : Long.MAX_VALUE;
    }
}
