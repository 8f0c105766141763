package org.fertivision.embryo;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What looks like polar bodies in a perivitelline space.
 *
 * @param space the space, or null where its borders do not hold
 * @param bodies those that stand out, counted or not
 * @param refused why they are not counted, or null
 */
record PolarBodiesSeen(
        @Nullable PerivitellineSpace space,
        List<PolarBody> bodies,
        @Nullable Verdict refused) {
    /** Copies the list. */
    PolarBodiesSeen {
        bodies = List.copyOf(bodies);
    }

    static PolarBodiesSeen refused(Verdict why) {
        return new PolarBodiesSeen(null, List.of(), why);
    }

    /** Why they are not counted. */
    Optional<Verdict> refusal() {
        return Optional.ofNullable(refused);
    }
}
