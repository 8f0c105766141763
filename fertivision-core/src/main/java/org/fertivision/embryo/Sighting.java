package org.fertivision.embryo;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Zona and cell as they were found, or that nothing round was.
 *
 * @param field the field as searched
 * @param rings the borders
 * @param outer outer border of the zona
 * @param inner inner border of the zona
 * @param cell border of the cell
 * @param refused why none of it is measured, or null
 * @param zonaRefused why the inner border of the zona is not measured, or null
 */
record Sighting(
        CellField field,
        Rings rings,
        Border outer,
        Border inner,
        Border cell,
        @Nullable Verdict refused,
        @Nullable Verdict zonaRefused)
        implements PlaneSighting<Sighting> {
    @Override
    public Optional<Verdict> refusal() {
        return Optional.ofNullable(refused);
    }

    @Override
    public double height() {
        return Math.min(outer.height(), cell.height());
    }

    @Override
    public double radiusPx() {
        return cell.radius() * field.factor();
    }

    /** Why the inner border of the zona is not measured. */
    Optional<Verdict> zonaRefusal() {
        return Optional.ofNullable(refused != null ? refused : zonaRefused);
    }

    @Override
    public Sighting refusedFor(Verdict why) {
        return new Sighting(field, rings, outer, inner, cell, why, null);
    }

    /** This, or nothing of it where a border does not hold: without a scale nothing else tells a zona from the rim of a well. */
    Sighting wholeOrNothing() {
        if (refused != null || zonaRefused == null) {
            return this;
        }
        Verdict verdict =
                new Verdict(Refusal.AMBIGUOUS, "no scale, and the zona's inner border " + zonaRefused.detail());
        return new Sighting(field, rings, outer, inner, cell, verdict, null);
    }
}
