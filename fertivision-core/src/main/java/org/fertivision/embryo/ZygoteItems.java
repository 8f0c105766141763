package org.fertivision.embryo;

import static org.fertivision.finding.measures.EmbryoMeasures.PRONUCLEUS_DIAMETER;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;

/** Makes the items of a zygote: the three borders of zona and cell, then each round rim that stands out in the ooplasm. */
final class ZygoteItems {
    /** All that is said of an item. */
    static final List<Measure> MEASURES = measures();

    private static final String METHOD = "closed-path-about-a-circle";

    private ZygoteItems() {}

    /** The items of what was seen in an image of this size. */
    static List<Item> of(Sighting seen, PronucleiSeen pronuclei, boolean calibrated, int width, int height) {
        List<Item> items = new ArrayList<>();
        for (Item border : OocyteItems.of(seen, calibrated, width, height)) {
            List<Reading> readings = new ArrayList<>(border.readings());
            readings.add(Reading.notMeasured(PRONUCLEUS_DIAMETER, BorderItem.OTHER_BORDER));
            items.add(border.read(readings));
        }
        double um = seen.field().umPerPixel();
        for (Pronucleus rim : pronuclei.rims()) {
            Reading diameter = calibrated
                    ? Reading.measured(
                            PRONUCLEUS_DIAMETER, 2 * um * rim.border().radius(), METHOD)
                    : Reading.notMeasured(PRONUCLEUS_DIAMETER, Reading.NotMeasured.UNCALIBRATED);
            items.add(BorderItem.of(rim.border(), seen.field().factor(), width, height)
                    .item(
                            items.size(),
                            CellStructure.PRONUCLEUS,
                            BorderItem.readings(MEASURES, List.of(diameter), rim.border(), METHOD),
                            why(rim, pronuclei)));
        }
        return items;
    }

    /** Why a rim does not count: its own reason, or that they cannot be told apart. */
    private static Optional<Verdict> why(Pronucleus rim, PronucleiSeen pronuclei) {
        return rim.refusal().or(() -> pronuclei.refusal().filter(verdict -> verdict.refusal() != Refusal.NEEDS_STACK));
    }

    private static List<Measure> measures() {
        List<Measure> all = new ArrayList<>(OocyteItems.MEASURES);
        all.add(PRONUCLEUS_DIAMETER);
        return List.copyOf(all);
    }
}
