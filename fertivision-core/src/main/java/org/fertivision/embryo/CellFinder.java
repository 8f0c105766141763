package org.fertivision.embryo;

import java.util.Optional;
import java.util.OptionalDouble;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.spi.Work;

/** Finds zona and cell in a field and judges what it finds. Where the scale is not known it supposes two. */
final class CellFinder {
    private static final int LEAST_SIDE_PX = 24;
    private static final double WHOLE = 0.52;
    private static final double NEXT_SCALE = 1.9;

    private final RingLimits limits;
    private final CellGates gates;

    CellFinder(RingLimits limits, CellGates gates) {
        this.limits = limits;
        this.gates = gates;
    }

    /**
     * What there is; nothing in a field too small for it.
     *
     * @param umPerPixel size of a pixel, micrometers, where it is known
     */
    Optional<Sighting> find(Plane gray, OptionalDouble umPerPixel, Work work) {
        int side = Math.min(gray.width(), gray.height());
        if (side < LEAST_SIDE_PX) {
            return Optional.empty();
        }
        work.checkpoint();
        if (umPerPixel.isPresent()) {
            return at(gray, umPerPixel.getAsDouble(), work);
        }
        double supposed = limits.mostOuter() / (WHOLE * side);
        Optional<Sighting> large = at(gray, supposed, work).map(Sighting::wholeOrNothing);
        Optional<Sighting> small = at(gray, NEXT_SCALE * supposed, work).map(Sighting::wholeOrNothing);
        if (large.isEmpty() || small.isEmpty()) {
            return large.or(() -> small);
        }
        boolean largeHolds = large.get().refusal().isEmpty();
        boolean smallHolds = small.get().refusal().isEmpty();
        if (largeHolds != smallHolds) {
            return largeHolds ? large : small;
        }
        return large.get().rings().gain() >= small.get().rings().gain() ? large : small;
    }

    private Optional<Sighting> at(Plane gray, double umPerPixel, Work work) {
        if (Math.max(gray.width(), gray.height()) * umPerPixel < limits.leastOuter()) {
            return Optional.empty();
        }
        CellField field = CellField.of(gray, umPerPixel, limits);
        if (field.middles().isEmpty()) {
            return Optional.empty();
        }
        work.checkpoint();
        RingSearch search = new RingSearch(field.raster(), field.umPerPixel(), limits);
        Point middle = field.middles().get(0).center();
        Rings rings = search.about(middle, 1);
        work.checkpoint();
        return Optional.of(gates.judged(field, rings, search));
    }
}
