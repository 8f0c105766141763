package org.fertivision.sperm.morphology;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Measure;
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

    private static final String PARTS_UNSEEN = "midpiece and tail are not measured";
    private static final String STAIN_UNKNOWN =
            "strict size limits hold for Papanicolaou-stained human heads of known size; set stain=papanicolaou";

    private MorphologySummary() {}

    static Summary of(List<FieldOfView> fields, Settings settings) {
        Tally tally = Tally.of(fields, item -> true);
        List<Reading> readings = new ArrayList<>();
        readings.add(tally.count(SpermMeasures.CELLS));
        MEANS.forEach(measure -> readings.addAll(tally.means(measure)));
        PIXEL_MEANS.forEach(measure -> readings.addAll(tally.means(measure)));
        PART_MEANS.forEach(measure -> readings.addAll(tally.means(measure)));
        readings.add(normalHeads(fields, settings));
        readings.add(Reading.notMeasured(SpermMeasures.NORMAL_FORMS, PARTS_UNSEEN));
        readings.add(Reading.notMeasured(SpermMeasures.TERATOZOOSPERMIA_INDEX, PARTS_UNSEEN));
        return new Summary(readings, tally.notices());
    }

    private static Reading normalHeads(List<FieldOfView> fields, Settings settings) {
        Tally judged = Tally.of(fields, item -> item.term(StrictHead.LABELS).isPresent());
        if (!settings.get(HeadSettings.STAIN).equals("papanicolaou")) {
            return Reading.notMeasured(SpermMeasures.NORMAL_HEADS, STAIN_UNKNOWN);
        }
        return judged.share(
                SpermMeasures.NORMAL_HEADS,
                item -> item.term(StrictHead.LABELS)
                        .filter(StrictHead.NORMAL::equals)
                        .isPresent());
    }
}
