package org.fertivision.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fertivision.report.OutlineFile;
import org.fertivision.report.Report;
import org.fertivision.report.ReportFolder;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** In which further forms the outlines of the objects are written. */
final class ExportOptions {
    @Option(
            names = "--export",
            paramLabel = "coco|geojson",
            split = ",",
            converter = Converter.class,
            completionCandidates = Words.class,
            description = "Outlines of all objects for annotation programs, beside the report: coco (COCO instances,"
                    + " outlines.coco.json) or geojson (QuPath, outlines-<field>.geojson). Repeatable.")
    private List<OutlineFile> forms = new ArrayList<>();

    /** Whether any is wanted. */
    boolean isAsked() {
        return !forms.isEmpty();
    }

    /** The files that are wanted. */
    List<ReportFolder.Extra> files(Report report) {
        return forms.stream()
                .distinct()
                .flatMap(form -> form.of(report).stream())
                .toList();
    }

    /** Reads the word. */
    static final class Converter implements ITypeConverter<OutlineFile> {
        @Override
        public OutlineFile convert(String text) {
            for (OutlineFile form : OutlineFile.values()) {
                if (form.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return form;
                }
            }
            throw new TypeConversionException("'" + text + "' is none of coco, geojson");
        }
    }

    /** The words that can be typed. */
    static final class Words extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Words() {
            super(List.of("coco", "geojson"));
        }
    }
}
