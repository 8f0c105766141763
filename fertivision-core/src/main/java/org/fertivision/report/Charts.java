package org.fertivision.report;

import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Interval;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Unit;

/** The charts of the page as SVG: bars with intervals, histograms, values field by field. */
final class Charts {
    private static final double PERCENT_FULL = 100;

    private Charts() {}

    /** A value as a bar from 0 with its 95 % interval as a whisker; nothing where a bar would mislead. */
    static Html intervalBar(Reading.Measured reading) {
        Html svg = new Html();
        double value = reading.value();
        Interval ci95 = reading.interval().orElse(new Interval(value, value));
        if (ci95.lo() < 0) {
            return svg;
        }
        double full = reading.measure().unit() == Unit.PERCENT && ci95.hi() <= PERCENT_FULL
                ? PERCENT_FULL
                : Math.max(ci95.hi(), value) * 1.1;
        if (full <= 0) {
            return svg;
        }
        double width = 180;
        ReadingText text = ReadingText.of(reading);
        svg.open(
                "svg",
                "class",
                "bar",
                "viewBox",
                "0 0 180 16",
                "width",
                "180",
                "height",
                "16",
                "role",
                "img",
                "aria-label",
                text.label() + " " + text.amount() + ", 95 % interval " + text.interval());
        rect(svg, 0, 2, width, 12, "track");
        rect(svg, 0, 2, width * value / full, 12, "amount");
        if (ci95.hi() > ci95.lo()) {
            double lo = width * ci95.lo() / full;
            double hi = width * ci95.hi() / full;
            line(svg, lo, 8, hi, 8, "whisker");
            line(svg, lo, 4, lo, 12, "whisker");
            line(svg, hi, 4, hi, 12, "whisker");
        }
        return svg.close("svg");
    }

    /** How a measure is spread over the counted objects. */
    static Html histogram(Measure measure, Histogram histogram) {
        double left = 38;
        double width = 300;
        double height = 120;
        double base = height + 8;
        Axis axis = histogram.axis();
        Html svg = new Html()
                .open(
                        "svg",
                        "class",
                        "chart",
                        "viewBox",
                        "0 0 352 176",
                        "role",
                        "img",
                        "aria-label",
                        "Histogram of " + measure.label() + ", " + histogram.n() + " objects");
        Axis heights = Axis.over(0, histogram.highest(), 4);
        for (double mark : heights.marks()) {
            double y = base - height * heights.share(mark);
            line(svg, left, y, left + width, y, "grid");
            text(svg, left - 5, y + 3.5, heights.text(mark), "tick end");
        }
        double column = width / histogram.bins();
        for (int bin = 0; bin < histogram.bins(); bin++) {
            double bar = height * heights.share(histogram.count(bin));
            double from = axis.from() + bin * axis.step();
            svg.open("g")
                    .element(
                            "title",
                            axis.text(from) + " to " + axis.text(from + axis.step()) + ": " + histogram.count(bin));
            rect(svg, left + bin * column + 0.5, base - bar, Math.max(0.5, column - 1), bar, "amount");
            svg.close("g");
        }
        line(svg, left, base, left + width, base, "axis");
        Axis labels = Axis.over(axis.from(), axis.to(), 5);
        for (double mark : labels.marks()) {
            double x = left + width * axis.share(mark);
            if (x >= left - 0.5 && x <= left + width + 0.5) {
                line(svg, x, base, x, base + 4, "axis");
                text(svg, x, base + 15, labels.text(mark), "tick middle");
            }
        }
        double mean = left + width * axis.share(histogram.mean());
        double median = left + width * axis.share(histogram.median());
        line(svg, mean, 4, mean, base, "mean");
        line(svg, median, 4, median, base, "median");
        text(svg, left + width / 2, base + 32, named(measure), "name middle");
        return svg.close("svg");
    }

