package org.fertivision.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Score;
import org.fertivision.finding.Summary;
import org.fertivision.image.Calibration;
import org.fertivision.image.Timing;
import org.fertivision.request.InputFacts;
import org.fertivision.request.PageMeaning;
import org.jspecify.annotations.Nullable;

/** Reads a result document back into what it was written from. */
final class DocumentReader {
    private static final String FORM = "1.";

    private final FindingReader findings;

    DocumentReader(List<Measure> measures) {
        this.findings = new FindingReader(measures);
    }

    ParsedReport read(Json json) {
        JsonPart root = new JsonPart("", json);
        JsonPart version = root.part("schemaVersion");
        if (!version.text().startsWith(FORM)) {
            throw version.wrong("is " + version.text() + ", but only " + FORM + "x is known");
        }
        String told = root.text(ReportJson.HASH);
        return root.make(p -> new ParsedReport(
                version.text(),
                p.text("kind"),
                p.textIfAny("specimen"),
                algorithm(p.part("algorithm")),
                texts(p.part("parameters").part("effective")),
                fieldTexts(p.part("parameters").part("fields")),
                inputs(p),
                findings(p),
                p.each("scores", this::score),
                p.each("notices", FindingReader::notice),
                p.text("intendedUse"),
                new ParsedReport.Hashes(
                        told,
                        ReportJson.hash((Json.Members) json).equals(told),
                        p.textIfAny("tracksSha256"),
                        p.textIfAny("seriesSha256")),
                p.text(ReportJson.SOFTWARE)));
    }

    private static ParsedReport.Algorithm algorithm(JsonPart part) {
        return new ParsedReport.Algorithm(
                part.text("id"), part.text("version"), part.text("provider"), part.each("sources", JsonPart::text));
    }

    private static SortedMap<String, String> texts(JsonPart part) {
        SortedMap<String, String> texts = new TreeMap<>();
        part.members().forEach((name, value) -> texts.put(name, SettingText.of(value)));
        return texts;
    }

    private static SortedMap<Integer, SortedMap<String, String>> fieldTexts(JsonPart part) {
        SortedMap<Integer, SortedMap<String, String>> fields = new TreeMap<>();
        part.members().forEach((field, own) -> fields.put(own.make(o -> Integer.valueOf(field)), texts(own)));
        return fields;
    }

    private static List<FieldFacts> inputs(JsonPart root) {
        Calibration common =
                root.find("calibration").map(DocumentReader::calibration).orElse(null);
        Timing commonTiming = root.find("timing").map(DocumentReader::timing).orElse(null);
        return inOrder(
                root.part("inputs"),
                p -> new FieldFacts(
                        input(p),
                        p.find("calibration").map(DocumentReader::calibration).orElse(common),
                        p.find("timing").map(DocumentReader::timing).orElse(commonTiming),
                        p.textIfAny("reader"),
                        pages(p)));
    }

    private static @Nullable PageMeaning pages(JsonPart part) {
        String word = part.textIfAny("pages");
        return word == null ? null : part.make(p -> PageMeaning.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    private static InputFacts input(JsonPart part) {
        return new InputFacts(
                part.textIfAny("name"),
                part.textIfAny("sha256"),
                part.textIfAny("pixelSha256"),
                part.text("mediaType"),
                (long) part.figure("bytes"),
                part.count("width"),
                part.count("height"),
                part.count("frames"),
                part.find("page").isPresent() ? part.count("page") : null);
    }

    private static Calibration calibration(JsonPart part) {
        return part.make(p -> new Calibration(
                p.figure("umPerPixelX"), p.figure("umPerPixelY"), Calibration.Origin.valueOf(constant(p))));
    }

    private static Timing timing(JsonPart part) {
        return part.make(p -> new Timing(p.figure("framesPerSecond"), Timing.Origin.valueOf(constant(p))));
    }

    private static String constant(JsonPart part) {
        return part.text("origin").toUpperCase(Locale.ROOT);
    }

    private Findings findings(JsonPart root) {
        List<List<Item>> items = new ArrayList<>();
        root.part("fields").each(field -> items.add(new ArrayList<>()));
        root.part("items").each(part -> {
            int field = part.count("field");
            if (field < 0 || field >= items.size()) {
                throw part.wrong("lies in field " + field + ", but there are " + items.size());
            }
            return items.get(field).add(findings.item(part));
        });
        List<FieldOfView> fields =
                inOrder(root.part("fields"), part -> findings.field(part, items.get(part.count("field"))));
        return new Findings(
                root.part("algorithm").text("id"),
                fields,
                root.each("annotations", findings::annotation),
                root.make(p -> new Summary(p.each("summary", findings::reading), summaryNotices(p))),
                root.find("uncorrected").isPresent()
                        ? root.make(p -> new Summary(p.each("uncorrected", findings::reading)))
                        : null);
    }

    /** What the summary says, less what the request said of files that are no fields. */
    private static List<Notice> summaryNotices(JsonPart root) {
        return root.each("notices", FindingReader::notice).stream()
                .filter(notice -> !notice.code().equals(Report.LEFT_OUT))
                .toList();
    }

    /** Parts that name their field, which must be the one whose turn it is. */
    private static <T> List<T> inOrder(JsonPart list, Function<JsonPart, T> form) {
        List<T> values = new ArrayList<>();
        list.each(part -> {
            if (part.count("field") != values.size()) {
                throw part.wrong("should be of field " + values.size());
            }
            return values.add(form.apply(part));
        });
        return values;
    }

    private ParsedReport.ScorerResult score(JsonPart part) {
        SortedMap<String, String> settings =
                part.find("parameters").map(DocumentReader::texts).orElseGet(TreeMap::new);
        Optional<JsonPart> reason = part.find("notScored");
        return new ParsedReport.ScorerResult(
                part.text("scorer"),
                settings,
                part.make(p -> reason.isPresent() ? Score.notScored(reason.get().text()) : scored(p)));
    }

    private static Score scored(JsonPart part) {
        return new Score.Scored(
                part.text("system"),
                part.text("grade"),
                part.figureIfAny("value"),
                part.each("components", DocumentReader::component),
                part.each("items", p -> new Score.ItemGrade(p.count("field"), p.count("item"), p.text("grade"))));
    }

    private static Score.Component component(JsonPart part) {
        @Nullable Double value = part.figureIfAny("value");
        return new Score.Component(part.text("code"), part.text("grade"), part.text("detail"), value);
    }
}
