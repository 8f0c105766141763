package org.fertivision.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fertivision.image.Frame;

/**
 * A report as a folder of files: {@code report.json}, {@code report.html}, {@code summary.csv}, {@code items.csv}, an
 * {@code overlay-<field>.png} for each field, {@code series.csv} where there are curves, {@code tracks.csv} where
 * something moves, and what the caller adds. A folder that is not there yet, or that holds a report and nothing else, is
 * put into place as a whole. In any other folder every file is first written whole under another name, then moved into
 * place; {@code report.json} comes last, so a folder that has it is whole.
 */
public final class ReportFolder {
    private static final String DOCUMENT = "report.json";
    private static final String PARTIAL = ".partial";
    private static final Pattern OURS =
            Pattern.compile("report\\.(json|html|pdf)|(summary|items|series|tracks)\\.csv|overlay-\\d+\\.(png|avi)"
                    + "|outlines\\.coco\\.json|outlines-\\d+\\.geojson|request\\.sha256");

    /** What to do where the folder holds a report already. */
    public enum Existing {
        /** It is kept: nothing is written. */
        KEEP,
        /** It is replaced, every file of it. */
        REPLACE
    }

    /**
     * A further file, such as the report as PDF.
     *
     * @param name its name within the folder
     * @param content writes it
     */
    public record Extra(String name, Content content) {
        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

        /** Refuses a name that leads out of the folder or hides in it. */
        public Extra {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("not the name of a file: " + name);
            }
        }

        /** A further file whose bytes are made when they are needed. */
        public static Extra of(String name, Bytes bytes) {
            return new Extra(
                    name,
                    file -> Files.copy(
                            new ByteArrayInputStream(bytes.make()), file, StandardCopyOption.REPLACE_EXISTING));
        }
    }

    /** Writes a file when it is needed. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes it to this place; what is there is replaced.
         *
         * @throws IOException if it cannot be made or written
         */
        void write(Path file) throws IOException;
    }

    /** The bytes of a file, made when they are needed. */
    @FunctionalInterface
    public interface Bytes {
        /**
         * Makes them.
         *
         * @throws IOException if they cannot be made
         */
        byte[] make() throws IOException;
    }

    private final Path folder;
    private final List<String> written = new ArrayList<>();

    private final Language language;

    private ReportFolder(Path folder, Language language) {
        this.folder = folder;
        this.language = language;
    }

    /** Whether a folder holds a report, whole or in part. */
    public static boolean isPresent(Path folder) {
        return Files.isDirectory(folder) && !names(folder, OURS).isEmpty();
    }

    /**
     * Writes a report in English.
     *
     * @param folder where to; made if it is not there
     * @throws UncheckedIOException as the writing in a language does
     * @throws org.fertivision.spi.RejectedException if a picture cannot be read any more
     */
    public static void write(Report report, Path folder, Existing existing, List<Extra> extras) {
        write(report, folder, existing, extras, Language.ENGLISH);
    }

    /**
     * Writes a report.
     *
     * @param folder where to; made if it is not there
     * @param language the language of the page and of the pictures
     * @throws UncheckedIOException if the file system refuses, or with {@link FileAlreadyExistsException} as its cause
     *     if a report is there and is to be kept
     * @throws org.fertivision.spi.RejectedException if a picture cannot be read any more
     */
    public static void write(Report report, Path folder, Existing existing, List<Extra> extras, Language language) {
        try {
            if (existing == Existing.KEEP && isPresent(folder)) {
                throw new FileAlreadyExistsException(folder.toString(), null, "a report is there already and is kept");
            }
            WholeFolder whole = new WholeFolder(folder);
            if (Files.exists(folder) && !(isPresent(folder) && whole.holdsOnly(OURS))) {
                new ReportFolder(folder, language).writeFiles(report, extras);
            } else {
                whole.replace(stage -> new ReportFolder(stage, language).writeFiles(report, extras));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Removes the report of a folder and what an interrupted writing left of one; the folder goes with it unless
     * something else is in it.
     *
     * @throws UncheckedIOException if the file system refuses
     */
    public static void remove(Path folder) {
        try {
            WholeFolder whole = new WholeFolder(folder);
            whole.sweep();
            if (whole.holdsOnly(OURS)) {
                whole.remove();
            } else if (Files.isDirectory(folder)) {
                Files.deleteIfExists(folder.resolve(DOCUMENT));
                for (String name : names(folder, OURS)) {
                    Files.delete(folder.resolve(name));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeFiles(Report report, List<Extra> extras) throws IOException {
        try {
            writeAll(report, extras);
            moveIntoPlace();
        } finally {
            sweep();
        }
    }

    private void writeAll(Report report, List<Extra> extras) throws IOException {
        writePictures(report);
        write("summary.csv", ReportCsv.summary(report));
        write("items.csv", ReportCsv.items(report));
        if (ReportCsv.hasSeries(report)) {
            write("series.csv", ReportCsv.series(report));
        }
        if (ReportCsv.hasTracks(report)) {
            written.add("tracks.csv");
            try (OutputStream file = Files.newOutputStream(partial("tracks.csv"))) {
                ReportCsv.tracks(report, file);
            }
        }
        for (Extra extra : extras) {
            written.add(extra.name());
            extra.content().write(partial(extra.name()));
        }
        write(DOCUMENT, ReportJson.write(report));
    }

    /** The overlays and the page, each field decoded once for both. */
    private void writePictures(Report report) throws IOException {
        ReportHtml page = ReportHtml.begin(report, language);
        for (int field = 0; field < report.inputs().size() && report.pictures().areKept(); field++) {
            Frame frame = report.pictures().frame(field, ShownFrame.of(report, field));
            write("overlay-" + field + ".png", Overlay.png(report, field, frame, language));
            page.see(frame);
        }
        write("report.html", page.finish());
    }

    private void write(String name, byte[] bytes) throws IOException {
        written.add(name);
        Files.copy(new ByteArrayInputStream(bytes), partial(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path partial(String name) {
        return folder.resolve("." + name + PARTIAL);
    }

    /** The old document goes first and the new one comes last: in between, the folder does not look whole. */
    private void moveIntoPlace() throws IOException {
        Files.deleteIfExists(folder.resolve(DOCUMENT));
        for (String name : names(folder, OURS)) {
            if (!written.contains(name)) {
                Files.delete(folder.resolve(name));
            }
        }
        for (String name : written) {
            move(partial(name), folder.resolve(name));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void sweep() throws IOException {
        for (String name : written) {
            Files.deleteIfExists(partial(name));
        }
    }

    private static List<String> names(Path folder, Pattern pattern) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (pattern.matcher(name).matches()) {
                    names.add(name);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
