package org.fertivision.embryo;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something in the perivitelline space that looks like a polar body.
 *
 * @param direction where it lies, a direction of the space
 * @param halfUm half of the length of the ellipse that looks most like it, micrometers
 * @param halfThickUm half of that ellipse's thickness, micrometers
 * @param likeness correlation of what is seen with how such a body would look in this light, -1 to 1
 * @param height how high it stands out, units of the scatter
 * @param refused why it does not count, or null
 */
record PolarBody(
        int direction,
        double halfUm,
        double halfThickUm,
        double likeness,
        double height,
        @Nullable Verdict refused) {
    /** Why it does not count. */
    Optional<Verdict> refusal() {
        return Optional.ofNullable(refused);
    }

    PolarBody refusedFor(Verdict why) {
        return new PolarBody(direction, halfUm, halfThickUm, likeness, height, why);
    }
}
