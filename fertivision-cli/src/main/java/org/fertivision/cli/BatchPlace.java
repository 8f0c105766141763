package org.fertivision.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fertivision.report.ParsedReport;
import org.fertivision.report.Report;
import org.fertivision.report.ReportFolder;
import org.fertivision.report.ReportJson;
import org.fertivision.spi.RejectedException;
import org.jspecify.annotations.Nullable;

/**
 * The folder that a batch writes to: a folder for each specimen, and three tables of all. A specimen's folder holds, beside
 * its report, the fingerprint of what was asked ({@code request.sha256}), by which another run knows whether it is still the
 * answer. Every table and every folder appears whole or not at all; the tables come last.
 */
final class BatchPlace implements AutoCloseable {
    private static final String ROWS = "results.csv";
    private static final String DOCUMENTS = "results.ndjson";
    private static final String PROBLEMS = "problems.csv";
    private static final String FINGERPRINT = "request.sha256";

    /** The names in the folder that no specimen can have. */
    static final Set<String> FILES = Set.of(ROWS, DOCUMENTS, PROBLEMS);

    private final Path folder;
    private final @Nullable BatchLock lock;
    private final ExportOptions exports;
    private final Interruption interruption;

    /** What to do with the results of an earlier batch. */
    enum Earlier {
        /** There must be none. */
        REFUSE,
        /** Those that still hold are kept. */
        KEEP,
        /** All are measured anew. */
        REPLACE
    }

    private BatchPlace(Path folder, @Nullable BatchLock lock, ExportOptions exports, Interruption interruption) {
        this.folder = folder;
        this.lock = lock;
        this.exports = exports;
        this.interruption = interruption;
    }

    /**
     * Takes a folder for one batch alone.
     *
     * @throws Failure if another batch has it, or if it holds results that are to stay
     */
    static BatchPlace open(Path folder, Earlier earlier, ExportOptions exports, Interruption interruption)
            throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new Failure(ExitCode.FILES, folder + " is a file; name a folder for the results");
        }
        Files.createDirectories(folder);
        BatchLock lock = BatchLock.of(folder);
        BatchPlace place = new BatchPlace(folder, lock, exports, interruption);
        try {
            if (earlier == Earlier.REFUSE && (!place.earlier().isEmpty() || place.hasTables())) {
                throw new Failure(
                        ExitCode.FILES,
                        "there are results of a batch in " + folder
                                + " already; they are kept. --resume goes on with them, --force replaces them");
            }
            for (String table : FILES) {
                Files.deleteIfExists(folder.resolve(table));
            }
            return place;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** A folder that another process has taken, to write single specimens of the same batch to. */
    static BatchPlace joined(Path folder, ExportOptions exports, Interruption interruption) {
        return new BatchPlace(folder, null, exports, interruption);
    }

    /** Whether a specimen's folder holds the whole answer to what is asked now. */
    boolean holds(Specimen specimen, String fingerprint) throws IOException {
        Path own = folder.resolve(specimen.name());
        Path told = own.resolve(FINGERPRINT);
        if (!Files.exists(told) || !Files.readString(told).equals(fingerprint + "\n")) {
            return false;
        }
        try {
            ParsedReport report = ReportJson.parse(Files.readAllBytes(own.resolve(BatchTables.DOCUMENT)));
            String row = Files.readString(own.resolve(BatchTables.ROW));
            return report.hashIsRight()
                    && row.stripTrailing().endsWith(report.hashes().told());
        } catch (RejectedException | NoSuchFileException e) {
            return false;
        }
    }

    /** Writes a specimen's report. */
    void write(Specimen specimen, Report report, String fingerprint) {
        byte[] told = (fingerprint + "\n").getBytes(StandardCharsets.UTF_8);
        List<ReportFolder.Extra> further = new ArrayList<>(exports.files(report));
        further.add(ReportFolder.Extra.of(FINGERPRINT, () -> told));
        ReportPlace.write(report, folder.resolve(specimen.name()), further, exports.language(), interruption);
    }

    /** Removes what an earlier batch wrote of a specimen that has no report now. */
    void remove(Specimen specimen) {
        Path own = folder.resolve(specimen.name());
        if (Files.exists(own.resolve(FINGERPRINT))) {
            interruption.whole(() -> ReportFolder.remove(own));
        }
    }

    /** Folders with reports that are of none of these specimens. */
    List<String> strange(List<Specimen> specimens) throws IOException {
        Set<String> known = new HashSet<>();
        specimens.forEach(specimen -> known.add(specimen.name()));
        return earlier().stream().filter(name -> !known.contains(name)).sorted().toList();
    }

    /** Writes the tables: one row a measured specimen, one a problem, in the given order. */
    void finish(List<SpecimenEnd> ends) throws IOException {
        List<BatchProblem> problems = new ArrayList<>();
        List<String> measured = new ArrayList<>();
        for (SpecimenEnd end : ends) {
            if (end instanceof BatchProblem problem) {
                problems.add(problem);
            } else {
                measured.add(end.specimen());
            }
        }
        BatchTables tables = new BatchTables(folder, measured);
        table(PROBLEMS, out -> BatchProblem.write(problems, out));
        table(DOCUMENTS, tables::documents);
        table(ROWS, tables::rows);
    }

    /** One row a specimen. */
    Path rows() {
        return folder.resolve(ROWS);
    }

    /** One document a line. */
    Path documents() {
        return folder.resolve(DOCUMENTS);
    }

    /** What went wrong, as the table tells it. */
    List<BatchProblem> problems() throws IOException {
        return BatchProblem.read(folder.resolve(PROBLEMS));
    }

    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }

    private void table(String name, WholeFile.Content content) {
        interruption.whole(() -> WholeFile.write(folder.resolve(name), content));
    }

    private boolean hasTables() {
        return FILES.stream().anyMatch(name -> Files.exists(folder.resolve(name)));
    }

    private List<String> earlier() throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = ImageFiles.name(entry);
                if (!name.startsWith(".") && ReportFolder.isPresent(entry)) {
                    names.add(name);
                }
            }
        }
        return names;
    }
}
