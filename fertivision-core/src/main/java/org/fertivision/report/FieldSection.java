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
    private final Html page;
    private final List<Reading.Measured> shown;

    private FieldSection(Report report, Html page) {
        this.report = report;
        this.page = page;
        this.shown = ByField.measures(report);
    }

    static void write(Report report, Html page) {
        FieldSection section = new FieldSection(report, page);
        page.open("section", "id", "fields").element("h2", "Fields");
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
        List<String> heads = new ArrayList<>(List.of("Field", "Counted", "Excluded"));
        columns.forEach(reading -> heads.add(Charts.named(reading.measure())));
        heads.add("Size");
        if (areas) {
            heads.add("Area");
        }
        if (edges) {
            heads.add("Edge width");
        }
        heads.add("Contrast used");
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
            ReadingText own = ReadingText.of(report.fieldSummaries().get(field).reading(column.measure()));
            page.open("td", "class", "number").text(own.value().isEmpty() ? "–" : own.value());
            page.element("div", own.value().isEmpty() ? own.remark() : own.interval(), "class", "small");
            page.close("td");
        }
    }

    private void quality(FieldOfView view, boolean areas, boolean edges) {
        number(view.width() + " × " + view.height() + " px");
        if (areas) {
            number(view.areaMm2() == null ? "" : Figures.plain(view.areaMm2()) + " mm²");
        }
        if (edges) {
            number(view.quality()
                    .edgeWidthPx()
                    .map(px -> Figures.plain(px) + " px")
                    .orElse(""));
        }
        number(Figures.decimals(100 * view.quality().exposure(), 0) + " %");
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
        fields.forEach((remark, of) -> page.element("li", which(of) + ": " + remark));
        page.close("ul").line();
    }

    private String which(List<Integer> fields) {
        int all = report.inputs().size();
        if (fields.size() == all && all > 1) {
            return "All fields";
        }
        return (fields.size() == 1 ? "Field " : "Fields ")
                + fields.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private void charts() {
        if (report.inputs().size() < 2) {
            page.element("p", "One field only: how much fields differ cannot be seen.", "class", "small");
        }
        List<Chart> charts = ByField.charts(report);
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
                "Each point is one field with its own 95 % interval; the line and the band are the whole specimen. Fields"
                        + " of one well-mixed specimen scatter as their intervals say; more than that speaks of clumping,"
                        + " uneven focus or stain.",
                "class",
                "small");
    }

    /** The scale of a field in words. */
    static String scale(Calibration calibration) {
        String size = Figures.plain(calibration.umPerPixelX())
                + (calibration.isSquare() ? "" : " × " + Figures.plain(calibration.umPerPixelY()));
        return size + " µm per pixel ("
                + switch (calibration.origin()) {
                    case USER -> "given by the user";
                    case FILE -> "from the file";
                    case GRATICULE -> "from a ruler in the image";
                }
                + ")";
    }
}
