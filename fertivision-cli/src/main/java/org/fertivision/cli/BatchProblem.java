package org.fertivision.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.fertivision.report.CsvRow;

/**
 * Why a specimen of a batch has no report.
 *
 * @param specimen which one
 * @param file the name of its file or folder, without the way to it
 * @param reason the code
 * @param exit the exit code that it would have ended an analysis with
 * @param detail a sentence
 */
public record BatchProblem(String specimen, String file, String reason, int exit, String detail)
        implements SpecimenEnd {
    private static final List<String> COLUMNS = List.of("specimen", "file", "code", "exit", "detail");

    /** What ended the analysis of a specimen. */
    static BatchProblem of(Specimen specimen, Failure failure) {
        String name = ImageFiles.name(specimen.place());
        String detail = String.valueOf(failure.getMessage());
        for (var file : specimen.files()) {
            detail = detail.replace(file.toString(), ImageFiles.name(file));
        }
        detail = detail.replace(specimen.place().toString(), name);
        return new BatchProblem(
                specimen.name(), name, failure.reason(), failure.code().number(), Plain.line(detail));
    }

    /** Reads the table of problems. */
    static List<BatchProblem> read(Path table) throws IOException {
        return CsvFile.read(table).rows().stream()
                .map(row ->
                        new BatchProblem(row.get(0), row.get(1), row.get(2), Integer.parseInt(row.get(3)), row.get(4)))
                .toList();
    }

    /** Writes the table of problems: its header, and a row for each. */
    static void write(List<BatchProblem> problems, OutputStream out) throws IOException {
        StringBuilder table = new StringBuilder(CsvRow.of(COLUMNS));
        for (BatchProblem problem : problems) {
            table.append(CsvRow.of(List.of(
                    problem.specimen, problem.file, problem.reason, Integer.toString(problem.exit), problem.detail)));
        }
        out.write(table.toString().getBytes(StandardCharsets.UTF_8));
    }
}
