package org.fertivision.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The tables of all measured specimens, put together from what stands in their folders. */
final class BatchTables {
    /** A specimen's result document. */
    static final String DOCUMENT = "report.json";

    /** A specimen's row under its header. */
    static final String ROW = "summary.csv";

    private final Path folder;
    private final List<String> measured;

    BatchTables(Path folder, List<String> measured) {
        this.folder = folder;
        this.measured = measured;
    }

    /** One document a line. */
    void documents(OutputStream out) throws IOException {
        for (String specimen : measured) {
            Files.copy(folder.resolve(specimen).resolve(DOCUMENT), out);
            out.write('\n');
        }
    }

    /** One row a specimen, under the header that they share. */
    void rows(OutputStream out) throws IOException {
        String shared = "";
        for (String specimen : measured) {
            String table = Files.readString(folder.resolve(specimen).resolve(ROW));
            int end = table.indexOf('\n') + 1; // names of columns hold no line end
            String header = table.substring(0, end);
            if (shared.isEmpty()) {
                shared = header;
                out.write(header.getBytes(StandardCharsets.UTF_8));
            } else if (!shared.equals(header)) {
                throw new IllegalStateException("specimens of one batch have other columns: " + specimen);
            }
            out.write(table.substring(end).getBytes(StandardCharsets.UTF_8));
        }
    }
}
