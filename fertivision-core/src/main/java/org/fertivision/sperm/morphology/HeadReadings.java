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
 * The measures of one head from its sub-pixel contour: in micrometers where the size of a pixel is known, in pixels
 * always, and the shape indices, which need no scale (but square pixels, which unknown ones are taken to be).
 */
final class HeadReadings {
    private static final String CONTOUR = "half-level-contour";
    private static final String CALIPERS = "calipers-of-half-level-contour";
    private static final String DRAWN = "drawn";
    private static final List<Measure> SIZES = List.of(
            SpermMeasures.HEAD_AREA, SpermMeasures.HEAD_PERIMETER, SpermMeasures.HEAD_LENGTH, SpermMeasures.HEAD_WIDTH);
    private static final List<Measure> PIXEL_SIZES = List.of(
            SpermMeasures.HEAD_AREA_PX,
            SpermMeasures.HEAD_PERIMETER_PX,
            SpermMeasures.HEAD_LENGTH_PX,
            SpermMeasures.HEAD_WIDTH_PX);

    private HeadReadings() {}

    static List<Reading> of(HeadOutline outline, Optional<Calibration> calibration) {
        List<Reading> readings = geometry(outline.contour(), calibration, CONTOUR, CALIPERS);
        readings.add(Reading.measured(SpermMeasures.MEAN_GRAY, outline.meanGray(), "mean-of-channels"));
        readings.add(Reading.measured(FieldMeasures.EDGE_WIDTH, outline.edgeWidth(), "slope-at-contour"));
        return readings;
    }

    /** The measures of a head whose contour a person drew: nothing is known of its gray levels. */
    static List<Reading> drawn(Contour contour, Optional<Calibration> calibration) {
        List<Reading> readings = geometry(contour, calibration, DRAWN, DRAWN);
        readings.add(Reading.notMeasured(SpermMeasures.MEAN_GRAY, Reading.NotMeasured.DRAWN));
        readings.add(Reading.notMeasured(FieldMeasures.EDGE_WIDTH, Reading.NotMeasured.DRAWN));
        return readings;
    }

    private static List<Reading> geometry(
            Contour inPixels, Optional<Calibration> calibration, String byLine, String byCalipers) {
        List<Reading> readings = new ArrayList<>();
        Contour contour = calibration.map(known -> scaled(inPixels, known)).orElse(inPixels);
        for (Measure measure : SIZES) {
            readings.add(
                    calibration.isPresent()
                            ? Reading.measured(measure, size(measure, contour), method(measure, byLine, byCalipers))
                            : Reading.notMeasured(measure, Reading.NotMeasured.UNCALIBRATED));
        }
        for (Measure measure : PIXEL_SIZES) {
            readings.add(Reading.measured(measure, size(measure, inPixels), method(measure, byLine, byCalipers)));
        }
        readings.addAll(shape(contour, byLine, byCalipers));
        return readings;
    }

    private static List<Reading> shape(Contour contour, String byLine, String byCalipers) {
        Feret feret = contour.feret();
        double area = contour.area();
        double perimeter = contour.perimeter();
        double length = feret.length();
        double width = feret.width();
        return List.of(
                Reading.measured(SpermMeasures.HEAD_ASPECT, length / width, byCalipers),
                Reading.measured(SpermMeasures.HEAD_ELONGATION, (length - width) / (length + width), byCalipers),
                Reading.measured(SpermMeasures.HEAD_RUGOSITY, 4 * Math.PI * area / (perimeter * perimeter), byLine),
                Reading.measured(SpermMeasures.HEAD_REGULARITY, Math.PI * length * width / (4 * area), byLine));
    }

    private static double size(Measure measure, Contour contour) {
        return switch (measure.code()) {
            case "headArea", "headAreaPx" -> contour.area();
            case "headPerimeter", "headPerimeterPx" -> contour.perimeter();
            case "headLength", "headLengthPx" -> contour.feret().length();
            case "headWidth", "headWidthPx" -> contour.feret().width();
            default -> throw new IllegalArgumentException(measure.code() + " is no size of a head");
        };
    }

    private static String method(Measure measure, String byLine, String byCalipers) {
        boolean alongLine =
                measure.code().startsWith("headArea") || measure.code().startsWith("headPerimeter");
        return alongLine ? byLine : byCalipers;
    }

    private static Contour scaled(Contour contour, Calibration calibration) {
        return Contour.of(contour.points().stream()
                .map(p -> new Point(p.x() * calibration.umPerPixelX(), p.y() * calibration.umPerPixelY()))
                .toList());
    }
}
