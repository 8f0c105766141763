package org.fertivision.server.limit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Names that something holds for, each until a time. Thread-safe. */
final class Recent {
    private static final int SWEEP_ABOVE = 4_096;

    private final LongSupplier micros;
    private final Map<String, Long> until = new ConcurrentHashMap<>();

    Recent(LongSupplier micros) {
        this.micros = micros;
    }

    /** Microseconds for which it still holds for a name, 0 where it does not. */
    long left(String name) {
        Long end = until.get(name);
        return end == null ? 0 : Math.max(0, end - micros.getAsLong());
    }

    /** Lets it hold for a name; whether it did not hold before. */
    boolean hold(String name, long forMicros) {
        long now = micros.getAsLong();
        if (until.size() > SWEEP_ABOVE) {
            until.values().removeIf(end -> end <= now);
        }
        Long before = until.put(name, now + forMicros);
        return before == null || before <= now;
    }
}
