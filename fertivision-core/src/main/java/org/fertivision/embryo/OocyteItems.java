package org.fertivision.embryo;

import static org.fertivision.finding.measures.EmbryoMeasures.EDGE_HEIGHT;
import static org.fertivision.finding.measures.EmbryoMeasures.EDGE_SUPPORT;
import static org.fertivision.finding.measures.EmbryoMeasures.OOPLASM_CIRCULARITY;
import static org.fertivision.finding.measures.EmbryoMeasures.OOPLASM_DIAMETER;
import static org.fertivision.finding.measures.EmbryoMeasures.OOPLASM_SHARE;
import static org.fertivision.finding.measures.EmbryoMeasures.PERIVITELLINE_AREA;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_INNER_DIAMETER;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_OUTER_DIAMETER;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_SHARE;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_THICKNESS;

import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;

/** Makes the items of a field: one for each border, those that hold and those that do not. */
final class OocyteItems {
    /** All that is said of an item. */
    static final List<Measure> MEASURES = List.of(
            ZONA_OUTER_DIAMETER,
            ZONA_INNER_DIAMETER,
            ZONA_THICKNESS,
            ZONA_SHARE,
            OOPLASM_DIAMETER,
            OOPLASM_CIRCULARITY,
            OOPLASM_SHARE,
            PERIVITELLINE_AREA,
            EDGE_SUPPORT,
            EDGE_HEIGHT);

    private static final String METHOD = "nested-closed-paths";
    private static final int BENDS = 6;

    private final Sighting seen;
    private final boolean calibrated;
    private final int width;
    private final int height;

    private OocyteItems(Sighting seen, boolean calibrated, int width, int height) {
        this.seen = seen;
        this.calibrated = calibrated;
        this.width = width;
        this.height = height;
    }

    /** The items of what was seen in an image of this size. */
    static List<Item> of(Sighting seen, boolean calibrated, int width, int height) {
        OocyteItems items = new OocyteItems(seen, calibrated, width, height);
        return List.of(
                items.item(0, CellStructure.ZONA_OUTER, seen.outer(), items.ofOuter(), seen.refusal()),
                items.item(1, CellStructure.ZONA_INNER, seen.inner(), items.ofInner(), seen.zonaRefusal()),
                items.item(2, CellStructure.OOLEMMA, seen.cell(), items.ofCell(), seen.refusal()));
    }

    private List<Reading> ofOuter() {
        return List.of(length(ZONA_OUTER_DIAMETER, 2 * seen.outer().radius()));
    }

    /** Of the space only if the inner border holds; of the zona likewise. */
    private List<Reading> ofInner() {
        double thickness = seen.outer().radius() - seen.inner().radius();
        double um = seen.field().umPerPixel();
        return List.of(
                length(ZONA_INNER_DIAMETER, 2 * seen.inner().radius()),
                length(ZONA_THICKNESS, thickness),
                Reading.measured(ZONA_SHARE, 100 * thickness / seen.outer().radius(), METHOD),
                Reading.measured(
                        OOPLASM_SHARE, 100 * seen.cell().area() / seen.inner().area(), METHOD),
                scaled(PERIVITELLINE_AREA, (seen.inner().area() - seen.cell().area()) * um * um));
    }

    private List<Reading> ofCell() {
        double[] smooth = Border.smooth(seen.cell().distances(), BENDS);
        double perimeter = Rings.perimeter(smooth);
        return List.of(
                length(OOPLASM_DIAMETER, 2 * seen.cell().radius()),
                Reading.measured(
                        OOPLASM_CIRCULARITY,
                        Math.min(1, 4 * Math.PI * Rings.area(smooth) / (perimeter * perimeter)),
                        METHOD));
    }

    private Reading length(Measure measure, double pixels) {
        return scaled(measure, pixels * seen.field().umPerPixel());
    }

    private Reading scaled(Measure measure, double value) {
        return calibrated
                ? Reading.measured(measure, value, METHOD)
                : Reading.notMeasured(measure, Reading.NotMeasured.UNCALIBRATED);
    }

    private Item item(int id, CellStructure structure, Border border, List<Reading> own, Optional<Verdict> refused) {
        return BorderItem.of(border, seen.field().factor(), width, height)
                .item(id, structure, readings(own, border), refused);
    }

    /** Its own readings and those of every border; what belongs to another border is not part of this one. */
    private static List<Reading> readings(List<Reading> own, Border border) {
        return BorderItem.readings(MEASURES, own, border, METHOD);
    }
}
