package org.fertivision.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.fertivision.report.Report;
import org.fertivision.report.ReportCsv;
import org.fertivision.report.ReportJson;
import picocli.CommandLine.Option;

/** What becomes of a report: printed in some form. */
final class OutputOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = Format.Converter.class,
            description = "How the result is printed: table (default), json (the result"
                    + " document in one line),"
                    + " csv (one row) or none.")
    private Format format = Format.TABLE;

    /** Prints the report. */
    void print(Report report, PrintWriter out) {
        switch (format) {
            case TABLE -> ReportTable.print(report, out);
            case JSON -> out.print(new String(ReportJson.write(report), StandardCharsets.UTF_8) + "\n");
            case CSV -> out.print(new String(ReportCsv.summary(report), StandardCharsets.UTF_8));
            case NONE -> {}
        }
    }
}
