package org.fertivision.sperm.count;

import java.util.Set;
import org.fertivision.finding.Exclusion;
import org.jspecify.annotations.Nullable;

/**
 * An object and what it was taken for.
 *
 * @param thing the object
 * @param term {@code sperm} or {@code roundCell}, or null where it is neither
 * @param cells heads that a cluster seems to hold; 0 for everything else
 * @param exclusion why it does not count, or null if it does
 */
record Sorted(
        Thing thing,
        @Nullable String term,
        int cells,
        @Nullable Exclusion exclusion) {
    static final String SPERM = "sperm";
    static final String ROUND_CELL = "roundCell";
    /** The reason for which a cluster is not counted. */
    static final String CLUSTER = "cluster";
    /** The reasons that small debris and the edge do not explain. */
    static final Set<String> DOUBTFUL = Set.of(CLUSTER, "irregular-outline", "low-contrast", "too-large", "too-thin");

    static Sorted cell(Thing thing, String term) {
        return new Sorted(thing, term, 0, null);
    }

    static Sorted other(Thing thing, Exclusion exclusion) {
        return new Sorted(thing, null, 0, exclusion);
    }

    static Sorted cluster(Thing thing, int cells, Exclusion exclusion) {
        return new Sorted(thing, null, cells, exclusion);
    }

    /** This object, not counted because it lies elsewhere. */
    Sorted outside(Exclusion why) {
        return new Sorted(thing, term, cells, why);
    }
}
