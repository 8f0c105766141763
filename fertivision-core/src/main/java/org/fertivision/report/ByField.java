package org.fertivision.report;

import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Summary;

/** Which measures can be compared between the fields of a specimen, and how the fields compare. */
public final class ByField {
    private static final int MOST_CHARTS = 6;

    private ByField() {}

    /**
     * The leading comparable measures, each with every field's own value and interval over the band of the whole
     * specimen; none for a single field.
     */
    public static List<Chart> charts(Report report, Language language) {
        return measures(report).stream()
                .limit(MOST_CHARTS)
                .map(whole -> Charts.byField(whole, values(report, whole), language))
                .toList();
    }

    /** The measures with an interval whose specimen's value is not the fields' values added up. */
    static List<Reading.Measured> measures(Report report) {
        return report.fieldSummaries().isEmpty()
                ? List.of()
                : SummarySection.withInterval(report.findings().summary()).stream()
                        .filter(whole -> !isTotal(whole, values(report, whole)))
                        .toList();
    }

    private static boolean isTotal(Reading.Measured whole, List<Optional<Reading.Measured>> fields) {
        double sum = fields.stream()
                .flatMap(Optional::stream)
                .mapToDouble(Reading.Measured::value)
                .sum();
        return Math.abs(sum - whole.value()) <= 1e-6 * Math.abs(whole.value());
    }

    private static List<Optional<Reading.Measured>> values(Report report, Reading.Measured whole) {
        return report.fieldSummaries().stream()
                .map(summary -> measured(summary, whole))
                .toList();
    }

    private static Optional<Reading.Measured> measured(Summary summary, Reading.Measured whole) {
        return summary.reading(whole.measure()) instanceof Reading.Measured own ? Optional.of(own) : Optional.empty();
    }
}
