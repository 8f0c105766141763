package org.fertivision.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.fertivision.image.Timing;
import org.fertivision.request.PageMeaning;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What holds for the files of a specimen: how large their pixels are, how fast their frames follow, who reads them. */
final class SpecimenOptions {
    @Option(
            names = "--um-per-pixel",
            paramLabel = "X[,Y]",
            converter = UmPerPixel.Converter.class,
            description = "Size of a pixel in micrometers; what a file says of itself does not count then.")
    private @Nullable UmPerPixel umPerPixel;

    @Option(
            names = "--fps",
            paramLabel = "F",
            converter = Rate.class,
            description = "Frames a second; what a file says does not count then.")
    private @Nullable BigDecimal framesPerSecond;

    @Option(
            names = "--pages",
            paramLabel = "fields|time|z",
            converter = Pages.class,
            description =
                    "What the pages of a TIFF or the frames of a clip that a reader opens (DICOM) are: fields of their"
                            + " own, or one field over time or in focal planes. Without it the tags of ImageJ or OME"
                            + " count, then fields (time where a kind needs a video); clips are one field over time.")
    private @Nullable PageMeaning pages;

    @Option(
            names = "--page",
            paramLabel = "N",
            split = ",",
            description = "Looks at this page of each TIFF or GIF, or frame of a clip that a reader opens (DICOM), as"
                    + " a field of its own and at no other; from 0, several by commas or again. Also for clips of more"
                    + " frames than --pages fields takes.")
    private List<Integer> page = List.of();

    @Option(
            names = "--frames",
            description =
                    "Folders are videos: the numbered pictures in a folder are the frames of one field, a number that"
                            + " is left out is a frame that is missing. Needs --fps.")
    private boolean frames;

    @Option(
            names = "--reader",
            paramLabel = "ID",
            description = "A plug-in that reads the files, in place of our readers.")
    private @Nullable String reader;

    @Option(
            names = "--names",
            description = "Show the files' names in the report. Without it no name is written anywhere.")
    private boolean names;

    @Option(
            names = "--skip-unreadable",
            description = "Leave out files that cannot be read, and say so, in place of ending.")
    private boolean skipUnreadable;

    /** Whether each folder is the frames of one video. */
    boolean foldersAreVideos() {
        return frames;
    }

    /** Whether files that cannot be read are left out. */
    boolean skipsUnreadable() {
        return skipUnreadable;
    }

    /** Begins a request with the fields that are left and all that is said of them. */
    Request.Builder begin(String kind, FieldsLeft left) {
        Request.Builder request = Request.of(kind);
        left.leftOut().forEach(out -> request.leftOut(sentence(out)));
        for (Path file : left.files()) {
            Source source = ImageFiles.source(file);
            request.field(names ? source.named(ImageFiles.name(file)) : source);
        }
        if (umPerPixel != null) {
            request.calibration(umPerPixel.calibration());
        }
        if (framesPerSecond != null) {
            request.timing(timing(framesPerSecond));
        }
        if (pages != null && pages != PageMeaning.FIELDS && !page.isEmpty()) {
            throw new Failure(ExitCode.REQUEST, "--page goes with --pages fields alone, not with " + pages.word());
        }
        if (pages != null && page.isEmpty()) {
            request.pages(pages);
        }
        page.forEach(request::page);
        if (reader != null) {
            request.reader(reader);
        }
        return request;
    }

    private String sentence(FieldsLeft.LeftOut out) {
        return (names ? ImageFiles.name(out.file()) : "A file") + " was left out and is no field ("
                + out.why().code().slug() + "): " + Failure.sentence(out.why());
    }

    private static Timing timing(BigDecimal rate) {
        try {
            return Timing.framesPerSecond(rate.doubleValue());
        } catch (IllegalArgumentException e) {
            throw new Failure(ExitCode.REQUEST, "--fps " + rate + ": " + e.getMessage());
        }
    }

    /** Reads a number of frames a second. */
    static final class Rate implements ITypeConverter<BigDecimal> {
        @Override
        public BigDecimal convert(String text) {
            try {
                return new BigDecimal(text.strip());
            } catch (NumberFormatException e) {
                throw new TypeConversionException(
                        "'" + text + "' is no number of frames a second, for example 50 or 59.94");
            }
        }
    }
}
