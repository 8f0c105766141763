package org.fertivision.sperm.morphology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.FieldMeasures;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.image.Point;
import org.fertivision.pixel.Contour;
import org.fertivision.pixel.Feret;

/**
 * The measures of one head from its sub-pixel contour: in micrometers where the size of a pixel is known, in pixels where
 * not, and the shape indices, which need no scale (but square pixels, which unknown ones are taken to be).
 */
final class HeadReadings {
    private static final String CONTOUR = "half-level-contour";
    private static final String CALIPERS = "calipers-of-half-level-contour";
    private static final List<Measure> SIZES = List.of(
            SpermMeasures.HEAD_AREA, SpermMeasures.HEAD_PERIMETER, SpermMeasures.HEAD_LENGTH, SpermMeasures.HEAD_WIDTH);
    private static final List<Measure> PIXEL_SIZES = List.of(
            SpermMeasures.HEAD_AREA_PX,
            SpermMeasures.HEAD_PERIMETER_PX,
            SpermMeasures.HEAD_LENGTH_PX,
            SpermMeasures.HEAD_WIDTH_PX);

    private HeadReadings() {}

    static List<Reading> of(HeadOutline outline, Optional<Calibration> calibration) {
        Contour contour =
                calibration.map(known -> scaled(outline.contour(), known)).orElse(outline.contour());
        Feret feret = contour.feret();
        double area = contour.area();
        double perimeter = contour.perimeter();
        double length = feret.length();
        double width = feret.width();
        List<Reading> readings = new ArrayList<>();
        addSizes(readings, calibration.isPresent(), List.of(area, perimeter, length, width));
        readings.add(Reading.measured(SpermMeasures.HEAD_ASPECT, length / width, CALIPERS));
        readings.add(Reading.measured(SpermMeasures.HEAD_ELONGATION, (length - width) / (length + width), CALIPERS));
        readings.add(
                Reading.measured(SpermMeasures.HEAD_RUGOSITY, 4 * Math.PI * area / (perimeter * perimeter), CONTOUR));
        readings.add(Reading.measured(SpermMeasures.HEAD_REGULARITY, Math.PI * length * width / (4 * area), CONTOUR));
        readings.add(Reading.measured(SpermMeasures.MEAN_GRAY, outline.meanGray(), "mean-of-channels"));
        readings.add(edgeWidth(outline));
        return readings;
    }

    private static Reading edgeWidth(HeadOutline outline) {
        return Double.isFinite(outline.edgeWidth())
                ? Reading.measured(FieldMeasures.EDGE_WIDTH, outline.edgeWidth(), "slope-at-contour")
                : Reading.notMeasured(FieldMeasures.EDGE_WIDTH, "no slope at the contour");
    }

    private static void addSizes(List<Reading> readings, boolean calibrated, List<Double> values) {
        for (int i = 0; i < SIZES.size(); i++) {
            String method = i < 2 ? CONTOUR : CALIPERS;
            readings.add(
                    calibrated
                            ? Reading.measured(SIZES.get(i), values.get(i), method)
                            : Reading.notMeasured(SIZES.get(i), Reading.NotMeasured.UNCALIBRATED));
        }
        if (!calibrated) {
            for (int i = 0; i < PIXEL_SIZES.size(); i++) {
                readings.add(Reading.measured(PIXEL_SIZES.get(i), values.get(i), i < 2 ? CONTOUR : CALIPERS));
            }
        }
    }

    private static Contour scaled(Contour contour, Calibration calibration) {
        return Contour.of(contour.points().stream()
                .map(p -> new Point(p.x() * calibration.umPerPixelX(), p.y() * calibration.umPerPixelY()))
                .toList());
    }
}
