package org.fertivision.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fertivision.pdf.ReportPdf;
import org.fertivision.report.Language;
import org.fertivision.report.Report;
import org.fertivision.report.ReportFolder;

/** The folder that a report is written to. */
final class ReportPlace {
    private ReportPlace() {}

    /**
     * Refuses a place that cannot take a report, before any work is done for it.
     *
     * @param replace whether a report that is there may be replaced
     */
    static void check(Path folder, boolean replace) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new Failure(ExitCode.FILES, folder + " is a file; name a folder for the report");
        }
        if (!replace && ReportFolder.isPresent(folder)) {
            throw new Failure(
                    ExitCode.FILES, "there is a report in " + folder + " already; it is kept. --force replaces it");
        }
        Path there = folder.toAbsolutePath();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (there != null && !Files.isWritable(there)) {
            throw new Failure(ExitCode.FILES, "not allowed to write into " + there);
        }
    }

    /**
     * Writes the report as JSON, HTML, PDF, tables and pictures, with further files beside; one that is there is
     * replaced. An interruption waits for it, or ends it cleanly.
     */
    static void write(
            Report report,
            Path folder,
            List<ReportFolder.Extra> further,
            Language language,
            Interruption interruption) {
        List<ReportFolder.Extra> extras = new ArrayList<>(further);
        extras.add(ReportFolder.Extra.of("report.pdf", () -> pdf(report, language)));
        interruption.whole(() -> ReportFolder.write(report, folder, ReportFolder.Existing.REPLACE, extras, language));
    }

    private static byte[] pdf(Report report, Language language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportPdf.write(report, language, out);
        return out.toByteArray();
    }
}
