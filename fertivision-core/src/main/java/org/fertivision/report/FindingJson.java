package org.fertivision.report;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.finding.Annotation;
import org.fertivision.finding.Exclusion;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.ItemPart;
import org.fertivision.finding.Label;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Quality;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Series;
import org.fertivision.image.Point;
import org.fertivision.image.Region;

/** Readings, fields, items and what persons said, as members of the result document. */
final class FindingJson {
    private FindingJson() {}

    static Json reading(Reading reading) {
        Json.Members members = new Json.Members().put("code", reading.code());
        String unit = reading.measure().unit().ucum();
        return reading.fold(
                measured -> measured(members.put("unit", unit), measured),
                given -> members.put("unit", unit).put("value", given.value()).put("given", given.by()),
                not -> members.put("notMeasured", not.reason()));
    }

    private static Json.Members measured(Json.Members members, Reading.Measured measured) {
        members.put("value", measured.value()).put("method", measured.method());
        measured.interval().ifPresent(ci95 -> members.put("ci95", Json.row(ci95.lo(), ci95.hi())));
        if (measured.n() > 0) {
            members.put("n", measured.n());
        }
        return members;
    }

    static Json field(int number, FieldOfView field) {
        Quality quality = field.quality();
        Json.Members members = new Json.Members()
                .put("field", number)
                .put("width", field.width())
                .put("height", field.height())
                .putIfKnown("areaMm2", field.areaMm2())
                .putIfKnown("volumeNl", field.volumeNl())
                .putIfKnown("durationS", field.durationS())
                .put("readings", Document.each(field.readings(), FindingJson::reading))
                .put(
                        "quality",
                        new Json.Members()
                                .putIfKnown("focus", quality.focus())
                                .put("exposure", quality.exposure())
                                .put("usable", quality.usable())
                                .put("reasons", Json.texts(quality.reasons())))
                .put("notices", Document.each(field.notices(), Document::notice));
        return field.series().isEmpty()
                ? members
                : members.put("series", Document.each(field.series(), FindingJson::series));
    }

    private static Json series(Series series) {
        double[] places = new double[series.size()];
        double[] values = new double[series.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = series.place(i);
            values[i] = series.value(i);
        }
        Json.Members members = quantity(series.measure()).put("values", Json.row(values));
        return series.axis()
                .map(axis -> members.put("along", quantity(axis)).put("places", Json.row(places)))
                .orElseGet(() -> members.put("timesS", Json.row(places)));
    }

    private static Json.Members quantity(Measure measure) {
        return new Json.Members()
                .put("code", measure.code())
                .put("unit", measure.unit().ucum());
    }

    static Json item(int field, Item item) {
        Region box = item.box();
        Json.Members members = new Json.Members()
                .put("id", item.id())
                .put("field", field)
                .put("center", place(item.center()))
                .put("outline", outline(item.outline()))
                .put("box", Json.row(box.x(), box.y(), box.width(), box.height()))
                .put("readings", Document.each(item.readings(), FindingJson::reading))
                .put("labels", Document.each(item.labels(), FindingJson::label));
        if (!item.parts().isEmpty()) {
            members.put("parts", Document.each(item.parts(), FindingJson::part));
        }
        item.whyExcluded().ifPresent(why -> exclude(members, "excluded", why));
        return members;
    }

    private static Json part(ItemPart part) {
        return new Json.Members()
                .put("name", part.name())
                .put(part.closed() ? "outline" : "line", Document.each(part.places(), FindingJson::place));
    }

    private static void exclude(Json.Members members, String name, Exclusion why) {
        members.put(name, why.reason());
        if (!why.detail().isEmpty()) {
            members.put("exclusionDetail", why.detail());
        }
    }

    private static Json outline(Outline outline) {
        List<Json> corners = new ArrayList<>(outline.size());
        for (int i = 0; i < outline.size(); i++) {
            corners.add(Json.row(outline.x(i), outline.y(i)));
        }
        return new Json.Sequence(corners);
    }

    static Json place(Point point) {
        return Json.row(point.x(), point.y());
    }

    private static Json label(Label label) {
        return new Json.Members()
                .put("system", label.system())
                .put("term", label.term())
                .putIfKnown("confidence", label.confidence());
    }

    static Json annotation(Annotation word) {
        Json.Members members = new Json.Members().put("by", word.by());
        if (word instanceof Annotation.Value value) {
            members.put("type", "value")
                    .put("code", value.measure().code())
                    .put("unit", value.measure().unit().ucum())
                    .put("value", value.value());
        } else if (word instanceof Annotation.Relabel relabel) {
            on(members, "relabel", relabel.field(), relabel.item()).put("label", label(relabel.label()));
        } else if (word instanceof Annotation.Exclude exclude) {
            exclude(on(members, "exclude", exclude.field(), exclude.item()), "excluded", exclude.exclusion());
        } else if (word instanceof Annotation.Include include) {
            on(members, "include", include.field(), include.item());
        } else if (word instanceof Annotation.Draw draw) {
            members.put("type", "draw")
                    .put("field", draw.field())
                    .put("corners", Document.each(draw.corners(), FindingJson::place));
            if (draw.item() != null) {
                members.put("item", draw.item());
            }
        } else if (word instanceof Annotation.Place place) {
            members.put("type", "place")
                    .put("field", place.field())
                    .put("setting", place.setting())
                    .put("places", Document.each(place.places(), FindingJson::place));
        } else if (word instanceof Annotation.Remark remark) {
            members.put("type", "remark").put("text", remark.text());
        }
        return members;
    }

    private static Json.Members on(Json.Members members, String type, int field, int item) {
        return members.put("type", type).put("field", field).put("item", item);
    }
}
