package org.fertivision.sperm.morphology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.fertivision.FertiVision;
import org.fertivision.finding.Item;
import org.fertivision.finding.ItemPart;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantoms;
import org.fertivision.pixel.Components;
import org.fertivision.pixel.Connectivity;
import org.fertivision.pixel.Contour;
import org.fertivision.pixel.DiscShaping;
import org.fertivision.pixel.Mask;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.junit.jupiter.api.Test;

/**
 * Drawn cytoplasm of 60 % of its head that another head of the picture covers in part, or the edge of the picture cuts: it is
 * refused or measured as it is, never told to be far less. Seeds from 5000 on.
 */
class HiddenCytoplasmTest {
    private static final double DRAWN = 60;
    private static final double FAR_BELOW = 40;
    private static final int AROUND_HEAD_PX = 3;
    private static final int AROUND_SPERM_PX = 150;

    @Test
    void whatAnotherHeadCoversIsNotToldAsLess() {
        List<Reading> told = new ArrayList<>();
        for (long seed = 5000; seed < 5003; seed++) {
            Drawn drawn = smear(seed);
            for (Item item : whole(drawn)) {
                Item other = farthest(item, whole(drawn));
                for (int beyond : new int[] {8, 15, 22, 28, 45, 62}) {
                    Point at = beyond(item, beyond);
                    Frame covered = pasted(drawn.frame(), other, at);
                    told.addAll(at(item.center(), covered, drawn.calibration()));
                }
            }
        }

        print("covered", told);
        assertThat(told).hasSizeGreaterThanOrEqualTo(25);
        assertThat(figures(told)).isNotEmpty().allMatch(value -> value > FAR_BELOW);
        assertThat(reasons(told)).contains("overlapped");
    }

    @Test
    void whatTheEdgeCutsIsNotToldAsLess() {
        List<Reading> told = new ArrayList<>();
        for (long seed = 5010; seed < 5016; seed++) {
            Drawn drawn = smear(seed);
            for (Item item : whole(drawn)) {
                for (int twentieths = 4; twentieths <= 24; twentieths += 2) {
                    for (Region kept : crops(item, twentieths / 20.0, drawn.frame())) {
                        Frame cut = cropped(drawn.frame(), kept);
                        Point at = new Point(
                                item.center().x() - kept.x(), item.center().y() - kept.y());
                        told.addAll(at(at, cut, drawn.calibration()));
                    }
                }
            }
        }

        print("cut", told);
        assertThat(told).hasSizeGreaterThanOrEqualTo(60);
        assertThat(figures(told)).allMatch(value -> value > FAR_BELOW);
        assertThat(reasons(told)).contains("cut by the edge of the image");
    }

    private static Drawn smear(long seed) {
        return Phantoms.of("stained-smear")
                .seed(seed)
                .with("cells", 3)
                .with("width", 800)
                .with("height", 640)
                .with("borderCells", 0)
                .with("debris", 0)
                .with("gapUm", 12)
                .with("tailUm", 28)
                .with("cytoplasm", DRAWN)
                .draw();
    }

    /** The sperm whose cytoplasm is measured well before anything hides it. */
    private static List<Item> whole(Drawn drawn) {
        return counted(drawn.frame(), drawn.calibration()).stream()
                .filter(item -> item.parts().stream()
                                .filter(part -> part.name().equals("cytoplasm"))
                                .count()
                        == 1)
                .filter(item -> cytoplasm(item).figure().orElse(0.0) > 50)
                .toList();
    }

    private static Item farthest(Item item, List<Item> all) {
        return all.stream()
                .max(Comparator.comparingDouble(other -> other.center().distanceTo(item.center())))
                .orElseThrow();
    }

    /** So far beyond the middle of the cytoplasm, away from the midpiece. */
    private static Point beyond(Item item, int px) {
        Point body = middle(part(item, "cytoplasm"));
        Point midpiece = middle(part(item, "midpiece"));
        double far = Math.max(1, body.distanceTo(midpiece));
        return new Point(
                body.x() + px * (body.x() - midpiece.x()) / far, body.y() + px * (body.y() - midpiece.y()) / far);
    }

    private static List<Point> part(Item item, String name) {
        return item.parts().stream()
                .filter(part -> part.name().equals(name))
                .map(ItemPart::places)
                .findFirst()
                .orElseGet(() -> List.of(item.center()));
    }

    private static Point middle(List<Point> places) {
        return new Point(
                places.stream().mapToDouble(Point::x).average().orElseThrow(),
                places.stream().mapToDouble(Point::y).average().orElseThrow());
    }

