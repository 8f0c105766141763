package org.fertivision.sperm.count;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.finding.Item;
import org.fertivision.finding.Label;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.FieldMeasures;
import org.fertivision.finding.measures.SpermMeasures;

/** Makes the items of a field: every object that is no speck, counted or not. */
final class CountItems {
    private static final String INSIDE = "inside-half-level-outline";

    private static final int LONGEST_OUTLINE = 5000;

    private CountItems() {}

    static List<Item> of(List<Sorted> sorted) {
        List<Item> items = new ArrayList<>();
        for (int id = 0; id < sorted.size(); id++) {
            items.add(item(id, sorted.get(id)));
        }
        return items;
    }

    private static Item item(int id, Sorted sorted) {
        Thing thing = sorted.thing();
        Item item = Item.of(
                id,
                thing.center(),
                outline(thing),
                thing.box(),
                readings(sorted),
                sorted.term() == null ? List.of() : List.of(new Label(SpermCountAnalyzer.LABELS, sorted.term())));
        return sorted.exclusion() == null ? item : item.excluded(sorted.exclusion());
    }

    /** Rulings and bubbles have outlines too long to be of use. */
    private static Outline outline(Thing thing) {
        return thing.contour().size() > LONGEST_OUTLINE
                ? Outline.none()
                : Outline.of(thing.contour().points());
    }

    private static List<Reading> readings(Sorted sorted) {
        Thing thing = sorted.thing();
        List<Reading> readings = new ArrayList<>();
        readings.add(Reading.measured(FieldMeasures.AREA, thing.areaUm2(), INSIDE));
        readings.add(Reading.measured(FieldMeasures.AREA_PX, thing.contour().area(), INSIDE));
        readings.add(
                sorted.cells() == 0
                        ? Reading.notMeasured(SpermMeasures.CLUSTER_CELLS, "no cluster")
                        : Reading.measured(SpermMeasures.CLUSTER_CELLS, sorted.cells(), "area-over-median-head"));
        return readings;
    }
}
