package org.fertivision.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * The end that Ctrl-C asks for. What is being written then is finished or taken back, so that no half of it stays.
 * Thread-safe.
 */
final class Interruption {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Set<Thread> writing = new HashSet<>();
    private boolean come;
    private boolean over;

    /**
     * Runs work that writes files.
     *
     * @throws Failure if the process was interrupted before the work or during it
     */
    void whole(Runnable work) {
        begin();
        try {
            work.run();
        } catch (RuntimeException e) {
            throw hasCome() ? interrupted() : e;
        } finally {
            end();
        }
    }

    /** Says that the command came to its own end: nothing is left to interrupt. */
    synchronized void over() {
        over = true;
    }

    /** Ends the writing at its next file and waits until all that was half written is gone. */
    synchronized void come(PrintWriter err) {
        if (over) {
            return;
        }
        come = true;
        err.print("\nfertivision: interrupted; nothing half written is left\n");
        err.flush();
        writing.forEach(Thread::interrupt);
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (long left = PATIENCE.toMillis(); left > 0 && !writing.isEmpty(); ) {
                wait(left);
                left = (end - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void begin() {
        if (come) {
            throw interrupted();
        }
        writing.add(Thread.currentThread());
    }

    private synchronized void end() {
        writing.remove(Thread.currentThread());
        notifyAll();
    }

    private synchronized boolean hasCome() {
        return come;
    }

    private static Failure interrupted() {
        return new Failure(ExitCode.INTERRUPTED, "interrupted");
    }
}
