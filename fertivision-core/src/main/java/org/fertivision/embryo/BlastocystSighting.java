package org.fertivision.embryo;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A blastocyst as it was found.
 *
 * @param factor pixels of the image in one of the raster
 * @param umPerPixel size of a pixel of the raster, micrometers, 1 where it is unknown
 * @param contrast how much rougher it is inside than outside
 * @param outline outer border of the trophectoderm
 * @param zona outer border of the zona, or null where it was not looked for
 * @param thickness of the zona, pixels of the raster, where it holds
 * @param refused why nothing is measured, or null
 * @param zonaRefused why the zona is not measured, or null
 */
record BlastocystSighting(
        int factor,
        double umPerPixel,
        double contrast,
        Border outline,
        @Nullable Border zona,
        double thickness,
        @Nullable Verdict refused,
        @Nullable Verdict zonaRefused)
        implements PlaneSighting<BlastocystSighting> {
    @Override
    public Optional<Verdict> refusal() {
        return Optional.ofNullable(refused);
    }

    @Override
    public double height() {
        return outline.height();
    }

    @Override
    public double radiusPx() {
        return outline.radius() * factor;
    }

    @Override
    public BlastocystSighting refusedFor(Verdict why) {
        return new BlastocystSighting(factor, umPerPixel, contrast, outline, zona, thickness, why, null);
    }

    /** Why the zona is not measured. */
    Optional<Verdict> zonaRefusal() {
        return Optional.ofNullable(refused != null ? refused : zonaRefused);
    }
}
