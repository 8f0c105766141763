package org.fertivision.endometrium;

import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Item;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.HysteroscopyMeasures;
import org.fertivision.image.Frame;
import org.fertivision.pixel.DarkLines;
import org.fertivision.pixel.DiscShaping;
import org.fertivision.pixel.LitDisc;
import org.fertivision.pixel.Mask;
import org.fertivision.pixel.Raster;

/**
 * Vessels as thin dark lines in green, looked for in blocks of pixels: as large as leave the disc about the size for which
 * the widths of vessels are meant (ADR 28).
 *
 * @param lines where they are, in blocks; nothing where the noise is unknown
 * @param valid the blocks in which they can be seen
 * @param side pixels of a block's side
 * @param around vessels with their blurred edges, in blocks
 */
record SeenVessels(Optional<DarkLines> lines, Mask valid, int side, Mask around) {
    private static final double GROUND_PX = 12;
    private static final double[] HALF_WIDTHS_PX = {1.5, 2, 3};
    private static final double FLOOR = 0.04;
    private static final double NOISE_FACTOR = 4;
    private static final double SMALLEST_PX = 60;
    /** How far the blurred edge of a vessel reaches at the usual size of the disc (ADR 28). */
    private static final double BLURRED_EDGE_PX = 2;
    /** The usual disc is not made smaller than by this factor. */
    private static final double LEAST_SCALE = 0.48;

    /** What lies farther off the disc than filters reach is not looked at, blocks. */
    private static final int MARGIN = 12;

    private static final double PERCENT = 100;
    private static final String NO_NOISE = "no two clear pixels lie side by side, so that the noise is unknown";

    /**
     * The vessels of a lit disc.
     *
     * @param scale how much larger the disc is than the one for which lengths in pixels are meant
     */
    static SeenVessels in(Frame frame, LitDisc lit, double scale) {
        int side = (int) Math.max(1, Math.floor(scale / LEAST_SCALE));
        double inBlocks = scale / side;
        double[] widths = new double[HALF_WIDTHS_PX.length];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(1, HALF_WIDTHS_PX[i] * inBlocks);
        }
        Mask valid = lit.valid().wholeBlocks(side).cropped(MARGIN);
        Optional<DarkLines> lines = DarkLines.of(
                Raster.logarithmOf(frame.green(), side).near(valid.box(), 0),
                valid,
                Math.max(1, GROUND_PX * inBlocks),
                widths,
                NOISE_FACTOR,
                FLOOR,
                (int) Math.max(1, SMALLEST_PX * inBlocks * inBlocks));
        Mask around = lines.map(seen -> DiscShaping.grown(seen.lines(), BLURRED_EDGE_PX * inBlocks))
                .orElseGet(() -> Mask.union(valid.box(), List.of()));
        return new SeenVessels(lines, valid, side, around);
    }

    /** Each connected piece as an object. */
    List<Item> items() {
        return VesselItems.of(lines.map(DarkLines::pieces).orElse(List.of()), side);
    }

    /** What is said of all of them. */
    List<Reading> readings() {
        return lines.map(this::readings)
                .orElseGet(() -> List.of(
                        Reading.notMeasured(HysteroscopyMeasures.VESSEL_DENSITY, NO_NOISE),
                        Reading.notMeasured(HysteroscopyMeasures.VESSEL_CONTRAST, NO_NOISE),
                        Reading.notMeasured(HysteroscopyMeasures.LEAST_CONTRAST, NO_NOISE)));
    }

    private List<Reading> readings(DarkLines seen) {
        return List.of(
                Reading.measured(
                        HysteroscopyMeasures.VESSEL_DENSITY,
                        PERCENT * seen.lines().area() / valid.area(),
                        "curvature-over-noise-floor"),
                seen.pieces().isEmpty()
                        ? Reading.notMeasured(HysteroscopyMeasures.VESSEL_CONTRAST, Reading.NotMeasured.NO_OBJECTS)
                        : Reading.measured(HysteroscopyMeasures.VESSEL_CONTRAST, seen.depth(), "median-depth"),
                Reading.measured(HysteroscopyMeasures.LEAST_CONTRAST, seen.least(), "noise-floor"));
    }
}
