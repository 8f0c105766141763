package org.fertivision.decode;

import java.util.Set;
import org.fertivision.image.Calibration;
import org.jspecify.annotations.Nullable;

/**
 * How large a pixel is by a file's metadata, taken only where it can be the scale of a microscope: 0.01 to 50 um and no
 * resolution of screens, printers or scanners (72 to 9600 dots an inch), which programs write without having measured.
 *
 * @param xUm width of a pixel, micrometers
 * @param yUm height of a pixel, micrometers
 */
record PixelSize(double xUm, double yUm) {
    /** Micrometers an inch. */
    static final double UM_PER_INCH = 25_400;

    /** Micrometers a centimeter. */
    static final double UM_PER_CENTIMETER = 10_000;

    /** Micrometers a meter. */
    static final double UM_PER_METER = 1e6;

    private static final double SMALLEST_UM = 0.01;
    private static final double LARGEST_UM = 50;

    /** Resolutions that printers and scanners have and that lie within the accepted sizes, dots an inch. */
    private static final Set<Integer> OF_PAPER = Set.of(
            600, 720, 800, 1000, 1200, 1440, 1600, 1800, 2000, 2400, 2540, 2880, 3000, 3200, 3600, 4000, 4800, 6400,
            9600);

    private static final double SAME_DOTS = 0.02;

    /** The size told by the given numbers of pixels in a length, or null where it is not credible. */
    static @Nullable PixelSize ofDensity(double pixelsX, double pixelsY, double lengthUm) {
        return ofMicrometers(lengthUm / pixelsX, lengthUm / pixelsY);
    }

    /** The size told in micrometers, or null where it is not credible. */
    static @Nullable PixelSize ofMicrometers(double xUm, double yUm) {
        return isCredible(xUm) && isCredible(yUm) ? new PixelSize(xUm, yUm) : null;
    }

    /** This size after columns and rows changed places. */
    PixelSize transposed() {
        return new PixelSize(yUm, xUm);
    }

    /** As a calibration by the file. */
    Calibration toCalibration() {
        return new Calibration(xUm, yUm, Calibration.Origin.FILE);
    }

    private static boolean isCredible(double um) {
        if (!(um >= SMALLEST_UM && um <= LARGEST_UM)) {
            return false;
        }
        double dotsPerInch = UM_PER_INCH / um;
        long whole = Math.round(dotsPerInch);
        return Math.abs(dotsPerInch - whole) > SAME_DOTS * whole / 100 || !OF_PAPER.contains((int) whole);
    }
}
