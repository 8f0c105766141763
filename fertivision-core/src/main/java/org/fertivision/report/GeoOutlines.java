package org.fertivision.report;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.ItemPart;
import org.fertivision.image.Point;

/**
 * The objects of one field as a GeoJSON collection, with the properties that QuPath reads: {@code objectType},
 * {@code name}, {@code classification} and {@code measurements} (what was measured of the object, unit in the name). An
 * object without an outline is a point. The parts of an object follow it, each as its border or its way.
 *
 * <p>Sources of the form: RFC 7946; QuPath, https://qupath.readthedocs.io/en/stable/docs/advanced/exporting_annotations.html.
 */
final class GeoOutlines {
    private static final Json KEPT = Json.row(46, 204, 113);
    private static final Json EXCLUDED = Json.row(149, 165, 166);

    private GeoOutlines() {}

    static Json of(Report report, int field) {
        FieldOfView seen = report.findings().fields().get(field);
        List<Json> features = new ArrayList<>();
        for (Item item : seen.items()) {
            features.add(feature(item));
            item.parts().forEach(part -> features.add(part(item, part)));
        }
        return new Json.Members().put("type", "FeatureCollection").put("features", features);
    }

    private static Json feature(Item item) {
        Json.Members measurements = new Json.Members();
        item.readings()
                .forEach(reading -> reading.figure()
                        .ifPresent(figure -> measurements.put(
                                reading.code() + " (" + reading.measure().unit().ucum() + ")", figure.doubleValue())));
        return feature("item " + item.id(), OutlineFile.category(item), item, geometry(item), measurements);
    }

    private static Json part(Item item, ItemPart part) {
        Json geometry = part.closed()
                ? polygon(part.places())
                : new Json.Members()
                        .put("type", "LineString")
                        .put("coordinates", Document.each(part.places(), FindingJson::place));
        return feature("item " + item.id() + ", " + part.name(), part.name(), item, geometry, new Json.Members());
    }

    private static Json feature(String name, String category, Item item, Json geometry, Json measurements) {
        return new Json.Members()
                .put("type", "Feature")
                .put("geometry", geometry)
                .put(
                        "properties",
                        new Json.Members()
                                .put("objectType", "detection")
                                .put("name", name)
                                .put(
                                        "classification",
                                        new Json.Members()
                                                .put("name", category)
                                                .put("color", item.counts() ? KEPT : EXCLUDED))
                                .put("measurements", measurements));
    }

    private static Json geometry(Item item) {
        return item.outline().size() < 3
                ? new Json.Members().put("type", "Point").put("coordinates", FindingJson.place(item.center()))
                : polygon(item.outline().corners());
    }

    private static Json polygon(List<Point> corners) {
        List<Json> ring = new ArrayList<>();
        corners.forEach(corner -> ring.add(FindingJson.place(corner)));
        ring.add(FindingJson.place(corners.get(0)));
        return new Json.Members().put("type", "Polygon").put("coordinates", List.of(new Json.Sequence(ring)));
    }
}
