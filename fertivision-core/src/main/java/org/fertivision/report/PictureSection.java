package org.fertivision.report;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fertivision.finding.Exclusion;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.ItemPart;
import org.fertivision.finding.Measure;
import org.fertivision.finding.measures.SpermMeasures;

/** The fields with what was found in them, and every object by itself. */
final class PictureSection {
    /** The most fields that are shown whole. */
    static final int MOST_FIELDS = 24;

    private static final int CAPTION_MEASURES = 2;

    /** Width of a letter in heights of a line. */
    private static final double LETTER = 0.62;

    private final Report report;
    private final OverlayKey key;
    private final ItemChoice choice;
    private final List<FieldImages> images;
    private final Language language;
    private final Html page;
    private final Set<String> anchors = new HashSet<>();

    private PictureSection(Report report, Language language, ItemChoice choice, List<FieldImages> images, Html page) {
        this.report = report;
        this.key = OverlayKey.of(report);
        this.choice = choice;
        this.images = images;
        this.language = language;
        this.page = page;
        for (int field = 0; field < images.size(); field++) {
            choice.ofField(field).forEach(seen -> anchors.add(seen.anchor()));
        }
    }

    static void write(Report report, Language language, ItemChoice choice, List<FieldImages> images, Html page) {
        PictureSection section = new PictureSection(report, language, choice, images, page);
        section.fields();
        section.counted();
        section.excluded();
    }

    private void fields() {
        page.open("section", "id", "pictures").element("h2", language.say("What was seen"));
        if (!report.pictures().areKept()) {
            page.element("p", language.say("The pictures were not kept; outlines stand on a gray ground."));
        }
        int shown = Math.min(MOST_FIELDS, images.size());
        for (int field = 0; field < shown; field++) {
            field(field);
        }
        if (shown < images.size()) {
            page.element(
                    "p",
                    language.say(
                            "Fields {0} to {1} are not shown here; each has its picture overlay-<field>.png beside"
                                    + " this page.",
                            shown, images.size() - 1));
        }
        page.close("section").line();
    }

    private void field(int number) {
        FieldOfView view = report.findings().fields().get(number);
        long counted = view.counted().count();
        String caption = language.say(
                "Field {0}: {1} counted, {2} excluded",
                number, counted, view.items().size() - counted);
        page.open("figure", "class", "field", "id", "field-" + number);
        toggle(number, "counted", language.say("counted"), "checked", "checked");
        toggle(number, "excluded", language.say("excluded"), "checked", "checked");
        toggle(number, "numbers", language.say("numbers"), "checked", "checked");
        if (view.items().stream().anyMatch(item -> !item.parts().isEmpty())) {
            toggle(number, "parts", language.say("parts"), "checked", "checked");
        }
        toggle(number, "bright", language.say("brighten"));
        toggle(number, "wide", language.say("enlarge"));
        page.open("div", "class", "view")
                .open(
                        "svg",
                        "viewBox",
                        "0 0 " + view.width() + " " + view.height(),
                        "role",
                        "img",
                        "aria-label",
                        caption);
        ground(number, view);
        double tolerance = Math.max(view.width(), view.height()) / 4000.0;
        page.open("g", "class", "excluded");
        view.items().stream().filter(i -> !i.counts()).forEach(i -> object(number, i, tolerance));
        page.close("g").open("g", "class", "counted");
        view.counted().forEach(item -> object(number, item, tolerance));
        page.close("g").open("g", "class", "numbers", "font-size", Figures.decimals(letterHeight(view), 1));
        numbers(view);
        page.close("g");
        scaleBar(number, view);
        page.close("svg").close("div").open("figcaption").text(caption);
        legend(view);
        page.close("figcaption").close("figure").line();
    }

    private void toggle(int field, String type, String label, String... state) {
        String id = type + "-" + field;
        List<String> attributes = new ArrayList<>(List.of("type", "checkbox", "id", id, "class", "show-" + type));
        attributes.addAll(List.of(state));
        page.single("input", attributes.toArray(String[]::new)).element("label", label, "for", id);
    }

    private void ground(int field, FieldOfView view) {
        String width = Integer.toString(view.width());
        String height = Integer.toString(view.height());
        page.single("rect", "width", width, "height", height, "fill", "#777");
        images.get(field)
                .whole()
                .ifPresent(image -> page.single("image", "width", width, "height", height, "href", image));
    }

    private void object(int field, Item item, double tolerance) {
        String anchor = new ItemChoice.Seen(field, item).anchor();
        boolean linked = anchors.contains(anchor);
        if (linked) {
            page.open("a", "href", "#" + anchor);
        }
        page.open("g").element("title", title(item));
        lines(item, tolerance);
        page.close("g");
        if (linked) {
            page.close("a");
        }
        page.line();
    }

