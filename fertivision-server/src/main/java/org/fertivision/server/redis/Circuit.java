package org.fertivision.server.redis;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Remembers that something did not answer, and lets one caller try it again after a pause. Thread-safe. */
final class Circuit {
    private final long pauseNanos;
    private final LongSupplier nanos;
    private boolean open;
    private long retryAt;

    /** A circuit that is closed. */
    Circuit(Duration pause, LongSupplier nanos) {
        this.pauseNanos = pause.toNanos();
        this.nanos = nanos;
    }

    /** Whether to ask; while it is open, one caller after each pause. */
    synchronized boolean mayAsk() {
        if (!open) {
            return true;
        }
        if (nanos.getAsLong() - retryAt < 0) {
            return false;
        }
        retryAt = nanos.getAsLong() + pauseNanos;
        return true;
    }

    /** It answered; whether that is news. */
    synchronized boolean answered() {
        boolean news = open;
        open = false;
        return news;
    }

    /** It did not answer; whether that is news. */
    synchronized boolean failed() {
        boolean news = !open;
        open = true;
        retryAt = nanos.getAsLong() + pauseNanos;
        return news;
    }

    synchronized boolean isOpen() {
        return open;
    }
}
