package org.fertivision.finding.measures;

import java.util.List;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Unit;

/** What is measured of sperm. */
public final class SpermMeasures {
    private static final String WHO6 = "WHO laboratory manual, 6th edition (2021)";
    private static final String OPENCASA = "Alquezar-Baeta 2019, doi:10.1371/journal.pcbi.1006691";
    private static final String SHAPE = "ISAS and OpenCASA head indices, " + OPENCASA;

    private SpermMeasures() {}

    /** Sperm counted. */
    public static final Measure CELLS = new Measure(
            "cells", Unit.ONE, "Cells", "Sperm counted in all fields; excluded objects do not count.", WHO6);

    /** Sperm per volume. */
    public static final Measure CONCENTRATION = new Measure(
            "concentration",
            Unit.MILLION_PER_MILLILITER,
            "Concentration",
            "Cells x dilution / (area looked at x chamber depth).",
            WHO6);

    /** Sperm in the whole ejaculate. */
    public static final Measure TOTAL_COUNT = new Measure(
            "totalCount",
            Unit.MILLION,
            "Total count",
            "Concentration x volume of the ejaculate; only where the volume is given.",
            WHO6);

    /** Round cells per volume. */
    public static final Measure ROUND_CELLS = new Measure(
            "roundCells",
            Unit.MILLION_PER_MILLILITER,
            "Round cells",
            "Round cells (8 to 15 um, no tail) per volume; not told apart into leukocytes and germ cells.",
            WHO6);

    /** Heads that a cluster seems to hold. */
    public static final Measure CLUSTER_CELLS = new Measure(
            "clusterCells",
            Unit.ONE,
            "Cells in the cluster",
            "Area of a cluster that could not be parted / median area of single heads, rounded; these are not counted.",
            "FertiVision, docs/measures.md");

    /** Share of sperm with an intact membrane. */
    public static final Measure LIVE =
            new Measure("live", Unit.PERCENT, "Live", "Cells with an intact membrane / all cells.", WHO6);

    /** Share of sperm with a damaged membrane. */
    public static final Measure DEAD = new Measure(
            "dead",
            Unit.PERCENT,
            "Dead",
            "Cells with a damaged membrane, doubly stained ones among them / all cells.",
            WHO6);

    /** Area of the head. */
    public static final Measure HEAD_AREA = new Measure(
            "headArea",
            Unit.SQUARE_MICROMETER,
            "Head area",
            "Area inside the contour half-way between the head and its surroundings.",
            SHAPE);

    /** Perimeter of the head. */
    public static final Measure HEAD_PERIMETER = new Measure(
            "headPerimeter",
            Unit.MICROMETER,
            "Head perimeter",
            "Length of the contour half-way between the head and its surroundings.",
            SHAPE);

    /** Length of the head. */
    public static final Measure HEAD_LENGTH = new Measure(
            "headLength", Unit.MICROMETER, "Head length", "Largest caliper (Feret) diameter of the contour.", SHAPE);

    /** Width of the head. */
    public static final Measure HEAD_WIDTH = new Measure(
            "headWidth", Unit.MICROMETER, "Head width", "Smallest caliper (Feret) diameter of the contour.", SHAPE);

    /** Length over width of the head. */
    public static final Measure HEAD_ASPECT = new Measure(
            "headAspect", Unit.ONE, "Head length / width", "Head length / head width (ellipticity).", SHAPE);

    /** Elongation of the head. */
    public static final Measure HEAD_ELONGATION =
            new Measure("headElongation", Unit.ONE, "Head elongation", "(length - width) / (length + width).", SHAPE);

    /** Rugosity of the head. */
    public static final Measure HEAD_RUGOSITY = new Measure(
            "headRugosity", Unit.ONE, "Head rugosity", "4 pi area / perimeter squared; 1 for a disc.", SHAPE);

    /** Regularity of the head. */
    public static final Measure HEAD_REGULARITY = new Measure(
            "headRegularity", Unit.ONE, "Head regularity", "pi length width / (4 area); 1 for an ellipse.", SHAPE);

    /** Mean gray of the head. */
    public static final Measure MEAN_GRAY = new Measure(
            "meanGray", Unit.GRAY, "Mean gray", "Mean gray level of the pixels inside the head, as stored.", SHAPE);

    /** Area of the head in pixels. */
    public static final Measure HEAD_AREA_PX = new Measure(
            "headAreaPx",
            Unit.SQUARE_PIXEL,
            "Head area in pixels",
            "Head area in square pixels, whatever the size of a pixel.",
            SHAPE);

    /** Perimeter of the head in pixels. */
    public static final Measure HEAD_PERIMETER_PX = new Measure(
            "headPerimeterPx",
            Unit.PIXEL,
            "Head perimeter in pixels",
            "Head perimeter in pixels, whatever the size of a pixel.",
            SHAPE);

