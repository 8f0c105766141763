package org.fertivision.phantom;

import java.util.List;
import org.fertivision.image.Calibration;
import org.fertivision.image.Point;

/**
 * A curved ultrasound probe and its scanner: where beams go, how wide they are, and how echoes become gray levels.
 * Places are millimeters from the middle of the probe's face, x to the right and y into the body.
 *
 * @param radiusMm radius of the probe's face
 * @param depthMm deepest echo, from the face
 * @param halfAngle half of the opening angle, radians
 * @param megahertz frequency
 * @param attenuation loss in tissue that the scanner makes up for, dB/cm/MHz
 * @param axialMm standard deviation of the pulse along the beam
 * @param lateralMm standard deviation of the beam across
 * @param noiseDb electronic noise, dB against tissue
 * @param rangeDb dynamic range shown
 * @param topDb level shown as white, dB against tissue
 * @param scatterers effective scatterers in a resolution cell (K distribution); 0 for very many
 * @param mmPerPixel size of a pixel
 * @param marginMm black border around the sector
 * @param crop share of the width cut off on each side, and of the height at the bottom
 */
record Transducer(
        double radiusMm,
        double depthMm,
        double halfAngle,
        double megahertz,
        double attenuation,
        double axialMm,
        double lateralMm,
        double noiseDb,
        double rangeDb,
        double topDb,
        double scatterers,
        double mmPerPixel,
        double marginMm,
        double crop) {
    /** What an abdominal probe has instead of an endovaginal one. */
    static final String ABDOMINAL =
            "probeRadiusMm=50 depthMm=120 halfAngleDeg=35 megahertz=3.5 axialMm=0.3 lateralMm=0.8 mmPerPixel=0.25";

    private static final double MARGIN_MM = 2;
    private static final double UM_PER_MM = 1000;

    static List<Setting> settings() {
        return List.of(
                Setting.number("mmPerPixel", 0.1, "mm", 0.04, 1, "size of a pixel"),
                Setting.number("probeRadiusMm", 10, "mm", 5, 100, "radius of the probe's face"),
                Setting.number("depthMm", 60, "mm", 20, 200, "deepest echo"),
                Setting.number("halfAngleDeg", 65, "deg", 10, 80, "half of the sector's opening"),
                Setting.number("megahertz", 6, "1", 1, 15, "frequency, MHz"),
                Setting.number("attenuation", 0.6, "1", 0, 1.5, "loss in tissue, dB/cm/MHz; none in fluid"),
                Setting.number("axialMm", 0.15, "mm", 0.05, 1, "pulse along the beam, standard deviation"),
                Setting.number("lateralMm", 0.3, "mm", 0.05, 2, "beam across, standard deviation"),
                Setting.number("noiseDb", -55, "1", -100, -20, "electronic noise against tissue, dB"),
                Setting.number("rangeDb", 60, "1", 30, 90, "dynamic range, dB"),
                Setting.number("topDb", 12, "1", 0, 40, "white against tissue, dB"),
                Setting.number("scatterers", 0, "1", 0, 100, "scatterers in a resolution cell, 0 for very many"),
                Setting.number("crop", 0, "%", 0, 40, "width cut off on each side, and height at the bottom"));
    }

    static Transducer of(Choices choices) {
        return new Transducer(
                choices.number("probeRadiusMm"),
                choices.number("depthMm"),
                StrictMath.toRadians(choices.number("halfAngleDeg")),
                choices.number("megahertz"),
                choices.number("attenuation"),
                choices.number("axialMm"),
                choices.number("lateralMm"),
                choices.number("noiseDb"),
                choices.number("rangeDb"),
                choices.number("topDb"),
                choices.number("scatterers"),
                choices.number("mmPerPixel"),
                MARGIN_MM,
                choices.share("crop"));
    }

    Calibration calibration() {
        return Calibration.umPerPixel(mmPerPixel * UM_PER_MM);
    }

    /** Columns of the image. */
    int width() {
        return (int) Math.round((1 - 2 * crop) * 2 * halfWidthMm() / mmPerPixel);
    }

    /** Rows of the image. */
    int height() {
        return (int) Math.round((1 - crop) * (depthMm - topMm() + marginMm) / mmPerPixel);
    }

    private double halfWidthMm() {
        return (radiusMm + depthMm) * StrictMath.sin(halfAngle) + marginMm;
    }

    /** The uppermost row, where the ends of the probe's face lie. */
    private double topMm() {
        return radiusMm * (StrictMath.cos(halfAngle) - 1) - marginMm;
    }

    /** Where a place in the body lies in the image, pixels. */
    Point pixel(double xMm, double yMm) {
        return new Point(width() / 2.0 + xMm / mmPerPixel, (yMm - topMm()) / mmPerPixel);
    }

    /** Which place in the body a place in the image shows, millimeters. */
    Point place(double xPx, double yPx) {
        return new Point((xPx - width() / 2.0) * mmPerPixel, yPx * mmPerPixel + topMm());
    }

    /** The distance of a place from the center of the probe's curvature. */
    double rangeOf(Point place) {
        double y = place.y() + radiusMm;
        return Math.sqrt(place.x() * place.x() + y * y);
    }

    /** The angle of a place from the sector's axis, radians. */
    double angleOf(Point place) {
        return StrictMath.atan2(place.x(), place.y() + radiusMm);
    }

    /** Whether a place and all within {@code reachMm} of it lie in the sector and in the image. */
    boolean holds(Point place, double reachMm) {
        double range = rangeOf(place);
        Point pixel = pixel(place.x(), place.y());
        double reachPx = reachMm / mmPerPixel;
        return range - reachMm > radiusMm
                && range + reachMm < radiusMm + depthMm
                && (halfAngle - Math.abs(angleOf(place))) * range > reachMm
                && pixel.x() > reachPx
                && pixel.y() > reachPx
                && pixel.x() < width() - reachPx
                && pixel.y() < height() - reachPx;
    }
}
