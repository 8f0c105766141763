package org.fertivision.finding.measures;

import java.util.List;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Unit;

/** What is measured of oocytes, zygotes and embryos. */
public final class EmbryoMeasures {
    private static final String ATLAS =
            "Magli 2012, doi:10.1093/humrep/des229 (structures); FertiVision, ADR 25 (method)";
    private static final String PRONUCLEAR =
            "ESHRE atlas 2012 (structures, not verified against the original); FertiVision, ADR 37 (method)";
    private static final String OWN = "FertiVision, ADR 25";

    private EmbryoMeasures() {}

    /** Outer diameter of the zona. */
    public static final Measure ZONA_OUTER_DIAMETER =
            diameter("zonaOuterDiameter", "Zona, outer diameter", "inside the outer border of the zona pellucida");

    /** Inner diameter of the zona. */
    public static final Measure ZONA_INNER_DIAMETER =
            diameter("zonaInnerDiameter", "Zona, inner diameter", "inside the inner border of the zona pellucida");

    /** Thickness of the zona. */
    public static final Measure ZONA_THICKNESS = new Measure(
            "zonaThickness",
            Unit.MICROMETER,
            "Zona thickness",
            "Half the difference of the zona's outer and inner diameter.",
            ATLAS);

    /** Diameter of the ooplasm. */
    public static final Measure OOPLASM_DIAMETER =
            diameter("ooplasmDiameter", "Ooplasm diameter", "inside the oolemma");

    /** Roundness of the ooplasm. */
    public static final Measure OOPLASM_CIRCULARITY = new Measure(
            "ooplasmCircularity",
            Unit.ONE,
            "Ooplasm circularity",
            "4 pi area / perimeter squared of the oolemma, bends finer than a sixth of the way around left out; 1 for a"
                    + " disc.",
            OWN);

    /** Area of the perivitelline space. */
    public static final Measure PERIVITELLINE_AREA = new Measure(
            "perivitellineArea",
            Unit.SQUARE_MICROMETER,
            "Perivitelline area",
            "Area inside the inner border of the zona less that inside the oolemma.",
            ATLAS);

    /** Share of the zona in the whole diameter. */
    public static final Measure ZONA_SHARE = new Measure(
            "zonaShare",
            Unit.PERCENT,
            "Zona share",
            "Twice the zona's thickness / its outer diameter; needs no calibration.",
            OWN);

    /** Share of the space within the zona that the ooplasm fills. */
    public static final Measure OOPLASM_SHARE = new Measure(
            "ooplasmShare",
            Unit.PERCENT,
            "Ooplasm share",
            "Area inside the oolemma / area inside the inner border of the zona; needs no calibration.",
            OWN);

    /** How much of a border stands out. */
    public static final Measure EDGE_SUPPORT = new Measure(
            "edgeSupport",
            Unit.PERCENT,
            "Edge support",
            "Directions in which a border stands out / directions that can show it.",
            OWN);

    /** How high a border stands out. */
    public static final Measure EDGE_HEIGHT = new Measure(
            "edgeHeight",
            Unit.ONE,
            "Edge height",
            "Height of the mean edge signal along a border / scatter of that signal in single directions.",
            OWN);

    /** Polar bodies seen. */
    public static final Measure POLAR_BODIES = new Measure(
            "polarBodies",
            Unit.ONE,
            "Polar bodies",
            "Polar bodies seen in the perivitelline space; none seen does not mean that there is none.",
            "Magli 2012, doi:10.1093/humrep/des229 (structures); FertiVision, ADR 47 (method)");

    /** How much something looks like a polar body. */
    public static final Measure POLAR_BODY_LIKENESS = new Measure(
            "polarBodyLikeness",
            Unit.ONE,
            "Likeness to a polar body",
            "Correlation of what lies in the perivitelline space with how an ellipsoid that fills it there would look;"
                    + " 1 is the same, 0 is none.",
            "FertiVision, ADR 47");

    /** Germinal vesicles seen. */
    public static final Measure GERMINAL_VESICLES = new Measure(
            "germinalVesicles",
            Unit.ONE,
            "Germinal vesicles",
            "Germinal vesicles seen in the ooplasm; none seen does not mean that there is none.",
            ATLAS);

    /** Pronuclei seen. */
    public static final Measure PRONUCLEI = new Measure(
            "pronuclei",
            Unit.ONE,
            "Pronuclei",
            "Pronuclei seen in the ooplasm; more may lie in other planes.",
            PRONUCLEAR);

    /** Diameter of a pronucleus. */
    public static final Measure PRONUCLEUS_DIAMETER = new Measure(
            "pronucleusDiameter",
            Unit.MICROMETER,
            "Pronucleus diameter",
            "Diameter of the disc with the area inside the border of a pronucleus.",
            PRONUCLEAR);

    private static Measure diameter(String code, String label, String where) {
        return new Measure(code, Unit.MICROMETER, label, "Diameter of the disc with the area " + where + ".", ATLAS);
    }

    /** All of them, in the order in which documents list them. */
    public static List<Measure> all() {
        return List.of(
                ZONA_OUTER_DIAMETER,
                ZONA_INNER_DIAMETER,
                ZONA_THICKNESS,
                ZONA_SHARE,
                OOPLASM_DIAMETER,
                OOPLASM_CIRCULARITY,
                OOPLASM_SHARE,
                PERIVITELLINE_AREA,
                EDGE_SUPPORT,
                EDGE_HEIGHT,
                POLAR_BODIES,
                POLAR_BODY_LIKENESS,
                GERMINAL_VESICLES,
                PRONUCLEI,
                PRONUCLEUS_DIAMETER);
    }
}
