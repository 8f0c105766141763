package org.fertivision.tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Interval;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Unit;
import org.fertivision.stats.Bounds;
import org.fertivision.stats.ClusteredCount;
import org.fertivision.stats.ClusteredProportion;
import org.fertivision.stats.MeanInterval;
import org.fertivision.stats.Percentiles;

/** The counted items of all fields of a specimen, ready to be summed up. Immutable. */
public final class Tally {
    /** Fewest sperm that the WHO manual asks for, 5th and 6th edition. */
    public static final int FEWEST_CELLS = 200;

    /** Fewest fields from which the likeness of cells of one field can be judged. */
    private static final int FEWEST_FIELDS = 5;

    private static final double PERCENT = 100;

    private final List<List<Item>> byField;

    private Tally(List<List<Item>> byField) {
        this.byField = byField;
    }

    /** The items that count and that the condition holds for. */
    public static Tally of(List<FieldOfView> fields, Predicate<Item> condition) {
        return new Tally(fields.stream()
                .map(field -> field.counted().filter(condition).toList())
                .toList());
    }

    /** How many items there are. */
    public int total() {
        return byField.stream().mapToInt(List::size).sum();
    }

    /** How many items each field has. */
    public int[] counts() {
        return byField.stream().mapToInt(List::size).toArray();
    }

    /** The number of items with its interval: what other fields of the same specimen would show. */
    public Reading count(Measure measure) {
        ClusteredCount count = ClusteredCount.of(counts()).orElseThrow();
        return Reading.measured(
                measure, total(), interval(count.bounds(), 1), total(), method("count", count.clusteringAssessed()));
    }

    /** The share of items for which the condition holds, percent. */
    public Reading share(Measure measure, Predicate<Item> success) {
        int[] successes = byField.stream()
                .mapToInt(items -> (int) items.stream().filter(success).count())
                .toArray();
        Optional<ClusteredProportion> share = ClusteredProportion.of(successes, counts());
        return share.map(s -> Reading.measured(
                        measure,
                        PERCENT * s.estimate(),
                        interval(s.bounds(), PERCENT),
                        (int) s.trials(),
                        method("share", s.clusteringAssessed())))
                .orElseGet(() -> Reading.notMeasured(measure, Reading.NotMeasured.NO_OBJECTS));
    }

    /** The mean of a measure over the items that have it, with its standard deviation and median. */
    public List<Reading> means(Measure measure) {
        double[][] values = byField.stream()
                .map(items -> items.stream()
                        .map(item -> item.reading(measure).figure())
                        .flatMap(Optional::stream)
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .toArray(double[][]::new);
        double[] all = Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();
        if (all.length == 0) {
            String reason = whyNone(measure);
            return List.of(
                    Reading.notMeasured(measure, reason),
                    Reading.notMeasured(measure.deviation(), reason),
                    Reading.notMeasured(measure.median(), reason));
        }
        Reading median = Reading.measured(measure.median(), Percentiles.median(all), all.length, "median");
        if (all.length == 1) {
            return List.of(
                    Reading.measured(measure, all[0], 1, "single-object"),
                    Reading.notMeasured(measure.deviation(), "one object has no spread"),
                    median);
        }
        MeanInterval mean = MeanInterval.ofFields(values).orElseThrow();
        return List.of(
                Reading.measured(
                        measure,
                        mean.mean(),
                        possible(mean.bounds(), measure, all),
                        mean.n(),
                        method("mean", mean.clusteringAssessed())),
                Reading.measured(measure.deviation(), mean.standardDeviation(), mean.n(), "sample-standard-deviation"),
                median);
    }

    /** What a reader should know of these numbers: few fields, few cells. */
    public List<Notice> notices() {
        return notices(total());
    }

    /** The same where the items are not the cells themselves, as tracks are not. */
    public List<Notice> notices(int cells) {
        List<Notice> notices = new ArrayList<>();
        if (byField.size() < FEWEST_FIELDS) {
            notices.add(new Notice(
                    "few-fields",
                    byField.size() + " field(s) looked at: with fewer than " + FEWEST_FIELDS
                            + " the intervals cannot allow for cells of one field resembling each other."));
        }
        if (cells < FEWEST_CELLS) {
            notices.add(new Notice(
                    "few-cells", cells + " cells counted; the WHO manual asks for at least " + FEWEST_CELLS + "."));
        }
        return List.copyOf(notices);
    }

    /** The reason that the items themselves give, if all say the same. */
    private String whyNone(Measure measure) {
        List<String> reasons = byField.stream()
                .flatMap(List::stream)
                .map(item -> item.reading(measure).fold(m -> "", g -> "", Reading.NotMeasured::reason))
                .distinct()
                .toList();
        return reasons.size() == 1 && !reasons.get(0).isEmpty() ? reasons.get(0) : Reading.NotMeasured.NO_OBJECTS;
    }

    private static String method(String what, boolean clustered) {
        return what + (clustered ? "-over-fields" : "-pooled");
    }

    /** What of an interval a mean of such values can reach: a mean of lengths is not below 0, one of shares not above 100. */
    private static Interval possible(Bounds bounds, Measure measure, double... values) {
        boolean positive = Arrays.stream(values).allMatch(value -> value >= 0);
        boolean share = measure.unit() == Unit.PERCENT && Arrays.stream(values).allMatch(value -> value <= PERCENT);
        return new Interval(
                positive ? Math.max(0, bounds.lo()) : bounds.lo(),
                share ? Math.min(PERCENT, bounds.hi()) : bounds.hi());
    }

    private static Interval interval(Bounds bounds, double factor) {
        return new Interval(factor * bounds.lo(), factor * bounds.hi());
    }
}
