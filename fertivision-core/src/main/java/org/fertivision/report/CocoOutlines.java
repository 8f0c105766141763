package org.fertivision.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fertivision.finding.Exclusion;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.ItemPart;
import org.fertivision.finding.Outline;
import org.fertivision.image.Region;
import org.fertivision.request.InputFacts;

/**
 * Objects as COCO instances: an image for each field (ids from 1), a category for each label or reason of exclusion, an
 * annotation for each object with its outline as the segmentation; {@code attributes} tell field, item, and why an object
 * does not count. Parts that have a border are annotations with a category of their own after their object; a way, as a
 * tail's, has no form in COCO.
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
                .forEach(item -> {
                    names.add(OutlineFile.category(item));
                    borders(item).forEach(part -> names.add(part.name()));
                });
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
                for (ItemPart part : borders(item)) {
                    annotations.add(annotation(annotations.size() + 1, field, item, part));
                }
            }
        }
        return annotations;
    }

    private static List<ItemPart> borders(Item item) {
        return item.parts().stream().filter(ItemPart::closed).toList();
    }

    private Json annotation(int id, int field, Item item) {
        return annotation(id, OutlineFile.category(item), item.outline(), item.box(), field, attributes(field, item));
    }

    private Json annotation(int id, int field, Item item, ItemPart part) {
        return annotation(
                id,
                part.name(),
                Outline.of(part.places()),
                Extent.around(part.places()),
                field,
                attributes(field, item).put("part", part.name()));
    }

    private static Json.Members attributes(int field, Item item) {
        Json.Members attributes =
                new Json.Members().put("field", field).put("item", item.id()).put("excluded", !item.counts());
        item.whyExcluded().map(Exclusion::reason).ifPresent(reason -> attributes.put("reason", reason));
        return attributes;
    }

    private Json annotation(int id, String category, Outline outline, Region box, int field, Json.Members attributes) {
        return new Json.Members()
                .put("id", id)
                .put("image_id", field + 1)
                .put("category_id", categories.indexOf(category) + 1)
                .put("segmentation", segmentation(outline))
                .put("area", OutlineFile.area(outline))
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
