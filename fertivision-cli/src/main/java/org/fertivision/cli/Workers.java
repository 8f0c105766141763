package org.fertivision.cli;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.fertivision.EngineConfig;
import org.jspecify.annotations.Nullable;

/** Threads that look at fields side by side; none where one is enough. */
final class Workers implements AutoCloseable {
    private static final int MOST = 1024;

    private final @Nullable ExecutorService threads;

    private Workers(@Nullable ExecutorService threads) {
        this.threads = threads;
    }

    /** The given number of threads. */
    static Workers of(int number) {
        return new Workers(checked(number) == 1 ? null : Executors.newFixedThreadPool(number, Workers::daemon));
    }

    /** A number of threads that can be had. */
    static int checked(int number) {
        if (number < 1 || number > MOST) {
            throw new Failure(ExitCode.REQUEST, "--threads is a number from 1 to " + MOST + ", not " + number);
        }
        return number;
    }

    /** The configuration with these threads. */
    EngineConfig.Builder in(EngineConfig.Builder config) {
        return threads == null ? config : config.executor(threads);
    }

    @Override
    public void close() {
        if (threads != null) {
            threads.shutdownNow();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "field");
        thread.setDaemon(true);
        return thread;
    }
}
