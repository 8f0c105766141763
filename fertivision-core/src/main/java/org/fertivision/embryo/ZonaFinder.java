package org.fertivision.embryo;

import java.util.Optional;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.pixel.ClosedPath;
import org.fertivision.pixel.PolarImage;
import org.fertivision.spi.Work;

/** Finds a zona whose content is not one round cell: both its borders together, in the light that shows them best. */
final class ZonaFinder {
    private static final int LEAST_SIDE_PX = 24;
    private static final double OTHER_MIDDLE = 0.05;
    private static final double WIDER = 1.5;
    private static final double APART_UM = 6;
    private static final double BEYOND_UM = 28;
    private static final double STIFFNESS = 0.25;
    private static final float MOST_STRENGTH = 3;

    private final ZonaGates gates;

    ZonaFinder(ZonaGates gates) {
        this.gates = gates;
    }

    /**
     * What there is; nothing in a field too small for it.
     *
     * @param umPerPixel size of a pixel, micrometers
     */
    Optional<ZonaSighting> find(Plane gray, double umPerPixel, Work work) {
        RingLimits limits = RingLimits.EMBRYO;
        if (Math.min(gray.width(), gray.height()) < LEAST_SIDE_PX
                || Math.max(gray.width(), gray.height()) * umPerPixel < limits.leastOuter()) {
            return Optional.empty();
        }
        CellField field = CellField.of(gray, umPerPixel, limits);
        if (field.middles().isEmpty()) {
            return Optional.empty();
        }
        work.checkpoint();
        Point middle = field.middles().get(0).center();
        RingSearch blind = new RingSearch(field.raster(), field.umPerPixel(), limits);
        Optional<Rings> best = Optional.empty();
        for (LightSide light : blind.lights(middle)) {
            Rings rings = blind.lit(light).about(middle, 1);
            work.checkpoint();
            if (best.isEmpty() || fit(rings) > fit(best.get())) {
                best = Optional.of(rings);
            }
        }
        return best.map(rings -> judged(field, rings, blind.lit(rings.signal().light())));
    }

    /** In bright field how high the lower of both borders stands out: a shore of one is lower than the other. */
    private static double fit(Rings rings) {
        return rings.signal().oblique()
                ? rings.gain()
                : Math.min(
                        Border.of(rings.center(), rings.outer(), 1, rings.signal())
                                .height(),
                        Border.of(rings.center(), rings.inner(), -1, rings.signal())
                                .height());
    }

    /** What is no zona at its inner border may be the cells themselves, so that the outer one is not measured either. */
    private ZonaSighting judged(CellField field, Rings rings, RingSearch search) {
        Border outer = Border.of(rings.center(), rings.outer(), 1, rings.signal());
        Border inner = Border.of(rings.center(), rings.inner(), -1, rings.signal());
        double off = OTHER_MIDDLE * outer.radius();
        Rings again =
                search.about(new Point(rings.center().x() + off, rings.center().y()), WIDER);
        double outerAgain = Rings.radius(again.outer()) / Rings.radius(rings.outer());
        double innerAgain = Rings.radius(again.inner()) / Rings.radius(rings.inner());
        Border beyond = beyond(rings, field.umPerPixel());
        return new ZonaSighting(
                field,
                outer,
                inner,
                rings.signal().light(),
                gates.outer(field, outer, outerAgain)
                        .or(() -> gates.alone(outer, beyond))
                        .or(() -> gates.inner(outer, inner, innerAgain))
                        .orElse(null));
    }

    /** The best closed border outside the outer one: where the cells were taken for a zona, the zona. */
    private static Border beyond(Rings rings, double umPerPixel) {
        PolarImage strength = rings.signal().strength();
        int width = (int) (BEYOND_UM / umPerPixel / strength.step());
        int[] from = new int[strength.directions()];
        int[] to = new int[strength.directions()];
        for (int d = 0; d < from.length; d++) {
            double start = (rings.outer()[d] + APART_UM / umPerPixel) / strength.step();
            from[d] = (int) Math.min(strength.distances() - width - 1, start);
            to[d] = from[d] + width;
        }
        double[] path = ClosedPath.through(strength.limited(MOST_STRENGTH), from, to, STIFFNESS);
        for (int d = 0; d < path.length; d++) {
            path[d] *= strength.step();
        }
        return Border.of(rings.center(), path, 1, rings.signal());
    }
}
