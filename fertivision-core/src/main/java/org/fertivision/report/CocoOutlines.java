package org.fertivision.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fertivision.finding.Exclusion;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Outline;
import org.fertivision.image.Region;
import org.fertivision.request.InputFacts;

/**
 * Objects as COCO instances: an image for each field (ids from 1), a category for each label or reason of exclusion, an
 * annotation for each object with its outline as the segmentation; {@code attributes} tell field, item, and why an object
 * does not count.
 *
 * <p>Source of the form: COCO data format, https://cocodataset.org/#format-data.
 */
final class CocoOutlines {
    private final Report report;
    private final List<String> categories;

    private CocoOutlines(Report report) {
        this.report = report;
        Set<String> names = new TreeSet<>();
        report.findings().fields().stream()
                .flatMap(field -> field.items().stream())
                .map(OutlineFile::category)
                .forEach(names::add);
        this.categories = List.copyOf(names);
    }

    static Json of(Report report) {
        CocoOutlines coco = new CocoOutlines(report);
        return new Json.Members()
                .put(
                        "info",
                        new Json.Members()
                                .put("description", report.analyzer().signature())
                                .put("version", report.software()))
                .put("licenses", List.of())
                .put("images", coco.images())
                .put("categories", coco.categories())
                .put("annotations", coco.annotations());
    }

    private List<Json> images() {
        List<Json> images = new ArrayList<>();
        for (int field = 0; field < report.inputs().size(); field++) {
            InputFacts input = report.inputs().get(field).input();
            String name = input.name();
            images.add(new Json.Members()
                    .put("id", field + 1)
                    .put("file_name", name == null ? "field-" + field : name)
                    .put("width", input.width())
                    .put("height", input.height()));
        }
        return images;
    }

    private List<Json> categories() {
        List<Json> named = new ArrayList<>();
        for (int i = 0; i < categories.size(); i++) {
            named.add(new Json.Members()
                    .put("id", i + 1)
                    .put("name", categories.get(i))
                    .put("supercategory", report.kind()));
        }
        return named;
    }

    private List<Json> annotations() {
        List<Json> annotations = new ArrayList<>();
        List<FieldOfView> fields = report.findings().fields();
        for (int field = 0; field < fields.size(); field++) {
            for (Item item : fields.get(field).items()) {
                annotations.add(annotation(annotations.size() + 1, field, item));
            }
        }
        return annotations;
    }

    private Json annotation(int id, int field, Item item) {
        Json.Members attributes =
                new Json.Members().put("field", field).put("item", item.id()).put("excluded", !item.counts());
        item.whyExcluded().map(Exclusion::reason).ifPresent(reason -> attributes.put("reason", reason));
        Region box = item.box();
        return new Json.Members()
                .put("id", id)
                .put("image_id", field + 1)
                .put("category_id", categories.indexOf(OutlineFile.category(item)) + 1)
                .put("segmentation", segmentation(item.outline()))
                .put("area", OutlineFile.area(item.outline()))
                .put("bbox", Json.row(box.x(), box.y(), box.width(), box.height()))
                .put("iscrowd", 0)
                .put("attributes", attributes);
    }

    private static List<Json> segmentation(Outline outline) {
        if (outline.size() == 0) {
            return List.of();
        }
        double[] places = new double[2 * outline.size()];
        for (int i = 0; i < outline.size(); i++) {
            places[2 * i] = outline.x(i);
            places[2 * i + 1] = outline.y(i);
        }
        return List.of(Json.row(places));
    }
}
