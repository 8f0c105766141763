package org.fertivision.sperm.motility;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Interval;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Summary;
import org.fertivision.finding.measures.MotilityMeasures;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.spi.Settings;
import org.fertivision.stats.Bounds;
import org.fertivision.stats.ClusteredCount;
import org.fertivision.stats.ClusteredProportion;
import org.fertivision.tally.Tally;

/**
 * Motility over all fields. Shares are of frames, as a single snapshot would show them, so that a cell followed in two
 * pieces counts no more than one followed throughout; the cells of a field are those in view in the mean over its frames.
 */
final class MotilitySummary {
    private static final double PERCENT = 100;
    private static final String NOT_CAPACITATED =
            "limits hold for washed, capacitated sperm only, and these are not said to be (preparation=capacitated)";
    private static final String OTHER_RATE = "limits hold at 60 frames a second; 120 or more can be read at 60";
    private static final String TOO_BRIEF = "no sperm followed for 1 s";

    private final List<FieldOfView> fields;
    private final Settings settings;
    private final double[] cells;

    private MotilitySummary(List<FieldOfView> fields, Settings settings) {
        this.fields = fields;
        this.settings = settings;
        this.cells = inView(item -> true);
    }

    static Summary of(List<FieldOfView> fields, Settings settings) {
        return new MotilitySummary(fields, settings).summary();
    }

    private Summary summary() {
        Tally tracks = Tally.of(fields, item -> true);
        List<Reading> readings = new ArrayList<>();
        readings.add(count());
        readings.add(tracks.count(MotilityMeasures.TRACKS));
        readings.add(grade(MotilityMeasures.RAPID_PROGRESSIVE, List.of(MotilityGrade.RAPID)));
        readings.add(grade(MotilityMeasures.SLOW_PROGRESSIVE, List.of(MotilityGrade.SLOW)));
        readings.add(grade(MotilityMeasures.PROGRESSIVE, List.of(MotilityGrade.RAPID, MotilityGrade.SLOW)));
        readings.add(grade(MotilityMeasures.NON_PROGRESSIVE, List.of(MotilityGrade.NON_PROGRESSIVE)));
        readings.add(grade(MotilityMeasures.IMMOTILE, List.of(MotilityGrade.IMMOTILE)));
        readings.add(grade(
                MotilityMeasures.MOTILE,
                List.of(MotilityGrade.RAPID, MotilityGrade.SLOW, MotilityGrade.NON_PROGRESSIVE)));
        readings.add(share(MotilityMeasures.MOVED_HEAD_LENGTH, called(TrackItems.MOVED, TrackItems.MOVED_FAR)));
        MotilityMeasures.kinematics().forEach(measure -> readings.addAll(tracks.means(measure)));
        readings.add(hyperactivated());
        readings.add(tracks.share(MotilityMeasures.AMBIGUOUS_TRACKS, called(TrackItems.LINKING, TrackItems.AMBIGUOUS)));
        readings.add(concentration());
        return new Summary(readings, MotilityNotices.of(fields, settings, tracks, sum(cells)));
    }

    /** How many of the counted items for which something holds are in view in each field, in the mean over its frames. */
    static double[] inView(List<FieldOfView> fields, Predicate<Item> which) {
        double[] numbers = new double[fields.size()];
        for (int i = 0; i < numbers.length; i++) {
            Double durationS = fields.get(i).durationS();
            double seconds = fields.get(i)
                    .counted()
                    .filter(which)
                    .mapToDouble(item ->
                            item.reading(MotilityMeasures.DURATION).figure().orElse(0.0))
                    .sorted()
                    .sum();
            numbers[i] = durationS == null ? 0 : seconds / durationS;
        }
        return numbers;
    }

    private double[] inView(Predicate<Item> which) {
        return inView(fields, which);
    }

    private Reading count() {
        Bounds bounds = ClusteredCount.of(whole(cells)).orElseThrow().bounds();
        double value = sum(cells);
        return Reading.measured(
                SpermMeasures.CELLS, value, around(value, bounds, 1), (int) Math.round(value), "mean-in-view");
    }

