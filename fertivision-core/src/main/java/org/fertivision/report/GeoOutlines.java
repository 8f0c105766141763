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

    /** A polygon with its holes; several where the line touches itself, the line as it is where it encloses nothing. */
    private static Json polygon(List<Point> corners) {
        List<List<List<Point>>> polygons = Rings.polygons(corners);
        if (polygons.size() > 1) {
            List<Json> each = new ArrayList<>();
            polygons.forEach(rings -> each.add(rings(rings)));
            return new Json.Members().put("type", "MultiPolygon").put("coordinates", each);
        }
        return new Json.Members()
                .put("type", "Polygon")
                .put("coordinates", rings(polygons.isEmpty() ? List.of(corners) : polygons.get(0)));
    }

    private static Json rings(List<List<Point>> rings) {
        List<Json> closed = new ArrayList<>();
        for (List<Point> ring : rings) {
            List<Json> places = new ArrayList<>();
            ring.forEach(corner -> places.add(FindingJson.place(corner)));
            places.add(FindingJson.place(ring.get(0)));
            closed.add(new Json.Sequence(places));
        }
        return new Json.Sequence(closed);
    }
}
