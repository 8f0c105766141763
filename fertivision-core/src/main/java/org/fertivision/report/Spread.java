package org.fertivision.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;

/**
 * How one measure is spread over the counted objects of all fields.
 *
 * @param chart its histogram, with the mean as a line and the median as a dashed one
 * @param caption its figures in words
 */
public record Spread(Chart chart, String caption) {
    private static final String PIXELS = "Px";

    /**
     * The spread of every measure that two counted objects or more have, in the analyzer's order. A measure in pixels that
     * says the same as one in micrometers is left out, and so are margins, which only what fails a limit has.
     */
    public static List<Spread> of(Report report, Language language) {
        List<FieldOfView> fields = report.findings().fields();
        OverlayKey key = OverlayKey.of(report);
        List<Spread> spreads = new ArrayList<>();
        Set<Measure> margins =
                report.analyzer().itemMeasures().stream().map(Measure::margin).collect(Collectors.toSet());
        for (Measure measure : report.analyzer().itemMeasures()) {
            double[] values = values(fields, measure, item -> true);
            if (values.length > 1 && !margins.contains(measure) && !isDoubled(fields, measure)) {
                Histogram histogram = Histogram.of(values);
                spreads.add(of(measure, histogram, parts(fields, measure, histogram, key, language), language));
            }
        }
        return List.copyOf(spreads);
    }

    private static double[] values(List<FieldOfView> fields, Measure measure, Predicate<Item> which) {
        return fields.stream()
                .flatMap(FieldOfView::counted)
                .filter(which)
                .flatMap(item -> item.reading(measure).figure().stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** The histogram's parts by word, or one without a name where there are not two words to tell apart. */
    private static List<Charts.Part> parts(
            List<FieldOfView> fields, Measure measure, Histogram histogram, OverlayKey key, Language language) {
        if (key.terms().size() < 2) {
            return List.of(part("", Chart.Ink.AMOUNT, histogram, values(fields, measure, item -> true)));
        }
        List<Charts.Part> parts = new ArrayList<>();
        for (String term : key.terms()) {
            double[] values = values(
                    fields, measure, item -> item.term(key.system()).orElse("").equals(term));
            parts.add(part(language.told(term), key.ink(term), histogram, values));
        }
        double[] unnamed =
                values(fields, measure, item -> item.term(key.system()).isEmpty());
        parts.add(part(language.say("without a word"), Chart.Ink.OTHER, histogram, unnamed));
        return parts;
    }

    private static Charts.Part part(String word, Chart.Ink ink, Histogram histogram, double[] values) {
        int[] counts = new int[histogram.bins()];
        for (double value : values) {
            counts[histogram.bin(value)]++;
        }
        return new Charts.Part(word, ink, Arrays.stream(counts).boxed().toList());
    }

    private static Spread of(Measure measure, Histogram histogram, List<Charts.Part> parts, Language language) {
        return new Spread(
                Charts.histogram(measure, histogram, parts, language),
                language.say(
                        "n {0}, mean {1}, median {2}, {3} to {4}",
                        histogram.n(),
                        language.plain(histogram.mean()),
                        language.plain(histogram.median()),
                        language.plain(histogram.lowest()),
                        language.plain(histogram.largest())));
    }

    /** Whether a measure in pixels says the same as one in micrometers beside it. */
    private static boolean isDoubled(List<FieldOfView> fields, Measure measure) {
        String code = measure.code();
        if (!code.endsWith(PIXELS)) {
            return false;
        }
        String base = code.substring(0, code.length() - PIXELS.length());
        return fields.stream()
                .flatMap(FieldOfView::counted)
                .flatMap(item -> item.readings().stream())
                .anyMatch(reading ->
                        reading.code().equals(base) && reading.figure().isPresent());
    }
}
