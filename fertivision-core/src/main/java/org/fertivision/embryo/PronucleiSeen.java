package org.fertivision.embryo;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pronuclei of a zygote as they were found.
 *
 * @param rims those that stand out, counted or not
 * @param refused why they are not counted, or null
 */
record PronucleiSeen(List<Pronucleus> rims, @Nullable Verdict refused) {
    /** Copies the list. */
    PronucleiSeen {
        rims = List.copyOf(rims);
    }

    static PronucleiSeen refused(Verdict why) {
        return new PronucleiSeen(List.of(), why);
    }

    /** Why they are not counted. */
    Optional<Verdict> refusal() {
        return Optional.ofNullable(refused);
    }
}
