package org.fertivision.sperm.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Interval;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Summary;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.spi.Settings;
import org.fertivision.stats.Bounds;
import org.fertivision.stats.ClusteredCount;
import org.fertivision.tally.Tally;

/**
 * Counts and concentrations over all fields: cells x dilution x depth correction / volume looked at. The intervals are
 * those of the counts; chamber, dilution and pipetting have errors of their own.
 */
final class CountSummary {
    private static final String NO_DEPTH = "chamber depth not given";

    private final List<FieldOfView> fields;
    private final Settings settings;

    private CountSummary(List<FieldOfView> fields, Settings settings) {
        this.fields = fields;
        this.settings = settings;
    }

    static Summary of(List<FieldOfView> fields, Settings settings) {
        return new CountSummary(fields, settings).summary();
    }

    private Summary summary() {
        Tally sperm = Tally.of(fields, called(Sorted.SPERM));
        Tally round = Tally.of(fields, called(Sorted.ROUND_CELL));
        Reading concentration = perVolume(SpermMeasures.CONCENTRATION, sperm);
        List<Notice> notices = new ArrayList<>(sperm.notices());
        notices.addAll(CountNotices.of(fields, sperm.total(), settings));
        return new Summary(
                List.of(
                        sperm.count(SpermMeasures.CELLS),
                        concentration,
                        totalCount(concentration),
                        perVolume(SpermMeasures.ROUND_CELLS, round)),
                notices);
    }

    private static Predicate<Item> called(String term) {
        return item -> item.term(SpermCountAnalyzer.LABELS).filter(term::equals).isPresent();
    }

    /** One cell in one nanoliter is a million in a milliliter. */
    private Reading perVolume(Measure measure, Tally tally) {
        double[] volumesNl = fields.stream()
                .flatMap(field -> Optional.ofNullable(field.volumeNl()).stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (volumesNl.length < fields.size()) {
            return Reading.notMeasured(measure, NO_DEPTH);
        }
        double factor = settings.get(CountSettings.DILUTION) * settings.get(CountSettings.DEPTH_CORRECTION);
        ClusteredCount count = ClusteredCount.of(tally.counts(), volumesNl).orElseThrow();
        Bounds bounds = count.rateBounds();
        return Reading.measured(
                measure,
                factor * count.rate(),
                new Interval(factor * bounds.lo(), factor * bounds.hi()),
                tally.total(),
                "count-per-volume" + (count.clusteringAssessed() ? "-over-fields" : "-pooled"));
    }

    private Reading totalCount(Reading concentration) {
        Optional<Double> volume = settings.find(CountSettings.VOLUME);
        return concentration.fold(
                measured -> volume.map(mL -> times(measured, mL))
                        .orElseGet(() ->
                                Reading.notMeasured(SpermMeasures.TOTAL_COUNT, "volume of the ejaculate not given")),
                given -> Reading.notMeasured(SpermMeasures.TOTAL_COUNT, Reading.NotMeasured.NOT_PART),
                missing -> Reading.notMeasured(SpermMeasures.TOTAL_COUNT, missing.reason()));
    }

    private static Reading times(Reading.Measured concentration, double mL) {
        Interval perMl = concentration.interval().orElseThrow();
        return Reading.measured(
                SpermMeasures.TOTAL_COUNT,
                mL * concentration.value(),
                new Interval(mL * perMl.lo(), mL * perMl.hi()),
                concentration.n(),
                "concentration-times-volume");
    }
}
