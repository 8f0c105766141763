package org.fertivision.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fertivision.image.Timing;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is asked, and of what: the kind, the fields of one specimen, how large their pixels are and how fast their frames follow. */
final class SpecimenOptions {
    @Parameters(index = "0", paramLabel = "KIND", description = "What to measure; 'fertivision kinds' lists it.")
    private String kind = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "PATH",
            description =
                    "Images of one specimen, one field each, taken in the order of their names. A folder stands for"
                            + " the images directly in it.")
    private List<String> paths = new ArrayList<>();

    @Option(
            names = "--um-per-pixel",
            paramLabel = "X[,Y]",
            converter = UmPerPixel.Converter.class,
            description = "Size of a pixel in micrometers; what a file says of itself does not count then.")
    private @Nullable UmPerPixel umPerPixel;

    @Option(names = "--fps", paramLabel = "F", description = "Frames a second; what a file says does not count then.")
    private @Nullable BigDecimal framesPerSecond;

    @Option(
            names = "--reader",
            paramLabel = "ID",
            description = "A plug-in that reads the files, in place of our readers.")
    private @Nullable String reader;

    @Option(names = "--specimen", paramLabel = "NAME", description = "Name of the specimen in the report.")
    private @Nullable String specimen;

    @Option(
            names = "--names",
            description = "Show the files' names in the report. Without it no name is written anywhere.")
    private boolean names;

    @Option(
            names = "--skip-unreadable",
            description = "Leave out files that cannot be read, and say so, in place of ending.")
    private boolean skipUnreadable;

    /** What to measure. */
    String kind() {
        return kind;
    }

    /** The files of the fields, in order. */
    List<Path> files(Talk talk) {
        return ImageFiles.of(paths, talk);
    }

    /** Whether files that cannot be read are left out. */
    boolean skipsUnreadable() {
        return skipUnreadable;
    }

    /** Begins a request with the fields and all that is said of them. */
    Request.Builder begin(List<Path> files) {
        Request.Builder request = Request.of(kind);
        for (Path file : files) {
            Source source = Source.of(file);
            request.field(names ? source.named(ImageFiles.name(file)) : source);
        }
        if (umPerPixel != null) {
            request.calibration(umPerPixel.calibration());
        }
        if (framesPerSecond != null) {
            request.timing(timing(framesPerSecond));
        }
        if (reader != null) {
            request.reader(reader);
        }
        if (specimen != null) {
            request.specimen(specimen);
        }
        return request;
    }

    private static Timing timing(BigDecimal rate) {
        try {
            return Timing.framesPerSecond(rate.doubleValue());
        } catch (IllegalArgumentException e) {
            throw new Failure(ExitCode.REQUEST, "--fps " + rate + ": " + e.getMessage());
        }
    }
}
