package org.fertivision.endometrium;

import java.util.List;
import org.fertivision.finding.Interval;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.finding.measures.EndometriumMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.image.Point;
import org.fertivision.spi.RejectedException;

/**
 * What a person's points say: two on the outer borders, or four where fluid parts the layers.
 *
 * @param points two or four places, pixels
 * @param mmX width of a pixel, millimeters
 * @param mmY height of a pixel, millimeters
 */
record Calipers(List<Point> points, double mmX, double mmY) {
    private static final double UM_PER_MM = 1000;
    private static final int WITH_FLUID = 4;
    private static final double TWO_SIDED_95 = 1.959963984540054;

    /**
     * Of what a person set.
     *
     * @throws RejectedException where nothing lies between the points
     */
    static Calipers of(List<Point> points, Calibration calibration) {
        if (points.size() != 2 && points.size() != WITH_FLUID) {
            throw refused("calipers are two points or four, not " + points.size());
        }
        Calipers calipers =
                new Calipers(points, calibration.umPerPixelX() / UM_PER_MM, calibration.umPerPixelY() / UM_PER_MM);
        if (!(calipers.spanMm() > 0 && calipers.thicknessMm() > 0)) {
            throw refused("calipers measure between their points, and the points are one");
        }
        return calipers;
    }

    private static RejectedException refused(String detail) {
        return new RejectedException(Rejection.of(RejectionCode.INVALID_REQUEST, detail));
    }

    Point first() {
        return points.get(0);
    }

    Point last() {
        return points.get(points.size() - 1);
    }

    boolean hasFluid() {
        return points.size() == WITH_FLUID;
    }

    /** From the first to the last point, millimeters. */
    double spanMm() {
        return distanceMm(first(), last());
    }

    /** How far along the line from the first to the last point each point lies, in rising order, millimeters. */
    double[] alongMm() {
        double dx = (last().x() - first().x()) * mmX / spanMm();
        double dy = (last().y() - first().y()) * mmY / spanMm();
        return points.stream()
                .mapToDouble(p -> (p.x() - first().x()) * mmX * dx + (p.y() - first().y()) * mmY * dy)
                .sorted()
                .toArray();
    }

    /** Fluid between the layers, millimeters. */
    double fluidMm() {
        return hasFluid() ? distanceMm(points.get(1), points.get(2)) : 0;
    }

    /** The distance of the outer borders, or the sum of both layers; the interval says that each point is off by a pixel. */
    Reading thickness() {
        double mm = thicknessMm();
        double half = TWO_SIDED_95 * Math.sqrt(points.size() * mmX * mmY);
        return Reading.measured(
                EndometriumMeasures.THICKNESS,
                mm,
                new Interval(Math.max(0, mm - half), mm + half),
                1,
                hasFluid() ? "user-caliper-of-two-layers" : "user-caliper");
    }

    private double thicknessMm() {
        return hasFluid()
                ? distanceMm(points.get(0), points.get(1)) + distanceMm(points.get(2), points.get(3))
                : spanMm();
    }

    private double distanceMm(Point one, Point other) {
        double dx = (one.x() - other.x()) * mmX;
        double dy = (one.y() - other.y()) * mmY;
        return Math.sqrt(dx * dx + dy * dy);
    }
}
