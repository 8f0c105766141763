package org.fertivision.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fertivision.finding.Annotation;
import org.fertivision.finding.Exclusion;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Interval;
import org.fertivision.finding.Item;
import org.fertivision.finding.ItemPart;
import org.fertivision.finding.Label;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Quality;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Series;
import org.fertivision.finding.Unit;
import org.fertivision.finding.measures.Measures;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.jspecify.annotations.Nullable;

/** Readings, fields, items and what persons said, read back from a document. */
final class FindingReader {
    private static final String FOREIGN = "not among the measures that were known when the document was read";

    private final Map<String, Measure> known = new HashMap<>();
    private final Map<String, Measure> inUnit = new HashMap<>();

    FindingReader(List<Measure> measures) {
        measures.forEach(measure -> known.put(measure.code(), measure));
    }

    Reading reading(JsonPart part) {
        return part.make(p -> {
            String code = p.text("code");
            Optional<JsonPart> reason = p.find("notMeasured");
            if (reason.isPresent()) {
                return Reading.notMeasured(measure(code, null), reason.get().text());
            }
            Measure measure = measure(code, unit(p));
            double value = p.figure("value");
            Optional<JsonPart> by = p.find("given");
            return by.isPresent()
                    ? Reading.given(measure, value, by.get().text())
                    : new Reading.Measured(measure, value, interval(p), count(p), p.text("method"));
        });
    }

    private static int count(JsonPart reading) {
        return reading.find("n").map(JsonPart::count).orElse(0);
    }

    private static @Nullable Interval interval(JsonPart reading) {
        return reading.find("ci95")
                .map(ci95 -> ci95.make(c -> {
                    Json.Row bounds = c.row(2);
                    return new Interval(bounds.at(0), bounds.at(1));
                }))
                .orElse(null);
    }

    /** The measure of a code: as told, else ours, else one that only has the code and the document's unit. */
    private Measure measure(String code, @Nullable Unit unit) {
        if (unit == null) {
            return known.computeIfAbsent(code, c -> Measures.of(c).orElseGet(() -> foreign(c, Unit.ONE)));
        }
        Measure told = known.get(code);
        return told != null && told.unit() == unit
                ? told
                : inUnit.computeIfAbsent(
                        code + " " + unit.ucum(), c -> Measures.of(code, unit).orElseGet(() -> foreign(code, unit)));
    }

    private static Measure foreign(String code, Unit unit) {
        return new Measure(code, unit, code, FOREIGN, FOREIGN);
    }

    private static Unit unit(JsonPart reading) {
        JsonPart part = reading.part("unit");
        for (Unit unit : Unit.values()) {
            if (unit.ucum().equals(part.text())) {
                return unit;
            }
        }
        throw part.wrong("is no unit that we know: " + part.text());
    }

    FieldOfView field(JsonPart part, List<Item> items) {
        return part.make(p -> new FieldOfView(
                p.count("width"),
                p.count("height"),
                items,
                p.each("readings", this::reading),
                quality(p.part("quality")),
                p.each("notices", FindingReader::notice),
                p.find("series").isPresent() ? p.each("series", this::series) : List.of(),
                p.figureIfAny("areaMm2"),
                p.figureIfAny("volumeNl"),
                p.figureIfAny("durationS")));
    }

    private Series series(JsonPart part) {
        return part.make(p -> {
            Measure measure = quantity(p);
            Optional<JsonPart> axis = p.find("along");
            return axis.isPresent()
                    ? Series.along(quantity(axis.get()), row(p, "places"), measure, row(p, "values"))
                    : new Series(measure, row(p, "timesS"), row(p, "values"));
        });
    }

    private Measure quantity(JsonPart part) {
        return measure(part.text("code"), unit(part));
    }

    private static double[] row(JsonPart part, String name) {
        Json.Row row = part.part(name).row();
        double[] figures = new double[row.size()];
        for (int i = 0; i < figures.length; i++) {
            figures[i] = row.at(i);
        }
        return figures;
    }

    private static Quality quality(JsonPart part) {
        return part.make(p -> new Quality(
                p.figureIfAny("focus"), p.figure("exposure"), p.flag("usable"), p.each("reasons", JsonPart::text)));
    }

    static Notice notice(JsonPart part) {
        return part.make(p -> new Notice(p.text("code"), p.text("detail")));
    }

    Item item(JsonPart part) {
        return part.make(p -> new Item(
                p.count("id"),
                place(p.part("center")),
                outline(p.part("outline")),
                region(p.part("box")),
                p.each("readings", this::reading),
                p.each("labels", FindingReader::label),
                null,
                p.find("excluded").isPresent() ? exclusion(p) : null,
                null,
                p.find("parts").isPresent() ? p.each("parts", FindingReader::part) : List.of()));
    }

    private static ItemPart part(JsonPart part) {
        return part.make(p -> {
            boolean closed = p.find("outline").isPresent();
            return new ItemPart(p.text("name"), p.each(closed ? "outline" : "line", FindingReader::place), closed);
        });
    }

    private static Region region(JsonPart part) {
        Json.Row box = part.row(4);
        for (int i = 0; i < box.size(); i++) {
            if (box.at(i) != (int) box.at(i)) {
                throw part.wrong("has parts of pixels");
            }
        }
        return new Region((int) box.at(0), (int) box.at(1), (int) box.at(2), (int) box.at(3));
    }

    private static Outline outline(JsonPart part) {
        List<Point> corners = part.each(FindingReader::place);
        return corners.isEmpty() ? Outline.none() : Outline.of(corners);
    }

    private static Point place(JsonPart part) {
        Json.Row row = part.row(2);
        return new Point(row.at(0), row.at(1));
    }

    private static Label label(JsonPart part) {
        return part.make(p -> new Label(p.text("system"), p.text("term"), p.figureIfAny("confidence")));
    }

    private static Exclusion exclusion(JsonPart part) {
        String detail = part.textIfAny("exclusionDetail");
        return new Exclusion(part.text("excluded"), detail == null ? "" : detail);
    }

    Annotation annotation(JsonPart part) {
        return part.make(p -> {
            String by = p.text("by");
            return switch (p.text("type")) {
                case "value" -> new Annotation.Value(by, measure(p.text("code"), unit(p)), p.figure("value"));
                case "relabel" -> new Annotation.Relabel(by, p.count("field"), p.count("item"), label(p.part("label")));
                case "exclude" -> new Annotation.Exclude(by, p.count("field"), p.count("item"), exclusion(p));
                case "include" -> new Annotation.Include(by, p.count("field"), p.count("item"));
                case "draw" ->
                    new Annotation.Draw(
                            by,
                            p.count("field"),
                            p.find("item").map(JsonPart::count).orElse(null),
                            p.each("corners", FindingReader::place));
                case "place" ->
                    new Annotation.Place(
                            by, p.count("field"), p.text("setting"), p.each("places", FindingReader::place));
                case "remark" -> new Annotation.Remark(by, p.text("text"));
                default -> throw p.part("type").wrong("is none of " + String.join(", ", AnnotationJson.TYPES));
            };
        });
    }
}
