package org.fertivision.embryo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Exclusion;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;
import org.fertivision.tally.Tally;

/** Means of what borders measure over the fields of one specimen; what no field measures has the fields' reason. */
final class BorderMeans {
    private BorderMeans() {}

    /** The mean of each measure with its standard deviation and median. */
    static List<Reading> of(List<Measure> measures, List<FieldOfView> fields) {
        List<Reading> readings = new ArrayList<>();
        for (Measure measure : measures) {
            Tally tally =
                    Tally.of(fields, item -> item.reading(measure).figure().isPresent());
            List<Reading> means = tally.means(measure);
            Optional<String> why = tally.total() > 0 ? Optional.empty() : reason(fields, measure);
            for (Reading mean : means) {
                readings.add(why.map(reason -> Reading.notMeasured(mean.measure(), reason))
                        .orElse(mean));
            }
        }
        return readings;
    }

    /** The first reason that a field gives. */
    private static Optional<String> reason(List<FieldOfView> fields, Measure measure) {
        return fields.stream()
                .flatMap(field -> field.readings().stream())
                .filter(reading -> reading.measure().equals(measure))
                .flatMap(reading -> reading
                        .fold(
                                m -> Optional.<String>empty(),
                                g -> Optional.<String>empty(),
                                n -> Optional.of(n.reason()))
                        .stream())
                .sorted()
                .findFirst();
    }

    /** Every measure that no counted border of a field has, with the reason. */
    static List<Reading> unmeasured(List<Measure> measures, List<Item> items, boolean calibrated) {
        List<Reading> readings = new ArrayList<>();
        for (Measure measure : measures) {
            boolean measured = items.stream()
                    .anyMatch(item ->
                            item.counts() && item.reading(measure).figure().isPresent());
            if (!measured) {
                readings.add(Reading.notMeasured(measure, reason(items, measure, calibrated)));
            }
        }
        return readings;
    }

    private static String reason(List<Item> items, Measure measure, boolean calibrated) {
        if (items.isEmpty()) {
            return Refusal.WEAK_EDGE.reason();
        }
        return items.stream()
                .filter(item -> item.reading(measure)
                        .fold(m -> true, g -> true, n -> !n.reason().equals(BorderItem.OTHER_BORDER)))
                .flatMap(item -> item
                        .whyExcluded()
                        .map(Exclusion::reason)
                        .or(() -> item.reading(measure)
                                .fold(m -> Optional.empty(), g -> Optional.empty(), n -> Optional.of(n.reason())))
                        .stream())
                .findFirst()
                .orElse(
                        !calibrated && BorderItem.isScaled(measure)
                                ? Reading.NotMeasured.UNCALIBRATED
                                : Refusal.WEAK_EDGE.reason());
    }
}
