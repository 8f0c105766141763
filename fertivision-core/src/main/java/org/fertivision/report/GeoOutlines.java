package org.fertivision.report;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Outline;

/**
 * The objects of one field as a GeoJSON collection, with the properties that QuPath reads: {@code objectType},
 * {@code name}, {@code classification} and {@code measurements} (what was measured of the object, unit in the name). An
 * object without an outline is a point.
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
        seen.items().forEach(item -> features.add(feature(item)));
        return new Json.Members().put("type", "FeatureCollection").put("features", features);
    }

    private static Json feature(Item item) {
        Json.Members measurements = new Json.Members();
        item.readings()
                .forEach(reading -> reading.figure()
                        .ifPresent(figure -> measurements.put(
                                reading.code() + " (" + reading.measure().unit().ucum() + ")", figure.doubleValue())));
        return new Json.Members()
                .put("type", "Feature")
                .put("geometry", geometry(item))
                .put(
                        "properties",
                        new Json.Members()
                                .put("objectType", "detection")
                                .put("name", "item " + item.id())
                                .put(
                                        "classification",
                                        new Json.Members()
                                                .put("name", OutlineFile.category(item))
                                                .put("color", item.counts() ? KEPT : EXCLUDED))
                                .put("measurements", measurements));
    }

    private static Json geometry(Item item) {
        Outline outline = item.outline();
        if (outline.size() < 3) {
            return new Json.Members().put("type", "Point").put("coordinates", FindingJson.place(item.center()));
        }
        List<Json> ring = new ArrayList<>();
        for (int i = 0; i <= outline.size(); i++) {
            int corner = i % outline.size();
            ring.add(Json.row(outline.x(corner), outline.y(corner)));
        }
        return new Json.Members().put("type", "Polygon").put("coordinates", List.of(new Json.Sequence(ring)));
    }
}
