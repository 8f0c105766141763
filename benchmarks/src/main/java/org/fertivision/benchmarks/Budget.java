package org.fertivision.benchmarks;

import java.util.Locale;

/**
 * What a measurement may be.
 *
 * @param what in words
 * @param measured the figure
 * @param limit its bound
 * @param atMost whether the bound is an upper one
 * @param relative whether it is a ratio within one run, which a busy machine does not spoil
 */
record Budget(String what, double measured, double limit, boolean atMost, boolean relative) {
    static Budget ratioAtMost(String what, double measured, double limit) {
        return new Budget(what, measured, limit, true, true);
    }

    static Budget ratioAtLeast(String what, double measured, double limit) {
        return new Budget(what, measured, limit, false, true);
    }

    static Budget timeAtMost(String what, double measured, double limit) {
        return new Budget(what, measured, limit, true, false);
    }

    boolean isKept() {
        return atMost ? measured <= limit : measured >= limit;
    }

    /** Whether it ends the run with an error: times of a busy machine only warn. */
    boolean isBroken(boolean busy) {
        return !isKept() && (relative || !busy);
    }

    String line(boolean busy) {
        String verdict = isKept() ? "kept" : isBroken(busy) ? "BROKEN" : "not kept, but the machine is busy";
        return String.format(
                Locale.ROOT, "  %-66s %8.2f  %s %.2f  %s", what, measured, atMost ? "<=" : ">=", limit, verdict);
    }
}
