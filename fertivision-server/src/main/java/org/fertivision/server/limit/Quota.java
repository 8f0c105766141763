package org.fertivision.server.limit;

import java.time.Duration;

/**
 * How much is allowed: so much at once, after which it refills evenly over a window.
 *
 * @param name as headers name it
 * @param most how many
 * @param window over which all of it comes back
 */
record Quota(String name, int most, Duration window) {
    /** The part of one of several instances that do not know of each other. */
    Quota share(int instances) {
        return new Quota(name, Math.max(1, most / instances), window);
    }

    /** The time in which one comes back, microseconds. */
    long everyMicros() {
        return window.toNanos() / 1_000 / most;
    }

    /** As the header {@code RateLimit-Policy} names it. */
    String policy() {
        return "\"" + name + "\";q=" + most + ";w=" + window.toSeconds();
    }
}
