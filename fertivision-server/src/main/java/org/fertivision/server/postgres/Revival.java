package org.fertivision.server.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;

/** Starts a PostgreSQL again that ended without being told to, until it is told to. Thread-safe. */
final class Revival {
    private static final Logger LOG = System.getLogger(Revival.class.getName());
    private static final long PAUSE_MILLIS = 1_000;

    private final Path cluster;
    private final Start start;
    private final Thread thread;
    private boolean over;

    /** Starts it. */
    @FunctionalInterface
    interface Start {
        /** Whether it runs now. */
        boolean succeeds() throws IOException;
    }

    /** Watches a cluster that runs. */
    Revival(Path cluster, Start start) {
        this.cluster = cluster;
        this.start = start;
        this.thread = Thread.ofPlatform().name("postgresql").daemon().unstarted(this::watch);
        thread.start();
    }

    private void watch() {
        try {
            while (true) {
                awaitEnd();
                Thread.sleep(PAUSE_MILLIS);
                if (!revived()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitEnd() throws InterruptedException {
        try {
            String first = Files.readAllLines(cluster.resolve("postmaster.pid")).get(0);
            ProcessHandle process =
                    ProcessHandle.of(Long.parseLong(first.strip())).orElse(null);
            if (process != null) {
                process.onExit().get();
            }
        } catch (IOException
                | RuntimeException
                | ExecutionException e) { // without a number that can be read it has ended
            LOG.log(Level.DEBUG, "no process of PostgreSQL", e);
        }
    }

    /** Whether it is still wanted; then it runs, or is tried again. */
    private synchronized boolean revived() {
        if (!over) {
            LOG.log(Level.WARNING, "PostgreSQL ended by itself and is started again");
            try {
                if (!start.succeeds()) {
                    LOG.log(Level.WARNING, "PostgreSQL does not start yet; its own log tells why");
                }
            } catch (IOException | UncheckedIOException e) {
                LOG.log(Level.WARNING, "PostgreSQL cannot be started yet", e);
            }
        }
        return !over;
    }

    /** From now on it may end; a start that is under way comes first. */
    synchronized void end() {
        over = true;
        thread.interrupt();
    }
}
