package org.fertivision.embryo.timelapse;

import java.util.List;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Reading;

/** What the film of a specimen measures; of several films nobody knows how they follow each other. */
final class TimelapseSummary {
    static final String SEVERAL = "several films";

    private TimelapseSummary() {}

    static List<Reading> of(List<FieldOfView> fields) {
        return EmbryoTimelapseAnalyzer.MEASURES.stream()
                .map(measure ->
                        fields.size() == 1 ? fields.get(0).reading(measure) : Reading.notMeasured(measure, SEVERAL))
                .toList();
    }
}
