package org.fertivision.report;

import java.util.Locale;
import java.util.stream.Collectors;

/** A chart as SVG; the page's style sheet colors its marks by class. */
final class ChartSvg {
    private ChartSvg() {}

    /** A chart that fills its column. */
    static Html of(Chart chart) {
        return svg(
                chart,
                new Html()
                        .open(
                                "svg",
                                "class",
                                "chart",
                                "viewBox",
                                box(chart),
                                "role",
                                "img",
                                "aria-label",
                                chart.words()));
    }

    /** A chart of its own size within a line. */
    static Html inLine(Chart chart) {
        return svg(
                chart,
                new Html()
                        .open(
                                "svg",
                                "class",
                                "bar",
                                "viewBox",
                                box(chart),
                                "width",
                                number(chart.width()),
                                "height",
                                number(chart.height()),
                                "role",
                                "img",
                                "aria-label",
                                chart.words()));
    }

    private static String box(Chart chart) {
        return "0 0 " + number(chart.width()) + " " + number(chart.height());
    }

    private static Html svg(Chart chart, Html svg) {
        for (Chart.Mark mark : chart.marks()) {
            if (mark instanceof Chart.Box box) {
                hinted(
                        svg,
                        "rect",
                        box.hint(),
                        "x",
                        number(box.x()),
                        "y",
                        number(box.y()),
                        "width",
                        number(box.width()),
                        "height",
                        number(box.height()),
                        "class",
                        type(box.ink()));
            } else if (mark instanceof Chart.Line line) {
                svg.single(
                        "line",
                        "x1",
                        number(line.x1()),
                        "y1",
                        number(line.y1()),
                        "x2",
                        number(line.x2()),
                        "y2",
                        number(line.y2()),
                        "class",
                        type(line.ink()));
            } else if (mark instanceof Chart.Disc disc) {
                hinted(
                        svg,
                        "circle",
                        disc.hint(),
                        "cx",
                        number(disc.x()),
                        "cy",
                        number(disc.y()),
                        "r",
                        number(disc.radius()),
                        "class",
                        type(disc.ink()));
            } else if (mark instanceof Chart.Shape shape) {
                hinted(
                        svg,
                        shape.filled() ? "polygon" : "polyline",
                        shape.hint(),
                        "points",
                        shape.corners().stream()
                                .map(corner -> number(corner.x()) + "," + number(corner.y()))
                                .collect(Collectors.joining(" ")),
                        "class",
                        type(shape.ink()) + (shape.filled() ? "" : " trace"));
            } else if (mark instanceof Chart.Words words) {
                String type = (words.name() ? "name " : "tick ")
                        + words.anchor().name().toLowerCase(Locale.ROOT);
                svg.element("text", words.text(), "x", number(words.x()), "y", number(words.y()), "class", type);
            }
        }
        return svg.close("svg");
    }

    private static void hinted(Html svg, String shape, String hint, String... attributes) {
        if (hint.isEmpty()) {
            svg.single(shape, attributes);
        } else {
            svg.open(shape, attributes).element("title", hint).close(shape);
        }
    }

    static String type(Chart.Ink ink) {
        return ink.name().toLowerCase(Locale.ROOT);
    }

    private static String number(double value) {
        return Figures.decimals(value, 2);
    }
}
