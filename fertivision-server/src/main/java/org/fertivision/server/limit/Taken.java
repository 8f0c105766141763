package org.fertivision.server.limit;

/**
 * What a bucket answers.
 *
 * @param quota which quota was counted against
 * @param allowed whether there was one left
 * @param left how many are left now
 * @param fullMicros time until all are back, microseconds
 * @param nextMicros time until one is there, microseconds; 0 where one is
 */
record Taken(Quota quota, boolean allowed, int left, long fullMicros, long nextMicros) {
    private static final long MICROS = 1_000_000;

    /**
     * The answer of a bucket that is full again at a time.
     *
     * @param allowed whether one was taken
     * @param untilFull time from now until then, microseconds
     */
    static Taken of(Quota quota, boolean allowed, long untilFull) {
        long window = quota.everyMicros() * quota.most();
        long left = (window - untilFull) / quota.everyMicros();
        long next = Math.max(0, untilFull + quota.everyMicros() - window);
        return new Taken(quota, allowed, (int) Math.max(0, left), untilFull, next);
    }

    /** As the header {@code RateLimit} names it. */
    String told() {
        return "\"" + quota.name() + "\";r=" + left + ";t=" + seconds(fullMicros);
    }

    /** Whole seconds until one is there. */
    int retrySeconds() {
        return Math.max(1, seconds(nextMicros));
    }

    private static int seconds(long micros) {
        return (int) ((micros + MICROS - 1) / MICROS);
    }
}