    /** The parts of an object, the way it took, and its border on top. */
    private void lines(Item item, double tolerance) {
        for (ItemPart part : item.parts()) {
            String color = hex(key.color(part));
            String path = SvgOutline.part(part, tolerance);
            page.single("path", "class", "part casing", "d", path);
            page.single("path", "class", "part", "stroke", color, "fill", part.closed() ? color : "none", "d", path);
        }
        item.course().ifPresent(path -> stroke(item, SvgOutline.course(path, tolerance)));
        stroke(item, SvgOutline.border(item, tolerance));
    }

    private void stroke(Item item, String path) {
        page.single("path", "class", "casing", "d", path);
        page.single("path", "class", item.counts() ? "line" : "line dashed", "stroke", hex(key.color(item)), "d", path);
    }

    /** The numbers that have room beside their objects, those of counted ones first. */
    private void numbers(FieldOfView view) {
        double height = letterHeight(view);
        NumberPlaces places = new NumberPlaces(view.width(), view.height(), 1);
        view.items().forEach(item -> places.keepOff(marked(item)));
        Stream.concat(view.counted(), view.items().stream().filter(item -> !item.counts()))
                .forEach(item -> {
                    String words = item.id()
                            + key.letter(item).map(letter -> " " + letter).orElse("");
                    places.place(marked(item), LETTER * words.length() * height, height, item.counts())
                            .ifPresent(place -> page.element(
                                    "text",
                                    words,
                                    "x",
                                    Figures.decimals(place.getX(), 1),
                                    "y",
                                    Figures.decimals(place.getCenterY(), 1)));
                });
    }

    private static Rectangle2D marked(Item item) {
        return item.outline().size() == 0
                ? SvgOutline.mark(item)
                : new Rectangle2D.Double(
                        item.box().x(),
                        item.box().y(),
                        item.box().width(),
                        item.box().height());
    }

    /** High enough to read in a picture as wide as the page, and no higher than objects are. */
    private static double letterHeight(FieldOfView view) {
        double usual = view.items().stream()
                .mapToDouble(
                        item -> Math.min(marked(item).getWidth(), marked(item).getHeight()))
                .sorted()
                .skip(view.items().size() / 2)
                .findFirst()
                .orElse(0);
        return Math.max(0.010 * view.width(), Math.min(0.016 * view.width(), 0.6 * usual));
    }

    private void scaleBar(int field, FieldOfView view) {
        var calibration = report.inputs().get(field).calibration();
        if (calibration == null) {
            return;
        }
        ScaleBar bar = ScaleBar.within(calibration, view.width(), 0.18);
        double right = view.width() * 0.985;
        double low = view.height() * 0.975;
        String path = "M" + Figures.decimals(right - bar.lengthPx(), 1) + " " + Figures.decimals(low, 1) + "L"
                + Figures.decimals(right, 1) + " " + Figures.decimals(low, 1);
        page.single("path", "class", "bar-casing", "d", path).single("path", "class", "bar-line", "d", path);
        page.element(
                "text",
                bar.label(language),
                "class",
                "bar-text",
                "x",
                Figures.decimals(right - bar.lengthPx() / 2, 1),
                "y",
                Figures.decimals(low - view.width() * 0.008, 1),
                "font-size",
                Figures.decimals(view.width() * 0.016, 1));
    }

    private void legend(FieldOfView view) {
        page.open("span", "class", "legend");
        for (OverlayKey.Entry entry : key.entries(view, language)) {
            page.open("span", "class", "entry")
                    .element(
                            "span",
                            "",
                            "class",
                            swatch(entry.mark()),
                            "style",
                            "border-color:" + hex(entry.color())
                                    + (entry.mark() == OverlayKey.Mark.FILLED
                                            ? ";background:" + hex(entry.color())
                                            : ""))
                    .text(entry.text())
                    .close("span");
        }
        page.close("span");
    }

    private static String swatch(OverlayKey.Mark mark) {
        return switch (mark) {
            case LINE -> "swatch";
            case DASHES -> "swatch dashed";
            case FILLED -> "swatch filled";
        };
    }

    private void counted() {
        int inAll = choice.countedInAll();
        page.open("section", "id", "objects").element("h2", language.say("Every counted object"));
        int shown = choice.counted().size();
        page.open("p", "class", "small");
        page.text(
                shown == inAll
                        ? language.say("All {0} counted objects, field by field.", inAll) + " "
                        : language.say(
                                        "{0} of {1} counted objects, evenly spread over all fields; {2} are not shown.",
                                        shown, inAll, inAll - shown)
                                + " ");
        page.text(language.say("Numbers are field-object, as in") + " ").element("a", "items.csv", "href", "items.csv");
        page.text(language.say(", which lists every one. All pieces of one size show the same stretch of the image."))
                .close("p");
        page.single("input", "type", "checkbox", "id", "bright-objects", "class", "show-bright");
        page.element("label", language.say("brighten"), "for", "bright-objects");
        List<Verdicts.Group> groups = Verdicts.of(report, choice, key).groups();
        for (Verdicts.Group group : groups) {
            if (!key.terms().isEmpty()) {
                page.element("h3", group.heading(language), "id", group.anchor());
            }
            gallery(group.shown());
        }
        page.close("section").line();
    }

