package org.fertivision.embryo;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.pixel.DiscContrast;
import org.fertivision.spi.Work;

/**
 * Finds the outline of a blastocyst, and the zona around it where both borders of the zona are clear steps. Roughness tells
 * which of two borders is the trophectoderm's: it drops there, and not at the outer border of a clear zona.
 */
final class BlastocystFinder {
    private static final double LEAST_UM = 50;
    private static final double MOST_UM = 125;
    private static final double OTHER_MIDDLE = 0.05;
    private static final double WIDER = 1.5;
    private static final double BEYOND = 1.25;
    private static final double WALL = 0.84;
    private static final double ZONA_SUPPORT = 0.9;
    private static final double ZONA_DEPARTURE = 0.015;
    private static final double MOST_ROUGH = 1.6;
    /** A border between zona and cell that stands out this much less than the zona's is a shore of one of them. */
    private static final double INNER_HEIGHT = 0.6;

    private static final double THINNEST_UM = 2;
    private static final double APART_UM = 4;

    private final BlastocystGates gates;

    BlastocystFinder(BlastocystGates gates) {
        this.gates = gates;
    }

    /** What there is; nothing in a field too small or without anything rough. */
    Optional<BlastocystSighting> find(Plane gray, OptionalDouble umPerPixel, Work work) {
        Optional<OutlineField> found = new OutlineFinder(LEAST_UM, MOST_UM).find(gray, umPerPixel, work);
        return found.map(field -> seen(field, umPerPixel, work));
    }

    private BlastocystSighting seen(OutlineField field, OptionalDouble umPerPixel, Work work) {
        DiscContrast.Disc disc = field.discs().get(0);
        Outlined outline = OutlineFinder.about(field, disc.center(), disc.radius(), 1);
        work.checkpoint();
        if (umPerPixel.isPresent()) {
            double um = umPerPixel.getAsDouble() * field.factor();
            Optional<BlastocystSighting> both = withZona(field, outline, um, work);
            if (both.isPresent()) {
                return both.get();
            }
        }
        double um = umPerPixel.isPresent() ? umPerPixel.getAsDouble() * field.factor() : 1;
        Border border = outline.border();
        double radius = Rings.radius(outline.distances());
        Point other = new Point(
                outline.center().x() + OTHER_MIDDLE * radius, outline.center().y());
        double again = Rings.radius(
                OutlineFinder.about(field, other, radius, WIDER).border().distances());
        double[] within = Arrays.stream(outline.distances()).map(r -> WALL * r).toArray();
        double wall = ZonaSmoothness.of(field.raster(), outline.center(), outline.distances(), within, um)
                .orElse(0.0);
        return new BlastocystSighting(
                field.factor(),
                um,
                field.discs().get(0).contrast(),
                border,
                null,
                0,
                gates.rough(field, border, um, outline.drop(), again)
                        .or(() -> gates.smooth(wall))
                        .orElse(null),
                new Verdict(Refusal.WEAK_EDGE, "no clear outer border of the zona"));
    }

    /** Zona and trophectoderm together, where both stand out all around and what lies between is smooth. */
    private Optional<BlastocystSighting> withZona(OutlineField field, Outlined outline, double um, Work work) {
        Optional<Rings> best = Optional.empty();
        double radius = Rings.radius(outline.distances());
        for (LightSide light : outline.signal().lights((int) (BEYOND * radius))) {
            Rings rings =
                    RingSearch.rough(field, um, RingLimits.BLASTOCYST, light).about(outline.center(), 1);
            work.checkpoint();
            if (best.isEmpty() || rings.fit() > best.get().fit()) {
                best = Optional.of(rings);
            }
        }
        return best.flatMap(rings -> judged(field, rings, um));
    }

    private Optional<BlastocystSighting> judged(OutlineField field, Rings rings, double um) {
        Border outer = Border.of(rings.center(), rings.outer(), 1, rings.signal());
        Border cell = Border.of(rings.center(), rings.cell(), 1, rings.signal());
        double rough = ZonaSmoothness.of(field.raster(), rings.center(), outer.distances(), cell.distances(), um)
                .orElse(0.0);
        if (Math.min(outer.support(), cell.support()) < ZONA_SUPPORT
                || Math.max(outer.departure(), cell.departure()) > ZONA_DEPARTURE
                || rough > MOST_ROUGH) {
            return Optional.empty();
        }
        Point other = new Point(
                rings.center().x() + OTHER_MIDDLE * cell.radius(),
                rings.center().y());
        Rings again = RingSearch.rough(
                        field, um, RingLimits.BLASTOCYST, rings.signal().light())
                .about(other, WIDER);
        double radius = cell.radius() * Rings.radius(again.cell()) / Rings.radius(rings.cell());
        Border inner = Border.of(rings.center(), rings.inner(), -1, rings.signal());
        double space = (inner.radius() - cell.radius()) * um;
        boolean shows = inner.support() >= ZONA_SUPPORT && inner.height() >= INNER_HEIGHT * outer.height();
        boolean unclear = shows
                && space >= THINNEST_UM
                && (space < APART_UM || !rings.signal().oblique());
        double from = shows && space >= APART_UM ? inner.radius() : cell.radius();
        return Optional.of(new BlastocystSighting(
                field.factor(),
                um,
                field.discs().get(0).contrast(),
                cell,
                outer,
                outer.radius() - from,
                gates.withZona(field, cell, um, radius).orElse(null),
                unclear ? new Verdict(Refusal.TOO_THIN, "a space within the zona, or a shore of its border") : null));
    }
}
