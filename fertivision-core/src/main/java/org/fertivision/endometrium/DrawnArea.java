package org.fertivision.endometrium;

import java.util.List;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.EndometriumMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.image.Point;
import org.fertivision.pixel.Contour;
import org.fertivision.pixel.DistanceMap;
import org.fertivision.pixel.Mask;

/** Area and inscribed circle of an outline that a person drew. */
final class DrawnArea {
    private static final double UM_PER_MM = 1000;
    private static final int MOST_SQUARES = 1000;
    private static final double FINEST_MM = 0.05;
    private static final String METHOD = "user-outline";

    private DrawnArea() {}

    /** Area and the diameter of the largest circle that fits. */
    static List<Reading> of(List<Point> corners, Calibration calibration) {
        Contour inMm = scaled(corners, calibration.umPerPixelX() / UM_PER_MM, calibration.umPerPixelY() / UM_PER_MM);
        if (!(inMm.area() > 0)) {
            return none("the outline has no area");
        }
        double extent = Math.max(inMm.feret().length(), FINEST_MM);
        double square = Math.max(FINEST_MM, extent / MOST_SQUARES);
        Mask inside = Mask.inside(scaled(inMm.points(), 1 / square, 1 / square));
        return List.of(
                Reading.measured(EndometriumMeasures.AREA, inMm.area(), METHOD),
                Reading.measured(
                        EndometriumMeasures.INSCRIBED,
                        Math.max(0, 2 * DistanceMap.inside(inside).largest() - 1) * square,
                        "distance-map-of-user-outline"));
    }

    /** Neither is measured. */
    static List<Reading> none(String why) {
        return List.of(
                Reading.notMeasured(EndometriumMeasures.AREA, why),
                Reading.notMeasured(EndometriumMeasures.INSCRIBED, why));
    }

    private static Contour scaled(List<Point> points, double x, double y) {
        return Contour.of(
                points.stream().map(p -> new Point(p.x() * x, p.y() * y)).toList());
    }
}