    private void excluded() {
        if (choice.excluded().isEmpty()) {
            return;
        }
        page.open("section", "id", "excluded").element("h2", language.say("Excluded objects"));
        page.element(
                "p",
                language.say("Seen, but not counted, by reason. A person can take any of them back."),
                "class",
                "small");
        page.single("input", "type", "checkbox", "id", "bright-excluded", "class", "show-bright");
        page.element("label", language.say("brighten"), "for", "bright-excluded");
        choice.excluded().forEach((reason, seen) -> {
            int inAll = choice.excludedInAll(reason);
            page.element(
                    "h3",
                    key.letters().getOrDefault(reason, "") + "  "
                            + (seen.size() < inAll
                                    ? language.say(
                                            "{0}: {1}, of which {2} are shown",
                                            language.told(reason), inAll, seen.size())
                                    : language.told(reason) + ": " + inAll));
            gallery(seen);
        });
        page.close("section").line();
    }

    private void gallery(List<ItemChoice.Seen> objects) {
        page.open("div", "class", "gallery");
        for (ItemChoice.Seen seen : objects) {
            images.get(seen.field()).piece(seen.item().id()).ifPresent(piece -> piece(seen, piece));
        }
        page.close("div").line();
    }

    private void piece(ItemChoice.Seen seen, FieldImages.Piece piece) {
        Item item = seen.item();
        String name = seen.field() + "-" + item.id();
        String side = Integer.toString(piece.place().width());
        page.open("figure", "id", seen.anchor())
                .open(
                        "svg",
                        "viewBox",
                        "0 0 " + side + " " + side,
                        "role",
                        "img",
                        "aria-label",
                        language.say("Object {0}: {1}", name, title(item)));
        page.single("image", "width", side, "height", side, "href", piece.image());
        page.open(
                "g",
                "transform",
                "translate(" + -piece.place().x() + " " + -piece.place().y() + ")");
        double tolerance = piece.place().width() / 800.0;
        lines(item, tolerance);
        page.close("g").close("svg").open("figcaption");
        page.element("a", name, "href", "#field-" + seen.field());
        lines(item).forEach(line -> page.element("span", line));
        page.close("figcaption").close("figure");
    }

    private List<String> lines(Item item) {
        List<String> lines = new ArrayList<>();
        String words = words(item);
        if (!words.isEmpty()) {
            lines.add(words);
        }
        margins(item).map(margin -> language.say("margin {0}", margin)).ifPresent(lines::add);
        for (Measure measure : report.analyzer().itemMeasures()) {
            if (lines.size() <= CAPTION_MEASURES) {
                item.reading(measure)
                        .figure()
                        .ifPresent(value -> lines.add(language.told(measure.label()) + " " + amount(measure, value)));
            }
        }
        item.whyExcluded()
                .map(Exclusion::detail)
                .filter(d -> !d.isEmpty())
                .map(language::told)
                .ifPresent(lines::add);
        return lines;
    }

    /** How far it is from each limit that it fails, or else from the nearest one. */
    private Optional<String> margins(Item item) {
        String failed = report.analyzer().itemMeasures().stream()
                .flatMap(measure -> item
                        .reading(measure.margin())
                        .figure()
                        .map(value -> language.told(measure.label()) + " " + amount(measure.margin(), value))
                        .stream())
                .collect(Collectors.joining(", "));
        return failed.isEmpty()
                ? item.reading(SpermMeasures.STRICT_MARGIN)
                        .figure()
                        .map(value -> amount(SpermMeasures.STRICT_MARGIN, value))
                : Optional.of(failed);
    }

    private String title(Item item) {
        List<String> parts = new ArrayList<>();
        parts.add(Integer.toString(item.id()));
        item.whyExcluded()
                .ifPresent(why -> parts.add(language.say(
                        "excluded: {0}", (language.told(why.reason()) + " " + language.told(why.detail())).strip())));
        parts.add(words(item));
        for (Measure measure : report.analyzer().itemMeasures()) {
            item.reading(measure).figure().ifPresent(value -> parts.add(measure.code() + " " + amount(measure, value)));
        }
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
    }

    private String words(Item item) {
        Map<String, List<String>> bySystem = new LinkedHashMap<>();
        item.labels()
                .forEach(label -> bySystem.computeIfAbsent(label.system(), s -> new ArrayList<>())
                        .add(language.told(label.term())));
        return bySystem.entrySet().stream()
                .map(system -> (system.getKey().equals(key.system()) ? "" : language.told(system.getKey()) + ": ")
                        + String.join(", ", system.getValue()))
                .collect(Collectors.joining("; "));
    }

    private String amount(Measure measure, double value) {
        return (language.plain(value) + " " + language.told(measure.unit().symbol())).strip();
    }

    private static String hex(int color) {
        return String.format(Locale.ROOT, "#%06x", color);
    }
}
