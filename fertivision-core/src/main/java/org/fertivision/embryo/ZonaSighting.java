package org.fertivision.embryo;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A zona as it was found around cells.
 *
 * @param field the field as searched
 * @param outer its outer border
 * @param inner its inner border
 * @param light from where the light is taken to come
 * @param refused why it is not measured, or null
 */
record ZonaSighting(
        CellField field,
        Border outer,
        Border inner,
        LightSide light,
        @Nullable Verdict refused) {
    /** Why it is not measured. */
    Optional<Verdict> refusal() {
        return Optional.ofNullable(refused);
    }
}
