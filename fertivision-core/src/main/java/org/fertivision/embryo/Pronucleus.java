package org.fertivision.embryo;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A round rim in the ooplasm that may be a pronucleus.
 *
 * @param border its border
 * @param height how high its mean step stands out of those of other circles there, units of their scatter
 * @param refused why it does not count, or null
 */
record Pronucleus(Border border, double height, @Nullable Verdict refused) {
    /** Why it does not count. */
    Optional<Verdict> refusal() {
        return Optional.ofNullable(refused);
    }
}
