package org.fertivision;

import java.util.Arrays;
import java.util.function.DoubleConsumer;

/** Adds up how far the fields are and tells a listener the share of all, 0 to 1, never less than before. Thread-safe. */
final class Progress {
    private final DoubleConsumer listener;
    private final double[] shares;

    Progress(DoubleConsumer listener, int fields) {
        this.listener = listener;
        this.shares = new double[fields];
    }

    /** A field is so far; a field that was further already stays there. */
    synchronized void of(int field, double share) {
        if (share > shares[field]) {
            shares[field] = share;
            listener.accept(Arrays.stream(shares).sum() / shares.length);
        }
    }
}