    /** Length of the head in pixels. */
    public static final Measure HEAD_LENGTH_PX = new Measure(
            "headLengthPx",
            Unit.PIXEL,
            "Head length in pixels",
            "Head length in pixels, whatever the size of a pixel.",
            SHAPE);

    /** Width of the head in pixels. */
    public static final Measure HEAD_WIDTH_PX = new Measure(
            "headWidthPx",
            Unit.PIXEL,
            "Head width in pixels",
            "Head width in pixels, whatever the size of a pixel.",
            SHAPE);

    /** Area of the acrosome. */
    public static final Measure ACROSOME_AREA = new Measure(
            "acrosomeArea",
            Unit.SQUARE_MICROMETER,
            "Acrosome area",
            "Area of the part of a stained head that lets red light pass, up to the outline.",
            WHO6);

    /** Area of the acrosome in pixels. */
    public static final Measure ACROSOME_AREA_PX = new Measure(
            "acrosomeAreaPx",
            Unit.SQUARE_PIXEL,
            "Acrosome area in pixels",
            "Acrosome area in square pixels, whatever the size of a pixel.",
            WHO6);

    /** Share of the head that the acrosome takes. */
    public static final Measure ACROSOME_FRACTION = new Measure(
            "acrosomeFraction",
            Unit.PERCENT,
            "Acrosome, share of head",
            "Acrosome area / head area; strict criteria ask for 40 to 70 %.",
            WHO6);

    /** Vacuoles of the head. */
    public static final Measure VACUOLES = new Measure(
            "vacuoles", Unit.ONE, "Vacuoles", "Pale round spots inside a stained head, away from its rim.", WHO6);

    /** Length of the midpiece. */
    public static final Measure MIDPIECE_LENGTH = new Measure(
            "midpieceLength",
            Unit.MICROMETER,
            "Midpiece length",
            "Along the thread from the head to where it absorbs hardly more light than the tail.",
            WHO6);

    /** Length of the midpiece in pixels. */
    public static final Measure MIDPIECE_LENGTH_PX = new Measure(
            "midpieceLengthPx",
            Unit.PIXEL,
            "Midpiece length in pixels",
            "Midpiece length in pixels, whatever the size of a pixel.",
            WHO6);

    /** Width of the midpiece. */
    public static final Measure MIDPIECE_WIDTH = new Measure(
            "midpieceWidth",
            Unit.MICROMETER,
            "Midpiece width",
            "Full width at half of what the midpiece absorbs, median of its middle half.",
            WHO6);

    /** Width of the midpiece in pixels. */
    public static final Measure MIDPIECE_WIDTH_PX = new Measure(
            "midpieceWidthPx",
            Unit.PIXEL,
            "Midpiece width in pixels",
            "Midpiece width in pixels, whatever the size of a pixel.",
            WHO6);

    /** Angle between head and midpiece. */
    public static final Measure MIDPIECE_ANGLE = new Measure(
            "midpieceAngle",
            Unit.DEGREE,
            "Midpiece angle",
            "Between the axis of the head and the first half head length of the thread; 0 is straight on.",
            WHO6);

    /** How far beside the axis the thread leaves the head. */
    public static final Measure MIDPIECE_OFFSET = new Measure(
            "midpieceOffset",
            Unit.PERCENT,
            "Insertion beside the axis",
            "Distance of the place where the thread leaves the head from the axis of the head / head width.",
            WHO6);

    /** Cytoplasm left at the neck and midpiece. */
    public static final Measure CYTOPLASMIC_RESIDUE = new Measure(
            "cytoplasmicResidue",
            Unit.PERCENT,
            "Residual cytoplasm, share of head",
            "Area of the cytoplasm left at neck and midpiece, beside the midpiece itself / head area; strict criteria"
                    + " call more than a third abnormal.",
            WHO6);

    /** Length of the tail. */
    public static final Measure TAIL_LENGTH = new Measure(
            "tailLength",
            Unit.MICROMETER,
            "Tail length",
            "Along the tail beyond the midpiece to its visible end, of threads of 7 head lengths or more; else see"
                    + " tailSeen.",
            WHO6);

    /** The same in pixels. */
    public static final Measure TAIL_LENGTH_PX = new Measure(
            "tailLengthPx",
            Unit.PIXEL,
            "Tail length, in pixels",
            "Tail length in pixels, whatever the size of a pixel.",
            WHO6);

    /** Length of midpiece and tail as far as they are seen. */
    public static final Measure TAIL_SEEN = new Measure(
            "tailSeen",
            Unit.MICROMETER,
            "Midpiece and tail as far as seen",
            "Along the thread from the head to where it fades, meets another head or is cut; it may have gone over"
                    + " into another thread.",
            WHO6);

