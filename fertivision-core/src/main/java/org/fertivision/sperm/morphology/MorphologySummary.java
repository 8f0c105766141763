package org.fertivision.sperm.morphology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Summary;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.spi.Settings;
import org.fertivision.tally.Tally;

/** Means over all heads that count. */
final class MorphologySummary {
    /** The measures of which means are given, in the order of a report. */
    static final List<Measure> MEANS = List.of(
            SpermMeasures.HEAD_AREA,
            SpermMeasures.HEAD_PERIMETER,
            SpermMeasures.HEAD_LENGTH,
            SpermMeasures.HEAD_WIDTH,
            SpermMeasures.HEAD_ASPECT,
            SpermMeasures.HEAD_ELONGATION,
            SpermMeasures.HEAD_RUGOSITY,
            SpermMeasures.HEAD_REGULARITY,
            SpermMeasures.MEAN_GRAY);

    /** The sizes in pixels, which are known without a scale. */
    static final List<Measure> PIXEL_MEANS = List.of(
            SpermMeasures.HEAD_AREA_PX,
            SpermMeasures.HEAD_PERIMETER_PX,
            SpermMeasures.HEAD_LENGTH_PX,
            SpermMeasures.HEAD_WIDTH_PX);

    /** What is measured of the parts of sperm in stained smears. */
    static final List<Measure> PART_MEANS = PartReadings.ALL;

    private static final String PARTS_UNSEEN = "no sperm with head, midpiece and tail all measured";
    private static final String NOT_STAINED = "not a stained smear in color";
    private static final String STAIN_UNKNOWN =
            "strict size limits hold for Papanicolaou-stained human heads of known size; set stain=papanicolaou";

    private MorphologySummary() {}

    static Summary of(List<FieldOfView> fields, Settings settings) {
        Tally tally = Tally.of(fields, item -> true);
        List<Reading> readings = new ArrayList<>();
        readings.add(tally.count(SpermMeasures.CELLS));
        MEANS.forEach(measure -> readings.addAll(tally.means(measure)));
        PIXEL_MEANS.forEach(measure -> readings.addAll(tally.means(measure)));
        PART_MEANS.forEach(measure -> readings.addAll(parts(tally, measure)));
        readings.add(normalHeads(fields, settings));
        readings.addAll(forms(fields, settings));
        List<Notice> notices = new ArrayList<>(tally.notices());
        partly(fields).ifPresent(notices::add);
        return new Summary(readings, notices);
    }

    /** Other pictures than stained smears have no readings of parts at all. */
    private static List<Reading> parts(Tally tally, Measure measure) {
        return tally.means(measure).stream()
                .map(mean -> mean instanceof Reading.NotMeasured missing
                                && missing.reason().equals(Reading.NotMeasured.NOT_PART)
                        ? Reading.notMeasured(mean.measure(), NOT_STAINED)
                        : mean)
                .toList();
    }

    /** Of the sperm of which every criterion could be asked. */
    private static List<Reading> forms(List<FieldOfView> fields, Settings settings) {
        Tally whole = Tally.of(fields, StrictVerdict::isComplete);
        if (whole.total() == 0) {
            String reason = HeadSettings.judged(settings) ? PARTS_UNSEEN : STAIN_UNKNOWN;
            List<Reading> none = new ArrayList<>();
            none.add(Reading.notMeasured(SpermMeasures.NORMAL_FORMS, reason));
            none.add(Reading.notMeasured(SpermMeasures.BORDERLINE_FORMS, reason));
            StrictIndices.ALL.forEach(index -> none.add(Reading.notMeasured(index, reason)));
            return none;
        }
        List<Reading> readings = new ArrayList<>();
        readings.add(whole.share(SpermMeasures.NORMAL_FORMS, MorphologySummary::isNormal));
        readings.add(whole.share(SpermMeasures.BORDERLINE_FORMS, StrictVerdict::isBorderline));
        readings.addAll(StrictIndices.of(fields));
        return readings;
    }

    /** Sperm that are known to be abnormal but were not seen whole are no part of the share of normal forms: says how many. */
    private static Optional<Notice> partly(List<FieldOfView> fields) {
        List<Item> counted = fields.stream().flatMap(FieldOfView::counted).toList();
        List<Item> incomplete =
                counted.stream().filter(item -> !StrictVerdict.isComplete(item)).toList();
        if (incomplete.isEmpty() || incomplete.size() == counted.size()) {
            return Optional.empty();
        }
        long abnormal = incomplete.stream()
                .filter(item -> item.term(StrictHead.LABELS).isPresent() && !isNormal(item))
                .count();
        return Optional.of(new Notice(
                "parts-unseen",
                "Normal forms and the indices rest on the " + (counted.size() - incomplete.size()) + " of "
                        + counted.size() + " sperm of which every part was seen; of the other " + incomplete.size()
                        + ", "
                        + abnormal + " have a defect already and are not among them."));
    }

    /** Of the heads with a verdict; a defect of midpiece or tail is none of the head. */
    private static Reading normalHeads(List<FieldOfView> fields, Settings settings) {
        if (!HeadSettings.judged(settings)) {
            return Reading.notMeasured(SpermMeasures.NORMAL_HEADS, STAIN_UNKNOWN);
        }
        Tally judged = Tally.of(fields, StrictHead::isJudged);
        return judged.share(SpermMeasures.NORMAL_HEADS, StrictHead::isNormal);
    }

    private static boolean isNormal(Item item) {
        return item.term(StrictHead.LABELS).filter(StrictHead.NORMAL::equals).isPresent();
    }
}
