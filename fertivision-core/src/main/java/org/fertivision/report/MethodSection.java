package org.fertivision.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fertivision.finding.Annotation;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;
import org.fertivision.image.Timing;
import org.fertivision.request.InputFacts;
import org.fertivision.spi.Parameter;
import org.jspecify.annotations.Nullable;

/** How it was done: notices, persons' words, settings, scale, inputs, algorithm, definitions, limits, hash. */
final class MethodSection {
    private final Report report;
    private final Html page;

    private MethodSection(Report report, Html page) {
        this.report = report;
        this.page = page;
    }

    static void write(Report report, Html page) {
        MethodSection section = new MethodSection(report, page);
        section.notices();
        section.words();
        section.settings();
        section.inputs();
        section.definitions();
        section.provenance();
    }

    private void notices() {
        if (report.notices().isEmpty()) {
            return;
        }
        page.open("section", "id", "notices").element("h2", "Notices").open("ul");
        report.notices()
                .forEach(notice -> page.open("li")
                        .text(notice.detail())
                        .element("code", notice.code())
                        .close("li"));
        page.close("ul").close("section").line();
    }

    private void words() {
        List<Annotation> words = report.findings().annotations();
        if (words.isEmpty()) {
            return;
        }
        page.open("section", "id", "words").element("h2", "What persons said").open("ul");
        words.forEach(word -> page.element("li", word.by() + ": " + said(word)));
        page.close("ul").close("section").line();
    }

    private static String said(Annotation word) {
        if (word instanceof Annotation.Value value) {
            return value.measure().label() + " " + Figures.plain(value.value()) + " "
                    + value.measure().unit().symbol();
        }
        if (word instanceof Annotation.Relabel relabel) {
            return "object " + relabel.field() + "-" + relabel.item() + " is "
                    + relabel.label().term();
        }
        if (word instanceof Annotation.Exclude exclude) {
            return "object " + exclude.field() + "-" + exclude.item() + " does not count: "
                    + exclude.exclusion().reason();
        }
        if (word instanceof Annotation.Include include) {
            return "object " + include.field() + "-" + include.item() + " counts";
        }
        if (word instanceof Annotation.Draw draw) {
            return "outline drawn in field " + draw.field() + (draw.item() == null ? "" : " for object " + draw.item());
        }
        return word instanceof Annotation.Remark remark ? remark.text() : "";
    }

    private void settings() {
        page.open("section", "id", "settings").element("h2", "Settings");
        head("Setting", "Value", "Default", "Allowed", "Meaning");
        Map<String, Parameter<?>> own = new LinkedHashMap<>();
        for (Parameter<?> parameter : report.settings().declared()) {
            own.put(parameter.name(), parameter);
            setting(parameter.name(), parameter, report.settings().find(parameter));
        }
        report.settings()
                .fieldTexts()
                .forEach((field, texts) -> texts.keySet().forEach(name -> {
                    Parameter<?> parameter = own.get(name);
                    if (parameter != null) {
                        setting(
                                name + ", field " + field,
                                parameter,
                                report.settings().forField(field).find(parameter));
                    }
                }));
        page.close("tbody").close("table").close("section").line();
    }

    private void setting(String name, Parameter<?> parameter, java.util.Optional<?> value) {
        String unit = parameter.unit().symbol();
        page.open("tr").open("th", "scope", "row").element("code", name).close("th");
        page.element(
                "td", value.map(v -> (SettingText.of(v) + " " + unit).strip()).orElse("none"), "class", "strong");
        page.element("td", parameter.defaultValue().map(SettingText::of).orElse("none"));
        page.element("td", parameter.range(), "class", "small");
        page.element("td", parameter.meaning(), "class", "small").close("tr").line();
    }

    private void inputs() {
        page.open("section", "id", "inputs")
                .element("h2", "Images, scale and speed")
                .open("div", "class", "wide");
        head("Field", "Scale", "Frames", "Type", "Bytes", "SHA-256 of the file", "SHA-256 of the pixels");
        for (int field = 0; field < report.inputs().size(); field++) {
            FieldFacts facts = report.inputs().get(field);
            InputFacts input = facts.input();
            page.open("tr").element("th", field + (input.name() == null ? "" : " " + input.name()), "scope", "row");
            page.element(
                    "td",
                    facts.calibration() == null
                            ? "not known: nothing is given in micrometers"
                            : FieldSection.scale(facts.calibration()));
            page.element("td", frames(input, facts.timing())).element("td", input.mediaType());
            page.element("td", Long.toString(input.bytes()), "class", "number");
            hash(input.sha256());
            hash(input.pixelSha256());
            page.close("tr").line();
        }
        page.close("tbody").close("table").close("div").close("section").line();
    }

    private static String frames(InputFacts input, @Nullable Timing timing) {
        return (input.page() == null ? "" : "page " + input.page() + ": ")
                + input.frames()
                + (timing == null
                        ? ""
                        : " at " + Figures.plain(timing.framesPerSecond()) + " per second ("
                                + (timing.origin() == Timing.Origin.USER ? "given by the user" : "from the file")
                                + ")");
    }

    private void hash(@Nullable String hash) {
        page.open("td")
                .element("code", hash == null ? "none" : hash, "class", "hash")
                .close("td");
    }

    private void definitions() {
        Map<String, Measure> measures = new LinkedHashMap<>();
        for (Reading reading : SummarySection.mainReadings(report.findings().summary())) {
            measures.putIfAbsent(reading.code(), reading.measure());
        }
        report.analyzer().itemMeasures().forEach(measure -> measures.putIfAbsent(measure.code(), measure));
        for (FieldOfView field : report.findings().fields()) {
            field.readings().forEach(reading -> measures.putIfAbsent(reading.code(), reading.measure()));
        }
        page.open("section", "id", "definitions").element("h2", "What the measures mean");
        head("Measure", "Code", "Definition", "Source");
        for (Measure measure : measures.values()) {
            page.open("tr").element("th", Charts.named(measure), "scope", "row");
            page.open("td").element("code", measure.code()).close("td");
            page.element("td", measure.definition()).element("td", measure.source(), "class", "small");
            page.close("tr").line();
        }
        page.close("tbody").close("table").close("section").line();
    }

    private void provenance() {
        page.open("section", "id", "method")
                .element("h2", "Method, limits and origin")
                .open("dl");
        item("Algorithm", report.analyzer().signature() + " (" + report.provider() + ")");
        item("Sources", String.join("; ", report.analyzer().sources()));
        item("Intended use", report.analyzer().intendedUse());
        item(
                "Limits",
                "Numbers hold for the objects counted in these images. Objects that touch, lie out of focus or at the"
                        + " border may be excluded, with the reason; how cells were chosen, prepared and stained is not"
                        + " seen. What could not be measured is listed, never filled in.");
        item("Software", report.software());
        page.element("dt", "Hash of the result").open("dd");
        page.element("code", ReportJson.resultSha256(report), "class", "hash").close("dd");
        page.close("dl");
        page.element(
                "p",
                "The hash is that of the result document report.json without its software line: the same images, version"
                        + " and settings give the same hash on any machine.",
                "class",
                "small");
        page.close("section").line();
    }

    private void item(String name, String words) {
        page.element("dt", name).element("dd", words.isBlank() ? "none" : words);
    }

    private void head(String... names) {
        page.open("table").open("thead").open("tr");
        for (String name : names) {
            page.element("th", name, "scope", "col");
        }
        page.close("tr").close("thead").open("tbody");
    }
}
