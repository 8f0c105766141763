package org.fertivision.finding.measures;

import java.util.List;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Unit;

/** What is measured of ovarian follicles in ultrasound stills. Counts are those of one section, never of a whole ovary. */
public final class FollicleMeasures {
    private static final String BROEKMANS = "Broekmans et al. 2010, doi:10.1016/j.fertnstert.2009.04.040";
    private static final String DUIJKERS = "Duijkers et al. 2004, Eur J Obstet Gynecol Reprod Biol 117:60";
    private static final String ABBARA = "size classes of 2 mm as in Abbara et al. 2018, doi:10.3389/fendo.2018.00193";
    private static final String OWN = "FertiVision, docs/measures.md";

    private FollicleMeasures() {}

    /** Follicles in one section. */
    public static final Measure FOLLICLES = new Measure(
            "follicles",
            Unit.ONE,
            "Follicles in one section",
            "Follicles of 2 mm or more that count in the field that has most of them: fields are not added up, since the"
                    + " same follicle is seen in many.",
            OWN);

    /** Antral follicles in one section. */
    public static final Measure ANTRAL_FOLLICLES = new Measure(
            "antralFollicles",
            Unit.ONE,
            "Antral follicles in one section",
            "Follicles of 2 to 10 mm mean diameter in the field that has most of them.",
            BROEKMANS);

    /** Antral follicle count of both ovaries. */
    public static final Measure ANTRAL_FOLLICLE_COUNT = new Measure(
            "antralFollicleCount",
            Unit.ONE,
            "Antral follicle count",
            "Follicles of 2 to 10 mm in both whole ovaries; it needs a sweep and is never measured from stills.",
            BROEKMANS);

    /** Largest follicle. */
    public static final Measure LARGEST_FOLLICLE = new Measure(
            "largestFollicle",
            Unit.MILLIMETER,
            "Largest follicle",
            "Largest mean diameter of a follicle that counts, over all fields.",
            DUIJKERS);

    /** Below 10 mm. */
    public static final Measure BELOW_10 = bin("folliclesBelow10", "below 10 mm");

    /** 10 to below 12 mm. */
    public static final Measure FROM_10 = bin("follicles10to11", "10 to below 12 mm");

    /** 12 to below 14 mm. */
    public static final Measure FROM_12 = bin("follicles12to13", "12 to below 14 mm");

    /** 14 to below 16 mm. */
    public static final Measure FROM_14 = bin("follicles14to15", "14 to below 16 mm");

    /** 16 to below 18 mm. */
    public static final Measure FROM_16 = bin("follicles16to17", "16 to below 18 mm");

    /** 18 to below 20 mm. */
    public static final Measure FROM_18 = bin("follicles18to19", "18 to below 20 mm");

    /** 20 mm and more. */
    public static final Measure FROM_20 = bin("follicles20up", "20 mm and more");

    /** Area of the ovary. */
    public static final Measure OVARY_AREA = new Measure(
            "ovaryArea",
            Unit.SQUARE_MILLIMETER,
            "Ovary, area",
            "Area inside the outline that a person drew, the largest of all fields.",
            OWN);

    /** Volume of the ovary. */
    public static final Measure OVARY_VOLUME = new Measure(
            "ovaryVolume",
            Unit.MILLILITER,
            "Ovary, volume",
            "pi/6 x length x width x height of three orthogonal diameters that a person measured in two planes.",
            "Rotterdam consensus as in NBK278959; International guideline 2018, doi:10.1016/j.fertnstert.2018.05.004");

    /** Mean diameter. */
    public static final Measure MEAN_DIAMETER = new Measure(
            "meanDiameter", Unit.MILLIMETER, "Mean diameter", "Half the sum of long and short diameter.", DUIJKERS);

    /** Long diameter. */
    public static final Measure LONG_DIAMETER = new Measure(
            "longDiameter",
            Unit.MILLIMETER,
            "Long diameter",
            "Long axis of the ellipse that has the moments of the area inside the outline.",
            OWN);

    /** Short diameter. */
    public static final Measure SHORT_DIAMETER = new Measure(
            "shortDiameter",
            Unit.MILLIMETER,
            "Short diameter",
            "Short axis of the ellipse that has the moments of the area inside the outline.",
            OWN);

    /** Area of a follicle. */
    public static final Measure AREA =
            new Measure("area", Unit.SQUARE_MILLIMETER, "Area", "Area inside the outline.", OWN);

    /** Enhancement behind a follicle. */
    public static final Measure ENHANCEMENT = new Measure(
            "enhancement",
            Unit.GRAY,
            "Enhancement behind",
            "Mean gray 1 to 4 mm behind the follicle over the mean at the same depth beside it; reported, decides nothing.",
            OWN);

    /** Level of the tissue. */
    public static final Measure TISSUE = new Measure(
            "tissueLevel", Unit.GRAY, "Tissue", "Mean local gray level of what is bright in the sector.", OWN);

    /** Level of what is dark. */
    public static final Measure FLUID =
            new Measure("fluidLevel", Unit.GRAY, "Fluid", "2nd percentile of the gray levels in the sector.", OWN);

    /** Scatter of the tissue. */
    public static final Measure SPECKLE = new Measure(
            "speckle",
            Unit.GRAY,
            "Speckle",
            "Standard deviation of smoothed tissue, from differences 1 mm apart in depth.",
            OWN);

    private static Measure bin(String code, String range) {
        return new Measure(
                code,
                Unit.ONE,
                "Follicles of " + range,
                "Follicles of " + range + " mean diameter in the field that has most follicles.",
                ABBARA);
    }

    /** The size classes, from the smallest. */
    public static List<Measure> bins() {
        return List.of(BELOW_10, FROM_10, FROM_12, FROM_14, FROM_16, FROM_18, FROM_20);
    }

    /** All of them, in the order in which documents list them. */
    public static List<Measure> all() {
        return List.of(
                FOLLICLES,
                ANTRAL_FOLLICLES,
                ANTRAL_FOLLICLE_COUNT,
                LARGEST_FOLLICLE,
                BELOW_10,
                FROM_10,
                FROM_12,
                FROM_14,
                FROM_16,
                FROM_18,
                FROM_20,
                OVARY_AREA,
                OVARY_VOLUME,
                MEAN_DIAMETER,
                LONG_DIAMETER,
                SHORT_DIAMETER,
                AREA,
                ENHANCEMENT,
                TISSUE,
                FLUID,
                SPECKLE);
    }
}
