package org.fertivision.decode;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fertivision.decode.PageLayout.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * What ImageJ or OME wrote into the description of a TIFF file's first page. Only these figures are looked for; the
 * description is no further interpreted, and OME's XML is not parsed as XML.
 *
 * <p>Source: ImageJ's TIFF description (imagej.net/ij, TiffEncoder); OME-TIFF specification, OME schema 2016-06.
 *
 * @param pixelSize the size of a pixel, or null where it is untold or not credible
 * @param meaning what one page after another means
 * @param stepUm from one focal plane to the next, micrometers; 0 where untold
 * @param intervalS from one frame to the next, seconds; 0 where untold
 */
record StackTags(@Nullable PixelSize pixelSize, Meaning meaning, double stepUm, double intervalS) {
    private static final int DESCRIPTION = 270;
    private static final double UM_PER_NM = 1e-3;
    private static final double UM_PER_MM = 1e3;
    private static final double LONGEST_STEP_UM = 1e4;
    private static final double SHORTEST_S = 1e-5;
    private static final double LONGEST_S = 1e4;
    private static final StackTags NONE = new StackTags(null, Meaning.UNTOLD, 0, 0);

    /** Reads the description of a file's first page. */
    static StackTags read(TiffDirectory first, int pages, HeaderGuard guard) {
        String description = first.text(DESCRIPTION, guard);
        if (description.startsWith("ImageJ=")) {
            return imageJ(description, first, pages);
        }
        Matcher pixels = Pattern.compile("<(?:\\w+:)?Pixels\\s[^<>]*+>").matcher(description);
        return pixels.find() ? ome(pixels.group(), pages) : NONE;
    }

    private static StackTags imageJ(String description, TiffDirectory first, int pages) {
        double unitUm = unitUm(line(description, "unit"));
        long told = Math.round(number(line(description, "images"), 1));
        if (told != pages) {
            throw Refusal.unsupported("The TIFF file says that it holds " + told + " pictures and lists " + pages
                    + "; save the stack anew.");
        }
        double slices = number(line(description, "slices"), 1);
        double frames = number(line(description, "frames"), 1);
        checkChannels(number(line(description, "channels"), 1), slices * frames, pages);
        PixelSize size = PixelSize.ofDensity(
                first.rational(TiffDirectory.X_RESOLUTION), first.rational(TiffDirectory.Y_RESOLUTION), unitUm);
        double perSecond = number(line(description, "fps"), 0);
        double interval = number(line(description, "finterval"), perSecond > 0 ? 1 / perSecond : 0);
        return of(size, slices, frames, number(line(description, "spacing"), 0) * unitUm, interval);
    }

    private static StackTags ome(String pixels, int pages) {
        double slices = number(attribute(pixels, "SizeZ"), 1);
        double frames = number(attribute(pixels, "SizeT"), 1);
        checkChannels(number(attribute(pixels, "SizeC"), 1), slices * frames, pages);
        PixelSize size = PixelSize.ofMicrometers(length(pixels, "PhysicalSizeX"), length(pixels, "PhysicalSizeY"));
        String unit = attribute(pixels, "TimeIncrementUnit");
        double seconds = number(attribute(pixels, "TimeIncrement"), 0) * (unit.equals("ms") ? 1e-3 : 1);
        return of(size, slices, frames, length(pixels, "PhysicalSizeZ"), seconds);
    }

    private static StackTags of(@Nullable PixelSize size, double slices, double frames, double stepUm, double seconds) {
        if (slices > 1 && frames > 1) {
            throw Refusal.unsupported("The TIFF file holds focal planes at several times; save it as one file for each"
                    + " time or each plane.");
        }
        Meaning meaning = slices > 1 ? Meaning.Z : frames > 1 ? Meaning.TIME : Meaning.UNTOLD;
        return new StackTags(
                size,
                meaning,
                meaning == Meaning.Z && stepUm <= LONGEST_STEP_UM ? stepUm : 0,
                meaning == Meaning.TIME && seconds >= SHORTEST_S && seconds <= LONGEST_S ? seconds : 0);
    }

    private static void checkChannels(double channels, double planes, int pages) {
        if (channels > 1 && pages > planes) {
            throw Refusal.unsupported("The TIFF file holds " + (long) channels + " channels on pages of their own; save"
                    + " it as RGB, or each channel as a file of its own.");
        }
    }

    private static double length(String pixels, String name) {
        String unit = attribute(pixels, name + "Unit");
        return number(attribute(pixels, name), 0) * (unit.isEmpty() ? 1 : unitUm(unit));
    }

    /** Micrometers of a unit's name; 0 for what is no length. */
    private static double unitUm(String name) {
        String plain = name.replace("\\u00B5", "u").replace('\u00B5', 'u').replace('\u03BC', 'u');
        return switch (plain.toLowerCase(Locale.ROOT)) {
            case "um", "micron", "microns", "micrometer", "micrometers" -> 1;
            case "nm", "nanometer", "nanometers" -> UM_PER_NM;
            case "mm", "millimeter", "millimeters" -> UM_PER_MM;
            case "cm" -> PixelSize.UM_PER_CENTIMETER;
            case "inch" -> PixelSize.UM_PER_INCH;
            case "m" -> PixelSize.UM_PER_METER;
            default -> 0;
        };
    }

    private static String line(String description, String name) {
        return found(Pattern.compile("\\n" + name + "=([^\\n\\r\\x00]{1,40})").matcher(description));
    }

    private static String attribute(String pixels, String name) {
        return found(Pattern.compile("\\s" + name + "=[\"']([^\"']{1,40})[\"']").matcher(pixels));
    }

    private static String found(Matcher matcher) {
        return matcher.find() ? matcher.group(1).strip() : "";
    }

    private static double number(String text, double otherwise) {
        if (!text.matches("[0-9]{1,12}(\\.[0-9]{0,20})?([eE][+-]?[0-9]{1,3})?")) {
            return otherwise;
        }
        return Double.parseDouble(text);
    }
}
