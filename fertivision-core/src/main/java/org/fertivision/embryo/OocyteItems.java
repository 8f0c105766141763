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
import org.fertivision.finding.Label;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Unit;
import org.fertivision.image.Point;
import org.fertivision.image.Region;

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

    /** The reason of a reading that another border answers for. */
    static final String OTHER_BORDER = "of another border";

    private static final String METHOD = "nested-closed-paths";
    private static final int BENDS = 6;
    private static final int OUTLINE_CORNERS = 128;

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
        double factor = seen.field().factor();
        int every = border.distances().length / OUTLINE_CORNERS;
        double[] x = new double[OUTLINE_CORNERS];
        double[] y = new double[OUTLINE_CORNERS];
        for (int i = 0; i < OUTLINE_CORNERS; i++) {
            double angle = 2 * Math.PI * i / OUTLINE_CORNERS;
            double r = border.distances()[i * every];
            x[i] = factor * (border.center().x() + r * StrictMath.cos(angle));
            y[i] = factor * (border.center().y() + r * StrictMath.sin(angle));
        }
        Point middle = Rings.middle(border.distances());
        Point center = new Point(
                factor * (border.center().x() + middle.x()),
                factor * (border.center().y() + middle.y()));
        Item item = Item.of(
                id,
                center,
                Outline.of(x, y),
                box(x, y),
                readings(own, border),
                List.of(new Label(CellStructure.LABELS, structure.term())));
        return refused.map(verdict -> item.excluded(verdict.exclusion())).orElse(item);
    }

    /** Its own readings and those of every border; what belongs to another border is not part of this one. */
    private static List<Reading> readings(List<Reading> own, Border border) {
        return MEASURES.stream()
                .map(measure -> measure.equals(EDGE_SUPPORT)
                        ? Reading.measured(EDGE_SUPPORT, 100 * border.support(), METHOD)
                        : measure.equals(EDGE_HEIGHT)
                                ? Reading.measured(EDGE_HEIGHT, border.height(), METHOD)
                                : own.stream()
                                        .filter(r -> r.measure().equals(measure))
                                        .findFirst()
                                        .orElseGet(() -> Reading.notMeasured(measure, OTHER_BORDER)))
                .toList();
    }

    private Region box(double[] x, double[] y) {
        double left = width;
        double top = height;
        double right = 0;
        double bottom = 0;
        for (int i = 0; i < x.length; i++) {
            left = Math.min(left, x[i]);
            right = Math.max(right, x[i]);
            top = Math.min(top, y[i]);
            bottom = Math.max(bottom, y[i]);
        }
        int fromX = within((int) Math.floor(left), width - 1);
        int fromY = within((int) Math.floor(top), height - 1);
        int toX = Math.max(fromX + 1, within((int) Math.ceil(right), width));
        int toY = Math.max(fromY + 1, within((int) Math.ceil(bottom), height));
        return new Region(fromX, fromY, toX - fromX, toY - fromY);
    }

    private static int within(int value, int most) {
        return Math.max(0, Math.min(most, value));
    }

    /** Whether a measure is a length or an area, which a calibration is needed for. */
    static boolean isScaled(Measure measure) {
        return measure.unit() == Unit.MICROMETER || measure.unit() == Unit.SQUARE_MICROMETER;
    }
}
