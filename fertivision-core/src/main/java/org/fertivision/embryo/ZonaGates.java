package org.fertivision.embryo;

import java.util.Locale;
import java.util.Optional;

/**
 * What the borders of a zona around cells must hold against before they are measured.
 *
 * @param mostEdgeWidthUm widest edge that is still in focus, micrometers
 * @param leastSupport least share of directions in which the outer border stands out
 */
record ZonaGates(double mostEdgeWidthUm, double leastSupport) {
    private static final double LEAST_HEIGHT = 1;
    private static final double MOST_OUTSIDE = 0.05;
    private static final double MOST_RIVALRY = 0.6;
    private static final double MOST_DEPARTURE = 0.02;
    private static final double SAME_RADIUS = 0.02;
    private static final double INNER_SUPPORT = 0.75;
    private static final double INNER_HEIGHT = 0.6;
    private static final double BEYOND_HEIGHT = 0.3;

    /**
     * Why the outer border is not measured.
     *
     * @param again radius that a second look ends at over that of the first
     */
    Optional<Verdict> outer(CellField field, Border outer, double again) {
        if (outer.height() < LEAST_HEIGHT) {
            return verdict(Refusal.WEAK_EDGE, "stands out %.1f times the scatter", outer.height());
        }
        if (outer.outside() > MOST_OUTSIDE) {
            return verdict(Refusal.CLIPPED, "%.0f %% of the border lie beyond the image", 100 * outer.outside());
        }
        if (field.rivalry() > MOST_RIVALRY) {
            return verdict(Refusal.AMBIGUOUS, "a second round thing has %.2f of the support", field.rivalry());
        }
        if (outer.support() < leastSupport) {
            return verdict(Refusal.WEAK_EDGE, "stands out in %.0f %% of the directions", 100 * outer.support());
        }
        if (outer.width() * field.umPerPixel() > mostEdgeWidthUm) {
            return verdict(Refusal.UNFOCUSED, "edges are %.1f um wide", outer.width() * field.umPerPixel());
        }
        return oval(outer, again);
    }

    /** Why the outer border is not the outermost. */
    Optional<Verdict> alone(Border outer, Border beyond) {
        double share = beyond.height() / outer.height();
        return beyond.support() >= INNER_SUPPORT && share > BEYOND_HEIGHT
                ? verdict(Refusal.AMBIGUOUS, "a border outside it stands out %.2f times as high", share)
                : Optional.empty();
    }

    /** Why the inner border is not measured. */
    Optional<Verdict> inner(Border outer, Border inner, double again) {
        if (inner.support() < INNER_SUPPORT) {
            return verdict(Refusal.WEAK_EDGE, "stands out in %.0f %% of the directions", 100 * inner.support());
        }
        double share = inner.height() / outer.height();
        if (share < INNER_HEIGHT) {
            return verdict(Refusal.AMBIGUOUS, "stands out %.2f times as high as the outer border", share);
        }
        return oval(inner, again);
    }

    private static Optional<Verdict> oval(Border border, double again) {
        if (border.departure() > MOST_DEPARTURE) {
            return verdict(
                    Refusal.AMBIGUOUS, "departs from an oval by %.1f %% of its radius", 100 * border.departure());
        }
        return Math.abs(again - 1) > SAME_RADIUS
                ? verdict(Refusal.AMBIGUOUS, "a second look moves it by %.1f %%", 100 * Math.abs(again - 1))
                : Optional.empty();
    }

    private static Optional<Verdict> verdict(Refusal refusal, String words, double figure) {
        return Optional.of(new Verdict(refusal, String.format(Locale.ROOT, words, figure)));
    }
}
