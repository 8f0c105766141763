package org.fertivision.cli;

import java.io.PrintWriter;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;

/** How far the work is: a bar that moves where a person watches, otherwise a line every ten seconds. Thread-safe. */
final class Progress implements DoubleConsumer, AutoCloseable {
    private static final int BAR = 30;
    private static final long MINUTE = 60;
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long LINE_EVERY_MS = 10_000;
    private static final long BAR_EVERY_MS = 250;

    private final PrintWriter err;
    private final boolean bar;
    private final int total;
    private final String thing;
    private final LongSupplier nanoClock;
    private final long startedNanos;
    private final Timer timer = new Timer("progress", true);
    private double done;
    private int kept;
    private boolean closed;

    /** Progress with so many things from now on, told only when somebody asks, by a clock that counts nanoseconds. */
    Progress(PrintWriter err, boolean bar, int total, String thing, LongSupplier nanoClock) {
        this.err = err;
        this.bar = bar;
        this.total = total;
        this.thing = thing;
        this.nanoClock = nanoClock;
        this.startedNanos = nanoClock.getAsLong();
    }

    /** Progress with so many things from now on, told from time to time until it is closed. */
    static Progress start(Talk talk, boolean terminal, int total, String thing) {
        boolean bar = terminal && talk.isWanted();
        Progress progress = new Progress(talk.err(), bar, total, thing, System::nanoTime);
        if (talk.isWanted()) {
            progress.tellEvery(bar ? BAR_EVERY_MS : LINE_EVERY_MS);
        }
        return progress;
    }

    @Override
    public synchronized void accept(double fraction) {
        done = Math.max(done, fraction);
    }

    /** Takes one more thing for done. */
    synchronized void oneMore() {
        done = Math.min(1, done + 1.0 / total);
    }

    /** Takes one more thing for done that took no work, so that it tells nothing of the pace. */
    synchronized void oneKept() {
        kept++;
        oneMore();
    }

    /** Says how far it is. */
    synchronized void tell() {
        if (closed) {
            return;
        }
        long seconds = (nanoClock.getAsLong() - startedNanos) / SECOND_NANOS;
        String far = (int) (100 * done + 1e-6) + " % of " + Plain.count(total, thing);
        if (bar) {
            int full = (int) (BAR * done);
            err.print("\r" + "#".repeat(full) + ".".repeat(BAR - full) + " " + far + ", " + seconds + " s"
                    + pace(seconds) + " ");
        } else {
            err.print("fertivision: " + far + " after " + seconds + " s" + pace(seconds) + "\n");
        }
        err.flush();
    }

    /** How fast it goes and how long it will take; nothing before the first thing is done. */
    private String pace(long seconds) {
        double worked = done * total - kept;
        if (worked < 1 - 1e-6 || seconds < 1) {
            return "";
        }
        double eachSecond = worked / seconds;
        long left = Math.round((1 - done) * total / eachSecond);
        String rate = eachSecond >= 1
                ? Plain.figure(Math.rint(10 * eachSecond) / 10) + " a second"
                : Plain.figure(Math.rint(600 * eachSecond) / 10) + " a minute";
        return ", " + rate + ", " + span(left) + " left";
    }

    private static String span(long seconds) {
        if (seconds < MINUTE) {
            return seconds + " s";
        }
        long minutes = (seconds + MINUTE / 2) / MINUTE;
        return minutes < MINUTE ? minutes + " min" : minutes / MINUTE + " h " + minutes % MINUTE + " min";
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
