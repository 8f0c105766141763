package org.fertivision.follicle;

import java.util.List;
import org.fertivision.finding.Unit;
import org.fertivision.image.Point;
import org.fertivision.spi.Parameter;

/** What can be set for follicles. The defaults were proposed before any picture was measured, see ADR 27. */
final class FollicleSettings {
    static final Parameter<List<Point>> OVARY = Parameter.polygon(
            "ovary", "Outline of the ovary; only what has its center inside counts, and its area is given.");

    static final Parameter<Double> SMOOTHING = Parameter.number(
                    "smoothing", Unit.MILLIMETER, 0, 1, "Standard deviation of the blur before anything is looked for.")
            .defaultsTo(0.2);

    static final Parameter<Double> FIND_LEVEL = Parameter.number(
                    "findLevel",
                    Unit.ONE,
                    0.2,
                    0.9,
                    "A region is found where it is darker than this share of the way from fluid to tissue.")
            .defaultsTo(0.5);

    static final Parameter<Double> NOISE_FACTOR = Parameter.number(
                    "noiseFactor",
                    Unit.ONE,
                    1,
                    10,
                    "And darker than tissue by this many standard deviations of its smoothed speckle.")
            .defaultsTo(4.0);

    static final Parameter<Double> EDGE_LEVEL = Parameter.number(
                    "edgeLevel",
                    Unit.ONE,
                    0.3,
                    0.95,
                    "The outline runs at this share of the way from the follicle's inside to tissue; the physical edge"
                            + " lies 3 dB below tissue, calipers set by eye nearer 0.5.")
            .defaultsTo(0.85);

    static final Parameter<Double> SMALLEST = Parameter.number(
                    "smallest", Unit.MILLIMETER, 1, 10, "Mean diameter of the smallest follicle.")
            .defaultsTo(2.0);

    static final Parameter<Double> LARGEST = Parameter.number(
                    "largest", Unit.MILLIMETER, 5, 100, "Mean diameter of the largest: beyond it is a cyst or bladder.")
            .defaultsTo(30.0);

    static final Parameter<Double> AXIS_RATIO = Parameter.number(
                    "axisRatio", Unit.ONE, 1.2, 10, "A convex region longer than this ratio is a vessel or tube.")
            .defaultsTo(2.2);

    static final Parameter<Double> CIRCULARITY = Parameter.number(
                    "circularity", Unit.ONE, 0.1, 0.95, "A follicle has at least this 4 pi area / perimeter^2.")
            .defaultsTo(0.6);

    static final Parameter<Double> CONTRAST = Parameter.number(
                    "contrast",
                    Unit.ONE,
                    0.1,
                    0.95,
                    "A follicle is darker than the ring around it by at least this share of tissue over fluid.")
            .defaultsTo(0.5);

    static final Parameter<Double> EDGE_DISTANCE = Parameter.number(
                    "edgeDistance",
                    Unit.MILLIMETER,
                    0,
                    5,
                    "What comes nearer to the edge of the sector may be cut and does not count.")
            .defaultsTo(0.5);

    static final Parameter<Double> OVARY_LENGTH = diameter("ovaryLength", "Length");
    static final Parameter<Double> OVARY_WIDTH = diameter("ovaryWidth", "Width");
    static final Parameter<Double> OVARY_HEIGHT = diameter("ovaryHeight", "Height");

    private FollicleSettings() {}

    private static Parameter<Double> diameter(String name, String word) {
        return Parameter.number(
                        name,
                        Unit.MILLIMETER,
                        1,
                        200,
                        word + " of the ovary as a person measured it; all three give its volume.")
                .inSummary();
    }
}
