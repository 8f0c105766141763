package org.fertivision.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Score;
import org.fertivision.image.Calibration;
import org.fertivision.image.Point;
import org.fertivision.image.Timing;
import org.fertivision.request.InputFacts;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Parameter;
import org.fertivision.spi.Settings;

/** A report as the members of the result document, the hash not yet among them. */
final class Document {
    private final Report report;

    private Document(Report report) {
        this.report = report;
    }

    /** All members but {@code resultSha256} and {@code software}. */
    static Json.Members of(Report report) {
        return new Document(report).members();
    }

    private Json.Members members() {
        Json.Members document = new Json.Members()
                .put("schemaVersion", Report.SCHEMA_VERSION)
                .put("kind", report.kind())
                .putIfKnown("specimen", report.specimen())
                .put("inputs", inputs())
                .put("algorithm", algorithm())
                .put("parameters", parameters(report.settings()))
                .put("annotations", each(report.findings().annotations(), FindingJson::annotation))
                .put("summary", each(report.findings().summary().readings(), FindingJson::reading))
                .put("fields", fields())
                .put("items", items())
                .put("scores", each(report.scores(), Document::score))
                .put("notices", each(report.notices(), Document::notice))
                .put("intendedUse", report.analyzer().intendedUse());
        report.findings()
                .beforeCorrections()
                .ifPresent(before -> document.put("uncorrected", each(before.readings(), FindingJson::reading)));
        report.calibration().ifPresent(c -> document.put("calibration", calibration(c)));
        report.timing().ifPresent(t -> document.put("timing", timing(t)));
        if (ReportCsv.hasTracks(report)) {
            document.put("tracksSha256", Sha256.ofWritten(to -> ReportCsv.tracks(report, to)));
        }
        if (ReportCsv.hasSeries(report)) {
            document.put("seriesSha256", Sha256.of(ReportCsv.series(report)));
        }
        return document;
    }

    private List<Json> inputs() {
        List<Json> inputs = new ArrayList<>();
        for (int field = 0; field < report.inputs().size(); field++) {
            FieldFacts facts = report.inputs().get(field);
            InputFacts input = facts.input();
            Json.Members members = new Json.Members()
                    .put("field", field)
                    .putIfKnown("name", input.name())
                    .putIfKnown("sha256", input.sha256())
                    .putIfKnown("pixelSha256", input.pixelSha256())
                    .put("mediaType", input.mediaType())
                    .put("bytes", (double) input.bytes())
                    .put("width", input.width())
                    .put("height", input.height())
                    .put("frames", input.frames())
                    .putIfKnown("reader", facts.reader())
                    .putIfKnown(
                            "pages",
                            facts.pages() == null ? null : facts.pages().word());
            if (input.page() != null) {
                members.put("page", input.page());
            }
            if (report.calibration().isEmpty() && facts.calibration() != null) {
                members.put("calibration", calibration(facts.calibration()));
            }
            if (report.timing().isEmpty() && facts.timing() != null) {
                members.put("timing", timing(facts.timing()));
            }
            inputs.add(members);
        }
        return inputs;
    }

    private Json.Members algorithm() {
        Descriptor analyzer = report.analyzer();
        return new Json.Members()
                .put("id", analyzer.id().toString())
                .put("version", analyzer.version())
                .put("provider", report.provider())
                .put("sources", Json.texts(analyzer.sources()));
    }

    private List<Json> fields() {
        List<Json> fields = new ArrayList<>();
        List<FieldOfView> seen = report.findings().fields();
        for (int field = 0; field < seen.size(); field++) {
            fields.add(FindingJson.field(field, seen.get(field)));
        }
        return fields;
    }

    private List<Json> items() {
        List<Json> items = new ArrayList<>();
        List<FieldOfView> seen = report.findings().fields();
        for (int field = 0; field < seen.size(); field++) {
            int number = field;
            seen.get(field).items().forEach(item -> items.add(FindingJson.item(number, item)));
        }
        return items;
    }

    private static Json calibration(Calibration calibration) {
        return new Json.Members()
                .put("umPerPixelX", calibration.umPerPixelX())
                .put("umPerPixelY", calibration.umPerPixelY())
                .put("origin", word(calibration.origin()));
    }

    private static Json timing(Timing timing) {
        return new Json.Members()
                .put("framesPerSecond", timing.framesPerSecond())
                .put("origin", word(timing.origin()));
    }

    private static Json.Members parameters(Settings settings) {
        Json.Members parameters = new Json.Members().put("effective", values(settings));
        Json.Members fields = new Json.Members();
        settings.fieldTexts().forEach((field, own) -> {
            Json.Members values = new Json.Members();
            Settings seen = settings.forField(field);
            for (Parameter<?> parameter : settings.declared()) {
                if (own.containsKey(parameter.name())) {
                    values.put(parameter.name(), value(seen.get(parameter)));
                }
            }
            fields.put(Integer.toString(field), values);
        });
        return parameters.put("fields", fields);
    }

    private static Json.Members values(Settings settings) {
        Json.Members values = new Json.Members();
        for (Parameter<?> parameter : settings.declared()) {
            settings.find(parameter).ifPresent(value -> values.put(parameter.name(), value(value)));
        }
        return values;
    }

    private static Json value(Object value) {
        if (value instanceof Double number) {
            return new Json.Figure(number);
        }
        if (value instanceof Boolean flag) {
            return new Json.Flag(flag);
        }
        if (value instanceof List<?> places) {
            return new Json.Sequence(places.stream()
                    .map(Point.class::cast)
                    .map(FindingJson::place)
                    .toList());
        }
        return new Json.Text(value.toString());
    }

    private static Json score(Report.ScorerResult result) {
        Json.Members members = new Json.Members().put("scorer", result.scorer().signature());
        Json.Members settings = values(result.settings());
        if (!settings.named().isEmpty()) {
            members.put("parameters", settings);
        }
        return result.score().fold(scored -> scored(members, scored), not -> members.put("notScored", not.reason()));
    }

    private static Json.Members scored(Json.Members members, Score.Scored scored) {
        return members.put("system", scored.system())
                .put("grade", scored.grade())
                .putIfKnown("value", scored.value())
                .put("components", each(scored.components(), Document::component))
                .put(
                        "items",
                        each(
                                scored.items(),
                                item -> new Json.Members()
                                        .put("field", item.field())
                                        .put("item", item.item())
                                        .put("grade", item.grade())));
    }

    private static Json component(Score.Component component) {
        return new Json.Members()
                .put("code", component.code())
                .put("grade", component.grade())
                .put("detail", component.detail())
                .putIfKnown("value", component.value());
    }

    static Json notice(Notice notice) {
        return new Json.Members().put("code", notice.code()).put("detail", notice.detail());
    }

    static <T> List<Json> each(List<? extends T> values, Function<? super T, ? extends Json> form) {
        List<Json> forms = new ArrayList<>(values.size());
        values.forEach(value -> forms.add(form.apply(value)));
        return forms;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
