package org.fertivision.finding.measures;

import java.util.List;
import java.util.stream.Stream;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Unit;

/** What is measured of swimming sperm. */
public final class MotilityMeasures {
    private static final String WHO6 = "WHO laboratory manual, 6th edition (2021)";
    private static final String CASA = "Mortimer 2015, Asian Journal of Andrology 17, 545";
    private static final String OWN = "FertiVision, docs/measures.md";

    private MotilityMeasures() {}

    /** Tracks that count. */
    public static final Measure TRACKS =
            new Measure("tracks", Unit.ONE, "Tracks", "Tracks that count, in all fields.", OWN);

    /** Rapid progress. */
    public static final Measure RAPID_PROGRESSIVE =
            share("rapidProgressive", "Rapid progressive", "sperm whose average path gets 25 um or more ahead in 1 s");

    /** Slow progress. */
    public static final Measure SLOW_PROGRESSIVE =
            share("slowProgressive", "Slow progressive", "sperm whose average path gets 5 to 25 um ahead in 1 s");

    /** Progress. */
    public static final Measure PROGRESSIVE = share("progressive", "Progressive", "sperm with rapid or slow progress");

    /** Motion without progress. */
    public static final Measure NON_PROGRESSIVE =
            share("nonProgressive", "Non-progressive", "sperm that beat or roam and get less than 5 um ahead in 1 s");

    /** No motion. */
    public static final Measure IMMOTILE = share("immotile", "Immotile", "sperm whose head shows no motion of its own");

    /** Any motion. */
    public static final Measure MOTILE = share("motile", "Motile", "sperm with progress or motion without it");

    /** Moved by a head length. */
    public static final Measure MOVED_HEAD_LENGTH = new Measure(
            "movedHeadLength",
            Unit.PERCENT,
            "Moved by a head length",
            "Frames of sperm that get ahead by one head length or more in 1 s / all frames; needs no calibration.",
            OWN);

    /** Curvilinear velocity. */
    public static final Measure VCL = velocity(
            "vcl",
            "Curvilinear velocity (VCL)",
            "Length of the steps from frame to frame / time; depends on the frame rate. Of tracks of 0.5 s or more, one vote"
                    + " each.");

    /** Straight-line velocity. */
    public static final Measure VSL = velocity(
            "vsl",
            "Straight-line velocity (VSL)",
            "Distance from the first place to the last / time. Of tracks of 0.5 s or more, one vote each.");

    /** Average path velocity. */
    public static final Measure VAP = velocity(
            "vap",
            "Average path velocity (VAP)",
            "Length of the path averaged over one beat / its time. Of tracks of 0.5 s or more, one vote each.");

    /** Linearity. */
    public static final Measure LIN = new Measure("lin", Unit.PERCENT, "Linearity (LIN)", "VSL / VCL.", CASA);

    /** Straightness. */
    public static final Measure STR =
            new Measure("str", Unit.PERCENT, "Straightness (STR)", "VSL / VAP, both of the average path.", CASA);

    /** Wobble. */
    public static final Measure WOB = new Measure("wob", Unit.PERCENT, "Wobble (WOB)", "VAP / VCL.", CASA);

    /** Lateral head displacement. */
    public static final Measure ALH = new Measure(
            "alh",
            Unit.MICROMETER,
            "Lateral head displacement (ALH)",
            "Mean full width of the beat about the average path: 2 A of a sine of amplitude A. Of tracks of 1 s or more; 0"
                    + " for a head without a beat, which means over tracks include.",
            CASA);

    /** Largest lateral head displacement. */
    public static final Measure ALH_MAX = new Measure(
            "alhMax",
            Unit.MICROMETER,
            "Largest lateral head displacement",
            "Full width of the widest beat about the average path; 0 for a head without a beat, which means over tracks"
                    + " include.",
            CASA);

    /** Beat cross frequency. */
    public static final Measure BCF = new Measure(
            "bcf",
            Unit.HERTZ,
            "Beat cross frequency (BCF)",
            "Crossings of the average path per second: 2 f of a sine of f beats a second. Of tracks of 1 s or more; 0 for a"
                    + " head without a beat, which means over tracks include.",
            CASA);

    /** Mean angular displacement. */
    public static final Measure MAD = new Measure(
            "mad",
            Unit.DEGREE,
            "Mean angular displacement (MAD)",
            "Mean absolute angle between steps of 20 ms, or of one frame where frames are longer.",
            CASA);

    /** Hyperactivation. */
    public static final Measure HYPERACTIVATED = new Measure(
            "hyperactivated",
            Unit.PERCENT,
            "Hyperactivated",
            "Frames of sperm with VCL >= 150 um/s, LIN <= 50 % and maximum ALH >= 7 um at 60 frames a second / frames of"
                    + " sperm judged, all followed for 1 s or more; of washed, capacitated human sperm only.",
            "Mortimer and Swan 1995, Human Reproduction 10, 873 (limits quoted at second hand, not verified at the source)");

    /** Ambiguous tracks. */
    public static final Measure AMBIGUOUS_TRACKS = new Measure(
            "ambiguousTracks",
            Unit.PERCENT,
            "Ambiguous tracks",
            "Tracks that may have been mistaken for another where they met / all tracks.",
            OWN);

    /** Time followed. */
    public static final Measure DURATION = new Measure(
            "duration", Unit.SECOND, "Duration", "Frames in which the head was seen x time of a frame.", OWN);

    /** Drift of the slide. */
    public static final Measure STAGE_DRIFT =
            velocity("stageDrift", "Drift of the slide", "Common velocity of resting heads, taken off every track.");

    private static Measure share(String code, String label, String what) {
        return new Measure(code, Unit.PERCENT, label, "Frames of " + what + " / all frames.", WHO6);
    }

    private static Measure velocity(String code, String label, String definition) {
        return new Measure(code, Unit.MICROMETER_PER_SECOND, label, definition, CASA);
    }

    /** The kinematics of each track. */
    public static List<Measure> kinematics() {
        return List.of(VCL, VSL, VAP, LIN, STR, WOB, ALH, ALH_MAX, BCF, MAD);
    }

    /** The shares that WHO grades give. */
    public static List<Measure> grades() {
        return List.of(RAPID_PROGRESSIVE, SLOW_PROGRESSIVE, PROGRESSIVE, NON_PROGRESSIVE, IMMOTILE, MOTILE);
    }

    /** All of them, in the order in which documents list them. */
    public static List<Measure> all() {
        return Stream.of(
                        List.of(TRACKS),
                        grades(),
                        List.of(MOVED_HEAD_LENGTH),
                        kinematics(),
                        List.of(HYPERACTIVATED, AMBIGUOUS_TRACKS, DURATION, STAGE_DRIFT))
                .flatMap(List::stream)
                .toList();
    }
}
