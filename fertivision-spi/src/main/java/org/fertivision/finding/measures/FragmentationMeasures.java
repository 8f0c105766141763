package org.fertivision.finding.measures;

import java.util.List;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Unit;

/** What is measured of sperm in the sperm chromatin dispersion (halo) test. */
public final class FragmentationMeasures {
    private static final String SCD = "Fernandez 2005 (as laboratories quote it; not verified against the original)";

    private FragmentationMeasures() {}

    /** Share of sperm with fragmented DNA. */
    public static final Measure FRAGMENTED = new Measure(
            "fragmented",
            Unit.PERCENT,
            "DNA fragmented",
            "Sperm whose halo is at most a third as wide as their core, or missing / all sperm judged.",
            SCD);

    /** The same without the borderline ones. */
    public static final Measure FRAGMENTED_CLEAR = new Measure(
            "fragmentedClear",
            Unit.PERCENT,
            "DNA fragmented, without borderline",
            "The same share without sperm whose halo is within 10 % (or what was set) of a third of their core.",
            SCD);

    /** Width of the halo. */
    public static final Measure HALO_WIDTH = new Measure(
            "haloWidth",
            Unit.MICROMETER,
            "Halo width",
            "sqrt(area within the border of the halo / pi) - sqrt(area of the core / pi).",
            SCD);

    /** Width of the core. */
    public static final Measure CORE_WIDTH = new Measure(
            "coreWidth",
            Unit.MICROMETER,
            "Core width",
            "Smallest caliper (Feret) diameter of the core: what is left of the nucleus within the halo.",
            SCD);

    /** Width of the halo over that of the core. */
    public static final Measure HALO_RATIO = new Measure(
            "haloRatio",
            Unit.ONE,
            "Halo width / core width",
            "Above a third the DNA counts as whole; needs no scale.",
            SCD);

    /** Width of the halo in pixels. */
    public static final Measure HALO_WIDTH_PX = new Measure(
            "haloWidthPx",
            Unit.PIXEL,
            "Halo width in pixels",
            "Halo width in pixels, whatever the size of a pixel.",
            SCD);

    /** Width of the core in pixels. */
    public static final Measure CORE_WIDTH_PX = new Measure(
            "coreWidthPx",
            Unit.PIXEL,
            "Core width in pixels",
            "Core width in pixels, whatever the size of a pixel.",
            SCD);

    /** All of them, in the order in which documents list them. */
    public static List<Measure> all() {
        return List.of(FRAGMENTED, FRAGMENTED_CLEAR, HALO_WIDTH, CORE_WIDTH, HALO_RATIO, HALO_WIDTH_PX, CORE_WIDTH_PX);
    }
}
