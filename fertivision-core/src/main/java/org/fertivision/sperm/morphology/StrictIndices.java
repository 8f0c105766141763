package org.fertivision.sperm.morphology;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Interval;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.stats.MeanInterval;

/**
 * The indices of abnormal forms, over the sperm of which every criterion could be asked: defective regions for each abnormal
 * sperm (TZI) and for each sperm (SDI), and all defects for each abnormal sperm (MAI). Regions are head, midpiece,
 * tail and residual cytoplasm.
 */
final class StrictIndices {
    /** The indices, in the order of a report. */
    static final List<Measure> ALL = List.of(
            SpermMeasures.TERATOZOOSPERMIA_INDEX,
            SpermMeasures.SPERM_DEFORMITY_INDEX,
            SpermMeasures.MULTIPLE_ANOMALIES_INDEX);

    private static final String NONE_ABNORMAL = "no abnormal sperm";
    private static final int FEWEST = 2;

    private StrictIndices() {}

    static List<Reading> of(List<FieldOfView> fields) {
        return List.of(
                mean(SpermMeasures.TERATOZOOSPERMIA_INDEX, fields, true),
                mean(SpermMeasures.SPERM_DEFORMITY_INDEX, fields, false),
                mean(SpermMeasures.MULTIPLE_ANOMALIES_INDEX, fields, true));
    }

    private static Reading mean(Measure index, List<FieldOfView> fields, boolean ofAbnormal) {
        double[][] values = fields.stream()
                .map(field -> field.counted()
                        .filter(StrictVerdict::isComplete)
                        .filter(item -> !ofAbnormal || defects(item) > 0)
                        .mapToDouble(item ->
                                index.equals(SpermMeasures.MULTIPLE_ANOMALIES_INDEX) ? defects(item) : regions(item))
                        .toArray())
                .toArray(double[][]::new);
        double[] all = Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();
        if (all.length == 0) {
            return Reading.notMeasured(index, NONE_ABNORMAL);
        }
        if (all.length < FEWEST) {
            return Reading.measured(index, all[0], 1, "single-object");
        }
        MeanInterval mean = MeanInterval.ofFields(values).orElseThrow();
        double least = ofAbnormal ? 1 : 0;
        Interval interval = new Interval(
                Math.max(least, mean.bounds().lo()),
                Math.max(least, mean.bounds().hi()));
        return Reading.measured(index, mean.mean(), interval, mean.n(), "mean-of-defects");
    }

    private static int defects(Item item) {
        return (int) item.labels().stream()
                .filter(label -> label.system().equals(StrictHead.LABELS))
                .filter(label -> !label.term().equals(StrictHead.NORMAL))
                .count();
    }

    private static int regions(Item item) {
        return (int) item.labels().stream()
                .filter(label -> label.system().equals(StrictHead.LABELS))
                .map(label -> StrictVerdict.Criterion.partOf(label.term()))
                .flatMap(Optional::stream)
                .distinct()
                .count();
    }
}
