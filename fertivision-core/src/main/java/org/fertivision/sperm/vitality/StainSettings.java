package org.fertivision.sperm.vitality;

import java.util.List;
import org.fertivision.finding.Unit;
import org.fertivision.spi.Parameter;

/** What can be set for vitality by two stains. The defaults were chosen on three published samples, see ADR 7. */
final class StainSettings {
    static final String EOSIN_NIGROSIN = "eosin-nigrosin";

    static final Parameter<String> STAIN = Parameter.choice(
                    "stain",
                    List.of("fluorescence", EOSIN_NIGROSIN),
                    "How cells were stained: fluorescence for SYBR-14 (green, live) and propidium iodide (red, dead) on"
                            + " a dark field, eosin-nigrosin for white live and pink dead heads on a dark ground, on"
                            + " which the other settings do not act.")
            .defaultsTo("fluorescence");

    static final Parameter<Double> NOISE_FACTOR = Parameter.number(
                    "noiseFactor",
                    Unit.ONE,
                    3,
                    50,
                    "A pixel belongs to a cell if it is brighter than Otsu's threshold and than the background by this"
                            + " many standard deviations of the background.")
            .defaultsTo(12.0);

    static final Parameter<Double> MIN_AREA = Parameter.number(
                    "minArea",
                    Unit.SQUARE_MICROMETER,
                    1,
                    1000,
                    "Smaller objects are debris. Without calibration the field's own objects set the scale.")
            .defaultsTo(10.0);

    static final Parameter<Double> MAX_AREA = Parameter.number(
                    "maxArea",
                    Unit.SQUARE_MICROMETER,
                    1,
                    10_000,
                    "Larger objects are no single cells. Without calibration the field's own objects set the scale.")
            .defaultsTo(100.0);

    static final Parameter<Double> PAIR_DISTANCE = Parameter.number(
                    "pairDistance",
                    Unit.MICROMETER,
                    0.5,
                    20,
                    "A red and a green object whose centers lie no farther apart are one doubly stained cell.")
            .defaultsTo(3.0);

    static final Parameter<Double> LOCAL_CONTRAST = Parameter.number(
                    "localContrast",
                    Unit.ONE,
                    2,
                    50,
                    "A cell is brighter than its own surroundings by at least this many of their standard deviations.")
            .defaultsTo(10.0);

    static final Parameter<Double> DIM_FRACTION = Parameter.number(
                    "dimFraction",
                    Unit.ONE,
                    0,
                    0.9,
                    "A cell has at least this share of the contrast of the bright cells (75th percentile) in its channel"
                            + " and field.")
            .defaultsTo(0.3);

    private StainSettings() {}
}
