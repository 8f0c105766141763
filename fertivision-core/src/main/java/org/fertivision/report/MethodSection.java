package org.fertivision.report;

import java.util.ArrayList;
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
    private final Language language;
    private final Html page;

    private MethodSection(Report report, Language language, Html page) {
        this.report = report;
        this.language = language;
        this.page = page;
    }

    static void write(Report report, Language language, Html page) {
        MethodSection section = new MethodSection(report, language, page);
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
        page.open("section", "id", "notices")
                .element("h2", language.say("Notices"))
                .open("ul");
        report.notices()
                .forEach(notice -> page.open("li")
                        .text(language.told(notice.detail()))
                        .element("code", notice.code())
                        .close("li"));
        page.close("ul").close("section").line();
    }

    private void words() {
        List<Annotation> words = report.findings().annotations();
        if (words.isEmpty()) {
            return;
        }
        page.open("section", "id", "words")
                .element("h2", language.say("What persons said"))
                .open("ul");
        words.forEach(word -> page.element("li", word.by() + ": " + said(word)));
        page.close("ul").close("section").line();
    }

    private String said(Annotation word) {
        if (word instanceof Annotation.Value value) {
            return language.told(value.measure().label()) + " " + language.plain(value.value()) + " "
                    + language.told(value.measure().unit().symbol());
        }
        if (word instanceof Annotation.Relabel relabel) {
            return language.say(
                    "object {0}-{1} is {2}",
                    relabel.field(),
                    relabel.item(),
                    language.told(relabel.label().term()));
        }
        if (word instanceof Annotation.Exclude exclude) {
            return language.say(
                    "object {0}-{1} does not count: {2}",
                    exclude.field(),
                    exclude.item(),
                    language.told(exclude.exclusion().reason()));
        }
        if (word instanceof Annotation.Include include) {
            return language.say("object {0}-{1} counts", include.field(), include.item());
        }
        if (word instanceof Annotation.Draw draw) {
            return draw.item() == null
                    ? language.say("outline drawn in field {0}", draw.field())
                    : language.say("outline drawn in field {0} for object {1}", draw.field(), draw.item());
        }
        if (word instanceof Annotation.Place place) {
            return language.say(
                    "{0} placed in field {1}: {2}", place.setting(), place.field(), SettingText.of(place.places()));
        }
        return word instanceof Annotation.Remark remark ? remark.text() : "";
    }

    private void settings() {
        page.open("section", "id", "settings").element("h2", language.say("Settings"));
        head(
                language.say("Setting"),
                language.say("Value"),
                language.say("Default"),
                language.say("Allowed"),
                language.say("Meaning"));
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
                                language.say("{0}, field {1}", name, field),
                                parameter,
                                report.settings().forField(field).find(parameter));
                    }
                }));
        page.close("tbody").close("table").close("section").line();
    }

    private void setting(String name, Parameter<?> parameter, java.util.Optional<?> value) {
        String unit = language.told(parameter.unit().symbol());
        page.open("tr").open("th", "scope", "row").element("code", name).close("th");
        page.element(
                "td",
                value.map(v -> (SettingText.of(v) + " " + unit).strip()).orElse(language.say("none")),
                "class",
                "strong");
        page.element("td", parameter.defaultValue().map(SettingText::of).orElse(language.say("none")));
        page.element("td", language.told(parameter.range()), "class", "small");
        told(parameter.meaning(), "class", "small");
        page.close("tr").line();
    }

    private void inputs() {
        page.open("section", "id", "inputs")
                .element("h2", language.say("Images, scale and speed"))
                .open("div", "class", "wide");
        head(
                language.say("Field"),
                language.say("Scale"),
                language.say("Frames"),
                language.say("Type"),
                language.say("Bytes"),
                language.say("SHA-256 of the file"),
                language.say("SHA-256 of the pixels"));
        for (int field = 0; field < report.inputs().size(); field++) {
            FieldFacts facts = report.inputs().get(field);
            InputFacts input = facts.input();
            page.open("tr").element("th", field + (input.name() == null ? "" : " " + input.name()), "scope", "row");
            page.element(
                    "td",
                    facts.calibration() == null
                            ? language.say("not known: nothing is given in micrometers")
                            : FieldSection.scale(facts.calibration(), language));
            page.element("td", frames(input, facts.timing())).element("td", input.mediaType());
            page.element("td", Long.toString(input.bytes()), "class", "number");
            hash(input.sha256());
            hash(input.pixelSha256());
            page.close("tr").line();
        }
        page.close("tbody").close("table").close("div").close("section").line();
    }

    private String frames(InputFacts input, @Nullable Timing timing) {
        String page = input.page() == null ? "" : language.say("page {0}", input.page()) + ": ";
        if (timing == null) {
            return page + input.frames();
        }
        String speed = language.plain(timing.framesPerSecond());
        return page
                + (timing.origin() == Timing.Origin.USER
                        ? language.say("{0} at {1} per second (given by the user)", input.frames(), speed)
                        : language.say("{0} at {1} per second (from the file)", input.frames(), speed));
    }

    private void hash(@Nullable String hash) {
        page.open("td")
                .element("code", hash == null ? language.say("none") : hash, "class", "hash")
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
        page.open("section", "id", "definitions").element("h2", language.say("What the measures mean"));
        head(language.say("Measure"), language.say("Code"), language.say("Definition"), language.say("Source"));
        for (Measure measure : measures.values()) {
            page.open("tr").element("th", Charts.named(measure, language), "scope", "row");
            page.open("td").element("code", measure.code()).close("td");
            told(measure.definition());
            page.element("td", measure.source(), "class", "small");
            page.close("tr").line();
        }
        page.close("tbody").close("table").close("section").line();
    }

    private void provenance() {
        page.open("section", "id", "method")
                .element("h2", language.say("Method, limits and origin"))
                .open("dl");
        item(language.say("Algorithm"), report.analyzer().signature() + " (" + report.provider() + ")");
        item(language.say("Sources"), String.join("; ", report.analyzer().sources()));
        item(language.say("Intended use"), language.told(report.analyzer().intendedUse()));
        item(
                language.say("Limits"),
                language.say(
                        "Numbers hold for the objects counted in these images. Objects that touch, lie out of focus or"
                                + " at the border may be excluded, with the reason; how cells were chosen, prepared and"
                                + " stained is not seen. What could not be measured is listed, never filled in."));
        item(language.say("Software"), report.software());
        page.element("dt", language.say("Hash of the result")).open("dd");
        page.element("code", ReportJson.resultSha256(report), "class", "hash").close("dd");
        page.close("dl");
        page.element(
                "p",
                language.say("The hash is that of the result document report.json without its software line: the same"
                        + " images, version and settings give the same hash on any machine."),
                "class",
                "small");
        page.close("section").line();
    }

    private void item(String name, String words) {
        page.element("dt", name).element("dd", words.isBlank() ? language.say("none") : words);
    }

    /** A cell that says of itself that it is English where it is. */
    private void told(String english, String... attributes) {
        List<String> all = new ArrayList<>(List.of(attributes));
        if (!language.tells(english)) {
            all.addAll(List.of("lang", Language.ENGLISH.tag()));
        }
        page.element("td", language.told(english), all.toArray(String[]::new));
    }

    private void head(String... names) {
        page.open("table").open("thead").open("tr");
        for (String name : names) {
            page.element("th", name, "scope", "col");
        }
        page.close("tr").close("thead").open("tbody");
    }
}
