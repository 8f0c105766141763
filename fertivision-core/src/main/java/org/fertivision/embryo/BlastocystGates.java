package org.fertivision.embryo;

import java.util.Locale;
import java.util.Optional;

/**
 * What the outline of a blastocyst must hold against before it is measured.
 *
 * @param mostEdgeWidthUm widest edge that is still in focus, micrometers
 * @param leastSupport least share of directions in which a border stands out
 */
record BlastocystGates(double mostEdgeWidthUm, double leastSupport) {
    /** What is not this much rougher inside than outside is no embryo. */
    static final double LEAST_CONTRAST = 0.012;

    private static final double LEAST_HEIGHT = 1;
    private static final double MOST_OUTSIDE = 0.05;
    private static final double MOST_RIVALRY = 0.6;
    private static final double MOST_ZONA_RIVALRY = 0.85;
    private static final double MOST_DEPARTURE = 0.035;
    private static final double SAME_RADIUS = 0.02;
    private static final double LEAST_DROP = 0.25;
    private static final double LEAST_WALL = 2;

    /**
     * Why an outline that roughness alone tells is not measured.
     *
     * @param umPerPixel size of a pixel of the raster, micrometers, 1 where it is unknown
     * @param drop how much the roughness drops across it, units of the disc's contrast
     * @param again radius that a second look ends at, pixels of the raster
     */
    Optional<Verdict> rough(OutlineField field, Border outline, double umPerPixel, double drop, double again) {
        double contrast = field.discs().get(0).contrast();
        if (contrast < LEAST_CONTRAST) {
            return verdict(Refusal.WEAK_EDGE, "%.4f rougher inside than outside", contrast);
        }
        if (drop < LEAST_DROP) {
            return verdict(Refusal.AMBIGUOUS, "roughness drops by %.2f of its contrast", drop);
        }
        return clear(field, outline, umPerPixel, again, MOST_RIVALRY);
    }

    /** Why an outline within a zona that was found with it is not measured. */
    Optional<Verdict> withZona(OutlineField field, Border outline, double umPerPixel, double again) {
        return clear(field, outline, umPerPixel, again, MOST_ZONA_RIVALRY);
    }

    private Optional<Verdict> clear(
            OutlineField field, Border outline, double umPerPixel, double again, double mostRivalry) {
        if (outline.outside() > MOST_OUTSIDE) {
            return verdict(Refusal.CLIPPED, "%.0f %% of the outline lie beyond the image", 100 * outline.outside());
        }
        if (field.rivalry() > mostRivalry) {
            return verdict(
                    Refusal.AMBIGUOUS, "a second rough disc has %.2f of the first one's contrast", field.rivalry());
        }
        if (outline.height() < LEAST_HEIGHT) {
            return verdict(Refusal.WEAK_EDGE, "stands out %.1f times the scatter", outline.height());
        }
        if (outline.support() < leastSupport) {
            return verdict(Refusal.WEAK_EDGE, "stands out in %.0f %% of the directions", 100 * outline.support());
        }
        if (outline.width() * umPerPixel > mostEdgeWidthUm) {
            return verdict(Refusal.UNFOCUSED, "edges are %.1f wide", outline.width() * umPerPixel);
        }
        if (outline.departure() > MOST_DEPARTURE) {
            return verdict(
                    Refusal.AMBIGUOUS, "departs from an oval by %.1f %% of its radius", 100 * outline.departure());
        }
        double change = Math.abs(again / Rings.radius(outline.distances()) - 1);
        return change > SAME_RADIUS
                ? verdict(Refusal.AMBIGUOUS, "a second look moves the outline by %.1f %%", 100 * change)
                : Optional.empty();
    }

    /**
     * Why an outline is not that of cells: what lies just inside is nearly as smooth as what lies outside.
     *
     * @param wall roughness just inside over that outside
     */
    Optional<Verdict> smooth(double wall) {
        return wall < LEAST_WALL
                ? verdict(Refusal.AMBIGUOUS, "just inside it is %.1f times as rough as outside: a zona, or a rim", wall)
                : Optional.empty();
    }

    private static Optional<Verdict> verdict(Refusal refusal, String words, double figure) {
        return Optional.of(new Verdict(refusal, String.format(Locale.ROOT, words, figure)));
    }
}
