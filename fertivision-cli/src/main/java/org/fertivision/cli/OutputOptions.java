package org.fertivision.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.fertivision.report.Report;
import org.fertivision.report.ReportCsv;
import org.fertivision.report.ReportJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What becomes of a report: printed in some form, written to a folder. */
final class OutputOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = Format.Converter.class,
            completionCandidates = Format.Words.class,
            description = "How the result is printed: table (default), json (the result"
                    + " document in one line),"
                    + " csv (one row) or none.")
    private Format format = Format.TABLE;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Folder for the whole report: report.json, .html and .pdf, tables, and pictures with outlines.")
    private @Nullable Path folder;

    @Option(names = "--force", description = "Replace a report that is in DIR already.")
    private boolean force;

    @Mixin
    private final ExportOptions exports = new ExportOptions();

    /** Refuses a place for the report that cannot take one. */
    void check() {
        if (folder == null) {
            exports.checkWithoutReport();
        } else {
            ReportPlace.check(folder, force);
        }
    }

    /** Prints the report, and writes it where it was asked for. */
    void give(Report report, Talk talk, Interruption interruption) {
        if (folder != null) {
            ReportPlace.write(report, folder, exports.files(report), exports.language(), interruption);
            talk.say("wrote the report to " + folder);
            if (exports.isFilmAsked() && !ReportCsv.hasTracks(report)) {
                talk.say("no overlay film: no object was followed through frames");
            }
        }
        if (format != Format.TABLE) {
            Notices.of(report).forEach(talk::detail);
        }
        print(report, talk.out());
    }

    private void print(Report report, PrintWriter out) {
        switch (format) {
            case TABLE -> ReportTable.print(report, out);
            case JSON -> out.print(new String(ReportJson.write(report), StandardCharsets.UTF_8) + "\n");
            case CSV -> out.print(new String(ReportCsv.summary(report), StandardCharsets.UTF_8));
            case NONE -> {}
        }
    }
}
