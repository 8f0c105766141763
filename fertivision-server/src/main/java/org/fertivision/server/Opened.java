package org.fertivision.server;

import java.util.ArrayDeque;
import java.util.Deque;

/** What a start has opened so far, to be ended where the start fails. Not thread-safe. */
final class Opened {
    private final Deque<Runnable> ends = new ArrayDeque<>();

    /** One more was opened, and is ended so. */
    void add(Runnable end) {
        ends.push(end);
    }

    /** Ends all, the last first; what goes wrong with it is told under what the start failed of. */
    void end(Throwable why) {
        for (Runnable end : ends) {
            try {
                end.run();
            } catch (RuntimeException e) {
                why.addSuppressed(e);
            }
        }
    }
}
