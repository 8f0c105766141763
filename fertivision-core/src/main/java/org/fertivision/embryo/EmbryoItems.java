package org.fertivision.embryo;

import static org.fertivision.finding.measures.CleavageMeasures.BLASTOMERES;
import static org.fertivision.finding.measures.CleavageMeasures.BLASTOMERE_DIAMETER;
import static org.fertivision.finding.measures.CleavageMeasures.BLASTOMERE_EVENNESS;
import static org.fertivision.finding.measures.EmbryoMeasures.EDGE_HEIGHT;
import static org.fertivision.finding.measures.EmbryoMeasures.EDGE_SUPPORT;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_INNER_DIAMETER;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_OUTER_DIAMETER;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_THICKNESS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;
import org.fertivision.image.Point;

/** Makes the items of a field: both borders of the zona, and the cells within. */
final class EmbryoItems {
    /** All that is said of an item. */
    static final List<Measure> MEASURES = List.of(
            ZONA_OUTER_DIAMETER,
            ZONA_INNER_DIAMETER,
            ZONA_THICKNESS,
            BLASTOMERES,
            BLASTOMERE_EVENNESS,
            BLASTOMERE_DIAMETER,
            EDGE_SUPPORT,
            EDGE_HEIGHT);

    private static final String METHOD = "nested-closed-paths";
    private static final String CELLS_METHOD = "discs-by-rims-and-contacts";
    private static final int DIRECTIONS = 256;

    private EmbryoItems() {}

    /**
     * The items of what was seen in an image of this size.
     *
     * @param cells the cells within the zona, where it holds
     */
    static List<Item> of(ZonaSighting seen, Optional<Blastomeres> cells, int width, int height) {
        double um = seen.field().umPerPixel();
        double outer = seen.outer().radius() * um;
        double inner = seen.inner().radius() * um;
        List<Reading> within = new ArrayList<>(List.of(
                Reading.measured(ZONA_INNER_DIAMETER, 2 * inner, METHOD),
                Reading.measured(ZONA_THICKNESS, outer - inner, METHOD)));
        cells.ifPresent(found -> within.addAll(counted(found)));
        List<Item> items = new ArrayList<>();
        items.add(BorderItem.of(seen.outer(), seen.field().factor(), width, height)
                .item(
                        0,
                        CellStructure.ZONA_OUTER,
                        BorderItem.readings(
                                MEASURES,
                                List.of(Reading.measured(ZONA_OUTER_DIAMETER, 2 * outer, METHOD)),
                                seen.outer(),
                                METHOD),
                        seen.refusal()));
        items.add(BorderItem.of(seen.inner(), seen.field().factor(), width, height)
                .item(
                        1,
                        CellStructure.ZONA_INNER,
                        BorderItem.readings(MEASURES, within, seen.inner(), METHOD),
                        seen.refusal()));
        cells.ifPresent(found -> {
            for (int i = 0; i < found.count(); i++) {
                items.add(cell(seen.field(), found, i, width, height));
            }
        });
        return List.copyOf(items);
    }

    private static List<Reading> counted(Blastomeres cells) {
        return cells.refusal()
                .map(why -> List.of(
                        Reading.notMeasured(BLASTOMERES, why.refusal().reason()),
                        Reading.notMeasured(BLASTOMERE_EVENNESS, why.refusal().reason())))
                .orElseGet(() -> List.of(
                        Reading.measured(BLASTOMERES, cells.count(), CELLS_METHOD),
                        Reading.measured(BLASTOMERE_EVENNESS, cells.evenness(), CELLS_METHOD)));
    }

    private static Item cell(CellField field, Blastomeres cells, int i, int width, int height) {
        RoundCell cell = cells.look().cells().get(i);
        double[] distances = new double[DIRECTIONS];
        Arrays.fill(distances, cells.radii().get(i));
        Border rim = new Border(
                new Point(cell.x(), cell.y()),
                distances,
                cells.look().supports().get(i),
                0,
                0,
                cells.look().heights().get(i),
                cells.edgeWidth());
        Reading diameter =
                Reading.measured(BLASTOMERE_DIAMETER, 2 * cells.radii().get(i) * field.umPerPixel(), CELLS_METHOD);
        return BorderItem.of(rim, field.factor(), width, height)
                .item(
                        2 + i,
                        CellStructure.BLASTOMERE,
                        BorderItem.readings(MEASURES, List.of(diameter), rim, CELLS_METHOD),
                        cells.refusal());
    }
}
