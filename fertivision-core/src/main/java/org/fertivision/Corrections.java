package org.fertivision;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fertivision.catalog.Selection;
import org.fertivision.finding.Annotation;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Label;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.fertivision.memo.LookedAt;
import org.fertivision.pixel.Contour;
import org.fertivision.spi.RejectedException;

/**
 * What persons changed about single objects: left out, taken back, called otherwise, drawn. Words apply one after the
 * other, so that a later one may speak of an object that an earlier one drew; a new object gets the next free number of
 * its field. The fields that were looked at stay as they are.
 */
final class Corrections {
    private final List<LookedAt> looked;
    private final Selection chosen;

    Corrections(List<LookedAt> looked, Selection chosen) {
        this.looked = looked;
        this.chosen = chosen;
    }

    /**
     * The fields with the words of persons applied.
     *
     * @throws RejectedException for an object that is not there, or an outline that cannot be one
     */
    List<FieldOfView> of(List<Annotation> words) {
        List<FieldOfView> fields =
                new ArrayList<>(looked.stream().map(LookedAt::field).toList());
        for (Annotation word : words) {
            if (word instanceof Annotation.Exclude said) {
                replace(
                        fields,
                        said.field(),
                        item(fields, said.field(), said.item()).excluded(said.exclusion()));
            } else if (word instanceof Annotation.Include said) {
                replace(
                        fields,
                        said.field(),
                        item(fields, said.field(), said.item()).included());
            } else if (word instanceof Annotation.Relabel said) {
                replace(fields, said.field(), called(item(fields, said.field(), said.item()), said.label()));
            } else if (word instanceof Annotation.Draw said) {
                replace(fields, said.field(), drawn(fields, said));
            }
        }
        return List.copyOf(fields);
    }

    private Item drawn(List<FieldOfView> fields, Annotation.Draw said) {
        FieldOfView field = fields.get(said.field());
        Contour contour = contour(said, field);
        Region box = contour.box();
        Item drawn = said.item() == null
                ? Item.of(nextNumber(field), contour.centroid(), Outline.of(said.corners()), box, List.of(), List.of())
                : redrawn(item(fields, said.field(), said.item()), contour.centroid(), said.corners(), box);
        return chosen.drawn(drawn, looked.get(said.field()).calibration(), said.field());
    }

    private static Item redrawn(Item item, Point center, List<Point> corners, Region box) {
        return new Item(
                item.id(),
                center,
                Outline.of(corners),
                box,
                item.readings(),
                item.labels(),
                item.course().orElse(null),
                item.whyExcluded().orElse(null),
                item.picture().orElse(null));
    }

    private static Contour contour(Annotation.Draw said, FieldOfView field) {
        for (Point corner : said.corners()) {
            if (corner.x() < 0 || corner.y() < 0 || corner.x() > field.width() || corner.y() > field.height()) {
                throw refused(
                        "a drawn outline has a corner at (" + corner.x() + ", " + corner.y()
                                + "), outside the image of " + field.width() + " x " + field.height() + " pixels",
                        said.field());
            }
        }
        Contour contour = Contour.of(said.corners());
        if (!(contour.area() > 0)) {
            throw refused("a drawn outline encloses nothing", said.field());
        }
        return contour;
    }

    private static Item called(Item item, Label label) {
        List<Label> labels = Stream.concat(
                        item.labels().stream().filter(l -> !l.system().equals(label.system())), Stream.of(label))
                .toList();
        return item.labelled(labels);
    }

    private static int nextNumber(FieldOfView field) {
        return field.items().stream().mapToInt(Item::id).max().orElse(-1) + 1;
    }

    private static Item item(List<FieldOfView> fields, int field, int number) {
        return fields.get(field).items().stream()
                .filter(item -> item.id() == number)
                .findFirst()
                .orElseThrow(() -> refused("an annotation speaks of item " + number + ", which is not there", field));
    }

    /** Puts an item in the place of the one with its number, or behind all others. */
    private static void replace(List<FieldOfView> fields, int number, Item changed) {
        FieldOfView field = fields.get(number);
        List<Item> items = new ArrayList<>(field.items());
        int place = 0;
        while (place < items.size() && items.get(place).id() != changed.id()) {
            place++;
        }
        if (place == items.size()) {
            items.add(changed);
        } else {
            items.set(place, changed);
        }
        fields.set(number, field.holding(items));
    }

    private static RejectedException refused(String detail, int field) {
        return new RejectedException(
                Rejection.of(RejectionCode.INVALID_REQUEST, detail).inField(field));
    }
}
