package org.fertivision.finding.measures;

import java.util.List;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Unit;

/** What is said of cleaving embryos; most of it is given by a person. */
public final class CleavageMeasures {
    private static final String ISTANBUL =
            "ESHRE Istanbul consensus 2011, doi:10.1093/humrep/der037 (not verified against the original)";
    private static final String CIRAY = "Ciray 2014, doi:10.1093/humrep/deu278 (not verified against the original)";
    private static final String MESEGUER =
            "Meseguer 2011, doi:10.1093/humrep/der256 (not verified against the original)";

    private CleavageMeasures() {}

    /** Cells. */
    public static final Measure BLASTOMERES =
            new Measure("blastomeres", Unit.ONE, "Blastomeres", "Cells of the embryo.", ISTANBUL);

    /** Diameter of a cell. */
    public static final Measure BLASTOMERE_DIAMETER = new Measure(
            "blastomereDiameter",
            Unit.MICROMETER,
            "Blastomere diameter",
            "Diameter of the disc with the area of a blastomere.",
            ISTANBUL);

    /** Evenness of the cells. */
    public static final Measure BLASTOMERE_EVENNESS = new Measure(
            "blastomereEvenness",
            Unit.ONE,
            "Blastomere evenness",
            "Diameter of the smallest blastomere / that of the largest.",
            ISTANBUL);

    /** Share of fragments. */
    public static final Measure FRAGMENTATION = new Measure(
            "fragmentation",
            Unit.PERCENT,
            "Fragmentation",
            "Volume of fragments / volume of fragments and cells.",
            ISTANBUL);

    /** Whether cells have the sizes of their stage. */
    public static final Measure STAGE_SPECIFIC = new Measure(
            "stageSpecificSizes",
            Unit.ONE,
            "Cells of the sizes of their stage",
            "2 all, 1 the majority, 0 neither; given by a person.",
            ISTANBUL);

    /** How asymmetric the cells are. */
    public static final Measure ASYMMETRY = new Measure(
            "asymmetry",
            Unit.ONE,
            "Asymmetry of the cells",
            "0 none, 1 moderate, 2 severe; given by a person.",
            "Racowsky 2010, doi:10.1016/j.fertnstert.2010.05.042 (SART; not verified against the original)");

    /** Whether a cell has more than one nucleus. */
    public static final Measure MULTINUCLEATED = new Measure(
            "multinucleated",
            Unit.ONE,
            "Multinucleation",
            "1 where a cell with more than one nucleus is seen, else 0; given by a person.",
            ISTANBUL);

    /** Whether the first two cells are uneven. */
    public static final Measure UNEVEN_TWO_CELLS = new Measure(
            "unevenTwoCells",
            Unit.ONE,
            "Uneven at two cells",
            "1 where the two cells of the first division are uneven, else 0; given by a person.",
            MESEGUER);

    /** Whether one cell became three. */
    public static final Measure ABRUPT_DIVISION = new Measure(
            "abruptDivision",
            Unit.ONE,
            "One cell into three",
            "1 where one cell divided into three, else 0; given by a person.",
            MESEGUER);

    /** Cells at 66 hours. */
    public static final Measure CELLS_AT_66_H = new Measure(
            "cellsAt66h",
            Unit.ONE,
            "Cells at 66 h",
            "Cells 66 hours after insemination; given by a person.",
            "Petersen 2016, doi:10.1093/humrep/dew188 (not verified against the original)");

    /** When the pronuclei faded. */
    public static final Measure PRONUCLEI_FADED =
            time("tPNf", "Pronuclei faded", "the first frame in which both pronuclei have disappeared");

    /** When there were two cells. */
    public static final Measure T2 = cells(2);

    /** When there were three cells. */
    public static final Measure T3 = cells(3);

    /** When there were four cells. */
    public static final Measure T4 = cells(4);

    /** When there were five cells. */
    public static final Measure T5 = cells(5);

    private static Measure cells(int cells) {
        return time("t" + cells, cells + " cells", "the first frame with " + cells + " separate cells");
    }

    private static Measure time(String code, String label, String what) {
        return new Measure(
                code,
                Unit.HOUR,
                label + ", time",
                "Hours from insemination to " + what + "; given by a person.",
                CIRAY);
    }

    /** All of them, in the order in which documents list them. */
    public static List<Measure> all() {
        return List.of(
                BLASTOMERES,
                BLASTOMERE_DIAMETER,
                BLASTOMERE_EVENNESS,
                FRAGMENTATION,
                STAGE_SPECIFIC,
                ASYMMETRY,
                MULTINUCLEATED,
                UNEVEN_TWO_CELLS,
                ABRUPT_DIVISION,
                CELLS_AT_66_H,
                PRONUCLEI_FADED,
                T2,
                T3,
                T4,
                T5);
    }
}