    private Reading grade(Measure measure, List<MotilityGrade> grades) {
        boolean graded = fields.stream()
                .flatMap(FieldOfView::counted)
                .filter(item -> item.reading(MotilityMeasures.DURATION).figure().isPresent())
                .allMatch(item -> item.term(MotilityGrade.SYSTEM).isPresent());
        return graded
                ? share(
                        measure,
                        item -> grades.stream()
                                .anyMatch(grade -> item.term(MotilityGrade.SYSTEM)
                                        .filter(grade.term()::equals)
                                        .isPresent()))
                : Reading.notMeasured(measure, "uncalibrated");
    }

    private Reading hyperactivated() {
        Measure measure = MotilityMeasures.HYPERACTIVATED;
        if (!settings.get(MotilitySettings.PREPARATION).equals(MotilitySettings.CAPACITATED)) {
            return Reading.notMeasured(measure, NOT_CAPACITATED);
        }
        List<Item> followed = fields.stream()
                .flatMap(FieldOfView::counted)
                .filter(item -> item.reading(MotilityMeasures.DURATION).figure().orElse(0.0) >= Hyperactivation.LEAST_S)
                .toList();
        if (followed.stream().anyMatch(item -> item.term(MotilityGrade.SYSTEM).isEmpty())) {
            return Reading.notMeasured(measure, Reading.NotMeasured.UNCALIBRATED);
        }
        if (followed.stream().anyMatch(item -> item.term(Hyperactivation.SYSTEM).isEmpty())) {
            return Reading.notMeasured(measure, OTHER_RATE);
        }
        return followed.isEmpty()
                ? Reading.notMeasured(measure, TOO_BRIEF)
                : share(
                        measure,
                        called(Hyperactivation.HYPERACTIVATED),
                        inView(called(Hyperactivation.HYPERACTIVATED).or(called(Hyperactivation.NOT_HYPERACTIVATED))));
    }

    private Reading share(Measure measure, Predicate<Item> which) {
        return share(measure, which, cells);
    }

    private Reading share(Measure measure, Predicate<Item> which, double[] among) {
        double[] such = inView(which);
        double all = sum(among);
        if (all <= 0) {
            return Reading.notMeasured(measure, Reading.NotMeasured.NO_OBJECTS);
        }
        double value = sum(such) / all;
        int[] trials = whole(among);
        int[] successes = new int[trials.length];
        for (int i = 0; i < trials.length; i++) {
            trials[i] = Math.max(1, trials[i]);
            successes[i] = (int) Math.min(trials[i], Math.round(such[i]));
        }
        Optional<ClusteredProportion> interval = ClusteredProportion.of(successes, trials);
        Bounds bounds = interval.map(ClusteredProportion::bounds).orElseThrow();
        return Reading.measured(
                measure,
                PERCENT * value,
                around(PERCENT * value, bounds, PERCENT),
                (int) Math.round(all),
                "share-of-frames");
    }

    private Reading concentration() {
        double nl = 0;
        for (FieldOfView field : fields) {
            if (field.volumeNl() == null) {
                return Reading.notMeasured(SpermMeasures.CONCENTRATION, "chamber depth not given");
            }
            nl += field.volumeNl();
        }
        double factor = settings.get(MotilitySettings.DILUTION) / nl;
        double value = sum(cells);
        Bounds bounds = ClusteredCount.of(whole(cells)).orElseThrow().bounds();
        return Reading.measured(
                SpermMeasures.CONCENTRATION,
                factor * value,
                around(factor * value, bounds, factor),
                (int) Math.round(value),
                "mean-in-view-per-volume");
    }

    private static Predicate<Item> called(Hyperactivation verdict) {
        return called(Hyperactivation.SYSTEM, verdict.term());
    }

    static Predicate<Item> called(String system, String term) {
        return item -> item.term(system).filter(term::equals).isPresent();
    }

    private static Interval around(double value, Bounds bounds, double factor) {
        return new Interval(Math.min(value, factor * bounds.lo()), Math.max(value, factor * bounds.hi()));
    }

    private static int[] whole(double[] numbers) {
        int[] whole = new int[numbers.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = (int) Math.round(numbers[i]);
        }
        return whole;
    }

    static double sum(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }
}
