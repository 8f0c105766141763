package org.fertivision.sperm.count;

import java.util.List;
import org.fertivision.finding.Unit;
import org.fertivision.spi.Parameter;

/** What can be set for counting. The limits of size hold for human and ram heads; chosen on drawn fields. */
final class CountSettings {
    static final Parameter<String> CHAMBER = Parameter.choice(
                    "chamber",
                    Chamber.words(),
                    "The counting chamber, for its nominal depth: Neubauer 100, Makler 10, Leja and Cell-VU 20 um. Unknown"
                            + " and other have none.")
            .defaultsTo(Chamber.UNKNOWN.word());

    static final Parameter<Double> CHAMBER_DEPTH = Parameter.number(
            "chamberDepth",
            Unit.MICROMETER,
            1,
            1000,
            "Depth of the chamber, in place of its nominal one. Without any depth no concentration is measured.");

    static final Parameter<Double> DILUTION = Parameter.number(
                    "dilution",
                    Unit.ONE,
                    1,
                    10_000,
                    "Dilution factor: 20 for one part of semen and 19 parts of diluent.")
            .defaultsTo(1.0)
            .inSummary();

    static final Parameter<Double> VOLUME = Parameter.number(
                    "volume",
                    Unit.MILLILITER,
                    0.01,
                    1000,
                    "Volume of the ejaculate. Without it no total count is measured.")
            .inSummary();

    static final Parameter<Double> DEPTH_CORRECTION = Parameter.number(
                    "depthCorrection",
                    Unit.ONE,
                    0.5,
                    2,
                    "Factor on concentrations for slides that fill by capillary forces, where cells and fluid travel at"
                            + " unequal speed (Segre-Silberberg effect). Take it from a count of beads, not from a table.")
            .defaultsTo(1.0)
            .inSummary();

    static final Parameter<String> POLARITY = Parameter.choice(
                    "polarity",
                    List.of("auto", "bright", "dark"),
                    "Whether heads are brighter or darker than their surroundings; auto lets the picture decide.")
            .defaultsTo("auto");

    static final Parameter<Double> MIN_HEAD_AREA = Parameter.number(
                    "minHeadArea", Unit.SQUARE_MICROMETER, 0.5, 1000, "Smaller objects are debris.")
            .defaultsTo(4.0);

    static final Parameter<Double> MAX_HEAD_AREA = Parameter.number(
                    "maxHeadArea", Unit.SQUARE_MICROMETER, 1, 10_000, "Larger objects are no single heads.")
            .defaultsTo(45.0);

    static final Parameter<Double> ROUND_CELL_MIN = Parameter.number(
                    "roundCellMin", Unit.MICROMETER, 2, 100, "Smallest diameter of a round cell.")
            .defaultsTo(8.0);

    static final Parameter<Double> ROUND_CELL_MAX = Parameter.number(
                    "roundCellMax", Unit.MICROMETER, 2, 200, "Largest diameter of a round cell.")
            .defaultsTo(15.0);

    static final Parameter<Double> BORDER = Parameter.number(
                    "border",
                    Unit.MICROMETER,
                    0,
                    1000,
                    "Width of a strip along each side of the field that is not counted and not part of the area looked at.")
            .defaultsTo(0.0);

    static final Parameter<Double> NOISE_FACTOR = Parameter.number(
                    "noiseFactor",
                    Unit.ONE,
                    3,
                    50,
                    "An object stands out from the smoothed background by at least this many of its standard deviations.")
            .defaultsTo(5.0);

    static final Parameter<Double> DIM_FRACTION = Parameter.number(
                    "dimFraction",
                    Unit.ONE,
                    0,
                    0.9,
                    "A cell has at least this share of the median contrast of the heads in its field.")
            .defaultsTo(0.4);

    private CountSettings() {}
}
