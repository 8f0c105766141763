package org.fertivision.sperm.vitality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fertivision.finding.Exclusion;
import org.fertivision.finding.Item;
import org.fertivision.finding.Label;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.FieldMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.pixel.Blob;
import org.fertivision.pixel.Contour;
import org.fertivision.pixel.Threshold;

/** Makes the items of a field from the objects of both channels: a pair is one item, its outline that of the red one. */
final class CellItems {
    /** The naming system that tells which channel an object was seen in: {@code green}, {@code red} or {@code both}. */
    static final String STAIN_LABELS = "stain";

    static final String GREEN = "green";
    static final String RED = "red";
    static final String BOTH = "both";

    private static final int CONTOUR_MARGIN_PX = 2;
    /** Objects below this share of the smallest cell are specks, not worth a line each. */
    private static final double SPECK_SHARE = 0.3;

    private final Channel green;
    private final Channel red;
    private final CellScale scale;
    private final Optional<Calibration> calibration;

    private CellItems(Channel green, Channel red, CellScale scale, Optional<Calibration> calibration) {
        this.green = green;
        this.red = red;
        this.scale = scale;
        this.calibration = calibration;
    }

    static List<Item> of(
            List<StainedObject> live,
            List<StainedObject> dead,
            Channel green,
            Channel red,
            CellScale scale,
            Optional<Calibration> calibration) {
        return new CellItems(green, red, scale, calibration).of(live, dead);
    }

    private List<Item> of(List<StainedObject> live, List<StainedObject> dead) {
        List<StainedObject> greenCells =
                live.stream().filter(StainedObject::isCell).toList();
        List<StainedObject> redCells =
                dead.stream().filter(StainedObject::isCell).toList();
        int[] partner = Pairing.of(redCells, greenCells, scale.pairDistance());
        boolean[] paired = new boolean[greenCells.size()];
        List<Draft> drafts = new ArrayList<>();
        for (int r = 0; r < redCells.size(); r++) {
            if (partner[r] >= 0) {
                paired[partner[r]] = true;
            }
            drafts.add(new Draft(redCells.get(r), red, partner[r] >= 0 ? BOTH : RED));
        }
        for (int g = 0; g < greenCells.size(); g++) {
            if (!paired[g]) {
                drafts.add(new Draft(greenCells.get(g), green, GREEN));
            }
        }
        addOthers(drafts, live, green, GREEN);
        addOthers(drafts, dead, red, RED);
        return numbered(drafts);
    }

    private void addOthers(List<Draft> drafts, List<StainedObject> objects, Channel channel, String stain) {
        double speck = SPECK_SHARE * scale.minArea();
        objects.stream()
                .filter(o -> !o.isCell() && o.blob().area() >= speck)
                .forEach(o -> drafts.add(new Draft(o, channel, stain)));
    }

    private List<Item> numbered(List<Draft> drafts) {
        List<Draft> ordered = drafts.stream()
                .sorted(Comparator.comparingInt((Draft d) -> d.blob().box().y())
                        .thenComparingInt(d -> d.blob().box().x())
                        .thenComparing(Draft::stain))
                .toList();
        List<Item> items = new ArrayList<>();
        for (int id = 0; id < ordered.size(); id++) {
            items.add(item(id, ordered.get(id)));
        }
        return items;
    }

    private Item item(int id, Draft draft) {
        Blob blob = draft.blob();
        List<Label> labels = new ArrayList<>();
        if (draft.object().isCell()) {
            labels.add(new Label(VitalityAnalyzer.LABELS, draft.stain().equals(GREEN) ? "live" : "dead"));
        }
        labels.add(new Label(STAIN_LABELS, draft.stain()));
        Item item = Item.of(id, blob.centroid(), outline(draft), blob.box(), readings(blob), labels);
        String refusal = draft.object().refusal();
        return refusal == null ? item : item.excluded(new Exclusion(refusal, detail(draft, refusal)));
    }

    private List<Reading> readings(Blob blob) {
        Reading area = calibration
                .map(known -> Reading.measured(
                        FieldMeasures.AREA, blob.area() * known.pixelAreaUm2(), "pixels-above-threshold"))
                .orElseGet(() -> Reading.notMeasured(FieldMeasures.AREA, Reading.NotMeasured.UNCALIBRATED));
        return List.of(
                area,
                Reading.measured(FieldMeasures.AREA_PX, blob.area(), "pixels-above-threshold"),
                signal(FieldMeasures.LIVE_SIGNAL, blob, green),
                signal(FieldMeasures.DEAD_SIGNAL, blob, red));
    }

    private static Reading signal(Measure measure, Blob blob, Channel channel) {
        double mean = blob.intensity(channel.picture()).mean();
        return Reading.measured(measure, mean - channel.background(), "mean-over-background");
    }

    private static Outline outline(Draft draft) {
        Channel channel = draft.channel();
        Threshold threshold = Threshold.brighterThan(channel.threshold());
        return Contour.around(draft.blob(), channel.plane(), threshold, CONTOUR_MARGIN_PX)
                .map(contour -> Outline.of(contour.points()))
                .orElse(Outline.none());
    }

    private String detail(Draft draft, String refusal) {
        StainedObject object = draft.object();
        return switch (refusal) {
            case StainedObject.TOO_SMALL -> "area " + area(object.blob().area()) + " below " + area(scale.minArea());
            case StainedObject.TOO_LARGE -> "area " + area(object.blob().area()) + " above " + area(scale.maxArea());
            case StainedObject.THREAD ->
                String.format(
                        Locale.ROOT,
                        "length over width %.1f above %.0f",
                        object.blob().ellipse().aspect(),
                        StainedObject.THREAD_ASPECT);
            default ->
                String.format(
                        Locale.ROOT, "contrast %.1f below %.1f gray levels", object.contrast(), object.contrastLimit());
        };
    }

    private String area(double pixels) {
        return calibration
                .map(known -> String.format(Locale.ROOT, "%.1f um2", pixels * known.pixelAreaUm2()))
                .orElseGet(() -> String.format(Locale.ROOT, "%.0f px", pixels));
    }

    /** An object on its way to become an item. */
    private record Draft(StainedObject object, Channel channel, String stain) {
        Blob blob() {
            return object.blob();
        }
    }
}
