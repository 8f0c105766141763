package org.fertivision.embryo;

import static org.fertivision.finding.measures.EmbryoMeasures.EDGE_HEIGHT;
import static org.fertivision.finding.measures.EmbryoMeasures.POLAR_BODIES;
import static org.fertivision.finding.measures.EmbryoMeasures.POLAR_BODY_LIKENESS;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;
import org.fertivision.image.Point;

/** Makes the items of an oocyte: its borders, then what looks like a polar body, each as the ellipse most like it. */
final class PolarBodyItems {
    /** All that is said of an item. */
    static final List<Measure> MEASURES = Stream.concat(OocyteItems.MEASURES.stream(), Stream.of(POLAR_BODY_LIKENESS))
            .toList();

    private static final String METHOD = "likeness-in-the-space";
    private static final int CORNERS = 32;

    private PolarBodyItems() {}

    /** The items of what was seen in an image of this size. */
    static List<Item> of(Sighting seen, PolarBodiesSeen bodies, boolean calibrated, int width, int height) {
        List<Item> items = new ArrayList<>();
        for (Item border : OocyteItems.of(seen, calibrated, width, height)) {
            List<Reading> readings = new ArrayList<>(border.readings());
            readings.add(Reading.notMeasured(POLAR_BODY_LIKENESS, BorderItem.OTHER_BORDER));
            items.add(border.read(readings));
        }
        PerivitellineSpace space = bodies.space();
        if (space != null) {
            for (PolarBody body : bodies.bodies()) {
                items.add(BorderItem.of(ellipse(space, body), seen.field().factor(), width, height)
                        .item(items.size(), CellStructure.POLAR_BODY, readings(body), body.refusal()));
            }
        }
        return items;
    }

    /** How many are seen, or why that is not said. */
    static Reading count(List<Item> items, PolarBodiesSeen bodies) {
        return bodies.refusal()
                .map(why -> Reading.notMeasured(POLAR_BODIES, why.refusal().reason()))
                .orElseGet(() -> Reading.measured(
                        POLAR_BODIES,
                        (double) items.stream()
                                .filter(Item::counts)
                                .filter(CellStructure.POLAR_BODY::is)
                                .count(),
                        METHOD));
    }

    private static List<Point> ellipse(PerivitellineSpace space, PolarBody body) {
        return IntStream.range(0, CORNERS)
                .mapToObj(i -> {
                    double turn = 2 * Math.PI * i / CORNERS;
                    return space.place(
                            body.direction(),
                            body.halfUm() * StrictMath.cos(turn),
                            body.halfThickUm() * StrictMath.sin(turn));
                })
                .toList();
    }

    private static List<Reading> readings(PolarBody body) {
        return MEASURES.stream()
                .map(measure -> measure.equals(POLAR_BODY_LIKENESS)
                        ? Reading.measured(measure, body.likeness(), METHOD)
                        : measure.equals(EDGE_HEIGHT)
                                ? Reading.measured(measure, body.height(), METHOD)
                                : Reading.notMeasured(measure, BorderItem.OTHER_BORDER))
                .toList();
    }
}
