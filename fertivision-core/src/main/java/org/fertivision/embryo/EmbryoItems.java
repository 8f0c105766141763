package org.fertivision.embryo;

import static org.fertivision.finding.measures.EmbryoMeasures.EDGE_HEIGHT;
import static org.fertivision.finding.measures.EmbryoMeasures.EDGE_SUPPORT;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_INNER_DIAMETER;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_OUTER_DIAMETER;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_THICKNESS;

import java.util.List;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;

/** Makes the items of a field: both borders of the zona. */
final class EmbryoItems {
    /** All that is said of an item. */
    static final List<Measure> MEASURES =
            List.of(ZONA_OUTER_DIAMETER, ZONA_INNER_DIAMETER, ZONA_THICKNESS, EDGE_SUPPORT, EDGE_HEIGHT);

    private static final String METHOD = "nested-closed-paths";

    private EmbryoItems() {}

    /** The items of what was seen in an image of this size. */
    static List<Item> of(ZonaSighting seen, int width, int height) {
        double um = seen.field().umPerPixel();
        double outer = seen.outer().radius() * um;
        double inner = seen.inner().radius() * um;
        return List.of(
                BorderItem.of(seen.outer(), seen.field().factor(), width, height)
                        .item(
                                0,
                                CellStructure.ZONA_OUTER,
                                BorderItem.readings(
                                        MEASURES,
                                        List.of(Reading.measured(ZONA_OUTER_DIAMETER, 2 * outer, METHOD)),
                                        seen.outer(),
                                        METHOD),
                                seen.refusal()),
                BorderItem.of(seen.inner(), seen.field().factor(), width, height)
                        .item(
                                1,
                                CellStructure.ZONA_INNER,
                                BorderItem.readings(
                                        MEASURES,
                                        List.of(
                                                Reading.measured(ZONA_INNER_DIAMETER, 2 * inner, METHOD),
                                                Reading.measured(ZONA_THICKNESS, outer - inner, METHOD)),
                                        seen.inner(),
                                        METHOD),
                                seen.refusal()));
    }
}
