package org.fertivision.embryo;

import java.util.Optional;

/**
 * What one plane of a field shows.
 *
 * @param <S> what it is
 */
interface PlaneSighting<S> {
    /** Why nothing of it is measured. */
    Optional<Verdict> refusal();

    /** How high the weakest of the borders that are measured stands out, units of the scatter. */
    double height();

    /** Radius of the border that planes have to agree on, pixels of the image. */
    double radiusPx();

    /** This, none of it measured. */
    S refusedFor(Verdict why);
}
