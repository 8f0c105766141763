package org.fertivision.finding.measures;

import java.util.List;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Unit;

/** What is measured of blastocysts, or given by a person. */
public final class BlastocystMeasures {
    private static final String OWN = "FertiVision, ADR 32";
    private static final String LAGALLA =
            "Lagalla 2015, doi:10.1007/s10815-015-0469-3 (area); FertiVision, ADR 32 (method)";

    private static final String GARDNER = "Gardner and Schoolcraft 1999 (not verified against the original)";
    private static final String ISTANBUL =
            "ESHRE Istanbul consensus 2011, doi:10.1093/humrep/der037 (not verified against the original)";

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

    /** Part outside the zona. */
    public static final Measure HERNIATION = new Measure(
            "herniation",
            Unit.PERCENT,
            "Herniation",
            "Area outside the zona / area of the blastocyst; given by a person.",
            OWN);

    /** Expansion as a person sees it. */
    public static final Measure BLASTOCYST_EXPANSION = new Measure(
            "blastocystExpansion",
            Unit.ONE,
            "Expansion",
            "1 cavity below half the volume, 2 above, 3 full, 4 larger than the early embryo with a thin zona, 5 hatching,"
                    + " 6 hatched; given by a person.",
            GARDNER);

    /** Stage as a person sees it. */
    public static final Measure BLASTOCYST_STAGE = new Measure(
            "blastocystStage",
            Unit.ONE,
            "Stage",
            "1 early, 2 blastocyst, 3 expanded, 4 hatching or hatched; given by a person.",
            ISTANBUL);

    /** Grade of the inner cell mass as a person sees it. */
    public static final Measure INNER_CELL_MASS_GRADE = new Measure(
            "innerCellMassGrade",
            Unit.ONE,
            "Inner cell mass, grade",
            "1 (A) many cells, tight, 2 (B) several, loose, 3 (C) few; given by a person.",
            GARDNER);

    /** Grade of the trophectoderm as a person sees it. */
    public static final Measure TROPHECTODERM_GRADE = new Measure(
            "trophectodermGrade",
            Unit.ONE,
            "Trophectoderm, grade",
            "1 (A) many cells, cohesive, 2 (B) few, loose, 3 (C) very few, large; given by a person.",
            GARDNER);

    /** All of them, in the order in which documents list them. */
    public static List<Measure> all() {
        return List.of(
                BLASTOCYST_DIAMETER, BLASTOCYST_AREA, BLASTOCOEL_FRACTION, INNER_CELL_MASS_AREA, TROPHECTODERM_CELLS);
    }
}
