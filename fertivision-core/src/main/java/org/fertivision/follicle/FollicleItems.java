package org.fertivision.follicle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Exclusion;
import org.fertivision.finding.Item;
import org.fertivision.finding.Label;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.FollicleMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.image.Region;
import org.fertivision.pixel.Contour;
import org.fertivision.pixel.Ellipse;
import org.fertivision.pixel.GrayInside;

/** Makes the items of a field: numbered from the top, with outline, diameters and size class. */
final class FollicleItems {
    /** The measures of every item, in the order of a table. */
    static final List<Measure> MEASURES = List.of(
            FollicleMeasures.MEAN_DIAMETER,
            FollicleMeasures.LONG_DIAMETER,
            FollicleMeasures.SHORT_DIAMETER,
            FollicleMeasures.AREA,
            FollicleMeasures.ENHANCEMENT);

    /** The naming system that tells which follicles were parted from a neighbor or may be two. */
    static final String NEIGHBOR_LABELS = "neighbor";

    static final String TOUCHING = "touching";

    private static final double UM_PER_MM = 1000;
    private static final String METHOD = "ellipse-of-moments";
    private static final double BEHIND_FROM_MM = 1;
    private static final double BEHIND_TO_MM = 4;
    private static final double BEHIND_SHARE = 0.3;
    private static final double BESIDE_FROM = 0.8;
    private static final double BESIDE_TO = 1.3;

    private FollicleItems() {}

    static List<Item> of(List<Follicle> seen, OvaryScan scan, DarkRegions regions, FollicleGates gates, Region image) {
        List<Follicle> ordered = seen.stream()
                .sorted(Comparator.comparingDouble((Follicle f) -> f.center().y())
                        .thenComparingDouble(f -> f.center().x()))
                .toList();
        List<Item> items = new ArrayList<>();
        for (int id = 0; id < ordered.size(); id++) {
            Follicle follicle = ordered.get(id);
            Item item = item(id, follicle, scan, regions, image);
            Optional<Exclusion> why = gates.verdict(follicle);
            items.add(why.map(item::excluded).orElse(item));
        }
        return items;
    }

    private static Item item(int id, Follicle follicle, OvaryScan scan, DarkRegions regions, Region image) {
        Contour outline = Follicle.scaled(follicle.outline().contour(), scan.block(), scan.block());
        List<Reading> readings = new ArrayList<>(sizes(follicle.longMm(), follicle.shortMm(), follicle.areaMm2()));
        readings.add(enhancement(follicle, scan, regions));
        List<Label> labels = new ArrayList<>();
        labels.add(new Label(SizeClass.LABELS, SizeClass.term(follicle.meanMm())));
        if (follicle.touching()) {
            labels.add(new Label(NEIGHBOR_LABELS, TOUCHING));
        }
        return Item.of(
                id, outline.centroid(), Outline.of(outline.points()), within(outline.box(), image), readings, labels);
    }

    /** What is known of a follicle that a person outlined. */
    static List<Reading> drawn(Outline outline, Calibration calibration) {
        Contour inMm = Follicle.scaled(
                Contour.of(outline.corners()),
                calibration.umPerPixelX() / UM_PER_MM,
                calibration.umPerPixelY() / UM_PER_MM);
        Optional<Ellipse> ellipse = Ellipse.of(inMm);
        List<Reading> readings =
                new ArrayList<>(ellipse.map(axes -> sizes(axes.majorAxis(), axes.minorAxis(), inMm.area()))
                        .orElseGet(() -> MEASURES.subList(0, MEASURES.size() - 1).stream()
                                .map(measure -> Reading.notMeasured(measure, "the outline has no area"))
                                .toList()));
        readings.add(Reading.notMeasured(FollicleMeasures.ENHANCEMENT, Reading.NotMeasured.DRAWN));
        return readings;
    }

    private static List<Reading> sizes(double longMm, double shortMm, double areaMm2) {
        return List.of(
                Reading.measured(FollicleMeasures.MEAN_DIAMETER, (longMm + shortMm) / 2, METHOD),
                Reading.measured(FollicleMeasures.LONG_DIAMETER, longMm, METHOD),
                Reading.measured(FollicleMeasures.SHORT_DIAMETER, shortMm, METHOD),
                Reading.measured(FollicleMeasures.AREA, areaMm2, "polygon"));
    }

    /** Fluid takes nothing from the beam, so that tissue behind it looks brighter than beside it. */
    private static Reading enhancement(Follicle follicle, OvaryScan scan, DarkRegions regions) {
        Region box = follicle.blob().box();
        double width = box.width();
        double middle = follicle.center().x();
        int top = box.bottom() + (int) Math.round(BEHIND_FROM_MM / scan.mmY());
        int height = Math.max(1, (int) Math.round((BEHIND_TO_MM - BEHIND_FROM_MM) / scan.mmY()));
        Optional<GrayInside> behind =
                strip(scan, regions, middle, -BEHIND_SHARE * width, BEHIND_SHARE * width, top, height);
        Optional<GrayInside> left = strip(scan, regions, middle, -BESIDE_TO * width, -BESIDE_FROM * width, top, height);
        Optional<GrayInside> right = strip(scan, regions, middle, BESIDE_FROM * width, BESIDE_TO * width, top, height);
        if (behind.isEmpty() || (left.isEmpty() && right.isEmpty())) {
            return Reading.notMeasured(FollicleMeasures.ENHANCEMENT, "no tissue is seen behind and beside it");
        }
        double n = left.map(GrayInside::n).orElse(0) + right.map(GrayInside::n).orElse(0);
        double sum = left.map(l -> l.n() * l.mean()).orElse(0.0)
                + right.map(r -> r.n() * r.mean()).orElse(0.0);
        return Reading.measured(FollicleMeasures.ENHANCEMENT, behind.get().mean() - sum / n, "behind-minus-beside");
    }

    private static Optional<GrayInside> strip(
            OvaryScan scan, DarkRegions regions, double middle, double from, double to, int top, int height) {
        int left = (int) Math.floor(middle + from);
        int width = Math.max(1, (int) Math.ceil(to - from));
        return GrayInside.of(scan.raw(), new Region(left, top, width, height), scan.sector(), regions.all());
    }

    private static Region within(Region box, Region image) {
        int left = Math.max(image.x(), Math.min(box.x(), image.right() - 1));
        int top = Math.max(image.y(), Math.min(box.y(), image.bottom() - 1));
        int right = Math.max(left + 1, Math.min(box.right(), image.right()));
        int bottom = Math.max(top + 1, Math.min(box.bottom(), image.bottom()));
        return new Region(left, top, right - left, bottom - top);
    }
}
