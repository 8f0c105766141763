package org.fertivision.server.limit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Buckets in the memory of this process. A bucket is the time at which it is full again; a full one is forgotten.
 * Thread-safe.
 */
final class LocalBuckets implements Buckets {
    private static final int SWEEP_EVERY = 4_096;

    private final LongSupplier micros;
    private final int instances;
    private final Map<String, Long> fullAt = new HashMap<>();
    private int sinceSweep;

    /**
     * Full buckets.
     *
     * @param micros the time in microseconds, from anywhere
     * @param instances how many instances share a quota without knowing of each other
     */
    LocalBuckets(LongSupplier micros, int instances) {
        this.micros = micros;
        this.instances = instances;
    }

    @Override
    public synchronized List<Taken> take(List<Demand> demands) {
        long now = micros.getAsLong();
        sweep(now);
        boolean all = true;
        for (Demand demand : demands) {
            Quota quota = demand.quota().share(instances);
            all &= untilFull(demand, now) + quota.everyMicros() <= quota.everyMicros() * quota.most();
        }
        List<Taken> taken = new ArrayList<>();
        for (Demand demand : demands) {
            Quota quota = demand.quota().share(instances);
            long until = untilFull(demand, now);
            boolean one = until + quota.everyMicros() <= quota.everyMicros() * quota.most();
            if (all) {
                until += quota.everyMicros();
                fullAt.put(demand.key(), now + until);
            }
            taken.add(Taken.of(quota, one, until));
        }
        return taken;
    }

    private long untilFull(Demand demand, long now) {
        return Math.max(0, fullAt.getOrDefault(demand.key(), now) - now);
    }

    private void sweep(long now) {
        if (++sinceSweep >= SWEEP_EVERY) {
            sinceSweep = 0;
            fullAt.values().removeIf(at -> at <= now);
        }
    }

    /** How many buckets are not full. */
    synchronized int size() {
        return fullAt.size();
    }
}
