package org.fertivision.finding.measures;

import java.util.List;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Unit;

/** What is said of a field as a whole: the levels that the analyzer found by itself. */
public final class FieldMeasures {
    private static final String OWN = "FertiVision, docs/measures.md";

    private FieldMeasures() {}

    /** Gray level of the empty surroundings. */
    public static final Measure BACKGROUND =
            new Measure("background", Unit.GRAY, "Background", "Median gray level of the surroundings.", OWN);

    /** Scatter of the empty surroundings. */
    public static final Measure NOISE =
            new Measure("noise", Unit.GRAY, "Noise", "Standard deviation of the surroundings.", OWN);

    /** Level that parts objects from surroundings. */
    public static final Measure THRESHOLD = new Measure(
            "threshold", Unit.GRAY, "Threshold", "Gray level that parts objects from their surroundings.", OWN);

    /** Level for the live channel. */
    public static final Measure LIVE_THRESHOLD = new Measure(
            "liveThreshold", Unit.GRAY, "Threshold, live channel", "Level above which green pixels are cells.", OWN);

    /** Level for the dead channel. */
    public static final Measure DEAD_THRESHOLD = new Measure(
            "deadThreshold", Unit.GRAY, "Threshold, dead channel", "Level above which red pixels are cells.", OWN);

    /** Green light that shows in the red channel. */
    public static final Measure BLEED_INTO_DEAD = new Measure(
            "bleedIntoDead",
            Unit.PERCENT,
            "Bleed-through into the dead channel",
            "Slope of red over green inside green cells.",
            OWN);

    /** Red light that shows in the green channel. */
    public static final Measure BLEED_INTO_LIVE = new Measure(
            "bleedIntoLive",
            Unit.PERCENT,
            "Bleed-through into the live channel",
            "Slope of green over red inside red cells.",
            OWN);

    /** Brightness of a cell over its surroundings in the live channel. */
    public static final Measure LIVE_SIGNAL = new Measure(
            "liveSignal", Unit.GRAY, "Signal, live channel", "Mean of green inside the cell over the background.", OWN);

    /** Brightness of a cell over its surroundings in the dead channel. */
    public static final Measure DEAD_SIGNAL = new Measure(
            "deadSignal", Unit.GRAY, "Signal, dead channel", "Mean of red inside the cell over the background.", OWN);

    /** Width of the edges. */
    public static final Measure EDGE_WIDTH = new Measure(
            "edgeWidth",
            Unit.PIXEL,
            "Edge width",
            "Distance over which an edge rises from 10 to 90 % of its contrast.",
            OWN);

    /** Area of a cell in pixels. */
    public static final Measure AREA_PX =
            new Measure("areaPx", Unit.SQUARE_PIXEL, "Area in pixels", "Pixels of the object.", OWN);

    /** Area of a cell. */
    public static final Measure AREA =
            new Measure("area", Unit.SQUARE_MICROMETER, "Area", "Pixels of the object x the area of one.", OWN);

    /** All of them, in the order in which documents list them. */
    public static List<Measure> all() {
        return List.of(
                BACKGROUND,
                NOISE,
                THRESHOLD,
                LIVE_THRESHOLD,
                DEAD_THRESHOLD,
                BLEED_INTO_DEAD,
                BLEED_INTO_LIVE,
                LIVE_SIGNAL,
                DEAD_SIGNAL,
                EDGE_WIDTH,
                AREA_PX,
                AREA);
    }
}
