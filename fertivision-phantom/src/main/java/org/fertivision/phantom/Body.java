package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.image.Point;

/**
 * An elliptic part of the body under ultrasound, in millimeters from the middle of the probe's face.
 *
 * @param objectClass what it is
 * @param center its center, millimeters
 * @param angle where its long axis points, radians from the x axis downwards
 * @param longMm its long diameter
 * @param shortMm its short diameter
 * @param backscatterDb strength of its echoes against tissue
 * @param loss what it takes from the beam against tissue, 0 for fluid
 */
record Body(
        ObjectClass objectClass,
        Point center,
        double angle,
        double longMm,
        double shortMm,
        double backscatterDb,
        double loss) {
    private static final int RIM = 48;
    private static final double UM_PER_MM = 1000;

    /** The mean of both diameters. */
    double meanMm() {
        return (longMm + shortMm) / 2;
    }

    boolean contains(double xMm, double yMm) {
        double dx = xMm - center.x();
        double dy = yMm - center.y();
        double reach = longMm / 2;
        if (Math.abs(dx) > reach || Math.abs(dy) > reach) {
            return false;
        }
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double along = (dx * cos + dy * sin) / reach;
        double across = (dy * cos - dx * sin) / (shortMm / 2);
        return along * along + across * across <= 1;
    }

    /** Places on its border, grown by {@code by} millimeters along both axes. */
    List<Point> rim(double by) {
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        List<Point> rim = new ArrayList<>();
        for (int i = 0; i < RIM; i++) {
            double turn = 2 * Math.PI * i / RIM;
            double along = (longMm / 2 + by) * StrictMath.cos(turn);
            double across = (shortMm / 2 + by) * StrictMath.sin(turn);
            rim.add(new Point(center.x() + along * cos - across * sin, center.y() + along * sin + across * cos));
        }
        return rim;
    }

    /** The ends of its long diameter. */
    List<Point> ends() {
        double along = longMm / 2;
        double cos = along * StrictMath.cos(angle);
        double sin = along * StrictMath.sin(angle);
        return List.of(new Point(center.x() - cos, center.y() - sin), new Point(center.x() + cos, center.y() + sin));
    }

    /** What is known of it in the image. */
    TrueObject known(int id, Transducer probe, List<Integer> touches) {
        Point pixel = probe.pixel(center.x(), center.y());
        boolean inFrame = pixel.x() >= 0 && pixel.y() >= 0 && pixel.x() < probe.width() && pixel.y() < probe.height();
        boolean whole = rim(0).stream().allMatch(place -> probe.holds(place, 0));
        double degrees = StrictMath.toDegrees(angle) % 360;
        return new TrueObject(
                id,
                objectClass,
                pixel,
                degrees < 0 ? degrees + 360 : degrees,
                new Ellipse(longMm * UM_PER_MM, shortMm * UM_PER_MM),
                0,
                List.of(),
                inFrame,
                !whole,
                touches);
    }
}
