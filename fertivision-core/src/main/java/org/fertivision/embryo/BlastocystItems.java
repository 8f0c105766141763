package org.fertivision.embryo;

import static org.fertivision.finding.measures.BlastocystMeasures.BLASTOCYST_AREA;
import static org.fertivision.finding.measures.BlastocystMeasures.BLASTOCYST_DIAMETER;
import static org.fertivision.finding.measures.EmbryoMeasures.EDGE_HEIGHT;
import static org.fertivision.finding.measures.EmbryoMeasures.EDGE_SUPPORT;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_OUTER_DIAMETER;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_THICKNESS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;

/** Makes the items of a field: the outline of the blastocyst, and of the zona where it was found. */
final class BlastocystItems {
    /** All that is said of an item. */
    static final List<Measure> MEASURES = List.of(
            BLASTOCYST_DIAMETER, BLASTOCYST_AREA, ZONA_OUTER_DIAMETER, ZONA_THICKNESS, EDGE_SUPPORT, EDGE_HEIGHT);

    private static final String METHOD = "rough-closed-path";

    private BlastocystItems() {}

    /** The items of what was seen in an image of this size. */
    static List<Item> of(BlastocystSighting seen, boolean calibrated, int width, int height) {
        double um = seen.umPerPixel();
        Border outline = seen.outline();
        List<Item> items = new ArrayList<>();
        items.add(BorderItem.of(outline, seen.factor(), width, height)
                .item(
                        0,
                        CellStructure.TROPHECTODERM,
                        BorderItem.readings(
                                MEASURES,
                                List.of(
                                        scaled(BLASTOCYST_DIAMETER, 2 * outline.radius() * um, calibrated),
                                        scaled(BLASTOCYST_AREA, outline.area() * um * um, calibrated)),
                                outline,
                                METHOD),
                        seen.refusal()));
        Optional.ofNullable(seen.zona())
                .ifPresent(zona -> items.add(BorderItem.of(zona, seen.factor(), width, height)
                        .item(
                                1,
                                CellStructure.ZONA_OUTER,
                                BorderItem.readings(
                                        MEASURES,
                                        List.of(
                                                scaled(ZONA_OUTER_DIAMETER, 2 * zona.radius() * um, calibrated),
                                                scaled(ZONA_THICKNESS, seen.thickness() * um, calibrated)),
                                        zona,
                                        METHOD),
                                seen.zonaRefusal())));
        return List.copyOf(items);
    }

    private static Reading scaled(Measure measure, double value, boolean calibrated) {
        return calibrated
                ? Reading.measured(measure, value, METHOD)
                : Reading.notMeasured(measure, Reading.NotMeasured.UNCALIBRATED);
    }
}
