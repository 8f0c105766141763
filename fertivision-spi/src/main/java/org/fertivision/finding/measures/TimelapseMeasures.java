package org.fertivision.finding.measures;

import java.util.List;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Unit;

/** What is measured of an embryo over time. */
public final class TimelapseMeasures {
    private static final String OWN = "FertiVision, ADR 39";

    private TimelapseMeasures() {}

    /** Area of the embryo. */
    public static final Measure EMBRYO_AREA = new Measure(
            "embryoArea",
            Unit.SQUARE_MICROMETER,
            "Embryo area",
            "Area inside the outline of the cells, the trophectoderm's in a blastocyst, in one frame.",
            OWN);

    /** Area of the embryo where the size of a pixel is unknown. */
    public static final Measure RELATIVE_AREA = new Measure(
            "relativeArea",
            Unit.PERCENT,
            "Relative area",
            "Area inside the outline of the cells in one frame / the largest of the series; needs no calibration.",
            OWN);

    /** Diameter of the embryo. */
    public static final Measure EMBRYO_DIAMETER = new Measure(
            "embryoDiameter",
            Unit.MICROMETER,
            "Embryo diameter",
            "Diameter of the disc with the area inside the outline of the cells, in one frame.",
            OWN);

    /** How much a picture changes. */
    public static final Measure MOTION_ENERGY = new Measure(
            "motionEnergy",
            Unit.PERCENT,
            "Motion energy",
            "Mean absolute change of brightness from the frame before, within the embryo's disc, over its mean brightness,"
                    + " after both frames were brought to one place and one brightness; the camera's noise is part of it.",
            OWN);

    /** How far a candidate stands out. */
    public static final Measure EVENT_HEIGHT = new Measure(
            "eventHeight",
            Unit.ONE,
            "Event candidate, height",
            "Motion energy of a frame in which something may have happened / median of the frames around it. What happened"
                    + " is not said; the time is that of the later frame, to one frame.",
            OWN);

    /** How many candidates. */
    public static final Measure EVENT_CANDIDATES = new Measure(
            "eventCandidates",
            Unit.ONE,
            "Event candidates",
            "Frames in which motion energy peaks; a division, a collapse, a turn or a jerk of the stage may be the cause.",
            OWN);

    /** How deep a collapse is. */
    public static final Measure COLLAPSE_DEPTH = new Measure(
            "collapseDepth",
            Unit.PERCENT,
            "Collapse depth",
            "Share of the embryo's area that is lost, of at least 10 % within 3 h; the deepest of the series in a summary.",
            OWN);

    /** How many collapses. */
    public static final Measure COLLAPSES = new Measure(
            "collapses",
            Unit.ONE,
            "Collapses",
            "How often the embryo's area falls by at least 10 % within 3 h, borne out by two frames or more.",
            OWN);

    /** How fast the area grows. */
    public static final Measure EXPANSION_RATE = new Measure(
            "expansionRate",
            Unit.SQUARE_MICROMETER_PER_HOUR,
            "Expansion rate",
            "Median of the slopes of the embryo's area between all pairs of frames from expansionFrom to expansionTo, those"
                    + " of a collapse and of the recovery from it left out.",
            "Sen 1968, doi:10.1080/01621459.1968.10480934 (slope and interval); FertiVision, ADR 39 (window)");

    /** Where the window of the expansion begins. */
    public static final Measure EXPANSION_FROM = new Measure(
            "expansionFrom", Unit.HOUR, "Expansion from", "First frame that the expansion rate rests on.", OWN);

    /** Where it ends. */
    public static final Measure EXPANSION_TO =
            new Measure("expansionTo", Unit.HOUR, "Expansion to", "Last frame that the expansion rate rests on.", OWN);

    /** Share of the frames with an outline. */
    public static final Measure FRAMES_OUTLINED = new Measure(
            "framesOutlined",
            Unit.PERCENT,
            "Frames outlined",
            "Frames of which the embryo's outline holds / frames seen; what lies between is not filled in.",
            OWN);

    /** In which frame something is seen. */
    public static final Measure SEEN_IN_FRAME = new Measure(
            "seenInFrame",
            Unit.ONE,
            "Seen in frame",
            "The frame that an object of a film was outlined in, from 0; pictures show that frame.",
            OWN);

    /** All of them, in the order in which documents list them. */
    public static List<Measure> all() {
        return List.of(
                EXPANSION_RATE,
                EXPANSION_FROM,
                EXPANSION_TO,
                EVENT_CANDIDATES,
                COLLAPSES,
                COLLAPSE_DEPTH,
                FRAMES_OUTLINED,
                EMBRYO_AREA,
                RELATIVE_AREA,
                EMBRYO_DIAMETER,
                MOTION_ENERGY,
                EVENT_HEIGHT,
                SEEN_IN_FRAME);
    }
}
