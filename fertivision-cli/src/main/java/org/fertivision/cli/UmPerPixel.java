package org.fertivision.cli;

import java.math.BigDecimal;
import org.fertivision.image.Calibration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How large a pixel is, as typed.
 *
 * @param x width, micrometers
 * @param y height, micrometers
 */
record UmPerPixel(double x, double y) {
    /** A pixel more than this many times as long as wide is none of a microscope: more likely a decimal comma was typed. */
    private static final double LONGEST = 2;

    /** The calibration, if a pixel can be of that size. */
    Calibration calibration() {
        if (x > 0 && y > 0 && Math.max(x / y, y / x) > LONGEST) {
            throw new Failure(
                    ExitCode.REQUEST,
                    "--um-per-pixel " + Plain.figure(x) + "," + Plain.figure(y)
                            + ": a pixel more than twice as long as wide; X,Y are two numbers, and the decimal sign is a point");
        }
        try {
            return Calibration.umPerPixel(x, y);
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    ExitCode.REQUEST,
                    "--um-per-pixel " + Plain.figure(x) + (x == y ? "" : "," + Plain.figure(y)) + ": " + e.getMessage()
                            + "; the decimal sign is a point");
        }
    }

    /** Reads {@code X} or {@code X,Y}. */
    static final class Converter implements ITypeConverter<UmPerPixel> {
        @Override
        public UmPerPixel convert(String text) {
            String[] parts = text.split(",", -1);
            if (parts.length > 2) {
                throw wrong(text);
            }
            try {
                double x = new BigDecimal(parts[0].strip()).doubleValue();
                return new UmPerPixel(x, parts.length == 1 ? x : new BigDecimal(parts[1].strip()).doubleValue());
            } catch (NumberFormatException e) {
                throw wrong(text);
            }
        }

        private static TypeConversionException wrong(String text) {
            return new TypeConversionException(
                    "'" + text + "' is no size of a pixel: X or X,Y in micrometers, for example 0.481");
        }
    }
}