    /** The picture with a head of it laid once more on another place, each light the darker of both. */
    private static Frame pasted(Frame frame, Item head, Point at) {
        Region box = head.box();
        int dx = (int) Math.round(at.x() - head.center().x());
        int dy = (int) Math.round(at.y() - head.center().y());
        Mask outlined = Mask.inside(Contour.of(head.outline().corners()));
        Region picture = new Region(0, 0, frame.width(), frame.height());
        Mask shape =
                DiscShaping.grown(Mask.union(picture, Components.of(outlined, Connectivity.EIGHT)), AROUND_HEAD_PX);
        List<Plane> planes = new ArrayList<>();
        for (Plane plane : frame.planes()) {
            byte[] samples = samples(plane, new Region(0, 0, plane.width(), plane.height()));
            for (int y = box.y() - AROUND_HEAD_PX; y < box.bottom() + AROUND_HEAD_PX; y++) {
                for (int x = box.x() - AROUND_HEAD_PX; x < box.right() + AROUND_HEAD_PX; x++) {
                    if (shape.contains(x, y) && isIn(frame, x, y) && isIn(frame, x + dx, y + dy)) {
                        int to = (y + dy) * plane.width() + x + dx;
                        samples[to] = (byte) Math.min(Byte.toUnsignedInt(samples[to]), plane.at(x, y));
                    }
                }
            }
            planes.add(Plane.takeBytes(plane.width(), plane.height(), samples));
        }
        return Frame.color(planes.get(0), planes.get(1), planes.get(2));
    }

    private static boolean isIn(Frame frame, int x, int y) {
        return x >= 0 && y >= 0 && x < frame.width() && y < frame.height();
    }

    /** What lies around a sperm, without what lies beyond a line through its cytoplasm, from each of the four sides. */
    private static List<Region> crops(Item item, double share, Frame frame) {
        Region body = Contour.of(part(item, "cytoplasm")).box();
        Region around = item.box().grown(AROUND_SPERM_PX, frame.width(), frame.height());
        int left = Math.max(around.x(), (int) (body.x() + share * body.width()));
        int top = Math.max(around.y(), (int) (body.y() + share * body.height()));
        int right = Math.min(around.right(), (int) (body.right() - share * body.width()));
        int bottom = Math.min(around.bottom(), (int) (body.bottom() - share * body.height()));
        return Stream.of(
                        new Region(left, around.y(), around.right() - left, around.height()),
                        new Region(around.x(), top, around.width(), around.bottom() - top),
                        new Region(around.x(), around.y(), right - around.x(), around.height()),
                        new Region(around.x(), around.y(), around.width(), bottom - around.y()))
                .filter(kept -> holds(kept, item.box()))
                .toList();
    }

    private static boolean holds(Region kept, Region head) {
        return kept.x() < head.x()
                && kept.y() < head.y()
                && kept.right() > head.right()
                && kept.bottom() > head.bottom();
    }

    private static Frame cropped(Frame frame, Region kept) {
        List<Plane> planes = frame.planes().stream()
                .map(plane -> Plane.takeBytes(kept.width(), kept.height(), samples(plane, kept)))
                .toList();
        return Frame.color(planes.get(0), planes.get(1), planes.get(2));
    }

    private static byte[] samples(Plane plane, Region kept) {
        byte[] samples = new byte[kept.width() * kept.height()];
        for (int y = 0, at = 0; y < kept.height(); y++) {
            for (int x = 0; x < kept.width(); x++, at++) {
                samples[at] = (byte) plane.at(kept.x() + x, kept.y() + y);
            }
        }
        return samples;
    }

    /** What is told of the cytoplasm of the sperm whose head lies at a place, if one counts there. */
    private static List<Reading> at(Point place, Frame frame, Calibration calibration) {
        Optional<Item> found = counted(frame, calibration).stream()
                .filter(item -> item.center().distanceTo(place) < 4)
                .findFirst();
        return found.map(HiddenCytoplasmTest::cytoplasm).stream().toList();
    }

    private static List<Item> counted(Frame frame, Calibration calibration) {
        try (FertiVision engine = FertiVision.create()) {
            Request request = Request.of("sperm-morphology")
                    .field(Source.frames(() -> Frames.of(frame)))
                    .calibration(calibration)
                    .build();
            return engine.analyze(request)
                    .orElseThrow()
                    .findings()
                    .fields()
                    .get(0)
                    .counted()
                    .toList();
        }
    }

    private static Reading cytoplasm(Item item) {
        return item.reading(SpermMeasures.CYTOPLASMIC_RESIDUE);
    }

    private static List<Double> figures(List<Reading> told) {
        return told.stream().flatMap(reading -> reading.figure().stream()).toList();
    }

    private static List<String> reasons(List<Reading> told) {
        return told.stream()
                .filter(Reading.NotMeasured.class::isInstance)
                .map(reading -> ((Reading.NotMeasured) reading).reason())
                .toList();
    }

    private static void print(String what, List<Reading> told) {
        System.out.printf(
                Locale.ROOT,
                "cytoplasm, %s: told of %d of %d sperm, the least %.1f %%, none at %d%n",
                what,
                figures(told).size(),
                told.size(),
                figures(told).stream().mapToDouble(value -> value).min().orElse(Double.NaN),
                figures(told).stream().filter(value -> value == 0).count());
    }
}
