package org.fertivision.cli;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A distance as typed, with its unit.
 *
 * @param distance above 0
 * @param inUm whether it is in micrometers; otherwise in pixels
 */
record Within(double distance, boolean inUm) {
    private static final Pattern FORM = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*(um|\u00b5m|\u03bcm|px)");

    /** A head length, within which a place belongs to a sperm. */
    static Within usual() {
        return new Within(5, true);
    }

    @Override
    public String toString() {
        return Plain.figure(distance) + (inUm ? " um" : " px");
    }

    /** Reads a number with its unit. */
    static final class Converter implements ITypeConverter<Within> {
        @Override
        public Within convert(String text) {
            Matcher form = FORM.matcher(text.strip());
            if (!form.matches() || new BigDecimal(form.group(1)).signum() == 0) {
                throw new TypeConversionException(
                        "'" + text + "' is no distance above 0 with its unit: for example 5um or 10px");
            }
            return new Within(
                    new BigDecimal(form.group(1)).doubleValue(), !form.group(2).equals("px"));
        }
    }
}
