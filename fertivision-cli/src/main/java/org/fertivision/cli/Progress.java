package org.fertivision.cli;

import java.io.PrintWriter;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;

/** How far the work is: a bar that moves where a person watches, otherwise a line every ten seconds. Thread-safe. */
final class Progress implements DoubleConsumer, AutoCloseable {
    private static final int BAR = 30;
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long LINE_EVERY_MS = 10_000;
    private static final long BAR_EVERY_MS = 250;

    private final PrintWriter err;
    private final boolean bar;
    private final String what;
    private final LongSupplier nanoClock;
    private final long startedNanos;
    private final Timer timer = new Timer("progress", true);
    private double done;
    private boolean closed;

    /** Progress of {@code what} from now on, told only when somebody asks, by a clock that counts nanoseconds. */
    Progress(PrintWriter err, boolean bar, String what, LongSupplier nanoClock) {
        this.err = err;
        this.bar = bar;
        this.what = what;
        this.nanoClock = nanoClock;
        this.startedNanos = nanoClock.getAsLong();
    }

    /** Progress of {@code what} from now on, told from time to time until it is closed. */
    static Progress start(Talk talk, boolean terminal, String what) {
        boolean bar = terminal && talk.isWanted();
        Progress progress = new Progress(talk.err(), bar, what, System::nanoTime);
        if (talk.isWanted()) {
            progress.tellEvery(bar ? BAR_EVERY_MS : LINE_EVERY_MS);
        }
        return progress;
    }

    @Override
    public synchronized void accept(double fraction) {
        done = Math.max(done, fraction);
    }

    /** Says how far it is. */
    synchronized void tell() {
        if (closed) {
            return;
        }
        long seconds = (nanoClock.getAsLong() - startedNanos) / SECOND_NANOS;
        int percent = (int) (100 * done);
        if (bar) {
            int full = (int) (BAR * done);
            err.print("\r" + "#".repeat(full) + ".".repeat(BAR - full) + " " + percent + " % of " + what + ", "
                    + seconds + " s ");
        } else {
            err.print("fertivision: " + percent + " % of " + what + " after " + seconds + " s\n");
        }
        err.flush();
    }

    /** Ends the talk and leaves a clean line. */
    @Override
    public synchronized void close() {
        timer.cancel();
        closed = true;
        if (bar) {
            err.print("\r\033[K");
            err.flush();
        }
    }

    private void tellEvery(long milliseconds) {
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        tell();
                    }
                },
                milliseconds,
                milliseconds);
    }
}
