package org.fertivision.endometrium;

import java.util.List;
import org.fertivision.finding.Unit;
import org.fertivision.image.Point;
import org.fertivision.spi.Parameter;

/** What can be set for the endometrium: places that a person sees. */
final class EndometriumSettings {
    static final Parameter<List<Point>> CALIPERS = Parameter.points(
            "calipers",
            2,
            4,
            "Two points on the outer borders at the thickest place; with fluid four, the borders of one layer and then"
                    + " those of the other.");

    static final Parameter<List<Point>> OUTLINE =
            Parameter.polygon("outline", "Outline of the endometrium, which gives its area.");

    static final Parameter<Double> LEAST_STEP = Parameter.number(
                    "leastStep",
                    Unit.GRAY,
                    5,
                    200,
                    "The second reading is given only where the gray step at both borders is at least this high, in an"
                            + " image of 256 levels.")
            .defaultsTo(20.0);

    private EndometriumSettings() {}
}