    /** A measure field by field, each with its own interval, over the band of the whole specimen. */
    static Html byField(Reading.Measured whole, List<Optional<Reading.Measured>> fields) {
        double left = 46;
        double width = 298;
        double height = 130;
        double base = height + 10;
        Axis axis = range(whole, fields);
        Html svg = new Html()
                .open(
                        "svg",
                        "class",
                        "chart",
                        "viewBox",
                        "0 0 352 182",
                        "role",
                        "img",
                        "aria-label",
                        whole.measure().label() + " in each of " + fields.size() + " fields");
        whole.interval().ifPresent(ci -> {
            double top = base - height * axis.share(ci.hi());
            rect(svg, left, top, width, base - height * axis.share(ci.lo()) - top, "band");
        });
        for (double mark : axis.marks()) {
            double y = base - height * axis.share(mark);
            line(svg, left, y, left + width, y, "grid");
            text(svg, left - 5, y + 3.5, axis.text(mark), "tick end");
        }
        double overall = base - height * axis.share(whole.value());
        line(svg, left, overall, left + width, overall, "mean");
        double step = width / fields.size();
        int every = (fields.size() + 19) / 20;
        for (int field = 0; field < fields.size(); field++) {
            double x = left + (field + 0.5) * step;
            if (field % every == 0) {
                text(svg, x, base + 14, Integer.toString(field), "tick middle");
            }
            int number = field;
            fields.get(field).ifPresent(reading -> point(svg, axis, reading, x, base, height, number));
        }
        line(svg, left, base, left + width, base, "axis");
        text(svg, left + width / 2, base + 32, named(whole.measure()) + " by field", "name middle");
        return svg.close("svg");
    }

    private static void point(
            Html svg, Axis axis, Reading.Measured reading, double x, double base, double height, int field) {
        ReadingText words = ReadingText.of(reading);
        svg.open("g").element("title", "field " + field + ": " + words.amount() + ", 95 % " + words.interval());
        reading.interval().ifPresent(ci -> {
            double lo = base - height * Math.max(0, axis.share(ci.lo()));
            double hi = base - height * Math.min(1, axis.share(ci.hi()));
            line(svg, x, lo, x, hi, "whisker");
        });
        svg.single(
                "circle",
                "cx",
                number(x),
                "cy",
                number(base - height * axis.share(reading.value())),
                "r",
                "3.2",
                "class",
                "dot");
        svg.close("g");
    }

    private static Axis range(Reading.Measured whole, List<Optional<Reading.Measured>> fields) {
        double lowest = whole.value();
        double highest = whole.value();
        for (Optional<Reading.Measured> field : fields) {
            if (field.isPresent()) {
                Interval ci = field.get()
                        .interval()
                        .orElse(new Interval(field.get().value(), field.get().value()));
                lowest = Math.min(lowest, Math.min(ci.lo(), field.get().value()));
                highest = Math.max(highest, Math.max(ci.hi(), field.get().value()));
            }
        }
        Axis axis = Axis.over(lowest, highest, 4);
        boolean percent = whole.measure().unit() == Unit.PERCENT && lowest >= 0 && highest <= PERCENT_FULL;
        return percent ? new Axis(Math.max(0, axis.from()), Math.min(PERCENT_FULL, axis.to()), axis.step()) : axis;
    }

    /** A measure with its unit. */
    static String named(Measure measure) {
        String unit = measure.unit().symbol();
        return unit.isEmpty() ? measure.label() : measure.label() + " (" + unit + ")";
    }

    private static void rect(Html svg, double x, double y, double width, double height, String type) {
        svg.single(
                "rect",
                "x",
                number(x),
                "y",
                number(y),
                "width",
                number(Math.max(0, width)),
                "height",
                number(Math.max(0, height)),
                "class",
                type);
    }

    private static void line(Html svg, double x1, double y1, double x2, double y2, String type) {
        svg.single("line", "x1", number(x1), "y1", number(y1), "x2", number(x2), "y2", number(y2), "class", type);
    }

    private static void text(Html svg, double x, double y, String words, String type) {
        svg.element("text", words, "x", number(x), "y", number(y), "class", type);
    }

    private static String number(double value) {
        return Figures.decimals(value, 2);
    }
}
