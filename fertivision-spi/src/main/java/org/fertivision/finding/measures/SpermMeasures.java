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
            "Sperm whose head, midpiece and tail are all normal / all sperm whose parts are visible.",
            WHO6);

    /** Defects per abnormal sperm. */
    public static final Measure TERATOZOOSPERMIA_INDEX = new Measure(
            "teratozoospermiaIndex",
            Unit.ONE,
            "Teratozoospermia index",
            "Defective regions (head, midpiece, tail, cytoplasm) / abnormal sperm.",
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
                NORMAL_HEADS,
                NORMAL_FORMS,
                TERATOZOOSPERMIA_INDEX,
                EJACULATE_VOLUME);
    }
}
