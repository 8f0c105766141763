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
        @Nullable Verdict refused) implements PlaneSighting<ZonaSighting> {
    @Override
    public Optional<Verdict> refusal() {
        return Optional.ofNullable(refused);
    }

    @Override
    public double height() {
        return Math.min(outer.height(), inner.height());
    }

    @Override
    public double radiusPx() {
        return outer.radius() * field.factor();
    }

    @Override
    public ZonaSighting refusedFor(Verdict why) {
        return new ZonaSighting(field, outer, inner, light, why);
    }
}
