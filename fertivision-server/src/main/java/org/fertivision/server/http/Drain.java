package org.fertivision.server.http;

import java.time.Duration;

/** Counts the requests that are being answered, and waits for the last one before the server ends. Thread-safe. */
public final class Drain {
    private int inFlight;
    private boolean begun;

    /** A request came in. */
    synchronized void enter() {
        inFlight++;
    }

    /** A request was answered. */
    synchronized void leave() {
        inFlight--;
        notifyAll();
    }

    /** The server is about to end. */
    public synchronized void begin() {
        begun = true;
    }

    /** Whether the server is about to end. */
    public synchronized boolean isBegun() {
        return begun;
    }

    /**
     * Begins to end, and waits until nothing is being answered.
     *
     * @return whether all was answered within that time
     */
    public synchronized boolean await(Duration atMost) throws InterruptedException {
        begin();
        long until = System.nanoTime() + atMost.toNanos();
        while (inFlight > 0) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
