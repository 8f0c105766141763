package org.fertivision.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Reading;
import org.fertivision.image.Calibration;
import org.fertivision.request.InputFacts;

/** The fields side by side: whether they agree, and how fit each was for measuring. */
final class FieldSection {
    private static final int MOST_COLUMNS = 4;

    private final Report report;
    private final Language language;
    private final Html page;
    private final List<Reading.Measured> shown;

    private FieldSection(Report report, Language language, Html page) {
        this.report = report;
        this.language = language;
        this.page = page;
        this.shown = ByField.measures(report);
    }

    static void write(Report report, Language language, Html page) {
        FieldSection section = new FieldSection(report, language, page);
        page.open("section", "id", "fields").element("h2", language.say("Fields"));
        section.table();
        section.remarks();
        section.charts();
        page.close("section").line();
    }

    private void table() {
        List<FieldOfView> views = report.findings().fields();
        boolean areas = views.stream().anyMatch(view -> view.areaMm2() != null);
        boolean edges = views.stream().anyMatch(view -> view.quality().focus() != null);
        List<Reading.Measured> columns = shown.subList(0, Math.min(MOST_COLUMNS, shown.size()));
        List<String> heads =
                new ArrayList<>(List.of(language.say("Field"), language.say("Counted"), language.say("Excluded")));
        columns.forEach(reading -> heads.add(Charts.named(reading.measure(), language)));
        heads.add(language.say("Size"));
        if (areas) {
            heads.add(language.say("Area"));
        }
        if (edges) {
            heads.add(language.say("Edge width"));
        }
        heads.add(language.say("Contrast used"));
        page.open("div", "class", "wide").open("table").open("thead").open("tr");
        heads.forEach(head -> page.element("th", head, "scope", "col"));
        page.close("tr").close("thead").open("tbody");
        for (int field = 0; field < views.size(); field++) {
            page.open("tr");
            found(field, columns);
            quality(views.get(field), areas, edges);
            page.close("tr").line();
        }
        page.close("tbody").close("table").close("div").line();
    }

    private void found(int field, List<Reading.Measured> columns) {
        FieldOfView view = report.findings().fields().get(field);
        long counted = view.counted().count();
        InputFacts input = report.inputs().get(field).input();
        page.open("th", "scope", "row", "class", "number")
                .element("a", Integer.toString(field), "href", "#field-" + field);
        if (input.name() != null) {
            page.element("span", " " + input.name(), "class", "small");
        }
        page.close("th");
        number(Long.toString(counted));
        number(Long.toString(view.items().size() - counted));
        for (Reading.Measured column : columns) {
            ReadingText own = ReadingText.of(report.fieldSummaries().get(field).reading(column.measure()), language);
            page.open("td", "class", "number").text(own.value().isEmpty() ? "–" : own.value());
            page.element("div", own.value().isEmpty() ? own.remark() : own.interval(), "class", "small");
            page.close("td");
        }
    }

    private void quality(FieldOfView view, boolean areas, boolean edges) {
        number(view.width() + " × " + view.height() + " px");
        if (areas) {
            number(view.areaMm2() == null ? "" : language.plain(view.areaMm2()) + " mm²");
        }
        if (edges) {
            number(view.quality()
                    .edgeWidthPx()
                    .map(px -> language.plain(px) + " px")
                    .orElse(""));
        }
        number(language.decimals(100 * view.quality().exposure(), 0) + " %");
    }

    private void number(String text) {
        page.element("td", text, "class", "number");
    }

    /** What was remarked on, and of which fields. */
    private void remarks() {
        Map<String, List<Integer>> fields = new LinkedHashMap<>();
        for (int field = 0; field < report.inputs().size(); field++) {
            FieldOfView view = report.findings().fields().get(field);
            int number = field;
            Stream.concat(
                            view.quality().reasons().stream(),
                            view.notices().stream().map(Notice::detail))
                    .forEach(remark -> fields.computeIfAbsent(remark, r -> new ArrayList<>())
                            .add(number));
        }
        if (fields.isEmpty()) {
            return;
        }
        page.open("ul", "class", "small");
        fields.forEach((remark, of) -> page.element("li", which(of) + ": " + language.told(remark)));
        page.close("ul").line();
    }

    private String which(List<Integer> fields) {
        int all = report.inputs().size();
        if (fields.size() == all && all > 1) {
            return language.say("All fields");
        }
        String numbers = fields.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return fields.size() == 1 ? language.say("Field {0}", numbers) : language.say("Fields {0}", numbers);
    }

    private void charts() {
        if (report.inputs().size() < 2) {
            page.element("p", language.say("One field only: how much fields differ cannot be seen."), "class", "small");
        }
        List<Chart> charts = ByField.charts(report, language);
        if (charts.isEmpty()) {
            return;
        }
        page.open("div", "class", "charts");
        for (Chart chart : charts) {
            page.open("figure").add(ChartSvg.of(chart)).close("figure");
        }
        page.close("div");
        page.element(
                "p",
                language.say("Each point is one field with its own 95 % interval; the line and the band are the whole"
                        + " specimen. Fields of one well-mixed specimen scatter as their intervals say; more than"
                        + " that speaks of clumping, uneven focus or stain."),
                "class",
                "small");
    }

    /** The scale of a field in words. */
    static String scale(Calibration calibration, Language language) {
        String size = language.plain(calibration.umPerPixelX())
                + (calibration.isSquare() ? "" : " × " + language.plain(calibration.umPerPixelY()));
        return switch (calibration.origin()) {
            case USER -> language.say("{0} µm per pixel (given by the user)", size);
            case FILE -> language.say("{0} µm per pixel (from the file)", size);
            case GRATICULE -> language.say("{0} µm per pixel (from a ruler in the image)", size);
        };
    }
}
