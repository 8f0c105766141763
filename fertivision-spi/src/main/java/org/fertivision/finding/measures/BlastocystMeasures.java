package org.fertivision.finding.measures;

import java.util.List;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Unit;

/** What is measured of blastocysts, or given by a person. */
public final class BlastocystMeasures {
    private static final String OWN = "FertiVision, ADR 29";
    private static final String LAGALLA =
            "Lagalla 2015, doi:10.1007/s10815-015-0469-3 (area); FertiVision, ADR 29 (method)";

    private BlastocystMeasures() {}

    /** Diameter of the blastocyst. */
    public static final Measure BLASTOCYST_DIAMETER = new Measure(
            "blastocystDiameter",
            Unit.MICROMETER,
            "Blastocyst diameter",
            "Diameter of the disc with the area inside the outer border of the trophectoderm.",
            OWN);

    /** Area of the blastocyst. */
    public static final Measure BLASTOCYST_AREA = new Measure(
            "blastocystArea",
            Unit.SQUARE_MICROMETER,
            "Blastocyst area",
            "Area inside the outer border of the trophectoderm.",
            LAGALLA);

    /** Share of the blastocoel. */
    public static final Measure BLASTOCOEL_FRACTION = new Measure(
            "blastocoelFraction",
            Unit.PERCENT,
            "Blastocoel fraction",
            "Area of the cavity / area inside the outer border of the trophectoderm.",
            OWN);

    /** Area of the inner cell mass. */
    public static final Measure INNER_CELL_MASS_AREA = new Measure(
            "innerCellMassArea",
            Unit.SQUARE_MICROMETER,
            "Inner cell mass area",
            "Area of the inner cell mass as seen.",
            LAGALLA);

    /** Cells of the trophectoderm. */
    public static final Measure TROPHECTODERM_CELLS = new Measure(
            "trophectodermCells",
            Unit.ONE,
            "Trophectoderm cells in the section",
            "Cells of the trophectoderm counted around the section in focus; not their total number.",
            OWN);

    /** All of them, in the order in which documents list them. */
    public static List<Measure> all() {
        return List.of(
                BLASTOCYST_DIAMETER, BLASTOCYST_AREA, BLASTOCOEL_FRACTION, INNER_CELL_MASS_AREA, TROPHECTODERM_CELLS);
    }
}
