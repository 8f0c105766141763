package org.fertivision.report;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.finding.FieldOfView;
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
     * says the same as one in micrometers is left out.
     */
    public static List<Spread> of(Report report) {
        List<FieldOfView> fields = report.findings().fields();
        List<Spread> spreads = new ArrayList<>();
        for (Measure measure : report.analyzer().itemMeasures()) {
            double[] values = fields.stream()
                    .flatMap(FieldOfView::counted)
                    .flatMap(item -> item.reading(measure).figure().stream())
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            if (values.length > 1 && !isDoubled(fields, measure)) {
                spreads.add(of(measure, Histogram.of(values)));
            }
        }
        return List.copyOf(spreads);
    }

    private static Spread of(Measure measure, Histogram histogram) {
        return new Spread(
                Charts.histogram(measure, histogram),
                "n " + histogram.n() + ", mean " + Figures.plain(histogram.mean()) + ", median "
                        + Figures.plain(histogram.median()) + ", " + Figures.plain(histogram.lowest()) + " to "
                        + Figures.plain(histogram.largest()));
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
