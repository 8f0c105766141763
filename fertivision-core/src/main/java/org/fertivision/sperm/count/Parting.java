package org.fertivision.sperm.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.image.Plane;
import org.fertivision.pixel.Contour;
import org.fertivision.pixel.Neck;

/**
 * Parts heads that touch: cut after cut at the narrowest neck, as long as both sides are large enough for heads of this
 * field and better shaped than what was cut. Limits chosen on drawn pairs: their necks have a narrowness of 0.2 to 1.3 and
 * their sides gain 0.03 or more in solidity; single cells have no cut below 1.5 and gain nothing.
 */
final class Parting {
    private static final double SMALLEST_SIDE = 0.4;
    private static final double WIDEST_NECK = 1.8;
    private static final double LEAST_GAIN = 0.02;

    private final double medianArea;
    private final double single;
    private final Scale scale;
    private final Plane picture;

    /**
     * For one field.
     *
     * @param medianArea of its heads, square micrometers
     * @param single largest single head, median heads
     */
    Parting(double medianArea, double single, Scale scale, Plane picture) {
        this.medianArea = medianArea;
        this.single = single;
        this.scale = scale;
        this.picture = picture;
    }

    /** The parts; the thing itself where it cannot be parted. */
    List<Thing> of(Thing thing) {
        Optional<Neck> neck = Neck.of(thing.contour(), scale.px2(SMALLEST_SIDE * medianArea));
        if (neck.isEmpty() || neck.get().narrowness() > WIDEST_NECK) {
            return List.of(thing);
        }
        List<Thing> sides =
                List.of(side(thing, neck.get().first()), side(thing, neck.get().second()));
        if (sides.stream().anyMatch(side -> side.solidity() < thing.solidity() + LEAST_GAIN)) {
            return List.of(thing);
        }
        List<Thing> parts = new ArrayList<>();
        for (Thing side : sides) {
            parts.addAll(side.areaUm2() > single * medianArea ? of(side) : List.of(side));
        }
        return parts;
    }

    private Thing side(Thing thing, Contour contour) {
        return Thing.of(contour, thing.contrast(), scale, picture);
    }
}