    /** The same in pixels. */
    public static final Measure TAIL_SEEN_PX = new Measure(
            "tailSeenPx",
            Unit.PIXEL,
            "Midpiece and tail as far as seen, in pixels",
            "Midpiece and tail as far as seen, in pixels, whatever the size of a pixel.",
            WHO6);

    /** How far the tail turns. */
    public static final Measure TAIL_TURNING = new Measure(
            "tailTurning",
            Unit.DEGREE,
            "Turning of the tail",
            "The most that the thread's direction changes one way; above 360 the tail is coiled.",
            WHO6);

    /** Distance to the strict criteria. */
    public static final Measure STRICT_MARGIN = new Measure(
            "strictMargin",
            Unit.PERCENT,
            "Margin to strict criteria",
            "The least, over all criteria, of the distance to the nearer limit / that limit; below 0 the limit is"
                    + " passed.",
            WHO6);

    /** Share of heads within the size limits of strict criteria. */
    public static final Measure NORMAL_HEADS = new Measure(
            "normalHeads",
            Unit.PERCENT,
            "Normal heads",
            "Heads whose size and outline meet strict criteria for the stain / all heads.",
            WHO6);

    /** Share of sperm of normal form. */
    public static final Measure NORMAL_FORMS = new Measure(
            "normalForms",
            Unit.PERCENT,
            "Normal forms",
            "Sperm whose head, midpiece and tail are all normal, without excess cytoplasm / all sperm whose parts are"
                    + " visible.",
            WHO6);

    /** Share of sperm that are abnormal by borderline measures alone. */
    public static final Measure BORDERLINE_FORMS = new Measure(
            "borderlineForms",
            Unit.PERCENT,
            "Borderline forms",
            "Sperm whose every defect is a measure nearer to its limit than it is sure, counted as abnormal / all"
                    + " sperm whose parts are visible.",
            "WHO laboratory manual, 6th edition (2021); how sure measures are: FertiVision, docs/adr/0029");

    /** Defects per abnormal sperm. */
    public static final Measure TERATOZOOSPERMIA_INDEX = new Measure(
            "teratozoospermiaIndex",
            Unit.ONE,
            "Teratozoospermia index",
            "Defective regions (head, midpiece, tail, cytoplasm) / abnormal sperm.",
            WHO6);

    /** Defects per sperm. */
    public static final Measure SPERM_DEFORMITY_INDEX = new Measure(
            "spermDeformityIndex",
            Unit.ONE,
            "Sperm deformity index",
            "Defective regions (head, midpiece, tail, cytoplasm) / sperm.",
            WHO6);

    /** All single defects per abnormal sperm. */
    public static final Measure MULTIPLE_ANOMALIES_INDEX = new Measure(
            "multipleAnomaliesIndex",
            Unit.ONE,
            "Multiple anomalies index",
            "All defects, each by itself / abnormal sperm.",
            WHO6);

    /** Volume of the ejaculate. */
    public static final Measure EJACULATE_VOLUME = new Measure(
            "ejaculateVolume",
            Unit.MILLILITER,
            "Ejaculate volume",
            "Volume of the ejaculate; given, never measured.",
            WHO6);

    /** All of them, in the order in which documents list them. */
    public static List<Measure> all() {
        return List.of(
                CELLS,
                CONCENTRATION,
                TOTAL_COUNT,
                ROUND_CELLS,
                CLUSTER_CELLS,
                LIVE,
                DEAD,
                HEAD_AREA,
                HEAD_PERIMETER,
                HEAD_LENGTH,
                HEAD_WIDTH,
                HEAD_ASPECT,
                HEAD_ELONGATION,
                HEAD_RUGOSITY,
                HEAD_REGULARITY,
                MEAN_GRAY,
                HEAD_AREA_PX,
                HEAD_PERIMETER_PX,
                HEAD_LENGTH_PX,
                HEAD_WIDTH_PX,
                ACROSOME_AREA,
                ACROSOME_AREA_PX,
                ACROSOME_FRACTION,
                VACUOLES,
                MIDPIECE_LENGTH,
                MIDPIECE_LENGTH_PX,
                MIDPIECE_WIDTH,
                MIDPIECE_WIDTH_PX,
                MIDPIECE_ANGLE,
                MIDPIECE_OFFSET,
                CYTOPLASMIC_RESIDUE,
                TAIL_LENGTH,
                TAIL_LENGTH_PX,
                TAIL_SEEN,
                TAIL_SEEN_PX,
                TAIL_TURNING,
                STRICT_MARGIN,
                NORMAL_HEADS,
                NORMAL_FORMS,
                BORDERLINE_FORMS,
                TERATOZOOSPERMIA_INDEX,
                SPERM_DEFORMITY_INDEX,
                MULTIPLE_ANOMALIES_INDEX,
                EJACULATE_VOLUME);
    }
}
