package org.fertivision.finding.measures;

import java.util.List;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Unit;

/** What is measured of an endometrium in sagittal ultrasound stills. */
public final class EndometriumMeasures {
    private static final String IETA = "IETA consensus: Leone et al. 2010, doi:10.1002/uog.7487";
    private static final String OWN = "FertiVision, docs/measures.md";

    private EndometriumMeasures() {}

    /** Thickness between a person's points. */
    public static final Measure THICKNESS = new Measure(
            "endometrialThickness",
            Unit.MILLIMETER,
            "Endometrial thickness",
            "Distance of the two points that a person set on the outer borders, at the thickest place and across the"
                    + " midline; with fluid four points, and the sum of both layers; the largest of all fields.",
            IETA);

    /** A second reading from gray steps. */
    public static final Measure THICKNESS_PROFILE = new Measure(
            "endometrialThicknessProfile",
            Unit.MILLIMETER,
            "Endometrial thickness, from the gray profile",
            "Mean distance of the outermost gray steps within 1.5 mm of a person's two points, over the middle 4 mm of a"
                    + " band of 10 mm; a second reading, only where the steps are clear.",
            OWN);

    /** Area. */
    public static final Measure AREA = new Measure(
            "endometrialArea",
            Unit.SQUARE_MILLIMETER,
            "Endometrium, area",
            "Area inside the outline that a person drew, the largest of all fields.",
            OWN);

    /** Largest circle inside. */
    public static final Measure INSCRIBED = new Measure(
            "inscribedDiameter",
            Unit.MILLIMETER,
            "Endometrium, inscribed circle",
            "Diameter of the largest circle that fits into the outline that a person drew.",
            "Liu et al. 2022, doi:10.3389/fbioe.2022.853845");

    /** Contrast of the layers. */
    public static final Measure LAYER_CONTRAST = new Measure(
            "layerContrast",
            Unit.ONE,
            "Contrast of the layers",
            "Mean of outer and middle peaks minus mean of the troughs between, over the scatter of the profile; no name"
                    + " of a pattern.",
            OWN);

    /** The gray step at the borders. */
    public static final Measure BORDER_STEP = new Measure(
            "borderStep",
            Unit.GRAY,
            "Gray step at the borders",
            "Mean gray over 0.8 mm inside minus outside, along the weaker of both borders.",
            OWN);

    /** The gray profile across the endometrium, a curve along {@link #PROFILE_PLACE}. */
    public static final Measure PROFILE_GRAY = new Measure(
            "profileGray",
            Unit.GRAY,
            "Gray profile",
            "Mean gray across the middle 4 mm of a band, place by place along the line through a person's points.",
            OWN);

    /** Where on the line through a person's points. */
    public static final Measure PROFILE_PLACE = new Measure(
            "profilePlace",
            Unit.MILLIMETER,
            "Place on the line",
            "Distance from a person's first point along the line to the last; negative before the first.",
            OWN);

    /** Where a person's points lie on the gray profile. */
    public static final Measure PROFILE_POINT =
            new Measure("profilePoint", Unit.GRAY, "Person's point", "Gray profile at a point that a person set.", OWN);

    /** Where the second reading's borders lie on the gray profile. */
    public static final Measure PROFILE_BORDER = new Measure(
            "profileBorder",
            Unit.GRAY,
            "Border of the second reading",
            "Gray profile at the mean place, over the middle 4 mm, of a border that the second reading found.",
            OWN);

    /** All of them, in the order in which documents list them. */
    public static List<Measure> all() {
        return List.of(
                THICKNESS,
                THICKNESS_PROFILE,
                AREA,
                INSCRIBED,
                LAYER_CONTRAST,
                BORDER_STEP,
                PROFILE_GRAY,
                PROFILE_PLACE,
                PROFILE_POINT,
                PROFILE_BORDER);
    }
}
