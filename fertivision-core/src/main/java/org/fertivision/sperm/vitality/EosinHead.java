package org.fertivision.sperm.vitality;

import org.fertivision.finding.Exclusion;
import org.fertivision.pixel.Blob;
import org.jspecify.annotations.Nullable;

/**
 * A head on the dark ground of nigrosin.
 *
 * @param blob its pixels
 * @param red how far the median of its red stands above that of the ground beside it, gray levels
 * @param green the same of its green
 * @param edge level of red half-way between head and ground
 * @param exclusion why it does not count, or null if it does
 */
record EosinHead(
        Blob blob,
        double red,
        double green,
        double edge,
        @Nullable Exclusion exclusion) {
    /** How much of the light over the ground eosin takes from green: 0 in a white head, 1 where no green is left. */
    double eosin() {
        return 1 - green / red;
    }

    /** Whether it would count if its color were clear. */
    boolean isBetween() {
        return exclusion != null && exclusion.reason().equals(EosinHeads.UNCLEAR);
    }
}
