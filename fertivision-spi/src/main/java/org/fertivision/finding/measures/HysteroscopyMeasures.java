package org.fertivision.finding.measures;

import java.util.List;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Unit;

/** What is measured of a hysteroscopic still. Figures compare only within one scope, camera and white balance. */
public final class HysteroscopyMeasures {
    private static final String OWN = "FertiVision, docs/measures.md; not validated";

    private HysteroscopyMeasures() {}

    /** Redness. */
    public static final Measure REDNESS = new Measure(
            "redness",
            Unit.ONE,
            "Redness",
            "Mean of log10(R/G) in linear light over the lit disc without glare, dark parts and vessels with their edges;"
                    + " compares only within one scope, camera and white balance.",
            OWN);

    /** Mean a*. */
    public static final Measure A_STAR =
            new Measure("aStar", Unit.ONE, "a*", "Mean a* of CIELAB under D65 over the same pixels.", OWN);

    /** High a*. */
    public static final Measure A_STAR_HIGH = new Measure(
            "aStarHigh", Unit.ONE, "a*, 90th percentile", "90th percentile of a* over the same pixels.", OWN);

    /** Vessel density. */
    public static final Measure VESSEL_DENSITY = new Measure(
            "vesselDensity",
            Unit.PERCENT,
            "Vessel density",
            "Share of the lit disc without glare and dark parts that thin dark lines in green cover, seen against a floor of the noise.",
            OWN);

    /** Depth of the vessels. */
    public static final Measure VESSEL_CONTRAST = new Measure(
            "vesselContrast",
            Unit.ONE,
            "Vessel contrast",
            "Median depth of vessels against the ground around them, as a difference of natural logarithms of green.",
            OWN);

    /** The least depth that is seen. */
    public static final Measure LEAST_CONTRAST = new Measure(
            "leastVesselContrast",
            Unit.ONE,
            "Least vessel contrast",
            "The least depth at which a vessel is begun, above the noise of this picture; it is followed down to half of it.",
            OWN);

    /** Sharpness. */
    public static final Measure SHARPNESS = new Measure(
            "sharpness",
            Unit.ONE,
            "Sharpness",
            "Variance of the Laplacian of gray over the square of its mean; compares pictures of one camera.",
            OWN);

    /** Glare. */
    public static final Measure GLARE =
            new Measure("glare", Unit.PERCENT, "Glare", "Share of the lit disc without a channel below 235.", OWN);

    /** Dark parts. */
    public static final Measure DARK =
            new Measure("dark", Unit.PERCENT, "Dark parts", "Share of the lit disc with a gray level below 15.", OWN);

    /** The lit disc. */
    public static final Measure DISC =
            new Measure("litDisc", Unit.PERCENT, "Lit disc", "Share of the picture that is lit.", OWN);

    /** Area of a region. */
    public static final Measure REGION_SHARE = new Measure(
            "regionShare",
            Unit.PERCENT,
            "Region, share",
            "Share of the lit disc inside the outline that a person drew; no millimeters.",
            OWN);

    /** Redness of a region. */
    public static final Measure REGION_REDNESS = new Measure(
            "regionRedness",
            Unit.ONE,
            "Region, redness over its surround",
            "Redness inside the outline that a person drew minus that of the rest of the lit disc.",
            OWN);

    /** All of them, in the order in which documents list them. */
    public static List<Measure> all() {
        return List.of(
                REDNESS,
                A_STAR,
                A_STAR_HIGH,
                VESSEL_DENSITY,
                VESSEL_CONTRAST,
                LEAST_CONTRAST,
                SHARPNESS,
                GLARE,
                DARK,
                DISC,
                REGION_SHARE,
                REGION_REDNESS);
    }
}
