package org.fertivision;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;

/** Counts fields that are done and tells a listener the share of all, 0 to 1. Thread-safe. */
final class Progress {
    private final DoubleConsumer listener;
    private final int all;
    private final AtomicInteger done = new AtomicInteger();

    Progress(DoubleConsumer listener, int all) {
        this.listener = listener;
        this.all = all;
    }

    void oneMore() {
        listener.accept((double) done.incrementAndGet() / all);
    }
}
