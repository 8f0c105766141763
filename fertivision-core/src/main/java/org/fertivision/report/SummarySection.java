package org.fertivision.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Summary;

/** What was measured of the specimen, what was not and why, and what the guidelines say. */
final class SummarySection {
    private static final int MOST_CARDS = 4;

    private final Report report;
    private final Summary summary;
    private final Language language;
    private final Html page;

    private SummarySection(Report report, Language language, Html page) {
        this.report = report;
        this.summary = report.findings().summary();
        this.language = language;
        this.page = page;
    }

    static void write(Report report, Language language, Html page) {
        SummarySection section = new SummarySection(report, language, page);
        section.cards();
        section.table();
        section.notMeasured();
        section.scores();
    }

    /** The measures that stand for themselves: no standard deviation or median of another one. */
    static List<Reading> mainReadings(Summary summary) {
        Set<String> companions = new HashSet<>();
        for (Reading reading : summary.readings()) {
            companions.add(reading.measure().deviation().code());
            companions.add(reading.measure().median().code());
        }
        return summary.readings().stream()
                .filter(reading -> !companions.contains(reading.code()))
                .toList();
    }

    /** The main measures that were measured with an interval, in order. */
    static List<Reading.Measured> withInterval(Summary summary) {
        List<Reading.Measured> sure = new ArrayList<>();
        for (Reading reading : mainReadings(summary)) {
            if (reading instanceof Reading.Measured measured
                    && measured.interval().isPresent()) {
                sure.add(measured);
            }
        }
        return sure;
    }

    private void cards() {
        List<Reading.Measured> sure = withInterval(summary);
        if (sure.isEmpty()) {
            return;
        }
        page.open("div", "class", "cards");
        for (Reading.Measured reading : sure.subList(0, Math.min(MOST_CARDS, sure.size()))) {
            ReadingText text = ReadingText.of(reading, language);
            page.open("div", "class", "card")
                    .element("div", text.label(), "class", "label")
                    .open("div", "class", "figure")
                    .text(text.value())
                    .element("span", " " + text.unit(), "class", "unit")
                    .close("div")
                    .add(bar(reading))
                    .element(
                            "div",
                            language.say("95 % interval {0}", text.interval())
                                    + (text.count().isEmpty() ? "" : ", n = " + text.count()),
                            "class",
                            "small")
                    .close("div");
        }
        page.close("div").line();
    }

    /** Whether anything has a figure. */
    static boolean isAnyMeasured(Summary summary) {
        return !mainReadings(summary).stream().allMatch(Reading.NotMeasured.class::isInstance);
    }

    private void table() {
        if (!isAnyMeasured(summary)) {
            return;
        }
        page.open("section", "id", "measured").element("h2", language.say("Measured"));
        page.open("table").open("thead").open("tr");
        for (String head : List.of(
                language.say("Measure"),
                language.say("Value"),
                language.say("95 % interval"),
                "",
                "n",
                language.say("SD"),
                language.say("Median"),
                language.say("How"))) {
            page.element("th", head, "scope", "col");
        }
        report.findings()
                .beforeCorrections()
                .ifPresent(before -> page.element("th", language.say("Before corrections"), "scope", "col"));
        page.close("tr").close("thead").open("tbody");
        for (Reading reading : mainReadings(summary)) {
            if (!(reading instanceof Reading.NotMeasured)) {
                row(reading);
            }
        }
        page.close("tbody").close("table");
        page.element(
                "p",
                language.say("An interval says how far the counted objects let the value be known if the specimen were"
                        + " sampled again; it knows nothing of errors in staining, dilution, chamber depth or"
                        + " calibration."),
                "class",
                "small");
        page.close("section").line();
    }

    private void row(Reading reading) {
        ReadingText text = ReadingText.of(reading, language);
        page.open("tr")
                .open(
                        "th",
                        "scope",
                        "row",
                        "title",
                        language.told(reading.measure().definition()));
        page.text(text.label()).element("code", reading.code()).close("th");
        amount(reading, text);
        page.element("td", text.interval(), "class", "number");
        page.open("td");
        if (reading instanceof Reading.Measured measured) {
            page.add(bar(measured));
        }
        page.close("td").element("td", text.count(), "class", "number");
        page.element("td", companion(reading.measure().deviation()), "class", "number");
        page.element("td", companion(reading.measure().median()), "class", "number");
        page.element("td", text.remark(), "class", "small");
        report.findings().beforeCorrections().ifPresent(before -> before(before.reading(reading.measure())));
        page.close("tr").line();
    }

    /** The value; a share leads to the objects behind it. */
    private void amount(Reading reading, ReadingText text) {
        page.open("td", "class", "number strong");
        Optional<String> behind = Verdicts.behind(reading.measure(), report);
        if (behind.isPresent()) {
            page.element("a", text.amount(), "href", "#" + behind.get());
        } else {
            page.text(text.amount());
        }
        page.close("td");
    }

    private Html bar(Reading.Measured reading) {
        return Charts.intervalBar(reading, language).map(ChartSvg::inLine).orElseGet(Html::new);
    }

    private void before(Reading reading) {
        ReadingText text = ReadingText.of(reading, language);
        page.element("td", (text.amount() + " " + text.interval()).strip(), "class", "number small");
    }

    private String companion(Measure measure) {
        Optional<Double> figure = summary.reading(measure).figure();
        return figure.map(language::plain).orElse("");
    }

    private void notMeasured() {
        List<Reading> missing = mainReadings(summary).stream()
                .filter(Reading.NotMeasured.class::isInstance)
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        page.open("section", "id", "not-measured").element("h2", language.say("Not measured"));
        page.open("table").open("thead").open("tr");
        page.element("th", language.say("Measure"), "scope", "col").element("th", language.say("Why"), "scope", "col");
        page.close("tr").close("thead").open("tbody");
        for (Reading reading : missing) {
            page.open("tr")
                    .open(
                            "th",
                            "scope",
                            "row",
                            "title",
                            language.told(reading.measure().definition()));
            page.text(language.told(reading.measure().label()))
                    .element("code", reading.code())
                    .close("th");
            page.element("td", ReadingText.of(reading, language).remark())
                    .close("tr")
                    .line();
        }
        page.close("tbody").close("table").close("section").line();
    }

    private void scores() {
        if (report.scores().isEmpty()) {
            return;
        }
        page.open("section", "id", "scores").element("h2", language.say("What guidelines say of it"));
        for (Report.ScorerResult result : report.scores()) {
            page.open("div", "class", "score")
                    .element("h3", language.told(result.scorer().title()));
            result.score()
                    .fold(
                            scored -> {
                                page.open("p", "class", "grade").element("strong", language.told(scored.grade()));
                                page.text(" (" + language.told(scored.system())
                                        + (scored.value() == null ? "" : ", " + language.plain(scored.value())) + ")");
                                page.close("p").open("ul");
                                scored.components()
                                        .forEach(part -> page.element(
                                                "li",
                                                part.detail().isBlank()
                                                        ? part.code() + ": " + language.told(part.grade())
                                                        : language.told(part.detail())));
                                return page.close("ul");
                            },
                            not -> page.element("p", language.say("Not scored: {0}", language.told(not.reason()))));
            page.element(
                    "p",
                    result.scorer().signature() + ". "
                            + language.told(result.scorer().intendedUse()) + " "
                            + String.join("; ", result.scorer().sources()),
                    "class",
                    "small");
            page.close("div").line();
        }
        page.close("section").line();
    }
}
