package org.fertivision.sperm.morphology;

import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Calibration;

/** The measures of the parts of a stained sperm: in pixels and as shares always, in micrometers where the scale is known. */
final class PartReadings {
    /** What is measured of parts. */
    static final List<Measure> ALL =
            List.of(SpermMeasures.ACROSOME_AREA, SpermMeasures.ACROSOME_AREA_PX, SpermMeasures.ACROSOME_FRACTION);

    private static final String BY_RED_LIGHT = "passed-red-light";
    private static final String ALIKE = "acrosome and nucleus are stained alike";
    private static final double PERCENT = 100;

    private PartReadings() {}

    /**
     * The readings of one sperm.
     *
     * @param parts those of its head, told apart or not
     */
    static List<Reading> of(Optional<HeadParts> parts, HeadOutline outline, Optional<Calibration> calibration) {
        return parts.map(known -> acrosome(known.acrosome().area(), outline, calibration))
                .orElseGet(() -> none(ALIKE));
    }

    /** The same of a sperm of which no part is known. */
    static List<Reading> none(String reason) {
        return ALL.stream().map(measure -> Reading.notMeasured(measure, reason)).toList();
    }

    private static List<Reading> acrosome(int areaPx, HeadOutline outline, Optional<Calibration> calibration) {
        return List.of(
                calibration
                        .map(scale -> Reading.measured(
                                SpermMeasures.ACROSOME_AREA, areaPx * scale.pixelAreaUm2(), BY_RED_LIGHT))
                        .orElseGet(() ->
                                Reading.notMeasured(SpermMeasures.ACROSOME_AREA, Reading.NotMeasured.UNCALIBRATED)),
                Reading.measured(SpermMeasures.ACROSOME_AREA_PX, areaPx, BY_RED_LIGHT),
                Reading.measured(
                        SpermMeasures.ACROSOME_FRACTION,
                        PERCENT * areaPx / outline.mask().area(),
                        BY_RED_LIGHT));
    }
}
