package org.fertivision.report;

import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Interval;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Unit;
import org.fertivision.report.Chart.Anchor;
import org.fertivision.report.Chart.Ink;

/** What is drawn of readings: bars with intervals, histograms, values field by field. */
final class Charts {
    private static final double PERCENT_FULL = 100;

    private Charts() {}

    /**
     * The objects of one word in a histogram.
     *
     * @param word the word, or empty where objects have none
     * @param ink its ink
     * @param counts how many of them each bin holds
     */
    record Part(String word, Ink ink, List<Integer> counts) {}

    /** A value as a bar from 0 with its 95 % interval as a whisker; nothing where a bar would mislead. */
    static Optional<Chart> intervalBar(Reading.Measured reading, Language language) {
        double value = reading.value();
        Interval ci95 = reading.interval().orElse(new Interval(value, value));
        double full = reading.measure().unit() == Unit.PERCENT && ci95.hi() <= PERCENT_FULL
                ? PERCENT_FULL
                : Math.max(ci95.hi(), value) * 1.1;
        if (ci95.lo() < 0 || full <= 0) {
            return Optional.empty();
        }
        double width = 180;
        Chart.Sheet sheet = new Chart.Sheet()
                .box(0, 2, width, 12, Ink.TRACK, "")
                .box(0, 2, width * value / full, 12, Ink.AMOUNT, "");
        if (ci95.hi() > ci95.lo()) {
            double lo = width * ci95.lo() / full;
            double hi = width * ci95.hi() / full;
            sheet.line(lo, 8, hi, 8, Ink.WHISKER)
                    .line(lo, 4, lo, 12, Ink.WHISKER)
                    .line(hi, 4, hi, 12, Ink.WHISKER);
        }
        ReadingText text = ReadingText.of(reading, language);
        return Optional.of(sheet.chart(
                language.say("{0} {1}, 95 % interval {2}", text.label(), text.amount(), text.interval()), width, 16));
    }

    /**
     * How a measure is spread over the counted objects.
     *
     * @param parts how many objects of each word every bin holds, one upon the other in this order
     */
    static Chart histogram(Measure measure, Histogram histogram, List<Part> parts, Language language) {
        double left = 38;
        double width = 300;
        double height = 120;
        double base = height + 8;
        Axis axis = histogram.axis();
        Chart.Sheet sheet = new Chart.Sheet();
        Axis heights = Axis.over(0, histogram.highest(), 4);
        for (double mark : heights.marks()) {
            double y = base - height * heights.share(mark);
            sheet.line(left, y, left + width, y, Ink.GRID)
                    .tick(left - 5, y + 3.5, heights.text(mark, language), Anchor.END);
        }
        double column = width / histogram.bins();
        for (int bin = 0; bin < histogram.bins(); bin++) {
            double from = axis.from() + bin * axis.step();
            String hint = language.say("{0} to {1}", axis.text(from, language), axis.text(from + axis.step(), language))
                    + ": " + histogram.count(bin);
            int below = 0;
            for (Part part : parts) {
                int count = part.counts().get(bin);
                if (count > 0) {
                    below += count;
                    double top = base - height * heights.share(below);
                    String words = part.word().isEmpty() ? hint : hint + ", " + part.word() + " " + count;
                    sheet.box(
                            left + bin * column + 0.5,
                            top,
                            Math.max(0.5, column - 1),
                            height * (heights.share(below) - heights.share(below - count)),
                            part.ink(),
                            words);
                }
            }
        }
        sheet.line(left, base, left + width, base, Ink.AXIS);
        Axis labels = Axis.over(axis.from(), axis.to(), 5);
        for (double mark : labels.marks()) {
            double x = left + width * axis.share(mark);
            if (x >= left - 0.5 && x <= left + width + 0.5) {
                sheet.line(x, base, x, base + 4, Ink.AXIS)
                        .tick(x, base + 15, labels.text(mark, language), Anchor.MIDDLE);
            }
        }
        double mean = left + width * axis.share(histogram.mean());
        double median = left + width * axis.share(histogram.median());
        return sheet.line(mean, 4, mean, base, Ink.MEAN)
                .line(median, 4, median, base, Ink.MEDIAN)
                .name(left + width / 2, base + 32, named(measure, language))
                .chart(
                        language.say("Histogram of {0}, {1} objects", language.told(measure.label()), histogram.n()),
                        352,
                        176);
    }

    /** A measure field by field, each with its own interval, over the band of the whole specimen. */
    static Chart byField(Reading.Measured whole, List<Optional<Reading.Measured>> fields, Language language) {
        double left = 46;
        double width = 298;
        double height = 130;
        double base = height + 10;
        Axis axis = range(whole, fields);
        Chart.Sheet sheet = new Chart.Sheet();
        whole.interval().ifPresent(ci -> {
            double top = base - height * axis.share(ci.hi());
            sheet.box(left, top, width, base - height * axis.share(ci.lo()) - top, Ink.BAND, "");
        });
        for (double mark : axis.marks()) {
            double y = base - height * axis.share(mark);
            sheet.line(left, y, left + width, y, Ink.GRID)
                    .tick(left - 5, y + 3.5, axis.text(mark, language), Anchor.END);
        }
        double overall = base - height * axis.share(whole.value());
        sheet.line(left, overall, left + width, overall, Ink.MEAN);
        double step = width / fields.size();
        int every = (fields.size() + 19) / 20;
        for (int field = 0; field < fields.size(); field++) {
            double x = left + (field + 0.5) * step;
            if (field % every == 0) {
                sheet.tick(x, base + 14, Integer.toString(field), Anchor.MIDDLE);
            }
            int number = field;
            fields.get(field).ifPresent(reading -> point(sheet, axis, reading, x, base, height, number, language));
        }
        return sheet.line(left, base, left + width, base, Ink.AXIS)
                .name(left + width / 2, base + 32, language.say("{0} by field", named(whole.measure(), language)))
                .chart(
                        language.say(
                                "{0} in each of {1} fields",
                                language.told(whole.measure().label()), fields.size()),
                        352,
                        182);
    }

    private static void point(
            Chart.Sheet sheet,
            Axis axis,
            Reading.Measured reading,
            double x,
            double base,
            double height,
            int field,
            Language language) {
        reading.interval().ifPresent(ci -> {
            double lo = base - height * Math.max(0, axis.share(ci.lo()));
            double hi = base - height * Math.min(1, axis.share(ci.hi()));
            sheet.line(x, lo, x, hi, Ink.WHISKER);
        });
        ReadingText words = ReadingText.of(reading, language);
        sheet.disc(
                x,
                base - height * axis.share(reading.value()),
                3.2,
                Ink.DOT,
                language.say("field {0}: {1}, 95 % {2}", field, words.amount(), words.interval()));
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
    static String named(Measure measure, Language language) {
        String label = language.told(measure.label());
        String unit = language.told(measure.unit().symbol());
        return unit.isEmpty() ? label : label + " (" + unit + ")";
    }
}
