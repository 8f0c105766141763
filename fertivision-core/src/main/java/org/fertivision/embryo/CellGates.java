package org.fertivision.embryo;

import java.util.Locale;
import java.util.Optional;
import org.fertivision.image.Point;

/**
 * What a border must hold against before it is measured: it stands out nearly all around, it is an oval, a second look
 * from another middle and through a wider blur ends at the same place, nothing else in the field is as round, and it lies
 * within the image.
 *
 * @param mostEdgeWidthUm widest edge that is still in focus, micrometers
 * @param leastSupport least share of directions in which a border stands out
 */
record CellGates(double mostEdgeWidthUm, double leastSupport) {
    private static final double MOST_OUTSIDE = 0.05;
    private static final double MOST_RIVALRY = 0.6;
    private static final double LEAST_HEIGHT = 1;
    /**
     * Below, the noise decides how wide an edge looks. Drawn: 2.3 and more where the blur is 2 um or less, 2.2 and less where it
     * is 6 um.
     */
    private static final double SURE_HEIGHT = 2.25;

    private static final double INNER_SUPPORT = 0.8;
    /** Both borders of the zona are steps of one size; a shore of another border is at most half as high. */
    private static final double INNER_HEIGHT = 0.6;

    private static final double MOST_DEPARTURE = 0.03;
    private static final double OTHER_MIDDLE = 0.05;
    private static final double WIDER = 1.5;
    private static final double SAME_RADIUS = 0.02;
    private static final double THINNEST_UM = 2;

    /** The borders with the verdict on them. */
    Sighting judged(CellField field, Rings rings, RingSearch search) {
        Border outer = Border.of(rings.center(), rings.outer(), 1, rings.signal());
        Border inner = Border.of(rings.center(), rings.inner(), -1, rings.signal());
        Border cell = Border.of(rings.center(), rings.cell(), 1, rings.signal());
        Sighting open = new Sighting(field, rings, outer, inner, cell, null, null);
        if (unmeasurable(open).isPresent()) {
            return new Sighting(
                    field, rings, outer, inner, cell, unmeasurable(open).orElseThrow(), null);
        }
        double off = OTHER_MIDDLE * outer.radius();
        Rings again =
                search.about(new Point(rings.center().x() + off, rings.center().y()), WIDER);
        return new Sighting(
                field,
                rings,
                outer,
                inner,
                cell,
                moved(open, again).orElse(null),
                zona(open, again).orElse(null));
    }

    private Optional<Verdict> unmeasurable(Sighting seen) {
        double height = Math.min(seen.outer().height(), seen.cell().height());
        if (height < LEAST_HEIGHT) {
            return verdict(Refusal.WEAK_EDGE, "stands out %.1f times the scatter", height);
        }
        double outside = Math.max(seen.outer().outside(), seen.cell().outside());
        if (outside > MOST_OUTSIDE) {
            return verdict(Refusal.CLIPPED, "%.0f %% of the border lie beyond the image", 100 * outside);
        }
        if (seen.field().rivalry() > MOST_RIVALRY) {
            return verdict(
                    Refusal.AMBIGUOUS,
                    "a second round thing has %.2f of the support",
                    seen.field().rivalry());
        }
        double support = Math.min(seen.outer().support(), seen.cell().support());
        if (support < leastSupport) {
            return verdict(Refusal.WEAK_EDGE, "stands out in %.0f %% of the directions", 100 * support);
        }
        double width = Math.max(seen.outer().width(), seen.cell().width())
                * seen.field().umPerPixel();
        if (width > mostEdgeWidthUm) {
            return verdict(Refusal.UNFOCUSED, "edges are %.1f um wide", width);
        }
        if (height < SURE_HEIGHT) {
            return verdict(Refusal.WEAK_EDGE, "stands out %.1f times the scatter", height);
        }
        double departure = Math.max(seen.outer().departure(), seen.cell().departure());
        if (departure > MOST_DEPARTURE) {
            return verdict(Refusal.AMBIGUOUS, "departs from an oval by %.1f %% of its radius", 100 * departure);
        }
        return Optional.empty();
    }

    private static Optional<Verdict> moved(Sighting seen, Rings again) {
        double outer = change(seen.rings().outer(), again.outer());
        double cell = change(seen.rings().cell(), again.cell());
        return moved(Math.max(outer, cell));
    }

    private static Optional<Verdict> moved(double change) {
        return change > SAME_RADIUS
                ? verdict(Refusal.AMBIGUOUS, "a second look moves a border by %.1f %%", 100 * change)
                : Optional.empty();
    }

    private static double change(double[] first, double[] second) {
        return Math.abs(Rings.radius(second) / Rings.radius(first) - 1);
    }

    private static Optional<Verdict> zona(Sighting seen, Rings again) {
        double space =
                (seen.inner().radius() - seen.cell().radius()) * seen.field().umPerPixel();
        if (space < THINNEST_UM) {
            return verdict(Refusal.TOO_THIN, "the perivitelline space is %.1f um wide", space);
        }
        if (seen.inner().support() < INNER_SUPPORT) {
            return verdict(
                    Refusal.WEAK_EDGE,
                    "stands out in %.0f %% of the directions",
                    100 * seen.inner().support());
        }
        if (seen.inner().height() < LEAST_HEIGHT) {
            return verdict(
                    Refusal.WEAK_EDGE,
                    "stands out %.1f times the scatter",
                    seen.inner().height());
        }
        double share = seen.inner().height() / seen.outer().height();
        if (share < INNER_HEIGHT) {
            return verdict(Refusal.AMBIGUOUS, "stands out %.2f times as high as the outer border", share);
        }
        return moved(change(seen.rings().inner(), again.inner()));
    }

    private static Optional<Verdict> verdict(Refusal refusal, String words, double figure) {
        return Optional.of(new Verdict(refusal, String.format(Locale.ROOT, words, figure)));
    }
}
